-- What follows an answer: promises with an owner, a day and a proof; a decision or conclusion everybody may read.

-- Promised to the sender by an answer, or ordered by a decision or conclusion. The first day stays; a later one has its reason.
create table submission_promise (
  id int generated always as identity primary key,
  submission_id int not null references submission,
  text text not null check (text <> ''),
  -- Who keeps it.
  body_id int not null references body,
  first_due date not null,
  due date not null,
  made_at timestamptz not null,
  made_by int references person,
  kept_at timestamptz,
  kept_by int references person,
  -- How it was kept, for the sender to read; with a document, a file, or both.
  how text not null default '',
  document text not null default '',
  check ((kept_at is null) = (how = ''))
);
create index submission_promise_of on submission_promise (submission_id, id);
create index submission_promise_open on submission_promise (due) where kept_at is null;
alter table submission_file add column promise_id int references submission_promise;
alter table submission_file add check (promise_id is null or answer_no is null);

-- How a decision or conclusion was made known. `text` without anybody's name, and only where everybody reads it here.
create table submission_conclusion (
  id int generated always as identity primary key,
  submission_id int not null unique references submission,
  way text not null check (way in ('here', 'posted', 'meeting', 'press')),
  on_date date not null,
  document text not null check (document <> ''),
  text text not null default '',
  shown_at timestamptz not null,
  shown_by int references person,
  check ((way = 'here') = (text <> ''))
);
create index submission_conclusion_newest on submission_conclusion (id desc) where way = 'here';
