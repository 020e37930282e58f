// SQL of the office's lists of models, and of the counts real reports use (domain.md 4.4), each model once a column.
import { sql, type RawBuilder } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { effectiveClasses, type Kind, type ReviewClass, type Stage } from './model.ts'

const nameOf = (id: RawBuilder<unknown>) =>
  sql`(select v.name from body_version v where v.body_id = ${id} order by v.valid_from desc nulls last limit 1)`

export const boxes = ['own', 'toAccept', 'toInspect', 'toDecide', 'toReview', 'all'] as const
export type Box = (typeof boxes)[number]

export interface Line {
  id: Id<'model'>
  code: string
  kind: Kind
  name: string
  fieldName: string
  year: number
  owner: string
  stage: Stage
  lastClass: ReviewClass | null
  shown: boolean
  alike: boolean
}

export interface Scope {
  /** The bodies he works for. */
  bodies: readonly Id<'body'>[]
  /** Those and all below: he reads these. */
  reach: readonly Id<'body'>[]
}

const any = (ids: readonly number[]) => sql`any(${ids as number[]}::int[])`

function boxed(box: Box, { bodies, reach }: Scope, year: number): RawBuilder<unknown> {
  const guided = sql`m.guide_id = ${any(bodies)}`
  if (box === 'own') return sql`m.owner_id = ${any(bodies)} and m.stage not in ('ended', 'withdrawn', 'notRecognised')`
  if (box === 'toAccept') return sql`${guided} and m.stage = 'registered'`
  if (box === 'toInspect') return sql`${guided} and m.stage = 'selfScored'`
  if (box === 'toDecide') return sql`${guided} and m.stage = 'inspected'`
  if (box === 'toReview')
    return sql`${guided} and m.stage = 'recognised' and extract(year from m.first_recognised_on) < ${year}
      and not exists (select from model_review r where r.model_id = m.id and r.year = ${year})`
  return sql`(m.owner_id = ${any(reach)} or m.guide_id = ${any(reach)})`
}

export interface Wanted {
  box: Box
  asked: string | null
  page: number
  year: number
}

export const aPage = 50

export async function linesOf(db: ReadDb, scope: Scope, { box, asked, page, year }: Wanted): Promise<Line[]> {
  const matching = asked === null ? sql`true` : sql`m.words @@ to_tsquery('simple', ${asked})`
  const { rows } = await sql<Line>`select m.id, m.code, m.kind, m.name, f.name as "fieldName", m.year,
    ${nameOf(sql`m.owner_id`)} as owner, m.stage,
    (select r.class from model_review r where r.model_id = m.id order by r.year desc limit 1) as "lastClass",
    exists (select from model_public p where p.model_id = m.id) as shown,
    exists (select from model o where o.owner_id = m.owner_id and o.id <> m.id and o.stage <> 'withdrawn'
      and lower(o.name) = lower(m.name)) as alike
    from model m join model_field f on f.key = m.field
    where ${boxed(box, scope, year)} and ${matching} order by m.id desc
    limit ${aPage + 1} offset ${(page - 1) * aPage}`.execute(db)
  return rows
}

export async function countsOf(db: ReadDb, scope: Scope, year: number): Promise<{ box: Box; count: number }[]> {
  const each = boxes
    .filter((box) => box !== 'all')
    .map((box) => sql`select ${box}::text as box, count(*)::int as count from model m where ${boxed(box, scope, year)}`)
  return (await sql<{ box: Box; count: number }>`${sql.join(each, sql` union all `)}`.execute(db)).rows
}

export interface Cell {
  field: string
  owner: string
  level: string | null
  registered: number
  recognised: number
  effective: number
  fresh: number
  maintained: number
  replicated: number
  ended: number
}

/** One row a model and what the year counts it as; the rule stands in the database, where drawn figures ask it too. */
export const countedAs = (year: number): RawBuilder<unknown> =>
  sql`select * from model_counted(${year}::int, ${effectiveClasses as string[]}::text[])`

export async function cellsOf(db: ReadDb, of: { year: number; owners: readonly Id<'body'>[] | null }): Promise<Cell[]> {
  const mine = of.owners === null ? sql`true` : sql`c.owner_id = ${any(of.owners)}`
  const sum = (column: string) => sql`count(*) filter (where c.${sql.ref(column)})::int as ${sql.ref(column)}`
  const { rows } = await sql<Cell>`select c.field, c.owner, c.level,
    ${sql.join(['registered', 'recognised', 'effective', 'fresh', 'maintained', 'replicated', 'ended'].map(sum))}
    from (${countedAs(of.year)}) c where ${mine} group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

export interface Survival {
  year: number
  recognised: number
  /** Still going on one, two, three years later; null: that year is not over. */
  after: (number | null)[]
}

export async function survivalOf(
  db: ReadDb,
  of: { thisYear: number; owners: readonly Id<'body'>[] | null },
): Promise<Survival[]> {
  const mine = of.owners === null ? sql`true` : sql`m.owner_id = ${any(of.owners)}`
  const alive = (years: number) => sql`case when y.year + ${years} >= ${of.thisYear} then null
    else count(*) filter (where m.ended_on is null or extract(year from m.ended_on) > y.year + ${years})::int end`
  const { rows } = await sql<{
    year: number
    recognised: number
    a: number | null
    b: number | null
    c: number | null
  }>`
    select y.year, count(*)::int as recognised, ${alive(1)} as a, ${alive(2)} as b, ${alive(3)} as c
    from model m cross join lateral (select extract(year from m.first_recognised_on)::int as year) y
    where m.first_recognised_on is not null and ${mine} group by y.year order by y.year desc limit 10`.execute(db)
  return rows.map(({ year, recognised, a, b, c }) => ({ year, recognised, after: [a, b, c] }))
}
