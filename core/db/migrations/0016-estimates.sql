-- Actual or estimate; the organisation's own line beside the mobilisation line; causes beside red figures; reviews of a roll.
alter table entry_version add column nature text not null default 'actual' check (nature in ('actual', 'estimate'));

-- Of the duties under a place, those whose counted version is an estimate.
alter table standing_cached add column estimated int not null default 0;

-- The organisation's own upper body, where it receives the same entry for itself. It counts nothing on a board.
alter table duty
  add column line_body_id int references body,
  add check (line_body_id <> body_id and line_body_id <> to_body_id);
create index duty_line_body on duty (line_body_id) where line_body_id is not null;

-- line_version grows with every sending, taking back and opinion of the line: two officers of it never pass each other over.
alter table entry
  add column line_version int not null default 0,
  add column line_counted_id int references entry_version deferrable initially deferred;

-- What the line said of a version that was sent; the last one stands, none is ever changed.
create table line_opinion (
  id int generated always as identity primary key,
  entry_id int not null references entry,
  version_id int not null references entry_version,
  opinion text not null check (opinion in ('accepted', 'returned')),
  reason text,
  given_by int references person,
  given_at timestamptz not null,
  check ((opinion = 'returned') = (reason is not null))
);
create index line_opinion_of_entry on line_opinion (entry_id, id);
create index line_opinion_of_version on line_opinion (version_id);

-- Why a target is not reached at a place, in the words of one body; a new wording is a new row, null takes it back.
create table cause (
  id int generated always as identity primary key,
  target_id int not null references target on delete cascade,
  place_id int not null references place,
  period_id int not null references period,
  body_id int not null references body,
  no int not null,
  wording text check (length(wording) between 5 and 600),
  written_by int references person,
  written_at timestamptz not null,
  unique (target_id, place_id, period_id, body_id, no)
);
create index cause_of_period on cause (period_id, place_id);

-- That a body went through its roll of members: on which day, by which document. Taken back, it stays with that mark.
create table roll_review (
  id int generated always as identity primary key,
  body_id int not null references body,
  reviewed_on date not null,
  document text not null check (length(document) between 3 and 200),
  noted_by int references person,
  noted_at timestamptz not null,
  withdrawn_by int references person,
  withdrawn_at timestamptz
);
create index roll_review_of_body on roll_review (body_id, reviewed_on);
