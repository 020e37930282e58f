-- The outer doors: what is shown is found by its own row, keys have a pace, other cities are read, somebody sends for a neighbour.

-- Where and when it was received never changes. What it is about and how far it is (null: it is not shown now) is written by the move
-- that changes it, in the same save; a case passed on is not shown by its new desk until that writes its own words.
alter table submission_public add column desk_id int references body;
alter table submission_public add column place_id int references place;
alter table submission_public add column received_at timestamptz;
alter table submission_public add column topic text references topic;
alter table submission_public add column state text check (state in ('open', 'answered', 'rejected'));
update submission_public p set desk_id = s.desk_id, place_id = s.place_id, received_at = s.received_at, topic = s.topic,
  state = case when s.kind is null or s.kind not in ('fieldReport', 'petition', 'regulationFeedback') then null
    when s.stage = 'open' then 'open' when s.stage in ('answered', 'closed') then 'answered'
    when s.outcome = 'rejected' then 'rejected' end
  from submission s where s.id = p.submission_id;
alter table submission_public alter column desk_id set not null, alter column place_id set not null,
  alter column received_at set not null;
create index submission_public_newest on submission_public (received_at desc, submission_id desc) include (state, topic)
  where state is not null;
create index submission_public_of_desk on submission_public (desk_id, received_at desc, submission_id desc)
  include (state, topic) where state is not null;
create index submission_public_of_place on submission_public (place_id, received_at desc, submission_id desc)
  include (state, topic) where state is not null;
create index submission_public_of_topic on submission_public (topic, desk_id, received_at desc, submission_id desc)
  include (state) where state is not null;

-- How often what a desk shows has changed: what was counted before is still right while this number stands.
create table desk_shown (
  desk_id int primary key references body,
  changes bigint not null default 1
);
insert into desk_shown (desk_id) select distinct desk_id from submission_public;

-- So many at once, then so many a minute; and when it was used last.
alter table open311_key add column burst int not null default 120 check (burst between 1 and 10000);
alter table open311_key add column a_minute int not null default 60 check (a_minute between 1 and 10000);
alter table open311_key add column last_used_at timestamptz;

-- What another system added to its request, by its own number: sent twice it is told once.
create table open311_update (
  key_id int not null references open311_key,
  submission_id int not null references submission,
  update_id text not null check (update_id <> ''),
  at timestamptz not null,
  primary key (key_id, submission_id, update_id)
);

-- Another city's GeoReport server, whose requests a desk takes in.
create table open311_source (
  id int generated always as identity primary key,
  desk_id int not null references body,
  name text not null check (name <> ''),
  url text not null check (url ~ '^https?://'),
  jurisdiction text not null default '',
  -- Requests from then on; read up to `read_until`.
  since timestamptz not null,
  read_until timestamptz not null,
  last_at timestamptz,
  -- What went wrong last; empty: nothing.
  fault text not null default '',
  created_at timestamptz not null,
  created_by int references person,
  stopped_at timestamptz
);
create unique index open311_source_once on open311_source (desk_id, url, jurisdiction) where stopped_at is null;

create table open311_pulled (
  source_id int not null references open311_source,
  foreign_id text not null,
  submission_id int not null unique references submission,
  status text not null check (status in ('open', 'closed')),
  primary key (source_id, foreign_id)
);
create table open311_pulled_update (
  source_id int not null references open311_source,
  update_id text not null,
  at timestamptz not null,
  primary key (source_id, update_id)
);

-- Heads of villages and neighbourhood groups send for those who cannot.
alter table role_held drop constraint role_held_role_check;
alter table role_held add constraint role_held_role_check check (role in
  ('officer', 'head', 'standingBoard', 'clerk', 'reporter', 'administrator', 'dataProtection', 'sealOpener', 'inspector',
   'receiver', 'handler', 'villageHead'));
alter table sign_in_policy drop constraint sign_in_policy_second_step_roles_check;
alter table sign_in_policy add constraint sign_in_policy_second_step_roles_check check (second_step_roles <@ array[
  'officer', 'head', 'standingBoard', 'clerk', 'reporter', 'administrator', 'dataProtection', 'sealOpener', 'inspector',
  'receiver', 'handler', 'villageHead']);
alter table submission drop constraint submission_channel_check;
alter table submission add constraint submission_channel_check check (channel in
  ('web', 'desk', 'phone', 'mail', 'paper', 'box', 'passedOn', 'api', 'email', 'helper'));

-- Who sent for whom stands nowhere; only that he sent it, at which body, and to which words the neighbour agreed.
create table submission_helped (
  submission_id int primary key references submission,
  person_id int not null references person,
  body_id int not null references body,
  agreed text not null check (agreed <> ''),
  at timestamptz not null
);
create index submission_helped_by on submission_helped (person_id, submission_id desc);
