-- One-off collections: a file somebody sent, which of its cells are asked from whom, and what each body answered.
create table collection (
  id int generated always as identity primary key,
  body_id int not null references body,
  place_id int not null references place,
  -- The day on which bodies are looked up and named.
  bodies_on date not null,
  title text not null,
  source text,
  due_at timestamptz not null,
  file_name text not null,
  file_sha256 text not null,
  sheet text,
  mode text check (mode in ('rows', 'copies')),
  name_column text,
  stage text not null check (stage in ('draft', 'issued', 'closed')),
  version int not null default 1,
  illustrative boolean not null default false,
  made_by int references person,
  made_at timestamptz not null,
  issued_at timestamptz,
  check ((stage = 'draft') = (issued_at is null)),
  check (stage = 'draft' or (sheet is not null and mode is not null)),
  check (mode <> 'rows' or name_column is not null)
);
create index collection_of_body on collection (body_id);

-- As it came; every answer is written into a copy of it.
create table collection_file (
  collection_id int primary key references collection on delete cascade,
  bytes bytea not null
);

create table collection_area (
  collection_id int not null references collection on delete cascade,
  position int not null,
  range text not null,
  type text not null check (type in ('number', 'text', 'date')),
  required boolean not null,
  primary key (collection_id, position)
);

-- sheet_row: which row of the sheet is this body's, where each body is a row.
create table collection_addressee (
  collection_id int not null references collection on delete cascade,
  body_id int not null references body,
  sheet_row int,
  primary key (collection_id, body_id),
  unique (collection_id, sheet_row)
);
create index collection_addressee_body on collection_addressee (body_id);

-- cells: value by address, {"B7": "12.5", "C7": "2026-11-26"}.
create table reply (
  id int generated always as identity primary key,
  collection_id int not null references collection,
  body_id int not null references body,
  stage text not null check (stage in ('draft', 'submitted', 'returned', 'accepted')),
  version int not null default 1,
  cells jsonb not null,
  saved_by int references person,
  saved_at timestamptz not null,
  submitted_by int references person,
  submitted_at timestamptz,
  returned_by int references person,
  returned_at timestamptz,
  return_reason text,
  accepted_by int references person,
  accepted_at timestamptz,
  unique (collection_id, body_id),
  check (stage not in ('submitted', 'accepted') or submitted_at is not null),
  check (stage <> 'returned' or return_reason is not null),
  check ((stage = 'accepted') = (accepted_at is not null))
);

-- What was sent each time; never changed afterwards.
create table reply_sent (
  reply_id int not null references reply,
  no int not null,
  cells jsonb not null,
  sent_by int references person,
  sent_at timestamptz not null,
  primary key (reply_id, no)
);
