-- Numbers and registers, layout templates, reports.

-- Layout values by family; a change adds a version, and what was made with an older one keeps it.
create table document_template (
  id int generated always as identity primary key,
  family text not null check (family in ('party', 'state')),
  no int not null,
  name text not null,
  layout jsonb not null,
  basis text not null,
  made_at timestamptz not null,
  made_by int,
  unique (family, no)
);

-- Party: by kind of document through the committee's term. State: by kind and calendar year.
create table number_series (
  id int generated always as identity primary key,
  body_id int not null references body,
  family text not null check (family in ('party', 'state')),
  basis text not null check (basis in ('term', 'year')),
  document_kind text not null,
  symbol text not null,
  valid_from date not null,
  valid_to date not null,
  last_number int not null default 0,
  check (valid_from <= valid_to),
  check ((basis = 'term') = (family = 'party')),
  exclude using gist (body_id with =, document_kind with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- A number is taken once. Cancelled, it stays with its reason.
create table register_line (
  id int generated always as identity primary key,
  series_id int not null references number_series,
  number int not null check (number > 0),
  full_number text not null,
  dated date not null,
  summary text not null,
  recipients text,
  signed_by text,
  -- 'report': made here, and replaced rather than cancelled once issued; null: a document made elsewhere
  of_noun text,
  taken_by int,
  taken_at timestamptz not null,
  cancelled_by int,
  cancelled_at timestamptz,
  cancel_reason text,
  unique (series_id, number),
  check ((cancelled_at is null) = (cancel_reason is null))
);

-- A report rests on a consolidation: the versions of entries it pins. Issued, its whole text is kept as it was.
create table report (
  id int generated always as identity primary key,
  programme_id int not null references programme,
  body_id int not null references body,
  place_id int not null references place,
  period_id int not null references period,
  kind text not null check (kind in ('interim', 'final')),
  stage text not null check (stage in ('draft', 'submitted', 'returned', 'accepted', 'signed', 'issued', 'superseded')),
  version int not null default 1,
  title text not null,
  upper_issuer text,
  issued_at_place text,
  recipients text,
  drafter_id int,
  submitted_by int,
  template_id int not null references document_template,
  consolidation_id int not null references consolidation,
  return_reason text,
  sign_authority text check (sign_authority in ('direct', 'onBehalf', 'forHead', 'byOrder', 'acting')),
  signer_title text,
  signer_name text,
  signed_by int,
  register_line_id int unique references register_line,
  issued_document jsonb,
  issued_at timestamptz,
  supersedes_id int references report,
  illustrative boolean not null default false,
  made_at timestamptz not null,
  check ((stage in ('issued', 'superseded')) = (issued_document is not null)),
  check (stage not in ('issued', 'superseded') or (register_line_id is not null and issued_at is not null)),
  check (stage not in ('signed', 'issued', 'superseded') or (sign_authority is not null and signer_name is not null)),
  check (stage <> 'returned' or return_reason is not null)
);
create index report_of_programme on report (programme_id, kind);
-- One report of a kind and period is on the way at a time; a later one supersedes the issued one.
create unique index report_on_the_way on report (programme_id, body_id, period_id, kind)
  where stage in ('draft', 'submitted', 'returned', 'accepted', 'signed');
create unique index report_issued on report (programme_id, body_id, period_id, kind) where stage = 'issued';

-- What the officer writes in a section, in his own words.
create table report_text (
  report_id int not null references report on delete cascade,
  section text not null,
  text text not null,
  version int not null default 1,
  written_by int,
  written_at timestamptz not null,
  primary key (report_id, section)
);
