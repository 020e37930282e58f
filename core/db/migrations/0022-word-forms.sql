-- Templates changed in Word; letters of correction and recall as they went out; who has destroyed a recalled copy.

-- The form as it came back from Word; without one the paper is set by the values alone.
alter table document_template add column word_sha256 text references kept_file;

-- A form that was sent and looked at, before it becomes the next version.
create table template_draft (
  id int generated always as identity primary key,
  family text not null check (family in ('party', 'state', 'fatherlandFront', 'tradeUnion', 'youthUnion', 'womensUnion', 'farmersUnion', 'veterans')),
  -- the version it was made from
  base_no int not null check (base_no > 0),
  sha256 text not null references kept_file,
  file_name text not null,
  sent_by int references person,
  sent_at timestamptz not null,
  ended_by int references person,
  ended_at timestamptz,
  -- null although ended: dropped
  template_id int references document_template,
  check (template_id is null or ended_at is not null)
);
create index template_draft_open on template_draft (family) where ended_at is null;

-- The letter by which it was told, in the words and the layout it went out with.
alter table document_notice
  add column letter jsonb,
  add column template_id int references document_template,
  add check ((letter is null) = (template_id is null));

-- After a recall the recipient destroys its electronic copy and says so.
alter table report_dispatch
  add column destroyed_at timestamptz,
  add column destroyed_by int references person,
  add check (destroyed_by is null or destroyed_at is not null);
