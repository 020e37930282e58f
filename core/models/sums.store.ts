// SQL of what is kept beside models: the sums of a year, moved by every save that changes what a model counts as, and by
// what a published one is found. A slow count from scratch stands beside, for the check.
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import { effectiveClasses } from './model.ts'

type Tx = Transaction<Tables>

export const sumColumns = [
  'registered',
  'recognised',
  'effective',
  'fresh',
  'maintained',
  'replicated',
  'ended',
] as const
const each = (written: (column: RawBuilder<unknown>) => RawBuilder<unknown>) =>
  sql.join(sumColumns.map((column) => written(sql.ref(column))))
const all = sql.join(sumColumns.map((column) => sql.ref(column)))

/** The highest level that had recognised it by the end of the year. */
const levelBy = (model: RawBuilder<unknown>, year: RawBuilder<unknown>) =>
  sql`(select h.key from model_recognition r join honour_level h on h.key = r.level
    where r.model_id = ${model} and r.on_date < make_date(${year} + 1, 1, 1) order by h.position desc limit 1)`

const yearOf = (day: RawBuilder<unknown>) => sql`extract(year from ${day})::int`
const ended = yearOf(sql`m.ended_on`)
const first = yearOf(sql`m.first_recognised_on`)

/**
 * What the models under `chosen` (over `model m`) count as, a line for each of their years and levels: ended before new before
 * maintained, so that no model stands in two of them. “recognised” comes in its year and goes when a higher level takes over.
 */
const linesOf = (chosen: RawBuilder<unknown>) => sql`(
  with picked as materialized (select m.* from model m where ${chosen}),
  fact (model_id, year, registered, effective, fresh, maintained, replicated, ended) as (
    select m.id, m.year, 1, 0, 0, 0, (m.origin_id is not null)::int, 0 from picked m
      where m.stage not in ('draft', 'returned', 'withdrawn')
    union all
    select m.id, y.year, 0, (y.class = any(${effectiveClasses as string[]}::text[])
        and ${levelBy(sql`m.id`, sql`y.year`)} is not null)::int, 0,
      (${first} < y.year and ${ended} is distinct from y.year)::int, 0, 0
      from picked m join model_review y on y.model_id = m.id
    union all
    select m.id, ${first}, 0, 0, 1, 0, 0, 0 from picked m
      where m.first_recognised_on is not null and ${ended} is distinct from ${first}
    union all
    select m.id, ${ended}, 0, 0, 0, 0, 0, 1 from picked m where m.ended_on is not null),
  top as (
    select y.model_id, y.year, ${levelBy(sql`y.model_id`, sql`y.year`)} as level from (select distinct r.model_id,
      ${yearOf(sql`r.on_date`)} as year from model_recognition r join picked m on m.id = r.model_id) y),
  step as (select *, lag(level) over (partition by model_id order by year) as before from top),
  line as (
    select f.model_id, f.year, coalesce(${levelBy(sql`f.model_id`, sql`f.year`)}, '') as level, f.registered,
      0 as recognised, f.effective, f.fresh, f.maintained, f.replicated, f.ended from fact f
    union all
    select model_id, year, level, 0, 1, 0, 0, 0, 0, 0 from step where level is distinct from before
    union all
    select model_id, year, before, 0, -1, 0, 0, 0, 0, 0 from step where before is not null and level is distinct from before)
  select m.id as model_id, l.year, m.owner_id, m.field, l.level, ${each((column) => sql`sum(l.${column})::int as ${column}`)}
  from line l join picked m on m.id = l.model_id group by 1, 2, 3, 4, 5)`

const noted = sql`jsonb_to_recordset(m.counted) as c (year int, owner_id int, field text, level text,
  ${each((column) => sql`${column} int`)})`

/** After a move: takes out of the sums what stood there of it, and puts in what it counts as now. */
export async function recount(tx: Tx, id: Id<'model'>): Promise<void> {
  await sql`with now as materialized (select * from ${linesOf(sql`m.id = ${id}`)} n),
    moved as (
      select year, owner_id, field, level, ${each((column) => sql`sum(${column})::int as ${column}`)} from (
        select year, owner_id, field, level, ${all} from now
        union all
        select c.year, c.owner_id, c.field, c.level, ${each((column) => sql`-c.${column}`)}
          from model m cross join ${noted} where m.id = ${id}) x
      group by 1, 2, 3, 4 having ${sql.join(
        sumColumns.map((column) => sql`sum(${sql.ref(column)}) <> 0`),
        sql` or `,
      )}),
    written as (update model set counted = coalesce((select jsonb_agg(to_jsonb(now) - 'model_id' order by year, level) from now),
      '[]') where id = ${id} and exists (select from moved)),
    summed as (insert into model_sum (year, owner_id, field, level, ${all})
      select year, owner_id, field, level, ${all} from moved order by owner_id, year, field, level
      on conflict (owner_id, year, field, level)
      do update set ${each((column) => sql`${column} = model_sum.${column} + excluded.${column}`)})
    insert into model_changed (owner_id, counted) select distinct owner_id, 1 from moved order by 1
    on conflict (owner_id) do update set counted = model_changed.counted + 1`.execute(tx)
}

/** By what a published one is found, written anew where it changed; who counted what is shown counts again. */
export async function showAnew(tx: Tx, id: Id<'model'>): Promise<void> {
  await sql`with wanted as (
      select m.id, m.owner_id, m.kind, m.field, m.year, m.place_id, m.words,
        array(select r.level from model_recognition r where r.model_id = m.id order by r.level) as levels
      from model m where m.id = ${id}),
    shown as (update model_public p set kind = w.kind, field = w.field, year = w.year, place_id = w.place_id,
        words = w.words, levels = w.levels
      from wanted w where p.model_id = w.id and (p.kind, p.field, p.year, p.place_id, p.words, p.levels)
        is distinct from (w.kind, w.field, w.year, w.place_id, w.words, w.levels) returning w.owner_id)
    insert into model_changed (owner_id, shown) select owner_id, 1 from shown
    on conflict (owner_id) do update set shown = model_changed.shown + 1`.execute(tx)
}

/** It is shown from now on, or no more. */
export async function noteShown(tx: Tx, id: Id<'model'>): Promise<void> {
  await sql`insert into model_changed (owner_id, shown) select owner_id, 1 from model where id = ${id}
    on conflict (owner_id) do update set shown = model_changed.shown + 1`.execute(tx)
}

/** Every model counted anew, and that kept. */
export async function recountAll(tx: Tx): Promise<void> {
  await sql`create temp table fresh_line on commit drop as select * from ${linesOf(sql`true`)} n`.execute(tx)
  await sql`delete from model_sum`.execute(tx)
  await sql`insert into model_sum (year, owner_id, field, level, ${all})
    select year, owner_id, field, level, ${each((column) => sql`sum(${column})`)} from fresh_line group by 1, 2, 3, 4`.execute(
    tx,
  )
  await sql`update model m set counted = c.lines from (select model_id,
      jsonb_agg(to_jsonb(f) - 'model_id' order by year, level) as lines from fresh_line f group by 1) c
    where c.model_id = m.id`.execute(tx)
  await sql`update model m set counted = '[]' where counted <> '[]'
    and not exists (select from fresh_line f where f.model_id = m.id)`.execute(tx)
  await sql`insert into model_changed (owner_id, shown, counted) select distinct owner_id, 1, 1 from model
    on conflict (owner_id) do update set shown = model_changed.shown + 1, counted = model_changed.counted + 1`.execute(
    tx,
  )
}
