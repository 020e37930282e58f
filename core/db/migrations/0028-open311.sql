-- What everybody may read of a case: numbered versions, the answer it tells, the pictures shown. And keys of other systems.
create sequence submission_public_version;
-- Counts over all cases, so that a text taken back and shown again never has a number it had before.
alter table submission_public add column version int not null default nextval('submission_public_version');
-- Which answer the public text of the answer tells. Without one the public reads no answer.
alter table submission_public add column answer_no int;
alter table submission_public add foreign key (submission_id, answer_no) references submission_answer;
alter table submission_public add check (answer_no is not null or answer = '');
-- Pictures that prove the answer and may be seen, each looked at by the desk.
alter table submission_public add column photos int[] not null default '{}';

-- Other systems that send by Open311 GeoReport; of the key itself only its hash is here.
create table open311_key (
  id int generated always as identity primary key,
  -- Takes what lies in no commune with a desk and a boundary of its own.
  desk_id int not null references body,
  name text not null check (name <> ''),
  prefix text not null,
  hash text not null unique,
  created_at timestamptz not null,
  created_by int references person,
  revoked_at timestamptz
);

-- Who may ask after it before anybody may read it: only the system that sent it. The service is a topic, no word of a sender.
create table open311_request (
  submission_id int primary key references submission,
  key_id int not null references open311_key,
  service_code text not null references topic
);
create index open311_request_of_key on open311_request (key_id);
