-- Blocs and clusters of emulation, two assessors who do not see each other, the Party committee's word, reward money.

-- Bodies that compete with each other for a year (khối, cụm thi đua), with whoever leads them that year.
create table emulation_cluster (
  id int generated always as identity primary key,
  kind text not null check (kind in ('bloc', 'cluster')),
  name text not null check (name <> ''),
  year int not null check (year between 2009 and 2100),
  -- Who arranged it.
  body_id int not null references body,
  head_id int not null references body,
  -- Number and day of the minutes that ranked them; empty: not ranked yet.
  minutes text not null default '',
  version int not null default 1,
  illustrative boolean not null default false,
  made_at timestamptz not null,
  made_by int references person,
  unique (body_id, year, name)
);

create table emulation_member (
  cluster_id int not null references emulation_cluster,
  body_id int not null references body,
  -- Two may share a place.
  rank int check (rank > 0),
  primary key (cluster_id, body_id)
);
create index emulation_member_body on emulation_member (body_id);

-- The Party committee over the nominee is asked before the dossier is complete.
alter table commendation_form add confirmation boolean not null default false;

alter table commendation_round
  add cluster_id int references emulation_cluster,
  -- Points by which two assessors may differ; null: nobody gives points.
  add assess_gap int check (assess_gap between 0 and 100),
  -- How many of the persons are women, as the desk counted them; of whom is nowhere kept.
  add women int check (women >= 0);

alter table commendation_member add assesses boolean not null default false;

alter table nominee
  -- Document and day.
  add confirmation text not null default '',
  -- Works in a remote or mountainous commune.
  add remote boolean not null default false,
  -- Where the assessors differed too much: what was settled, and how.
  add settled_points int check (settled_points between 0 and 100),
  add settled_how text not null default '',
  add check ((settled_points is null) = (settled_how = ''));

create table nominee_assessment (
  nominee_id int not null references nominee,
  member_id int not null references commendation_member,
  points int not null check (points between 0 and 100),
  note text not null default '',
  at timestamptz not null,
  primary key (nominee_id, member_id)
);

-- Money that comes with a form, from a day on; the newest version a body wrote for itself and those below wins.
create table reward_amount (
  id int generated always as identity primary key,
  form_key text not null,
  honours text not null check (honours in ('collective', 'person')),
  valid_from date not null,
  -- Whose it is; null: for everybody.
  body_id int references body,
  -- Đồng.
  amount bigint not null check (amount >= 0),
  basis text not null check (basis <> ''),
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  doubts text not null default '',
  made_at timestamptz not null,
  made_by int references person,
  unique nulls not distinct (form_key, honours, valid_from, body_id)
);
