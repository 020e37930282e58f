-- What happened, and what has to be told: written in the transaction of every save.
create extension if not exists btree_gist;

create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'person', 'operator')),
  person_id int,
  noun text not null,
  noun_id int not null,
  move text not null,
  changes jsonb not null default '{}'
);
create index event_of_noun on event (noun, noun_id, id);

create table outbox_message (
  id bigint generated always as identity primary key,
  created_at timestamptz not null,
  topic text not null,
  body_id int,
  person_id int,
  payload jsonb not null,
  sent_at timestamptz,
  tries int not null default 0,
  last_error text
);
create index outbox_open on outbox_message (id) where sent_at is null;
create index outbox_to on outbox_message (body_id, id);
