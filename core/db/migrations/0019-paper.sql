-- The signed paper: kept files and scans, corrections and recalls, what replaced what, manners of organisations.

-- Bytes lie outside the database, under their own SHA-256; a row says that they must be there.
create table kept_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int not null check (bytes > 0),
  media_type text not null,
  kept_at timestamptz not null
);

-- The paper register has these fields too; a document of the same kind may replace another.
alter table register_line
  add column copies int check (copies > 0),
  add column kept_by text,
  add column replaces_id int references register_line;
create unique index register_line_replaced on register_line (replaces_id) where cancelled_at is null;
update register_line l set replaces_id = s.register_line_id
from report r join report s on s.id = r.supersedes_id
where r.register_line_id = l.id and s.register_line_id is not null;

-- Of an issued document, or of a form as it was accepted. Replaced, the old one stays with the reason.
create table scan (
  id int generated always as identity primary key,
  register_line_id int references register_line,
  entry_version_id int references entry_version,
  -- whose seal is on the paper
  sealed_by_id int not null references body,
  illustrative boolean not null default false,
  kept_by int,
  kept_at timestamptz not null,
  replaced_at timestamptz,
  replaced_by int,
  replace_reason text,
  check (num_nonnulls(register_line_id, entry_version_id) = 1),
  check ((replaced_at is null) = (replace_reason is null))
);
create unique index scan_of_line on scan (register_line_id) where replaced_at is null;
create unique index scan_of_entry on scan (entry_version_id) where replaced_at is null;

create table scan_file (
  scan_id int not null references scan on delete cascade,
  no int not null check (no > 0),
  sha256 text not null references kept_file,
  name text not null,
  pages int not null check (pages > 0),
  primary key (scan_id, no)
);

-- A correction of the form, or a recall, each by a document with its own number.
create table document_notice (
  id int generated always as identity primary key,
  register_line_id int not null references register_line,
  kind text not null check (kind in ('correction', 'recall')),
  by_line_id int not null unique references register_line,
  reason text not null,
  made_by int,
  made_at timestamptz not null,
  check (by_line_id <> register_line_id)
);
create unique index document_recalled on document_notice (register_line_id) where kind = 'recall';
create index document_notice_of_line on document_notice (register_line_id);

create table document_notice_item (
  notice_id int not null references document_notice on delete cascade,
  no int not null check (no > 0),
  was text not null,
  reads text not null,
  primary key (notice_id, no)
);

-- Organisations of the Front write in a manner of their own, beside the Party's and the state's.
alter table document_template drop constraint document_template_family_check,
  add check (family in ('party', 'state', 'fatherlandFront', 'tradeUnion', 'youthUnion', 'womensUnion', 'farmersUnion', 'veterans'));
alter table number_series drop constraint number_series_family_check,
  drop constraint number_series_check1,
  add check (family in ('party', 'state', 'fatherlandFront', 'tradeUnion', 'youthUnion', 'womensUnion', 'farmersUnion', 'veterans')),
  add check (family <> 'party' or basis = 'term'),
  add check (family <> 'state' or basis = 'year');
