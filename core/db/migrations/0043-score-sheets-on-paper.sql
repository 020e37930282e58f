-- Score sheets that came on paper from a body nobody signs in for, and what is told of sheets once a day.

-- Entered for the body by whoever leads the assessment or stands above: the paper with its number and day, and its scan.
create table scoresheet_paper (
  id int generated always as identity primary key,
  scoresheet_id int not null references scoresheet,
  number text not null check (number <> ''),
  dated date not null,
  name text not null,
  media_type text not null,
  bytes int not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Whose officer entered it; null: the operator.
  body_id int references body,
  entered_by int references person,
  entered_at timestamptz not null,
  -- Entered anew, or the body has sent its own sheet since.
  ended_at timestamptz
);
create unique index scoresheet_paper_stands on scoresheet_paper (scoresheet_id) where ended_at is null;

-- When whoever leads was told that it waits; null: not yet since it was sent.
alter table scoresheet add gathered_at timestamptz;
-- Those sent before were told one by one.
update scoresheet set gathered_at = sent_at where sent_at is not null;
