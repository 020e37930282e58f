-- The sealed store: what citizens send, unreadable to the database from receipt on. Every bytes column holds age files.
alter table role_held drop constraint role_held_role_check;
alter table role_held add constraint role_held_role_check check (role in
  ('officer', 'head', 'standingBoard', 'clerk', 'reporter', 'administrator', 'dataProtection', 'sealOpener', 'inspector'));
alter table sign_in_policy drop constraint sign_in_policy_second_step_roles_check;
alter table sign_in_policy add constraint sign_in_policy_second_step_roles_check check (second_step_roles <@ array[
  'officer', 'head', 'standingBoard', 'clerk', 'reporter', 'administrator', 'dataProtection', 'sealOpener', 'inspector']);

-- Public parts only, and only to tell by which key an item is sealed: what seals is named by SEAL_PUBLIC, never by this table.
create table seal_key (
  id int generated always as identity primary key,
  public text not null unique check (public ~ '^age1[a-z0-9]+$'),
  since timestamptz not null,
  -- From then on nothing is sealed by it.
  retired_at timestamptz
);

-- The handle is random and all that a case knows. Neither a name nor a size in clear stands here.
create table sealed_item (
  id int generated always as identity primary key,
  handle text not null unique check (handle ~ '^[0-9a-f]{32}$'),
  -- The noun of the slice it belongs to.
  what text not null check (what ~ '^[a-z][A-Za-z]{1,39}$'),
  body_id int not null references body,
  -- null: nothing is left to open.
  key_id int references seal_key,
  sealed_at timestamptz not null,
  -- Sorted as a denunciation: from then on it is never released.
  kept_at timestamptz,
  released_at timestamptz,
  destroyed_at timestamptz,
  check (kept_at is null or released_at is null),
  check (released_at is null or destroyed_at is null),
  check ((key_id is null) = (released_at is not null or destroyed_at is not null))
);
create index sealed_item_by_key on sealed_item (key_id, id) where key_id is not null;

-- Part 0: sender, text and the list of originals; from 1 on an original each.
create table sealed_part (
  item_id int not null references sealed_item,
  no int not null check (no >= 0),
  bytes bytea not null,
  primary key (item_id, no)
);
alter table sealed_part alter column bytes set storage external; -- what is encrypted does not get smaller

create table seal_policy (
  id int primary key check (id = 1),
  version int not null default 1,
  -- How long an approved opening lasts at most.
  open_hours int not null check (open_hours between 1 and 720),
  -- How long a request waits for its second person.
  wait_days int not null check (wait_days between 1 and 60),
  basis text not null,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed'))
);
insert into seal_policy values (1, 1, 24, 7, 'Mặc định của phần mềm, chưa có văn bản quy định', 'assumed');

create table seal_request (
  id int generated always as identity primary key,
  item_id int not null references sealed_item,
  asked_by int not null references person,
  asked_at timestamptz not null,
  reason text not null check (reason <> ''),
  wait_until timestamptz not null,
  decided_by int references person,
  decided_at timestamptz,
  approved boolean,
  note text,
  open_until timestamptz,
  ended_at timestamptz,
  check (decided_by <> asked_by),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (approved is null)),
  check ((open_until is not null) = (approved is true))
);
create index seal_request_of on seal_request (item_id, id);
create index seal_request_by on seal_request (asked_by, id);

-- Every look. Without a request: by whoever sorted the item, before it was sorted.
create table seal_look (
  id int generated always as identity primary key,
  item_id int not null references sealed_item,
  request_id int references seal_request,
  person_id int not null references person,
  at timestamptz not null,
  -- 0: sender and text; otherwise the original of this number. null: all of it.
  part int check (part >= 0)
);
create index seal_look_of on seal_look (request_id, id);
