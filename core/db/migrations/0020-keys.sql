-- Keys of divided places: which part of what was counted in the old place each successor gets, who says so and on what basis.
-- A key is not an act: the share an act states stays in place_succession. Versions append; the newest counts.
create table place_key (
  id int generated always as identity primary key,
  place_id int not null references place,
  version int not null check (version > 0),
  -- Withdrawn: from this version on the place is not comparable again. It has a reason in the note and no shares.
  withdrawn boolean not null default false,
  method text check (method in ('population', 'households', 'area', 'decision', 'manual')),
  basis text,
  dated date,
  confidence text check (confidence in ('read', 'secondHand', 'assumed')),
  note text,
  -- The office that answers for it, as it was called then.
  author text not null,
  made_by int references person,
  made_at timestamptz not null,
  unique (place_id, version),
  check (withdrawn or (method is not null and basis is not null and dated is not null and confidence is not null)),
  check (not withdrawn or note is not null)
);

-- Exact: top / bottom, so that three thirds are one.
create table place_key_share (
  key_id int not null references place_key,
  to_id int not null references place,
  top bigint not null,
  bottom bigint not null,
  primary key (key_id, to_id),
  check (top >= 0 and bottom > 0 and top <= bottom)
);
