// SQL of what everybody reads of commendations: a person’s name, post and unit only while he agrees.
import { sql, type RawBuilder } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { FormKind, Honouree } from './commendation.ts'

export interface Shown {
  form: string
  formKind: FormKind
  level: string
  kind: Honouree
  /** null: a person who has not agreed, or agrees no more. */
  name: string | null
  unit: string | null
  body: string
  occasion: string
  year: number
  number: string
  on: Day
  signerPost: string
  book: string
  presentedOn: Day | null
  revokedOn: Day | null
  revokedDocument: string
  illustrative: boolean
  /** Published models it is for; of a person only while he agrees. */
  models: { id: number; name: string }[]
  /** Presented, holds, and may be named. */
  credential: boolean
}

const named = sql`(n.kind = 'collective'
  or exists (select from nominee_consent c where c.nominee_id = n.id and c.withdrawn_at is null))`

const shown = sql`select f.name as form, f.kind as "formKind", l.name as level, n.kind,
  case when ${named} then n.name end as name,
  case when ${named} then concat_ws(', ', nullif(n.post, ''), nullif(n.unit, '')) end as unit,
  ${lastNameOf(sql`r.body_id`)} as body, r.occasion, r.year, d.number, d.on_date as "on", d.signer_post as "signerPost",
  n.book_no || '/' || n.book_year as book, n.presented_on as "presentedOn", n.revoked_on as "revokedOn",
  n.revoked_document as "revokedDocument", n.illustrative,
  case when ${named} then coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by e.no)
    from nominee_merit e join model m on m.id = e.model_id join model_public p on p.model_id = m.id
    where e.nominee_id = n.id), '[]') else '[]' end as models,
  n.stage = 'presented' and ${named} as credential
  from nominee n join commendation_decision d on d.id = n.decision_id join commendation_round r on r.id = n.round_id
  join commendation_form f on f.id = r.form_id join honour_level l on l.key = f.level`

export interface Wanted {
  place?: Id<'place'>
  kind?: FormKind
  year?: number
  q: string
  page: number
  size: number
}

/** Places that lie, or ever lay, in this one: what a district gave stays findable in its province. */
const everUnder = (place: Id<'place'>) => sql`(with recursive below (id) as (
    select ${place}::int union select v.place_id from below join place_version v on v.parent_id = below.id)
  select id from below)`

function fitting({ place, kind, year, q }: Wanted): RawBuilder<unknown> {
  const wanted = [sql`true`]
  if (place !== undefined)
    wanted.push(
      sql`exists (select from body_version v where v.body_id = r.body_id and v.place_id in ${everUnder(place)})`,
    )
  if (kind) wanted.push(sql`f.kind = ${kind}`)
  if (year) wanted.push(sql`extract(year from d.on_date) = ${year}`)
  // The key of a hidden name must not answer either.
  if (q !== '') wanted.push(sql`${named} and position(${q} in n.public_key) > 0`)
  return sql.join(wanted, sql` and `)
}

export async function shownOf(db: ReadDb, wanted: Wanted): Promise<Shown[]> {
  const { rows } = await sql<Shown>`${shown} where ${fitting(wanted)} order by d.on_date desc, n.book_no, n.id
    limit ${wanted.size} offset ${(wanted.page - 1) * wanted.size}`.execute(db)
  return rows
}

export async function countShown(db: ReadDb, wanted: Wanted): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from nominee n
    join commendation_decision d on d.id = n.decision_id join commendation_round r on r.id = n.round_id
    join commendation_form f on f.id = r.form_id where ${fitting(wanted)}`.execute(db)
  return rows[0]!.count
}

export async function shownByCode(db: ReadDb, code: string): Promise<Shown | undefined> {
  return (await sql<Shown>`${shown} where n.code = ${code}`.execute(db)).rows[0]
}
