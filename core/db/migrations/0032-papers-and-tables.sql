-- What the citizens' desk prints and counts: papers of a case, tables that were fixed, calendars behind a secret address.

-- Made from a recorded move and kept as it was made: the same again whenever it is printed. No name of a sender stands in it.
create table case_paper (
  id int generated always as identity primary key,
  submission_id int not null,
  -- The move it was made from.
  act_no int not null,
  -- Of the catalogue of forms, and the day from which that form was in force.
  form text not null,
  form_from date not null,
  template_id int not null references document_template,
  number text,
  dated date not null,
  -- The document as data, with marks where the sender's name and address are set in when it is printed for whom may read them.
  document jsonb not null,
  made_at timestamptz not null,
  made_by int references person,
  body_id int not null references body,
  foreign key (submission_id, act_no) references submission_act
);
create index case_paper_of on case_paper (submission_id, id);

-- A table of figures of a desk for a period that is over, as it was when somebody answered for it.
create table case_table_fixed (
  id int generated always as identity primary key,
  body_id int not null references body,
  period text not null,
  no int not null check (no > 0),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  -- Of each figure its value; of those that are no denunciations also the cases it counts.
  figures jsonb not null,
  -- Why it was fixed again.
  reason text not null default '',
  fixed_at timestamptz not null,
  fixed_by int references person,
  unique (body_id, period, no),
  check (no = 1 or reason <> '')
);

-- An address with a long secret in it, read by programs that show calendars; of the secret only a hash is kept.
create table calendar_feed (
  id int generated always as identity primary key,
  person_id int not null references person,
  -- null: everything he has to do with.
  body_id int references body,
  secret_hash text not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create unique index calendar_feed_live on calendar_feed (person_id, coalesce(body_id, 0)) where revoked_at is null;
