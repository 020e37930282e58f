-- Facts about this installation as a whole.
create table setting (
  key text primary key,
  value jsonb not null
);
