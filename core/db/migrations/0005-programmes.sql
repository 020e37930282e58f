-- Programmes and targets, counts and indicators, calendars and forms, entries and what the boards count.
create table reporting_calendar (
  id int generated always as identity primary key,
  key text not null unique,
  name text not null,
  entry_kind text not null check (entry_kind in ('year', 'half', 'quarter', 'month')),
  basis text,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed'))
);

create table period (
  id int generated always as identity primary key,
  calendar_id int not null references reporting_calendar,
  key text not null,
  kind text not null check (kind in ('year', 'half', 'quarter', 'month')),
  name text not null,
  starts_on date not null,
  ends_on date not null,
  cut_off_on date not null,
  due_on date not null,
  unique (calendar_id, key),
  check (starts_on <= ends_on and cut_off_on <= due_on)
);
create index period_of_calendar on period (calendar_id, kind, ends_on);

-- Closed by the body that asks the forms: calendars are shared, closing is not.
create table period_closing (
  period_id int not null references period,
  body_id int not null references body,
  closed_at timestamptz not null,
  primary key (period_id, body_id)
);

create table sector (
  key text primary key,
  name text not null,
  position int not null
);

-- What is counted. How it adds over places and how over time are two questions.
create table count_kind (
  id int generated always as identity primary key,
  key text not null unique,
  name text not null,
  unit text not null check (unit in ('person', 'membership', 'household', 'organisation', 'model', 'meeting')),
  over_places text not null check (over_places in ('sum', 'none')),
  over_time text not null check (over_time in ('last', 'sum', 'none')),
  definition text not null,
  definition_version int not null default 1,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  position int not null
);

-- One question of a form as a figure: a count, of an organisation, in a sector.
create table cell (
  id int generated always as identity primary key,
  count_id int not null references count_kind,
  organisation text references organisation,
  sector text references sector,
  unique nulls not distinct (count_id, organisation, sector)
);

create table indicator (
  id int generated always as identity primary key,
  key text not null unique,
  name text not null
);

create table indicator_version (
  id int generated always as identity primary key,
  indicator_id int not null references indicator,
  no int not null,
  valid_from date,
  unit text not null check (unit in ('%', 'count')),
  wording text not null,
  basis text,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  unique (indicator_id, no)
);

-- numerator and denominator are sums of counts, of one organisation where a term names it; expected and reported say how many units the form itself covers.
create table indicator_term (
  indicator_version_id int not null references indicator_version,
  role text not null check (role in ('numerator', 'denominator', 'coverageReported', 'coverageExpected')),
  count_id int not null references count_kind,
  organisation text references organisation,
  unique nulls not distinct (indicator_version_id, role, count_id, organisation)
);

create table programme (
  id int generated always as identity primary key,
  body_id int not null references body,
  place_id int not null references place,
  year int not null check (year between 1945 and 2200),
  number text,
  issued_on date,
  title text not null,
  motto text,
  calendar_id int references reporting_calendar,
  stage text not null check (stage in ('draft', 'issued', 'closed')),
  public boolean not null default false,
  illustrative boolean not null default false,
  source_note text,
  version int not null default 1,
  check (stage = 'draft' or calendar_id is not null),
  unique nulls not distinct (body_id, year, number, title)
);

create table programme_document (
  id int generated always as identity primary key,
  programme_id int not null references programme on delete cascade,
  position int not null,
  kind text not null,
  number text,
  issued_on date,
  issuer text,
  about text
);

create table programme_theme (
  id int generated always as identity primary key,
  programme_id int not null references programme on delete cascade,
  position int not null,
  scope text,
  text text not null
);

create table programme_task (
  id int generated always as identity primary key,
  programme_id int not null references programme on delete cascade,
  no int not null,
  short text not null,
  text text not null,
  unique (programme_id, no)
);

create table target (
  id int generated always as identity primary key,
  programme_id int not null references programme on delete cascade,
  no int not null,
  indicator_version_id int not null references indicator_version,
  name text not null,
  comparator text not null check (comparator in ('>', '>=', '=', '<=', '<')),
  threshold numeric not null,
  deadline date,
  weight numeric not null default 1 check (weight > 0),
  reading text,
  source_text text,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  overlap_factor boolean not null default false,
  unique (programme_id, no)
);

-- Whom the target binds: cells outside are not part of it.
create table target_binding (
  target_id int not null references target on delete cascade,
  organisation text references organisation,
  sector text references sector,
  unique nulls not distinct (target_id, organisation, sector)
);

-- "Riêng …": takes its subset out of the main figure and judges it by its own threshold.
create table target_exception (
  id int generated always as identity primary key,
  target_id int not null references target on delete cascade,
  no int not null,
  name text not null,
  organisation text references organisation,
  sector text references sector,
  comparator text not null check (comparator in ('>', '>=', '=', '<=', '<')),
  threshold numeric not null,
  source_text text,
  note text,
  check (organisation is not null or sector is not null),
  unique (target_id, no)
);

-- "Không có tổ chức yếu kém": a count beside the ratio, judged by itself.
create table target_companion (
  id int generated always as identity primary key,
  target_id int not null references target on delete cascade,
  no int not null,
  name text not null,
  count_id int not null references count_kind,
  comparator text not null check (comparator in ('>', '>=', '=', '<=', '<')),
  threshold numeric not null,
  source_text text,
  unique (target_id, no)
);

-- A form belongs to the body that asks; programmes of several years use it, so nobody types the same count twice.
create table form (
  id int generated always as identity primary key,
  body_id int not null references body,
  calendar_id int not null references reporting_calendar,
  key text not null,
  name text not null,
  intro text,
  kind text not null check (kind in ('figures', 'summary')),
  needs_decision boolean not null default false,
  unique (body_id, key)
);

create table programme_form (
  programme_id int not null references programme on delete cascade,
  form_id int not null references form,
  position int not null,
  primary key (programme_id, form_id)
);

create table form_row (
  id int generated always as identity primary key,
  form_id int not null references form on delete cascade,
  no int not null,
  cell_id int not null references cell,
  section text,
  label text not null,
  help text,
  choice text,
  required boolean not null default true,
  maximum bigint not null default 100000000,
  unique (form_id, no),
  unique (form_id, cell_id)
);

-- A rule over the cells of one form, as data; see programmes/check.ts for the shapes.
create table form_check (
  id int generated always as identity primary key,
  form_id int not null references form on delete cascade,
  no int not null,
  rule jsonb not null,
  unless text not null check (unless in ('never', 'reason')),
  sentence text not null,
  unique (form_id, no)
);

-- Who fills which form, and who accepts it: the reporting line is data.
create table duty (
  id int generated always as identity primary key,
  form_id int not null references form on delete cascade,
  body_id int not null references body,
  to_body_id int not null references body,
  valid_from date,
  valid_to date,
  check (body_id <> to_body_id),
  unique (form_id, body_id)
);
create index duty_of_body on duty (body_id);
create index duty_to_body on duty (to_body_id);

create table entry (
  id int generated always as identity primary key,
  duty_id int not null references duty,
  form_id int not null references form,
  body_id int not null references body,
  to_body_id int not null references body,
  place_id int not null references place,
  period_id int not null references period,
  stage text not null check (stage in ('draft', 'submitted', 'returned', 'accepted')),
  version int not null default 1,
  working_id int not null,
  counted_id int,
  unique (duty_id, period_id)
);
create index entry_by_period on entry (period_id, form_id);
create index entry_by_place on entry (place_id, period_id);

create table entry_version (
  id int generated always as identity primary key,
  entry_id int not null references entry,
  no int not null,
  reason text,
  remark text,
  decision_number text,
  decision_on date,
  saved_by int,
  saved_at timestamptz not null,
  submitted_by int,
  submitted_at timestamptz,
  returned_by int,
  returned_at timestamptz,
  return_reason text,
  accepted_by int,
  accepted_at timestamptz,
  unique (entry_id, no),
  check (accepted_at is null or submitted_at is not null),
  check (returned_at is null or return_reason is not null)
);
alter table entry
  add foreign key (working_id) references entry_version deferrable initially deferred,
  add foreign key (counted_id) references entry_version deferrable initially deferred,
  add check (stage <> 'accepted' or counted_id is not null);

-- counted: belongs to the newest accepted version of its entry; the boards read these rows and no others.
create table entry_value (
  version_id int not null references entry_version on delete cascade,
  cell_id int not null references cell,
  place_id int not null,
  period_id int not null,
  counted boolean not null default false,
  value bigint not null check (value >= 0),
  note text,
  primary key (version_id, cell_id)
);
create index entry_value_counted on entry_value (period_id, place_id, cell_id) include (value) where counted;

-- Sums of the counted values under every place above the reporting ones, refreshed in the transaction that accepts.
create table rollup_cached (
  place_id int not null references place,
  period_id int not null references period,
  cell_id int not null references cell,
  value bigint not null,
  primary key (period_id, place_id, cell_id)
);

-- How many duties under a place are due, sent and accepted, by form and period; kept by the same transactions.
create table standing_cached (
  place_id int not null references place,
  period_id int not null references period,
  form_id int not null references form,
  expected int not null,
  submitted int not null,
  accepted int not null,
  primary key (period_id, place_id, form_id)
);

-- An act of the upper body: the versions it took, pinned. Stale when one of them is no longer the counted one.
create table consolidation (
  id int generated always as identity primary key,
  programme_id int references programme,
  body_id int not null references body,
  period_id int not null references period,
  no int not null,
  made_by int,
  made_at timestamptz not null,
  note text,
  unique nulls not distinct (programme_id, body_id, period_id, no)
);

create table consolidation_pin (
  consolidation_id int not null references consolidation on delete cascade,
  entry_id int not null references entry,
  version_id int not null references entry_version,
  primary key (consolidation_id, entry_id)
);

-- A urging sent, said or phoned, and what was answered.
create table reminder (
  id int generated always as identity primary key,
  duty_id int not null references duty,
  period_id int not null references period,
  at timestamptz not null,
  by_person_id int,
  channel text not null check (channel in ('copied', 'phone', 'inPerson')),
  answer text
);
