-- Merit that is not typed: a figure the body reported for a period, and what it did of citizens' cases and promises in a year.
alter table nominee_merit drop constraint nominee_merit_kind_check;
alter table nominee_merit add check (kind in ('model', 'indicator', 'record', 'text'));
alter table nominee_merit add column period_id int references period;
-- By which the figure is asked again; empty: it was typed.
alter table nominee_merit add column cites text not null default '';
alter table nominee_merit add column year int check (year between 2015 and 2200);
alter table nominee_merit add check ((kind = 'record') = (year is not null));
alter table nominee_merit add check (period_id is null or kind = 'indicator');
