-- Numbers and registers, layout templates, reports.
create table document_template (
  id int generated always as identity primary key,
  family text not null check (family in ('party', 'state')),
  key text not null,
  no int not null,
  name text not null,
  valid_from date,
  layout jsonb not null,
  basis text not null,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  unique (family, key, no)
);

-- Party: by kind of document through the committee's term. State: by kind and calendar year.
create table number_series (
  id int generated always as identity primary key,
  body_id int not null references body,
  document_kind text not null,
  symbol text not null,
  basis text not null check (basis in ('term', 'year')),
  valid_from date not null,
  valid_to date not null,
  last_number int not null default 0,
  check (valid_from <= valid_to),
  exclude using gist (body_id with =, document_kind with =, daterange(valid_from, valid_to, '[]') with &&)
);

create table register_line (
  id int generated always as identity primary key,
  series_id int not null references number_series,
  number int not null check (number > 0),
  full_number text not null,
  dated date not null,
  summary text not null,
  recipients text,
  signed_by text,
  cancelled_at timestamptz,
  cancel_reason text,
  unique (series_id, number),
  check ((cancelled_at is null) = (cancel_reason is null))
);

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
  drafter_id int,
  template_id int not null references document_template,
  consolidation_id int references consolidation,
  sign_authority text check (sign_authority in ('direct', 'onBehalf', 'forHead', 'byOrder', 'acting')),
  signer_title text,
  signer_name text,
  recipients text,
  return_reason text,
  register_line_id int references register_line,
  issued_document jsonb,
  issued_at timestamptz,
  supersedes_id int references report,
  illustrative boolean not null default false,
  check ((stage in ('issued', 'superseded')) = (issued_document is not null)),
  check (stage not in ('issued', 'superseded') or (register_line_id is not null and issued_at is not null)),
  check (stage <> 'returned' or return_reason is not null)
);

create table report_text (
  report_id int not null references report on delete cascade,
  section text not null,
  text text not null,
  version int not null default 1,
  primary key (report_id, section)
);
