-- Signing in for an organisation: a second step, trusted devices, passkeys, and its own provider of identities.

-- What signing in goes by, in one row. 0 days: no device is trusted.
create table sign_in_policy (
  id int primary key check (id = 1),
  version int not null default 1,
  second_step_roles text[] not null check (second_step_roles <@ array['officer', 'head', 'standingBoard', 'clerk', 'reporter', 'administrator', 'dataProtection']),
  trusted_device_days int not null check (trusted_device_days between 0 and 366),
  step_minutes int not null check (step_minutes between 2 and 60),
  fresh_minutes int not null check (fresh_minutes between 2 and 240),
  recovery_codes int not null check (recovery_codes between 4 and 20),
  provider_seconds int not null check (provider_seconds between 1 and 60),
  invitation_days int not null check (invitation_days between 1 and 366),
  basis text not null,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed'))
);
insert into sign_in_policy
values (1, 1, '{}', 30, 10, 15, 10, 8, 14, 'Mặc định của phần mềm, chưa có văn bản quy định', 'assumed');

-- How a session was opened, and whether with two things: a password and a code, a passkey, a provider that says so.
alter table sign_in_session
  add column way text not null default 'password' check (way in ('password', 'provider', 'passkey')),
  add column strong boolean not null default false;

-- A sign-in under way, by the hash of what the cookie of its browser says; gone after some minutes.
create table sign_in_step (
  hash text primary key,
  kind text not null check (kind in ('secondStep', 'provider', 'identity', 'passkey')),
  person_id int references person on delete cascade,
  facts jsonb not null,
  expires_at timestamptz not null
);
create index sign_in_step_old on sign_in_step (expires_at);

-- The key behind the six digits, sealed with SECRET. begun: a key that waits for its first code. last_step: the time
-- step of the last code taken, so that no code is taken twice.
create table second_step (
  person_id int primary key references person on delete cascade,
  secret bytea,
  begun bytea,
  since timestamptz,
  last_step bigint not null default 0,
  check (secret is not null or begun is not null),
  check ((secret is null) = (since is null))
);

create table recovery_code (
  person_id int not null references second_step on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

-- Devices that are not asked for the second step; the hash of what their cookie says.
create table trusted_device (
  id int generated always as identity primary key,
  person_id int not null references person on delete cascade,
  hash text not null,
  device text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (person_id, hash)
);

create table passkey (
  id int generated always as identity primary key,
  person_id int not null references person on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of on passkey (person_id);

-- Who of the provider is who here: by issuer and subject, which do not change. name: as the provider calls him.
create table provider_identity (
  id int generated always as identity primary key,
  person_id int not null references person on delete cascade,
  issuer text not null,
  subject text not null,
  name text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject),
  unique (person_id, issuer)
);

-- An administrator's word that whoever comes from the provider under this name, the next time, is this person.
create table provider_invitation (
  person_id int not null references person on delete cascade,
  issuer text not null,
  name text not null,
  expires_at timestamptz not null,
  primary key (person_id, issuer),
  unique (issuer, name)
);

-- account: what an administrator did to the account, told to its owner alone.
alter table mail drop constraint mail_kind_check,
  add constraint mail_kind_check check (kind in ('message', 'digest', 'test', 'account'));
