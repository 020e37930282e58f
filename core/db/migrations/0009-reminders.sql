-- Who was reminded of a form not yet sent: how, on which day, what was said. Nothing has ever written the earlier table.
drop table reminder;

create table reminder (
  id int generated always as identity primary key,
  duty_id int not null references duty,
  period_id int not null references period,
  channel text not null check (channel in ('phone', 'message', 'inPerson')),
  reminded_on date not null,
  answer text check (length(answer) between 1 and 300),
  noted_by int references person,
  noted_at timestamptz not null
);
create index reminder_newest on reminder (duty_id, period_id, id desc);
