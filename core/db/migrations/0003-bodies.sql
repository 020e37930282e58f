-- Party, authority, Front and organisations at a place, each in its own tree, and the functions they hold for a time.
create table organisation (
  key text primary key,
  name text not null,
  short_name text not null,
  family text not null check (family in ('party', 'state', 'front', 'other')),
  members text,
  position int not null
);

create table function_kind (
  key text primary key,
  name text not null,
  position int not null
);

create table body (
  id int generated always as identity primary key,
  organisation text not null references organisation,
  illustrative boolean not null default false,
  version int not null default 1
);

create table body_version (
  id int generated always as identity primary key,
  body_id int not null references body,
  valid_from date,
  valid_to date,
  name text not null,
  short_name text not null,
  place_id int not null references place,
  parent_id int references body,
  symbol text,
  search_key text not null,
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  exclude using gist (body_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index body_version_by_parent on body_version (parent_id);
create index body_version_by_place on body_version (place_id);

create table body_function (
  id int generated always as identity primary key,
  body_id int not null references body,
  function text not null references function_kind,
  valid_from date,
  valid_to date,
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  exclude using gist (body_id with =, function with =, daterange(valid_from, valid_to, '[]') with &&)
);

create table body_succession (
  id int generated always as identity primary key,
  from_id int not null references body,
  to_id int references body,
  on_date date not null,
  kind text not null check (kind in ('renamed', 'retyped', 'merged', 'split', 'dissolved')),
  act_id int references act,
  note text,
  check ((to_id is null) = (kind = 'dissolved')),
  unique nulls not distinct (from_id, to_id, on_date, kind)
);
