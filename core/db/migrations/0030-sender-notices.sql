-- Senders who left an address are told of every step they should know; by mail, or by a call the desk makes and notes.
create table submission_notice (
  id int generated always as identity primary key,
  submission_id int not null,
  act_no int not null,
  way text not null check (way in ('mail', 'call')),
  -- When it is tried next; null: done, or given up.
  next_at timestamptz,
  tries int not null default 0,
  outcome text check (outcome in ('sent', 'refused', 'called', 'notReached', 'dropped')),
  note text not null default '',
  done_by int references person,
  done_at timestamptz,
  unique (submission_id, act_no),
  foreign key (submission_id, act_no) references submission_act,
  check ((outcome is null) = (done_at is null))
);
create index submission_notice_open on submission_notice (way, next_at) where outcome is null;
