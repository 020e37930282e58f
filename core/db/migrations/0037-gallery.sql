-- The public gallery found fast: what it is chosen by stands beside what is shown; sums of a year are kept by owner, field and level.

alter table model_public add column kind text check (kind in ('model', 'exemplarCollective', 'exemplarPerson'));
alter table model_public add column field text references model_field;
alter table model_public add column year int;
alter table model_public add column place_id int references place;
-- Every level that recognised it.
alter table model_public add column levels text[] not null default '{}';
alter table model_public add column words tsvector;
update model_public p set kind = m.kind, field = m.field, year = m.year, place_id = m.place_id, words = m.words,
  levels = array(select r.level from model_recognition r where r.model_id = m.id order by r.level)
  from model m where m.id = p.model_id;
alter table model_public alter column kind set not null, alter column field set not null, alter column year set not null,
  alter column place_id set not null, alter column words set not null;
drop index model_public_newest;
create index model_public_newest on model_public (shown_at desc, model_id desc) include (kind, field, year, place_id, levels);
create index model_public_of_place on model_public (place_id, shown_at desc, model_id desc) include (kind, field, year, levels);
create index model_public_words on model_public using gin (words);

-- How often what an owner shows, and what is counted of his, has changed: what was counted before is right while these stand.
create table model_changed (
  owner_id int primary key references body,
  shown bigint not null default 0,
  counted bigint not null default 0
);
insert into model_changed (owner_id) select distinct owner_id from model;

-- What models count as (domain.md 4.4), summed. “recognised” is what came and went in the year, so that a year's is the sum up to it.
create table model_sum (
  year int not null,
  owner_id int not null references body,
  field text not null references model_field,
  -- The highest that recognised it by the end of the year; empty: none.
  level text not null,
  registered int not null,
  recognised int not null,
  effective int not null,
  fresh int not null,
  maintained int not null,
  replicated int not null,
  ended int not null,
  primary key (owner_id, year, field, level)
);
-- What of a model stands in these sums.
alter table model add column counted jsonb not null default '[]';
create index model_life_of on model (owner_id) include (first_recognised_on, ended_on) where first_recognised_on is not null;

create temp table fill on commit drop as
  with top as (
    select y.model_id, y.year, (select h.key from model_recognition r join honour_level h on h.key = r.level
      where r.model_id = y.model_id and r.on_date < make_date(y.year + 1, 1, 1) order by h.position desc limit 1) as level
    from (select distinct model_id, extract(year from on_date)::int as year from model_recognition) y),
  step as (select *, lag(level) over (partition by model_id order by year) as before from top),
  fact (model_id, year, registered, effective, fresh, maintained, replicated, ended) as (
    select id, year, 1, 0, 0, 0, (origin_id is not null)::int, 0 from model
    where stage not in ('draft', 'returned', 'withdrawn')
    union all
    select m.id, y.year, 0, (y.class in ('good', 'fair') and exists (select from model_recognition r
        where r.model_id = m.id and r.on_date < make_date(y.year + 1, 1, 1)))::int, 0,
      (extract(year from m.first_recognised_on) < y.year
        and extract(year from m.ended_on) is distinct from y.year)::int, 0, 0
    from model_review y join model m on m.id = y.model_id
    union all
    select id, extract(year from first_recognised_on)::int, 0, 0, 1, 0, 0, 0 from model where first_recognised_on is not null
      and extract(year from ended_on) is distinct from extract(year from first_recognised_on)
    union all
    select id, extract(year from ended_on)::int, 0, 0, 0, 0, 0, 1 from model where ended_on is not null),
  line as (
    select f.model_id, f.year, coalesce((select h.key from model_recognition r join honour_level h on h.key = r.level
        where r.model_id = f.model_id and r.on_date < make_date(f.year + 1, 1, 1) order by h.position desc limit 1), '') as level,
      f.registered, 0 as recognised, f.effective, f.fresh, f.maintained, f.replicated, f.ended from fact f
    union all select model_id, year, level, 0, 1, 0, 0, 0, 0, 0 from step where level is distinct from before
    union all select model_id, year, before, 0, -1, 0, 0, 0, 0, 0 from step where before is not null and level is distinct from before)
  select m.id as model_id, l.year, m.owner_id, m.field, l.level, sum(l.registered)::int as registered,
    sum(l.recognised)::int as recognised, sum(l.effective)::int as effective, sum(l.fresh)::int as fresh,
    sum(l.maintained)::int as maintained, sum(l.replicated)::int as replicated, sum(l.ended)::int as ended
  from line l join model m on m.id = l.model_id group by 1, 2, 3, 4, 5;
insert into model_sum (year, owner_id, field, level, registered, recognised, effective, fresh, maintained, replicated, ended)
  select year, owner_id, field, level, sum(registered), sum(recognised), sum(effective), sum(fresh), sum(maintained),
    sum(replicated), sum(ended) from fill group by 1, 2, 3, 4;
update model m set counted = c.lines
  from (select model_id, jsonb_agg(to_jsonb(f) - 'model_id' order by year, level) as lines from fill f group by 1) c
  where c.model_id = m.id;

-- Where what is scored is registered; null: at every level.
alter table criteria_set add column level text references honour_level;

-- A figure a body reported, cited by its name (core/programmes/boards/figure.ts) as it read then; typed ones have none.
alter table model_evidence add column cites text;
alter table model_evidence add column cited_numerator bigint;
alter table model_evidence add column cited_denominator bigint;
alter table model_evidence add check (cites is null or (kind = 'figure' and indicator_id is not null
  and cited_numerator is not null and cited_denominator is not null));
