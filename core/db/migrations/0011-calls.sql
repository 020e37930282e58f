-- Report calls: an outline asked of bodies, what each of them answers, and which passages of a report came from whom.
create table call (
  id int generated always as identity primary key,
  body_id int not null references body,
  place_id int not null references place,
  programme_id int references programme,
  kind text not null check (kind in ('direct', 'quick', 'month', 'quarter', 'interim', 'thematic', 'multiYear', 'final')),
  title text not null,
  year int not null,
  from_year int,
  period_key text not null,
  due_on date not null,
  intro text,
  stage text not null check (stage in ('draft', 'issued', 'closed')),
  version int not null default 1,
  illustrative boolean not null default false,
  made_by int references person,
  made_at timestamptz not null,
  issued_at timestamptz,
  check ((stage = 'draft') = (issued_at is null)),
  check (from_year is null or from_year < year)
);
create index call_of_body on call (body_id);

create table call_section (
  call_id int not null references call on delete cascade,
  key text not null,
  position int not null,
  heading text not null,
  guidance text,
  most_words int not null check (most_words > 0),
  asks text not null check (asks in ('text', 'difficulties', 'proposals')),
  primary key (call_id, key)
);

create table call_addressee (
  call_id int not null references call on delete cascade,
  body_id int not null references body,
  primary key (call_id, body_id)
);
create index call_addressee_body on call_addressee (body_id);

create table answer (
  id int generated always as identity primary key,
  call_id int not null references call,
  body_id int not null references body,
  stage text not null check (stage in ('draft', 'submitted', 'returned', 'accepted')),
  version int not null default 1,
  working_id int not null,
  accepted_id int,
  unique (call_id, body_id),
  check (stage <> 'accepted' or accepted_id is not null)
);

create table answer_version (
  id int generated always as identity primary key,
  answer_id int not null references answer,
  no int not null,
  saved_by int references person,
  saved_at timestamptz not null,
  submitted_by int references person,
  submitted_at timestamptz,
  returned_by int references person,
  returned_at timestamptz,
  return_reason text,
  accepted_by int references person,
  accepted_at timestamptz,
  unique (answer_id, no),
  check (accepted_at is null or submitted_at is not null),
  check (returned_at is null or return_reason is not null)
);
alter table answer
  add foreign key (working_id) references answer_version deferrable initially deferred,
  add foreign key (accepted_id) references answer_version deferrable initially deferred;

create table answer_text (
  version_id int not null references answer_version on delete cascade,
  section text not null,
  text text not null,
  primary key (version_id, section)
);

-- Items of a section said by several units, put together by the officer under one wording.
create table call_group (
  id int generated always as identity primary key,
  call_id int not null references call,
  section text not null,
  label text not null,
  made_by int references person,
  made_at timestamptz not null
);
create index call_group_of_section on call_group (call_id, section);

-- An item is in one group at most. paragraph counts from 1.
create table call_group_item (
  group_id int not null references call_group on delete cascade,
  version_id int not null references answer_version,
  section text not null,
  paragraph int not null,
  primary key (version_id, section, paragraph)
);
create index call_group_item_of_group on call_group_item (group_id);

-- A paragraph of a unit's answer that was merged into a section of a report, as the words then were.
create table report_passage (
  report_id int not null references report on delete cascade,
  section text not null,
  version_id int not null references answer_version,
  call_section text not null,
  paragraph int not null,
  body_id int not null references body,
  text text not null,
  merged_by int references person,
  merged_at timestamptz not null,
  primary key (report_id, section, version_id, call_section, paragraph)
);
