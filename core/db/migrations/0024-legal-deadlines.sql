-- Limits that run: one for each limit of a thing, by the version that held on its first day, however the law changes later.
create table legal_deadline (
  id int generated always as identity primary key,
  -- Whose: its noun and id, and which limit of it.
  noun text not null,
  noun_id int not null,
  limit_name text not null,
  rule_version_id int not null references law_rule_version,
  -- The first day, not counted; limits in hours also have a time, in minutes after midnight.
  started_on date not null,
  started_at int check (started_at between 0 and 1439),
  extension int not null default 0 check (extension between 0 and 10000),
  -- As first computed, for ever: 2026-07-31, or 2026-07-31T15:00.
  original_due text not null,
  -- null while it is suspended.
  due text,
  -- Sorts and finds what is late: the end of that day, or that minute.
  due_at timestamptz,
  met_at timestamptz,
  -- What the working calendar was when this was computed: the sum of the versions of its years.
  calendar_mark int not null,
  version int not null default 1,
  unique (noun, noun_id, limit_name),
  check ((due is null) = (due_at is null))
);
create index legal_deadline_open on legal_deadline (due_at) where met_at is null;
create index legal_deadline_stale on legal_deadline (calendar_mark, id) where met_at is null;

-- Days on which it did not run: the decision to suspend, the decision to go on.
create table legal_pause (
  deadline_id int not null references legal_deadline,
  no int not null check (no > 0),
  from_on date not null,
  -- null: suspended still.
  to_on date check (to_on >= from_on),
  reason text not null,
  primary key (deadline_id, no)
);
create unique index legal_pause_open on legal_pause (deadline_id) where to_on is null;
