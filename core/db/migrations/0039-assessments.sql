-- Bodies scored once a year: “Dân vận khéo” agencies, dân vận of authorities, democracy in the grass roots; and counts drawn from it.

insert into organisation (key, name, short_name, family, members, position) values
  ('enterprise', 'Doanh nghiệp, hợp tác xã', 'Doanh nghiệp', 'other', null, 50);

-- A year's scoring of bodies, led by one body that verifies what they gave themselves.
create table assessment (
  id int generated always as identity primary key,
  body_id int not null references body,
  place_id int not null references place,
  purpose text not null check (purpose in ('agency', 'government', 'democracy')),
  year int not null check (year between 2009 and 2100),
  -- Sent by the bodies until then.
  due_on date not null,
  note text not null default '',
  urged_on date,
  version int not null default 1,
  illustrative boolean not null default false,
  made_at timestamptz not null,
  made_by int references person,
  unique (body_id, purpose, year)
);

create table scoresheet (
  id int generated always as identity primary key,
  assessment_id int not null references assessment,
  body_id int not null references body,
  of_kind text not null default '' check (of_kind in ('', 'commune', 'agency', 'enterprise')),
  -- As it was in force when the body was taken in; a newer version is for whoever is taken in later.
  set_id int not null references criteria_set,
  stage text not null check (stage in ('due', 'draft', 'sent', 'returned', 'verified', 'decided', 'excused')),
  sent_by int references person,
  sent_at timestamptz,
  -- What the verified points came to, and the decision it stands in.
  class text,
  passes boolean,
  best boolean,
  decision text,
  decided_on date,
  signer_post text,
  version int not null default 1,
  unique (assessment_id, body_id),
  check ((stage = 'decided') = (decision is not null)),
  check ((decision is null) = (class is null) and (decision is null) = (passes is null)
    and (decision is null) = (best is null) and (decision is null) = (decided_on is null)
    and (decision is null) = (signer_post is null)),
  check (stage not in ('sent', 'verified', 'decided') or sent_at is not null)
);
create index scoresheet_of_body on scoresheet (body_id, id);

-- What the body gave itself and what was verified, criterion by criterion.
create table scoresheet_score (
  scoresheet_id int not null references scoresheet,
  round text not null check (round in ('self', 'verified')),
  no int not null,
  points numeric(6, 2) not null check (points >= 0),
  met boolean not null default true,
  -- Of verified points that differ: why.
  note text not null default '',
  -- Of the body: what shows it, as a document's number.
  proof text not null default '',
  primary key (scoresheet_id, round, no)
);

create table scoresheet_evidence (
  id int generated always as identity primary key,
  scoresheet_id int not null references scoresheet,
  no int not null,
  title text not null check (title <> ''),
  name text not null,
  media_type text not null,
  bytes int not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  added_by int references person,
  removed_at timestamptz
);
create index scoresheet_evidence_of on scoresheet_evidence (scoresheet_id, id);

-- A verification, with what it found of points and evidence on its day.
create table scoresheet_verification (
  scoresheet_id int not null references scoresheet,
  no int not null check (no > 0),
  on_date date not null,
  body_id int not null references body,
  person_id int references person,
  team text not null,
  minutes text not null,
  scores jsonb not null,
  evidence jsonb not null,
  at timestamptz not null,
  primary key (scoresheet_id, no)
);

create table scoresheet_act (
  scoresheet_id int not null references scoresheet,
  no int not null check (no > 0),
  move text not null,
  at timestamptz not null,
  person_id int references person,
  body_id int references body,
  note text not null default '',
  facts jsonb not null default '{}',
  primary key (scoresheet_id, no)
);

-- One row a model and what the year counts it as: ended before new before maintained, so that no model stands in two of
-- them. `effective` and `replicated` are counted beside. Level: the highest that recognised it by the end of the year.
create function model_counted(of_year int, effective_classes text[])
returns table (id int, field text, owner_id int, guide_id int, owner text, level text, registered boolean,
  recognised boolean, effective boolean, ended boolean, fresh boolean, maintained boolean, replicated boolean)
language sql stable as $$
  select m.id, m.field, m.owner_id, m.guide_id, b.organisation,
    (select h.key from model_recognition r join honour_level h on h.key = r.level
      where r.model_id = m.id and r.on_date < make_date(of_year + 1, 1, 1) order by h.position desc limit 1),
    m.year = of_year and m.stage not in ('draft', 'returned', 'withdrawn'),
    recognised.on_date is not null,
    recognised.on_date is not null and coalesce(y.class = any(effective_classes), false),
    ended.yes,
    not ended.yes and coalesce(extract(year from m.first_recognised_on) = of_year, false),
    not ended.yes and coalesce(extract(year from m.first_recognised_on) < of_year, false) and y.class is not null,
    m.origin_id is not null and m.year = of_year and m.stage not in ('draft', 'returned', 'withdrawn')
  from model m join body b on b.id = m.owner_id
  left join lateral (select min(r.on_date) as on_date from model_recognition r
    where r.model_id = m.id and r.on_date < make_date(of_year + 1, 1, 1)) recognised on true
  left join model_review y on y.model_id = m.id and y.year = of_year
  cross join lateral (select coalesce(extract(year from m.ended_on) = of_year, false) as yes) ended
$$;

-- Counts nobody types where there is something to draw them from: of assessments by their purpose, of models by the body
-- that guides them or that owns them.
create table count_source (
  count_key text primary key,
  source text not null check (source in ('assessment', 'models')),
  what text not null,
  part text not null,
  check (source <> 'assessment' or (what in ('agency', 'government', 'democracy')
    and part in ('due', 'graded', 'passed', 'best'))),
  check (source <> 'models' or (what in ('guide', 'owner')
    and part in ('registered', 'recognised', 'fresh', 'maintained', 'replicated', 'ended')))
);
insert into count_source (count_key, source, what, part) values
  ('agenciesDue', 'assessment', 'agency', 'due'),
  ('agenciesAssessed', 'assessment', 'agency', 'graded'),
  ('agenciesMet', 'assessment', 'agency', 'passed'),
  ('unitsDue', 'assessment', 'democracy', 'due'),
  ('unitsGraded', 'assessment', 'democracy', 'graded'),
  ('unitsGood', 'assessment', 'democracy', 'best');

-- Which counts of a body for a period are drawn, and from what: an assessment it leads, models it has in the registry.
create view drawn_cell as
  select a.body_id, p.id as period_id, cell.id as cell_id, k.source, a.id as source_id, k.what, k.part, cell.sector
  from assessment a
  join period p on p.kind = 'year' and extract(year from p.ends_on) = a.year
  join count_source k on k.source = 'assessment' and k.what = a.purpose
  join count_kind c on c.key = k.count_key
  join cell on cell.count_id = c.id and cell.organisation is null
  union all
  select b.id, p.id, cell.id, k.source, b.id, k.what, k.part, cell.sector
  from count_source k
  join count_kind c on c.key = k.count_key
  join cell on cell.count_id = c.id and cell.organisation is null and cell.sector is null
  join period p on p.kind = 'year'
  cross join body b
  where k.source = 'models' and exists (select from model m
    where ((k.what = 'guide' and m.guide_id = b.id) or (k.what = 'owner' and m.owner_id = b.id))
      and m.year <= extract(year from p.ends_on) and m.stage not in ('draft', 'returned', 'withdrawn'));

-- Each thing they count, one row a thing: bodies that are there on the last day of the period; models of the year.
create view drawn_unit as
  select d.body_id, d.period_id, d.cell_id, s.id as origin_id, u.name, coalesce(s.class, '') as result
  from drawn_cell d
  join period p on p.id = d.period_id
  join scoresheet s on d.source = 'assessment' and s.assessment_id = d.source_id and s.stage <> 'excused'
    and (d.sector is null or d.sector = s.of_kind)
    and (d.part = 'due' or (s.stage = 'decided'
      and (d.part = 'graded' or (d.part = 'passed' and s.passes) or (d.part = 'best' and s.best))))
  join body_version u on u.body_id = s.body_id
    and p.ends_on between coalesce(u.valid_from, '-infinity') and coalesce(u.valid_to, 'infinity')
  union all
  select d.body_id, d.period_id, d.cell_id, t.id,
    case m.kind when 'exemplarPerson' then m.code else m.code || ' · ' || m.name end, ''
  from drawn_cell d
  join period p on p.id = d.period_id
  cross join lateral model_counted(extract(year from p.ends_on)::int, '{}') t
  join model m on m.id = t.id
  where d.source = 'models'
    and ((d.what = 'guide' and t.guide_id = d.body_id) or (d.what = 'owner' and t.owner_id = d.body_id))
    and case d.part when 'registered' then t.registered when 'recognised' then t.recognised when 'fresh' then t.fresh
      when 'maintained' then t.maintained when 'replicated' then t.replicated else t.ended end;

-- What of a version of an entry was drawn and not typed, and from what.
create table drawn_figure (
  version_id int not null references entry_version on delete cascade,
  cell_id int not null references cell,
  source text not null,
  source_id int not null,
  primary key (version_id, cell_id)
);

-- The things it counted, as they were then.
create table drawn_pin (
  version_id int not null,
  cell_id int not null,
  origin_id int not null,
  name text not null,
  result text not null,
  primary key (version_id, cell_id, origin_id),
  foreign key (version_id, cell_id) references drawn_figure on delete cascade
);
