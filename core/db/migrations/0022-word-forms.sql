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

-- The letter of a correction or recall: the layout it went out with, and how it is signed. A document that another
-- one replaces has a notice of that too, so that whoever got it is told.
alter table document_notice
  add column template_id int references document_template,
  add column sign_authority text check (sign_authority in ('direct', 'onBehalf', 'forHead', 'byOrder', 'acting')),
  add column signer_title text,
  drop constraint document_notice_kind_check,
  add check (kind in ('correction', 'recall', 'replacement'));
insert into document_notice (register_line_id, kind, by_line_id, reason, made_by, made_at)
select replaces_id, 'replacement', id, '', taken_by, taken_at
from register_line where replaces_id is not null and cancelled_at is null;

-- The bodies that were told, and after a recall: who has destroyed the electronic copy.
create table document_notice_told (
  notice_id int not null references document_notice on delete cascade,
  body_id int not null references body,
  destroyed_at timestamptz,
  destroyed_by int references person,
  primary key (notice_id, body_id),
  check (destroyed_by is null or destroyed_at is not null)
);
create index document_notice_told_body on document_notice_told (body_id);
insert into document_notice_told (notice_id, body_id)
select distinct n.id, m.body_id
from outbox_message m
join document_notice n on n.register_line_id = (m.payload ->> 'line')::int
join register_line l on l.id = n.by_line_id and l.full_number = m.payload ->> 'number'
where m.topic in ('document.correct', 'document.recall') and m.body_id is not null;

-- A report is for everybody to read only when the clerk has made it so, and says who allowed it.
create table report_publication (
  report_id int primary key references report,
  allowed_by text not null,
  published_by int references person,
  published_at timestamptz not null
);
