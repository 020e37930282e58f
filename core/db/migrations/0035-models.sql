-- Criteria sets, and the “Dân vận khéo” models they score: from registration to recognition, review and replication.

-- Where something is recognised or honoured. A level that ended keeps what it gave.
create table honour_level (
  key text primary key check (key ~ '^[a-z][A-Za-z]{1,39}$'),
  name text not null,
  position int not null unique,
  -- Recognition here needs recognition there first; null: none.
  below text references honour_level,
  since date not null,
  until date
);
insert into honour_level (key, name, position, below, since, until) values
  ('commune', 'cấp cơ sở', 1, null, '2009-01-01', null),
  ('district', 'cấp huyện', 2, 'commune', '2009-01-01', '2025-06-30'),
  ('province', 'cấp tỉnh', 3, 'commune', '2009-01-01', null),
  ('central', 'cấp trung ương', 4, 'province', '2009-01-01', null);

create table model_field (
  key text primary key check (key ~ '^[a-z][A-Za-z]{1,39}$'),
  name text not null,
  position int not null unique,
  since date not null default '2009-01-01',
  until date
);
insert into model_field (key, name, position) values
  ('economy', 'Kinh tế', 1),
  ('culture', 'Văn hoá - xã hội', 2),
  ('defence', 'Quốc phòng - an ninh', 3),
  ('politicalSystem', 'Xây dựng hệ thống chính trị', 4);

-- A set as it was on its days: what was scored by it keeps it, a change is a new version.
create table criteria_set (
  id int generated always as identity primary key,
  key text not null check (key ~ '^[a-z][A-Za-z0-9.]{1,59}$'),
  no int not null check (no > 0),
  purpose text not null check (purpose in ('model', 'exemplar', 'agency', 'government', 'democracy')),
  -- For what of that purpose: of democracy in the grass roots the kind of unit; empty: for all.
  of_kind text not null default '' check (of_kind in ('', 'commune', 'agency', 'enterprise')),
  name text not null check (name <> ''),
  -- Whose it is, for what is at its place or below; null: for everybody who has none of his own.
  body_id int references body,
  valid_from date not null,
  valid_to date,
  basis text not null check (basis <> ''),
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  shipped boolean not null default false,
  made_at timestamptz not null,
  made_by int references person,
  unique (key, no),
  check (valid_to is null or valid_to >= valid_from)
);
create index criteria_set_in_force on criteria_set (purpose, valid_from);

create table criterion (
  set_id int not null references criteria_set,
  no int not null check (no > 0),
  text text not null check (text <> ''),
  guidance text not null default '',
  most numeric(6, 2) not null check (most > 0),
  -- Points are given only with something that shows it.
  evidence boolean not null default false,
  -- Unmet, nothing is recognised whatever the points.
  knock_out boolean not null default false,
  primary key (set_id, no)
);

-- Best first: the first class whose points are reached.
create table criteria_class (
  set_id int not null references criteria_set,
  no int not null check (no > 0),
  name text not null check (name <> ''),
  least numeric(6, 2) not null check (least >= 0),
  passes boolean not null,
  primary key (set_id, no)
);

create sequence model_code;

create table model (
  id int generated always as identity primary key,
  code text not null unique,
  kind text not null check (kind in ('model', 'exemplarCollective', 'exemplarPerson')),
  field text not null references model_field,
  year int not null check (year between 2009 and 2100),
  name text not null check (name <> ''),
  search_key text not null,
  words tsvector not null generated always as (to_tsvector('simple', search_key)) stored,
  owner_id int not null references body,
  place_id int not null references place,
  -- The body it was registered with: it guides, has it inspected, recognises.
  guide_id int not null references body,
  -- An office, never a person's own telephone.
  leader_post text not null default '',
  contact text not null default '',
  forces text not null default '',
  problem text not null default '',
  objective text not null default '',
  content text not null default '',
  expected text not null default '',
  participants int check (participants >= 0),
  beneficiaries int check (beneficiaries >= 0),
  starts_on date,
  ends_on date,
  -- Copied from there, and what was done otherwise here.
  origin_id int references model,
  changed text not null default '',
  -- Measured only by two figures and what they are compared with.
  effect text not null default 'notMeasured' check (effect in ('notMeasured', 'measured')),
  effect_of text not null default '',
  effect_unit text not null default '',
  effect_before numeric,
  effect_after numeric,
  effect_against text not null default '',
  stage text not null check (stage in ('draft', 'registered', 'returned', 'guided', 'underway', 'selfScored', 'inspected',
    'improving', 'recognised', 'notRecognised', 'ended', 'withdrawn')),
  -- Chosen with the first score and kept.
  set_id int references criteria_set,
  first_recognised_on date,
  ended_on date,
  version int not null default 1,
  illustrative boolean not null default false,
  made_at timestamptz not null,
  made_by int references person,
  check (ends_on is null or starts_on is null or ends_on >= starts_on),
  check (effect = 'notMeasured' or (effect_before is not null and effect_after is not null and effect_against <> '')),
  check (stage <> 'recognised' or first_recognised_on is not null),
  check ((stage = 'ended') = (ended_on is not null))
);
create index model_of_owner on model (owner_id, id);
create index model_with_guide on model (guide_id, stage, id);
create index model_of_place on model (place_id, id);
create index model_origin on model (origin_id) where origin_id is not null;
create index model_of_year on model (year, field);
create index model_words on model using gin (words);

create table model_act (
  model_id int not null references model,
  no int not null check (no > 0),
  move text not null,
  at timestamptz not null,
  person_id int references person,
  body_id int references body,
  note text not null default '',
  facts jsonb not null default '{}',
  primary key (model_id, no)
);

-- What was put in: days of work, land, money, each by its source.
create table model_resource (
  model_id int not null references model,
  no int not null check (no > 0),
  kind text not null check (kind in ('workDays', 'land', 'money', 'other')),
  source text not null check (source in ('budget', 'people', 'business', 'other')),
  amount numeric not null check (amount >= 0),
  note text not null default '',
  primary key (model_id, no)
);

create table model_evidence (
  id int generated always as identity primary key,
  model_id int not null references model,
  kind text not null check (kind in ('photo', 'minutes', 'document', 'figure')),
  title text not null check (title <> ''),
  on_date date not null,
  -- Of a photo or paper its bytes; of a figure the figure of a programme it rests on.
  name text not null default '',
  media_type text not null default '',
  bytes int,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  clean_sha256 text check (clean_sha256 ~ '^[0-9a-f]{64}$'),
  indicator_id int references indicator,
  figure text not null default '',
  -- Nobody in the picture is known by it, or whoever is has agreed.
  may_show boolean not null default false,
  added_at timestamptz not null,
  added_by int references person,
  removed_at timestamptz,
  check ((kind = 'figure') = (sha256 is null)),
  check (kind <> 'figure' or figure <> '')
);
create index model_evidence_of on model_evidence (model_id, id);

-- Self-score, inspected score, final score, side by side.
create table model_score (
  model_id int not null references model,
  round text not null check (round in ('self', 'inspected', 'final')),
  no int not null,
  points numeric(6, 2) not null check (points >= 0),
  met boolean not null default true,
  note text not null default '',
  primary key (model_id, round, no)
);

-- An inspection, with the evidence as it lay there on the day.
create table model_inspection (
  model_id int not null references model,
  no int not null check (no > 0),
  on_date date not null,
  body_id int not null references body,
  person_id int references person,
  team text not null,
  minutes text not null,
  evidence jsonb not null,
  at timestamptz not null,
  primary key (model_id, no)
);

create table model_recognition (
  model_id int not null references model,
  level text not null references honour_level,
  body_id int not null references body,
  decision text not null check (decision <> ''),
  on_date date not null,
  signer_post text not null check (signer_post <> ''),
  at timestamptz not null,
  by_person int references person,
  primary key (model_id, level)
);

create table model_review (
  model_id int not null references model,
  year int not null,
  class text not null check (class in ('good', 'fair', 'average', 'formal')),
  note text not null default '',
  body_id int not null references body,
  person_id int references person,
  at timestamptz not null,
  primary key (model_id, year)
);

-- Whoever is shown as an exemplary person has agreed, in these words; taken back, it is shown nowhere from that moment.
create table model_consent (
  id int generated always as identity primary key,
  model_id int not null references model,
  words text not null check (words <> ''),
  given_on date not null,
  channel text not null check (channel in ('paper', 'inPerson', 'electronic')),
  document text not null default '',
  taken_by int references person,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text not null default ''
);
create unique index model_consent_one on model_consent (model_id) where withdrawn_at is null;

-- What everybody reads of it.
create table model_public (
  model_id int primary key references model,
  summary text not null check (summary <> ''),
  shown_at timestamptz not null,
  shown_by int references person,
  changed_at timestamptz not null
);
create index model_public_newest on model_public (shown_at desc);
