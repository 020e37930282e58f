-- Reception of citizens: sessions that are posted, places booked in them, the register of who came, what was promised.

-- One session at which a desk receives. The day it was posted, and the last day on which the law lets it be, are kept.
create table sitting (
  id int generated always as identity primary key,
  desk_id int not null references body,
  held_on date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place_words text not null,
  form text not null check (form in ('atPlace', 'online')),
  -- The post of who receives, as “Chủ tịch UBND phường”: never a person's name.
  receiver text not null,
  by_head boolean not null,
  participants text not null default '',
  content text not null default '',
  -- How many may book; who comes without booking is received too.
  places int not null check (places between 0 and 200),
  stage text not null check (stage in ('proposed', 'posted', 'held', 'cancelled')),
  posted_at timestamptz,
  -- The latest day of posting by the rule in force then; null: no rule says one.
  post_by date,
  -- Posted later than that, with its reason.
  extraordinary text not null default '',
  version int not null default 1,
  illustrative boolean not null default false,
  check (starts < ends),
  check (stage not in ('posted', 'held') or posted_at is not null)
);
create index sitting_of_desk on sitting (desk_id, held_on);
create index sitting_to_come on sitting (held_on, id) where stage in ('posted', 'cancelled');

-- What became of a session, in words everybody may read: posted, moved from which day, cancelled and why.
create table sitting_act (
  sitting_id int not null references sitting,
  no int not null check (no > 0),
  move text not null,
  at timestamptz not null,
  person_id int references person,
  note text not null default '',
  -- When and where it was before it was moved.
  was jsonb,
  primary key (sitting_id, no)
);

-- A place booked without an account. Who booked and about what is sealed; nothing of it stands here.
create table booking (
  id int generated always as identity primary key,
  sitting_id int not null references sitting,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  secret_hash text not null,
  once_hash text not null unique,
  handle text not null unique references sealed_item (handle),
  booked_at timestamptz not null,
  stage text not null check (stage in ('booked', 'cancelled', 'came', 'missed')),
  -- The last act of the session this one was told about, by telephone or by looking it up.
  told_no int not null,
  version int not null default 1
);
create index booking_of_sitting on booking (sitting_id, id);

-- The register of reception: a line for everybody who came. Name, address and words are sealed, here or in the case, never twice.
create table visit (
  id int generated always as identity primary key,
  desk_id int not null references body,
  year int not null,
  number int not null check (number > 0),
  -- null: the daily reception.
  sitting_id int references sitting,
  came_on date not null,
  entered_at timestamptz not null,
  entered_by int references person,
  -- Of the form it came with: the same form sent twice is one line.
  once_hash text not null unique,
  -- Handled as this case; or else answered on the spot and sealed by itself.
  submission_id int unique references submission,
  handle text unique references sealed_item (handle),
  stage text not null check (stage in ('noted', 'taken', 'told', 'refused', 'refusedInWriting')),
  -- answered, guided: on the spot; taken: becomes a case; refused: not received.
  handling text not null check (handling in ('answered', 'guided', 'taken', 'refused')),
  ground text,
  -- How many came for one content, and who speaks for them by which paper; never a list of them.
  people int not null default 1 check (people > 0),
  representatives int not null default 1 check (representatives > 0),
  appointed_by text not null default '',
  identity_seen boolean not null default false,
  -- Who cannot write: an officer wrote it down and read it back.
  written_down boolean not null default false,
  read_back boolean not null default false,
  papers int not null default 0 check (papers between 0 and 1000),
  result text check (result in ('accepted', 'needsTime', 'refused', 'transferred')),
  result_note text not null default '',
  result_paper text not null default '',
  told_on date,
  version int not null default 1,
  illustrative boolean not null default false,
  unique (desk_id, year, number),
  check ((submission_id is null) <> (handle is null)),
  check ((handling = 'taken') = (submission_id is not null)),
  check ((handling = 'refused') = (ground is not null)),
  check ((stage = 'told') = (result is not null)),
  check (handling <> 'taken' or stage in ('taken', 'told')),
  check (handling <> 'refused' or stage in ('refused', 'refusedInWriting')),
  check (handling not in ('answered', 'guided') or stage = 'noted'),
  check (not written_down or read_back),
  check (representatives <= people)
);
create index visit_of_desk on visit (desk_id, came_on);
create index visit_of_sitting on visit (sitting_id) where sitting_id is not null;

create table visit_count (
  desk_id int not null references body,
  year int not null,
  last int not null,
  primary key (desk_id, year)
);

-- The notice of conclusion of a reception: numbered, given to those responsible, each point with its day.
create table conclusion (
  id int generated always as identity primary key,
  visit_id int not null unique references visit,
  text text not null,
  stage text not null check (stage in ('draft', 'issued')),
  line_id int references register_line,
  full_number text,
  issued_on date,
  sign_authority text,
  signer_title text,
  signed_by text,
  template_id int references document_template,
  version int not null default 1,
  check ((stage = 'issued') = (issued_on is not null and full_number is not null))
);

-- What was promised: a body, a day, and done only with a proof.
create table conclusion_point (
  id int generated always as identity primary key,
  conclusion_id int not null references conclusion,
  no int not null check (no > 0),
  text text not null check (text <> ''),
  body_id int not null references body,
  due_on date not null,
  done_at timestamptz,
  done_by int references person,
  -- What was done, and the number of the paper that shows it.
  done_text text,
  proof text,
  unique (conclusion_id, no),
  check ((done_at is null) = (done_text is null)),
  check ((done_at is null) = (proof is null)),
  check (proof is null or proof <> '')
);
create index conclusion_point_open on conclusion_point (due_on, id) where done_at is null;
create index conclusion_point_of_body on conclusion_point (body_id, id);
