-- Commendations: forms and their rules as data, rounds, nominees from nomination to presentation, councils, decisions.

-- A form with its rules as they are from a day on; a change is a new version, a round keeps the one it was opened with.
create table commendation_form (
  id int generated always as identity primary key,
  key text not null check (key ~ '^[a-z][A-Za-z0-9.]{1,59}$'),
  no int not null check (no > 0),
  kind text not null check (kind in ('giayKhen', 'bangKhen', 'kyNiemChuong', 'title')),
  name text not null check (name <> ''),
  level text not null references honour_level,
  -- Whose it is, for itself and those below; null: for everybody.
  body_id int references body,
  -- Which kinds of body may award it, at a place of its level.
  organisations text[] not null check (cardinality(organisations) > 0),
  honours text[] not null check (cardinality(honours) > 0 and honours <@ array['collective', 'person']),
  valid_from date not null,
  valid_to date,
  waiting_years int not null default 0 check (waiting_years between 0 and 50),
  once boolean not null default false,
  -- Most in one round; null: no limit.
  quota_collectives int check (quota_collectives > 0),
  quota_persons int check (quota_persons > 0),
  -- Least share, in hundredths, of persons who do the work themselves; 0: not asked.
  direct_percent int not null default 0 check (direct_percent between 0 and 100),
  comment_days int not null default 0 check (comment_days between 0 and 90),
  ballot text not null check (ballot in ('none', 'open', 'secret')),
  -- Of the whole council must take part, in hundredths.
  quorum_percent int not null check (quorum_percent between 0 and 100),
  -- In favour, in hundredths of those who may vote or of those who did; `majority_over`: more than, otherwise at least.
  majority_percent int not null check (majority_percent between 0 and 100),
  majority_over boolean not null,
  majority_of text not null check (majority_of in ('eligible', 'cast')),
  basis text not null check (basis <> ''),
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  -- What of it no document says: shown wherever the rules are.
  doubts text not null default '',
  shipped boolean not null default false,
  made_at timestamptz not null,
  made_by int references person,
  unique (key, no),
  check (valid_to is null or valid_to >= valid_from)
);

create table commendation_round (
  id int generated always as identity primary key,
  form_id int not null references commendation_form,
  -- Who awards, and who checks and keeps the council's minutes; may be the same.
  body_id int not null references body,
  desk_id int not null references body,
  year int not null check (year between 2009 and 2100),
  occasion text not null check (occasion <> ''),
  nominations_until date not null,
  version int not null default 1,
  illustrative boolean not null default false,
  made_at timestamptz not null,
  made_by int references person
);
create index commendation_round_of on commendation_round (body_id, id);
create index commendation_round_desk on commendation_round (desk_id, id);

-- Sits on the council of a round; who has no account votes on paper.
create table commendation_member (
  id int generated always as identity primary key,
  round_id int not null references commendation_round,
  post text not null check (post <> ''),
  person_id int references person,
  unique (round_id, person_id)
);

create table commendation_decision (
  id int generated always as identity primary key,
  round_id int not null references commendation_round,
  number text not null check (number <> ''),
  on_date date not null,
  signer_post text not null check (signer_post <> ''),
  at timestamptz not null,
  by_person int references person,
  unique (round_id, number)
);

create table nominee (
  id int generated always as identity primary key,
  round_id int not null references commendation_round,
  nominator_id int not null references body,
  kind text not null check (kind in ('collective', 'person')),
  -- The collective as a body of the platform, where it is one.
  body_id int references body,
  -- Of a person name, post and unit; nothing else is kept about him.
  name text not null check (name <> ''),
  post text not null default '',
  unit text not null default '',
  -- The same for the same honouree in every round.
  identity_key text not null,
  -- Name, post and unit without marks, by which the public register is searched.
  public_key text not null,
  direct boolean not null default false,
  achievement text not null,
  stage text not null check (stage in ('nominated', 'dossierComplete', 'checked', 'opinionCollected', 'voted',
    'submitted', 'decided', 'refused', 'presented', 'revoked', 'withdrawn')),
  -- Said by a competent person; of what, and by whom it was sent, is nowhere here.
  complaint_pending boolean,
  comment_from date,
  comment_until date,
  comment_where text not null default '',
  comment_count int check (comment_count >= 0),
  comment_settled text not null default '',
  -- Totals only: nowhere stands who decided how.
  in_favour int not null default 0 check (in_favour >= 0),
  against int not null default 0 check (against >= 0),
  eligible int,
  minutes text not null default '',
  passed boolean,
  decision_id int references commendation_decision,
  -- In the book of the awarding body, anew each year of decision.
  book_id int references body,
  book_year int,
  book_no int check (book_no > 0),
  code text unique check (code ~ '^[0-9a-z]{12}$'),
  presented_on date,
  revoked_on date,
  revoked_why text not null default '',
  revoked_document text not null default '',
  version int not null default 1,
  illustrative boolean not null default false,
  made_at timestamptz not null,
  made_by int references person,
  unique (book_id, book_year, book_no),
  check (kind = 'collective' or (post <> '' and unit <> '' and body_id is null)),
  -- Nobody is honoured without a signed decision.
  check ((stage in ('decided', 'presented', 'revoked')) = (decision_id is not null)),
  check ((decision_id is null) = (book_no is null) and (decision_id is null) = (code is null)),
  check ((stage = 'revoked') = (revoked_on is not null)),
  check (stage <> 'presented' or presented_on is not null),
  check (stage not in ('voted', 'submitted', 'decided', 'presented', 'revoked') or passed is not null),
  check (revoked_on is null or (revoked_why <> '' and revoked_document <> ''))
);
create index nominee_of_round on nominee (round_id, id);
create index nominee_of_body on nominee (nominator_id, id);
create index nominee_same on nominee (identity_key, id);
create index nominee_decision on nominee (decision_id) where decision_id is not null;

create table nominee_act (
  nominee_id int not null references nominee,
  no int not null check (no > 0),
  move text not null,
  at timestamptz not null,
  person_id int references person,
  body_id int references body,
  note text not null default '',
  facts jsonb not null default '{}',
  primary key (nominee_id, no)
);

-- What it is for: a model, a figure of a programme, or words.
create table nominee_merit (
  nominee_id int not null references nominee,
  no int not null check (no > 0),
  kind text not null check (kind in ('model', 'indicator', 'text')),
  model_id int references model,
  indicator_id int references indicator,
  text text not null default '',
  primary key (nominee_id, no),
  check ((kind = 'model') = (model_id is not null) and (kind = 'indicator') = (indicator_id is not null)),
  check (kind = 'model' or text <> '')
);
create index nominee_merit_model on nominee_merit (model_id) where model_id is not null;

-- Who took part, and who stands aside; never how.
create table nominee_turnout (
  nominee_id int not null references nominee,
  member_id int not null references commendation_member,
  kind text not null check (kind in ('cast', 'recused')),
  primary key (nominee_id, member_id)
);

-- The person agreed to be named in public, in these words; taken back, the name is shown nowhere from that moment.
create table nominee_consent (
  id int generated always as identity primary key,
  nominee_id int not null references nominee,
  words text not null check (words <> ''),
  given_on date not null,
  channel text not null check (channel in ('paper', 'inPerson', 'electronic')),
  taken_by int references person,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text not null default ''
);
create unique index nominee_consent_one on nominee_consent (nominee_id) where withdrawn_at is null;
