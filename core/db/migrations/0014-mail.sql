-- Reminders around a deadline, told once each, and the mails that carry what was told.

-- Days before the due day (negative: after it). calendar_id null: every calendar without steps of its own.
create table reminder_step (
  id int generated always as identity primary key,
  calendar_id int references reporting_calendar,
  days_before int not null check (days_before between -60 and 60),
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  unique nulls not distinct (calendar_id, days_before)
);
insert into reminder_step (calendar_id, days_before, confidence)
values (null, 7, 'assumed'), (null, 1, 'assumed'), (null, -1, 'assumed');

-- key: what must be told once only. spread_at: when it was made into mails; how many people of the body got one at
-- once, will read it in their daily digest, or have no address or want none. What lies here from before is old news.
alter table outbox_message
  add column key text unique,
  add column at_once int not null default 0,
  add column in_digest int not null default 0,
  add column unreached int not null default 0,
  drop column tries,
  drop column last_error;
alter table outbox_message rename column sent_at to spread_at;
update outbox_message set spread_at = created_at where spread_at is null;

-- An address for notices, given freely; null: none. Shown to the person himself and to his administrators.
alter table person
  add column mail_address text check (mail_address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(mail_address) <= 254),
  add column mail_choice text not null default 'atOnce' check (mail_choice in ('atOnce', 'digest', 'none'));

-- One mail to one person. key makes it once only, and names it to the receiving server (Message-ID). A process that
-- takes it moves next_try_at on first, so that a mail whose sender died is tried again, and no two send it at once.
create table mail (
  id bigint generated always as identity primary key,
  key text not null unique,
  kind text not null check (kind in ('message', 'digest', 'test')),
  person_id int not null references person,
  message_id bigint references outbox_message,
  created_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'dropped')),
  next_try_at timestamptz not null,
  tries int not null default 0,
  ended_at timestamptz,
  reply text,
  check ((kind = 'message') = (message_id is not null)),
  check ((state = 'waiting') = (ended_at is null))
);
create index mail_waiting on mail (next_try_at) where state = 'waiting';
create index mail_of_message on mail (message_id);
create index mail_to on mail (person_id, id);
