-- Territory through time. A place has versions; a code means something only with a date.
create table act (
  id int generated always as identity primary key,
  number text not null unique,
  issuer text,
  title text,
  issued_on date,
  effective_on date,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  note text
);

create table place (
  id int generated always as identity primary key,
  no_code_reason text
);

-- valid_from null: the start is not recorded, the version answers for any earlier day. valid_to is the last day.
-- search_key is without diacritics, exact_key with them but with the tone at the end of its syllable (hoà = hòa).
create table place_version (
  id int generated always as identity primary key,
  place_id int not null references place,
  valid_from date,
  valid_to date,
  name text not null,
  full_name text not null,
  type text not null check (type in ('Tỉnh', 'Thành phố', 'Quận', 'Huyện', 'Thị xã', 'Thị trấn', 'Xã', 'Phường', 'Đặc khu')),
  level text not null check (level in ('province', 'district', 'commune')),
  code text,
  parent_id int references place,
  name_en text,
  search_key text not null,
  exact_key text not null,
  source text not null check (source in ('listOfEarly2025', 'listOfJuly2025', 'act', 'page', 'entered')),
  from_act_id int references act,
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  exclude using gist (place_id with =, daterange(valid_from, valid_to, '[]') with &&),
  exclude using gist (code with =, level with =, daterange(valid_from, valid_to, '[]') with &&) where (code is not null)
);
create index place_version_by_parent on place_version (parent_id);
create index place_version_by_code on place_version (code);

-- What became of a place. share is the part of the old place that went there; null in a split: not known.
create table place_succession (
  id int generated always as identity primary key,
  from_id int not null references place,
  to_id int references place,
  on_date date not null,
  kind text not null check (kind in ('renamed', 'retyped', 'merged', 'split', 'dissolved')),
  share numeric check (share > 0 and share <= 1),
  share_method text,
  act_id int references act,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed')),
  note text,
  check ((to_id is null) = (kind = 'dissolved')),
  unique nulls not distinct (from_id, to_id, on_date, kind)
);
create index place_succession_to on place_succession (to_id);

-- Known to have changed, not known which: listed until somebody enters them.
create table place_change_pending (
  id int generated always as identity primary key,
  act_id int not null references act,
  place_id int not null references place,
  on_date date not null,
  how_many int not null check (how_many > 0),
  what text not null
);

create table place_boundary (
  id int generated always as identity primary key,
  place_id int not null references place,
  valid_from date not null,
  valid_to date,
  geometry jsonb not null,
  source text not null
);
create index place_boundary_of on place_boundary (place_id);

create table place_statistic (
  place_id int primary key references place,
  area_km2 numeric,
  population int,
  seat text,
  lat numeric,
  lon numeric,
  source text not null,
  reviewed boolean not null default false
);
