-- What citizens send: one register a desk, sealed from receipt, its life from sorting to the rated answer.
alter table role_held drop constraint role_held_role_check;
alter table role_held add constraint role_held_role_check check (role in
  ('officer', 'head', 'standingBoard', 'clerk', 'reporter', 'administrator', 'dataProtection', 'sealOpener', 'inspector',
   'receiver', 'handler'));
alter table sign_in_policy drop constraint sign_in_policy_second_step_roles_check;
alter table sign_in_policy add constraint sign_in_policy_second_step_roles_check check (second_step_roles <@ array[
  'officer', 'head', 'standingBoard', 'clerk', 'reporter', 'administrator', 'dataProtection', 'sealOpener', 'inspector',
  'receiver', 'handler']);

-- What field reports are about; Open311 calls them services. An area may have its own beside those of the whole country.
create table topic (
  key text primary key check (key ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  name text not null,
  -- What the sender is asked to say, in one line.
  hint text not null default '',
  position int not null,
  since date not null default '2018-01-01',
  until date
);
insert into topic (key, name, hint, position) values
  ('road', 'Đường, vỉa hè hư hỏng', 'Hỏng thế nào, rộng chừng nào, có nguy hiểm không', 1),
  ('drain', 'Cống, thoát nước, ngập', 'Nước đọng từ bao giờ, sau mưa hay thường xuyên', 2),
  ('light', 'Đèn đường, điện công cộng', 'Số trên cột nếu có, hỏng từ bao giờ', 3),
  ('rubbish', 'Rác thải, vệ sinh', 'Rác gì, bao nhiêu, ai hay đổ thì không cần nêu tên', 4),
  ('water', 'Nước sạch', 'Mất nước, nước đục, từ bao giờ', 5),
  ('pollution', 'Ô nhiễm, khói bụi, mùi', 'Mùi gì, khi nào nặng nhất', 6),
  ('noise', 'Tiếng ồn', 'Ồn lúc mấy giờ, mấy ngày một tuần', 7),
  ('tree', 'Cây xanh, công viên', 'Cây gãy, nghiêng hay che khuất', 8),
  ('traffic', 'Giao thông, lấn chiếm lòng đường', 'Khi nào, ảnh hưởng ai', 9),
  ('building', 'Xây dựng, trật tự đô thị', 'Công trình ở đâu, đang làm gì', 10),
  ('land', 'Đất đai, môi trường nông thôn', 'Thửa nào, việc gì', 11),
  ('office', 'Thủ tục, thái độ phục vụ', 'Việc gì, nộp hồ sơ ngày nào, hẹn ngày nào', 12),
  ('other', 'Việc khác', '', 99);

-- Stands from receipt to the end. Of the letter only the handle is here until sorting gives it to the case.
create table submission (
  id int generated always as identity primary key,
  -- The body in whose register it stands now.
  desk_id int not null references body,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  secret_hash text not null,
  -- Of the form it came with: the same form sent twice is one submission.
  once_hash text not null unique,
  place_id int not null references place,
  channel text not null check (channel in ('web', 'desk', 'phone', 'mail', 'paper', 'box', 'passedOn', 'api', 'email')),
  -- What the sender took it for; of an envelope what stands on it.
  door text not null check (door in ('fieldReport', 'regulationFeedback', 'petition', 'complaint', 'denunciation',
    'partyMatter', 'mixed', 'crimeReport', 'consultationOpinion', 'informationRequest')),
  -- When it first came in anywhere; a transfer keeps it.
  received_at timestamptz not null,
  registered_by int references person,
  -- The submission it was split from, goes on from, or is the second level of.
  before_id int references submission,
  level int not null default 1 check (level between 1 and 2),
  stage text not null check (stage in ('received', 'waiting', 'checking', 'open', 'suspended', 'answered', 'closed', 'ended')),
  -- Why it ended without an answer of its own.
  outcome text check (outcome in ('transferred', 'guided', 'filed', 'linked', 'split', 'forwarded', 'redirected',
    'rejected', 'notAccepted', 'notDenunciation', 'withdrawn', 'terminated')),
  kind text check (kind in ('fieldReport', 'regulationFeedback', 'petition', 'complaint', 'denunciation',
    'partyMatter', 'mixed', 'crimeReport', 'consultationOpinion', 'informationRequest')),
  topic text references topic,
  urgency text not null default 'normal' check (urgency in ('urgent', 'complex', 'normal')),
  -- The body that has it to do.
  lead_id int references body,
  -- The one it was joined to.
  joined_id int references submission,
  transfers int not null default 0,
  reopened int not null default 0,
  -- The sender asked for a second look at its refusal.
  objected boolean not null default false,
  -- Its time is over: what was sent is destroyed, the line in the register stays.
  forgotten_at timestamptz,
  version int not null default 1,
  illustrative boolean not null default false,
  check ((stage = 'ended') = (outcome is not null)),
  check (stage in ('received', 'waiting', 'ended') or kind is not null),
  check (stage not in ('open', 'suspended', 'answered', 'closed') or lead_id is not null),
  check ((outcome = 'linked') = (joined_id is not null))
);
create index submission_on_desk on submission (desk_id, stage, id) where stage not in ('closed', 'ended');
create index submission_with_lead on submission (lead_id, stage, id) where stage not in ('closed', 'ended');
create index submission_of_lead on submission (lead_id, id) where lead_id is not null;
create index submission_of_desk on submission (desk_id, id);
create index submission_of_place on submission (place_id, id);
create index submission_before on submission (before_id) where before_id is not null;
create index submission_joined on submission (joined_id) where joined_id is not null;

-- What came from the sender, unreadable until it is sorted: the letter first, then what was sent after it.
create table submission_sealed (
  submission_id int not null references submission,
  no int not null check (no > 0),
  handle text not null unique references sealed_item (handle),
  at timestamptz not null,
  primary key (submission_id, no)
);

-- Each desk's register, one numbering a year whatever came in by whichever way. A desk that passed it on keeps its line.
create table desk_line (
  desk_id int not null references body,
  year int not null,
  number int not null check (number > 0),
  submission_id int not null references submission,
  at timestamptz not null,
  primary key (desk_id, year, number),
  unique (submission_id, desk_id)
);

create table desk_count (
  desk_id int not null references body,
  year int not null,
  last int not null,
  primary key (desk_id, year)
);

-- What sorting gave to the case, word by word as it came. A denunciation has none: of it only a retyped copy stands here.
create table submission_letter (
  submission_id int primary key references submission,
  sender jsonb not null,
  text text not null,
  -- Retyped without what tells who sent it.
  redacted boolean not null default false,
  search_key text not null,
  words tsvector not null generated always as (to_tsvector('simple', search_key)) stored,
  place_words text not null default '',
  lat numeric(9, 6),
  lon numeric(9, 6),
  check ((lat is null) = (lon is null)),
  check (not redacted or sender = '{}'::jsonb)
);

-- Kept files of a case. Proof belongs to an answer; what came with the letter does not.
create table submission_file (
  id int generated always as identity primary key,
  submission_id int not null references submission,
  answer_no int,
  name text not null,
  media_type text not null,
  bytes int not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The picture made anew without what a camera writes into it; null: not yet, or no picture.
  clean_sha256 text check (clean_sha256 ~ '^[0-9a-f]{64}$'),
  clean_bytes int,
  -- What the virus scanner said; null: not looked at yet, and held until then where there is a scanner.
  verdict text check (verdict in ('clean', 'found', 'notScanned')),
  -- A picture that cannot be made anew.
  spoilt boolean not null default false,
  kept_at timestamptz not null,
  kept_by int references person,
  check ((clean_sha256 is null) = (clean_bytes is null))
);
create index submission_file_of on submission_file (submission_id, id);
create index submission_file_to_tidy on submission_file (id) where verdict is null;

-- The life: every move with what the sender is told of it. note is for the sender, facts for the page; neither names a person.
create table submission_act (
  submission_id int not null references submission,
  no int not null check (no > 0),
  move text not null,
  at timestamptz not null,
  person_id int references person,
  body_id int references body,
  note text not null default '',
  facts jsonb not null default '{}',
  primary key (submission_id, no)
);

-- What was asked, one point a row; ticked by the answer that answers it.
create table submission_point (
  submission_id int not null references submission,
  no int not null check (no > 0),
  text text not null,
  answered_in int,
  primary key (submission_id, no)
);

create table submission_answer (
  submission_id int not null references submission,
  no int not null check (no > 0),
  text text not null,
  -- The decision, conclusion or letter behind it.
  document text not null default '',
  body_id int not null references body,
  person_id int references person,
  at timestamptz not null,
  primary key (submission_id, no)
);
alter table submission_file add foreign key (submission_id, answer_no) references submission_answer;
alter table submission_point add foreign key (submission_id, answered_in) references submission_answer;

create table submission_support (
  submission_id int not null references submission,
  body_id int not null references body,
  primary key (submission_id, body_id)
);
create index submission_support_of on submission_support (body_id);

-- Between the desk and the sender, both ways, without either's name. Of what is still sealed nothing stands here.
create table submission_message (
  submission_id int not null references submission,
  no int not null check (no > 0),
  from_sender boolean not null,
  text text not null check (text <> ''),
  person_id int references person,
  at timestamptz not null,
  primary key (submission_id, no),
  check (not from_sender or person_id is null)
);

-- Among those who work on it; the sender never sees them.
create table submission_note (
  id int generated always as identity primary key,
  submission_id int not null references submission,
  text text not null check (text <> ''),
  body_id int references body,
  person_id int references person,
  at timestamptz not null
);
create index submission_note_of on submission_note (submission_id, id);

-- Complained about: these bodies, and those below them, are kept away.
create table submission_accused (
  submission_id int not null references submission,
  body_id int not null references body,
  primary key (submission_id, body_id)
);

-- One for each answer; who rated is nowhere, as the submission itself says who sent it only while it is sealed or to its desk.
create table submission_rating (
  submission_id int not null references submission,
  answer_no int not null,
  stars int not null check (stars between 1 and 5),
  why text not null default '',
  at timestamptz not null,
  primary key (submission_id, answer_no),
  foreign key (submission_id, answer_no) references submission_answer
);

-- Every reading of a sender's name and words.
create table submission_look (
  id int generated always as identity primary key,
  submission_id int not null references submission,
  person_id int not null references person,
  at timestamptz not null
);
create index submission_look_of on submission_look (submission_id, id);

-- Kept away by the lock of submission_accused, and each time somebody tried.
create table submission_kept_away (
  id int generated always as identity primary key,
  submission_id int not null references submission,
  person_id int not null references person,
  at timestamptz not null
);

-- What everybody may read of it, written by the desk after looking for personal data; the place is blurred. Newest text counts.
create table submission_public (
  submission_id int primary key references submission,
  text text not null check (text <> ''),
  -- What the public reads of the answer; empty: it reads the answer itself when there is one.
  answer text not null default '',
  lat numeric(9, 6),
  lon numeric(9, 6),
  shown_at timestamptz not null,
  shown_by int references person,
  changed_at timestamptz not null,
  check ((lat is null) = (lon is null))
);
create index submission_public_by_time on submission_public (shown_at desc);
