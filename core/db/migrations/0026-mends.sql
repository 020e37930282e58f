-- Whose word an opinion of the own line is, by which passkey a session was opened, and the numbers reminders go by.

-- Of before: the line of the duty now, when nobody has said since who receives the form, or when whoever gave the opinion held a
-- role in that body, or in one above it, on that day. Otherwise it is not known: null, and it stands for no line any more.
alter table line_opinion add column line_body_id int references body;
with recursive asked (id, body_id, day, person_id, sure) as (
  select o.id, d.line_body_id, (o.given_at at time zone 'Asia/Ho_Chi_Minh')::date, o.given_by, not exists (
    select from event x where x.noun = 'form' and x.noun_id = e.form_id and x.move in ('setLine', 'assign') and x.at > o.given_at)
  from line_opinion o join entry e on e.id = o.entry_id join duty d on d.id = e.duty_id where d.line_body_id is not null),
above (id, body_id) as (
  select id, body_id from asked
  union
  select above.id, v.parent_id from above join asked on asked.id = above.id
  join body_version v on v.body_id = above.body_id and v.parent_id is not null
    and asked.day between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity'))
update line_opinion o set line_body_id = asked.body_id from asked
where asked.id = o.id and (asked.sure or exists (
  select from above join role_held r on r.body_id = above.body_id and r.role in ('officer', 'head')
  where above.id = asked.id and r.person_id = asked.person_id
    and asked.day between r.valid_from and coalesce(r.valid_to, 'infinity')));

-- What the line of now has accepted. Whoever looks at one that changed is told so.
with now_counted as (
  select e.id, (select o.version_id from line_opinion o where o.entry_id = e.id and o.line_body_id = d.line_body_id
    and o.opinion = 'accepted' order by o.id desc limit 1) as version_id
  from entry e join duty d on d.id = e.duty_id where e.line_counted_id is not null)
update entry e set line_counted_id = n.version_id, line_version = line_version + 1
from now_counted n where n.id = e.id and e.line_counted_id is distinct from n.version_id;

-- null: opened otherwise, or by a passkey before this was noted.
alter table sign_in_session add column passkey_id int references passkey on delete set null;

-- What reminders and mails go by, in one row; on which days bodies are reminded is in reminder_step.
create table reminder_policy (
  id int primary key check (id = 1),
  version int not null default 1,
  -- A step missed for longer, because nothing ran, is not told any more.
  catch_up_days int not null check (catch_up_days between 0 and 30),
  -- The daily mail lists what is due within so many days, and what has been late for no longer than so many.
  ahead_days int not null check (ahead_days between 0 and 90),
  late_days int not null check (late_days between 0 and 366),
  -- From which hour on it goes out, in Vietnam.
  digest_hour int not null check (digest_hour between 0 and 23),
  -- News older than this is read on the desk and no longer mailed.
  stale_days int not null check (stale_days between 0 and 60),
  basis text not null,
  confidence text not null check (confidence in ('read', 'secondHand', 'assumed'))
);
insert into reminder_policy values (1, 1, 3, 7, 60, 7, 3, 'Mặc định của phần mềm, chưa có văn bản quy định', 'assumed');
