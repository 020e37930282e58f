// SQL of the office's lists of models.
import { sql, type RawBuilder } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Kind, ReviewClass, Stage } from './model.ts'

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
  ownerId: Id<'body'>
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
    ${lastNameOf(sql`m.owner_id`)} as owner, m.stage,
    (select r.class from model_review r where r.model_id = m.id order by r.year desc limit 1) as "lastClass",
    exists (select from model_public p where p.model_id = m.id) as shown, m.owner_id as "ownerId"
    from model m join model_field f on f.key = m.field
    where ${boxed(box, scope, year)} and ${matching} order by m.id desc
    limit ${aPage + 1} offset ${(page - 1) * aPage}`.execute(db)
  return rows
}

/** What else these owners have, by name. */
export async function namesOf(
  db: ReadDb,
  owners: readonly Id<'body'>[],
): Promise<{ id: Id<'model'>; ownerId: Id<'body'>; name: string }[]> {
  const rows = db.selectFrom('model').select(['id', 'owner_id as ownerId', 'name'])
  return rows
    .where('owner_id', 'in', [...owners, 0 as Id<'body'>])
    .where('stage', '<>', 'withdrawn')
    .execute() as never
}

export async function countsOf(db: ReadDb, scope: Scope, year: number): Promise<{ box: Box; count: number }[]> {
  const each = boxes
    .filter((box) => box !== 'all')
    .map((box) => sql`select ${box}::text as box, count(*)::int as count from model m where ${boxed(box, scope, year)}`)
  return (await sql<{ box: Box; count: number }>`${sql.join(each, sql` union all `)}`.execute(db)).rows
}
