-- What was written wrong in a signed decision, or of it here, is put right; what stood there stays.
create table nominee_correction (
  nominee_id int not null references nominee,
  no int not null check (no > 0),
  -- The document that puts the decision right; none: the signed decision reads as it reads now, it was typed wrong here.
  document text not null,
  on_date date,
  why text not null check (why <> ''),
  name_before text not null,
  post_before text not null,
  unit_before text not null,
  at timestamptz not null,
  by_person int references person,
  primary key (nominee_id, no),
  check ((document = '') = (on_date is null))
);

-- Lines of the book of an awarding body, by year: the last one given, so that none is given twice when a correction moves one.
create table commendation_book (
  body_id int not null references body,
  year int not null,
  last int not null check (last > 0),
  primary key (body_id, year)
);
insert into commendation_book (body_id, year, last)
  select book_id, book_year, max(book_no) from nominee where book_id is not null group by book_id, book_year;

-- What stood there before stands in the life of everybody it honoured. Numbers begin anew every year, in one round too.
alter table commendation_decision add column version int not null default 1,
  drop constraint commendation_decision_round_id_number_key;

-- A credential that was given before a correction says what is no longer so: each correction begins a new one and ends
-- those before. The first of each nominee has no line here; its entry in the list of revoked ones is the number of the nominee.
create table credential_edition (
  id int generated always as identity primary key,
  nominee_id int not null references nominee,
  no int not null check (no > 1),
  at timestamptz not null,
  unique (nominee_id, no)
);
