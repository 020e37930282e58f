-- Time limits of the law and the working calendar: dated data. Shipped rules are added at start and never overwritten.
create table law_rule (
  key text primary key,
  -- The file it came in, and what that is called.
  law text not null,
  law_title text not null,
  position int not null,
  name text not null,
  -- From when the limit runs, in words.
  starts text not null,
  counts text not null check (counts in ('within', 'before', 'lasts'))
);

create table law_rule_version (
  id int generated always as identity primary key,
  rule_key text not null references law_rule,
  no int not null check (no > 0),
  valid_from date not null,
  -- null: no limit is known yet; whoever uses it has to set one.
  value int check (value between 0 and 10000),
  unit text not null check (unit in ('workingDays', 'calendarDays', 'workingHours', 'clockHours', 'months')),
  article text not null,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  note text,
  -- As it came with the platform; an edited one of the same day goes before it.
  shipped boolean not null,
  added_by int references person,
  added_at timestamptz not null,
  unique (rule_key, no)
);

-- A year whose days off a person has confirmed; until then they are proposed from the rules of holidays.
create table work_calendar_year (
  year int primary key check (year between 1995 and 2100),
  version int not null check (version > 0),
  basis text not null,
  confirmed_by int references person,
  confirmed_at timestamptz not null
);

create table work_calendar_day (
  day date primary key,
  year int not null references work_calendar_year check (year = extract(year from day)),
  kind text not null check (kind in ('holiday', 'compensatory', 'swappedOff', 'swappedWork')),
  name text not null,
  basis text not null,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed'))
);
create index on work_calendar_day (year);
