-- Targets given down: how the lower bodies carry an upper target together, the share of each, who took it up, recorded gaps.

-- rule null: no longer given down. Without a figure of its own in weight_period a body weighs what was typed for it.
create table target_cascade (
  target_id int primary key references target on delete cascade,
  rule text check (rule in ('sum', 'minimum', 'weightedMean')),
  organisation text not null references organisation,
  weight_period_id int references period,
  version int not null check (version > 0)
);

-- A share is never changed: the newest version of a body counts, a null threshold takes the share back.
create table target_share (
  id int generated always as identity primary key,
  target_id int not null references target on delete cascade,
  body_id int not null references body,
  version int not null check (version > 0),
  threshold numeric check (threshold >= 0),
  weight numeric check (weight >= 0),
  weight_basis text,
  given_by int references person,
  given_at timestamptz not null,
  unique (target_id, body_id, version),
  check ((weight is null) = (weight_basis is null))
);
create index target_share_of_body on target_share (body_id);

-- The target of a lower programme that serves an upper one; a body carries an upper target once.
create table target_link (
  target_id int primary key references target on delete cascade,
  upper_id int not null references target,
  body_id int not null references body,
  linked_by int references person,
  linked_at timestamptz not null,
  unique (upper_id, body_id),
  check (target_id <> upper_id)
);

-- Why the numbers do not meet, said by a named officer of those numbers; of other numbers it is stale.
-- given: the shares against the target. taken: what lower programmes promise. own: a lower target against its own share.
create table target_gap (
  id int generated always as identity primary key,
  target_id int not null references target on delete cascade,
  side text not null check (side in ('given', 'taken', 'own')),
  no int not null check (no > 0),
  numbers text not null,
  lacking text,
  missing int not null,
  less_strict int not null,
  reason text not null check (length(reason) between 10 and 1000),
  body_id int not null references body,
  recorded_by int not null references person,
  recorded_at timestamptz not null,
  unique (target_id, side, no)
);
