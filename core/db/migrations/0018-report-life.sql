-- Between draft and dispatch: comments asked of bodies, initials, the approval of a collective, and to whom a report went.
alter table report drop constraint report_kind_check;
alter table report add constraint report_kind_check check (kind in ('month', 'quarter', 'interim', 'final'));

-- A round of comments; a later one asks again, of the draft as it has become.
create table report_circulation (
  id int generated always as identity primary key,
  report_id int not null references report on delete cascade,
  no int not null,
  due_on date not null,
  intro text,
  made_by int references person,
  made_at timestamptz not null,
  unique (report_id, no)
);

-- agreed_at: the body has nothing to say against the draft.
create table report_circulation_body (
  circulation_id int not null references report_circulation on delete cascade,
  body_id int not null references body,
  agreed_at timestamptz,
  agreed_by int references person,
  primary key (circulation_id, body_id)
);
create index report_circulation_body_of_body on report_circulation_body (body_id);

-- What a body says to a section; section '' is the whole. The verdict is about the newest words: new words take it away.
create table report_comment (
  id int generated always as identity primary key,
  circulation_id int not null references report_circulation on delete cascade,
  body_id int not null references body,
  section text not null,
  version int not null default 1,
  verdict text check (verdict in ('taken', 'partly', 'notTaken')),
  why text,
  decided_by int references person,
  decided_at timestamptz,
  unique (circulation_id, body_id, section),
  check ((verdict is null) = (decided_at is null)),
  check (verdict is null or verdict = 'taken' or why is not null)
);

create table report_comment_text (
  comment_id int not null references report_comment on delete cascade,
  no int not null,
  text text not null,
  written_by int references person,
  written_at timestamptz not null,
  late boolean not null,
  primary key (comment_id, no)
);

-- Gone when the report goes back to be changed; the event table remembers.
create table report_initial (
  report_id int not null references report on delete cascade,
  as_whom text not null check (as_whom in ('head', 'office')),
  person_id int references person,
  name text not null,
  office text not null,
  made_at timestamptz not null,
  primary key (report_id, as_whom)
);

-- How a collective approved the text: counts only, nobody's vote.
create table report_approval (
  report_id int primary key references report on delete cascade,
  way text not null check (way in ('meeting', 'written')),
  held_on date not null,
  members int not null check (members > 0),
  present int not null check (present between 0 and members),
  agreed int not null check (agreed >= 0),
  not_agreed int not null check (not_agreed >= 0),
  attendance text,
  conclusion text not null,
  reservations text,
  recorded_by int references person,
  recorded_at timestamptz not null,
  check (agreed + not_agreed <= present)
);

-- body_id: a body here; otherwise the words say who it went to. received_*: as the recipient confirmed it, or the clerk noted.
create table report_dispatch (
  id int generated always as identity primary key,
  report_id int not null references report,
  body_id int references body,
  recipient text not null,
  way text not null check (way in ('paper', 'axis', 'mail', 'platform')),
  sent_on date not null,
  note text,
  sent_by int references person,
  sent_at timestamptz not null,
  received_on date,
  received_by int references person,
  received_at timestamptz,
  check ((received_on is null) = (received_at is null)),
  check (way <> 'platform' or body_id is not null)
);
create unique index report_dispatch_once on report_dispatch (report_id, recipient, way);
create index report_dispatch_of_body on report_dispatch (body_id) where body_id is not null;
