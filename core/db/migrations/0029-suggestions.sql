-- What is learnt from sorted cases, to propose the next time: numbers of words, no words; kept and deleted like the texts.
create table learnt_model (
  what text not null check (what in ('topic', 'lead')),
  -- Whose cases it learnt from; null: those of every desk.
  desk_id int references body,
  texts int not null,
  bytes bytea not null,
  made_at timestamptz not null,
  unique nulls not distinct (what, desk_id)
);
