-- Acts that change places, drafted and then saved whole; work left open by bodies that ended, handed to their successors.

-- Councils number their resolutions every year anew: a number alone does not name a document.
alter table act drop constraint act_number_key;
alter table act add constraint act_once unique nulls not distinct (number, issuer, issued_on);

-- act_id null: still a draft. lines: the changes as they were typed, one object a row; see places/act/change.ts.
create table act_draft (
  id int generated always as identity primary key,
  version int not null default 1,
  -- Whose administrators prepare it; null: the operator at the machine.
  body_id int references body,
  number text not null,
  issuer text not null,
  title text,
  issued_on date not null,
  effective_on date not null,
  note text,
  lines jsonb not null default '[]',
  act_id int unique references act,
  made_by int references person,
  made_at timestamptz not null,
  saved_by int references person,
  saved_at timestamptz,
  bodies_at timestamptz,
  check ((act_id is null) = (saved_at is null))
);

-- A hand-over is a batch with its minutes. Each body that ended is handed over once.
create table hand_over (
  id int generated always as identity primary key,
  number text not null,
  dated date not null,
  note text,
  made_by int references person,
  made_at timestamptz not null
);

create table hand_over_line (
  from_body_id int primary key references body,
  to_body_id int not null references body,
  hand_over_id int not null references hand_over,
  on_date date not null,
  check (from_body_id <> to_body_id)
);
create index hand_over_line_to on hand_over_line (to_body_id);
create index hand_over_line_of on hand_over_line (hand_over_id);

-- What was open that day: the list that belongs to the minutes.
create table hand_over_thing (
  id int generated always as identity primary key,
  hand_over_id int not null references hand_over,
  from_body_id int not null references body,
  part text not null,
  noun text not null,
  noun_id int not null,
  what text not null,
  due_on date
);
create index hand_over_thing_of on hand_over_thing (hand_over_id);

-- The same body may owe a form to one receiver until a day and to another after it.
alter table duty drop constraint duty_form_id_body_id_key;
alter table duty add constraint duty_once exclude using gist
  (form_id with =, body_id with =, daterange(valid_from, valid_to, '[]') with &&);

-- Closed before its term was over; its numbers stay where they are.
alter table number_series add column close_reason text;
