// Writes the plan of an act: a few statements, however many places it touches.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import { addDays, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import { keysOf } from '../place.ts'
import type { Plan, Ref } from './plan.ts'

type Tx = Transaction<Tables>
type PlaceId = Id<'place'>

/** Acts are judged and written one after the other: two that touch the same places cannot both be right. */
export async function lockPlaces(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200017)`.execute(tx)
}

export interface ActDocument {
  number: string
  issuer: string
  title: string | null
  issuedOn: Day
  effectiveOn: Day
  note: string | null
}

/** null when this document is there already. */
export async function insertAct(tx: Tx, act: ActDocument): Promise<Id<'act'> | null> {
  const { number, issuer, title, issuedOn, effectiveOn, note } = act
  const row = await tx
    .insertInto('act')
    .values({ number, issuer, title, note, issued_on: issuedOn, effective_on: effectiveOn, confidence: 'read' })
    .onConflict((of) => of.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function actExists(tx: Tx, act: Pick<ActDocument, 'number' | 'issuer' | 'issuedOn'>): Promise<boolean> {
  const { rows } = await sql`select from act where number = ${act.number} and issuer = ${act.issuer}
    and issued_on = ${act.issuedOn}::date`.execute(tx)
  return rows.length > 0
}

/** Ids of the new places, in order. */
export async function writePlan(tx: Tx, plan: Plan, actId: Id<'act'>): Promise<PlaceId[]> {
  const lastDay = addDays(plan.day, -1)
  const made = await insertPlaces(tx, plan.newPlaces)
  const idOf = (ref: Ref | null) => (ref === null ? null : 'id' in ref ? ref.id : made[ref.nth]!)
  await sql`update place_version set valid_to = ${lastDay}::date where valid_to is null
    and place_id = any(${plan.ends.map(({ placeId }) => placeId)}::int[])`.execute(tx)
  await insertBegins(tx, plan, { actId, idOf })
  await insertGoes(tx, plan, { actId, idOf })
  await moveFollowers(tx, plan, { actId, idOf })
  return made
}

interface Wherein {
  actId: Id<'act'>
  idOf(ref: Ref | null): PlaceId | null
}

async function insertPlaces(tx: Tx, count: number): Promise<PlaceId[]> {
  if (count === 0) return []
  const { rows } = await sql<{ id: PlaceId }>`insert into place (no_code_reason)
    select null from generate_series(1, ${count}::int) returning id`.execute(tx)
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

async function insertBegins(tx: Tx, { begins, day }: Plan, { actId, idOf }: Wherein): Promise<void> {
  const rows = begins.map(({ place, parent, name, fullName, type, level, code }) => ({
    ...{ place_id: idOf(place), parent_id: idOf(parent), name, full_name: fullName, type, level, code },
    ...keysOf(fullName),
  }))
  await sql`insert into place_version (place_id, valid_from, name, full_name, type, level, code, parent_id, search_key,
      exact_key, source, from_act_id)
    select v.place_id, ${day}::date, v.name, v.full_name, v.type, v.level, v.code, v.parent_id, v.search_key,
      v.exact_key, 'act', ${actId}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (place_id int, parent_id int, name text, full_name text,
      type text, level text, code text, search_key text, exact_key text)`.execute(tx)
}

async function insertGoes(tx: Tx, { goes, day }: Plan, { actId, idOf }: Wherein): Promise<void> {
  const rows = goes.map(({ from, to, kind, share, method, note }) => ({
    ...{ from_id: from, to_id: idOf(to), kind, share, share_method: method, note },
  }))
  await sql`insert into place_succession (from_id, to_id, on_date, kind, share, share_method, act_id, confidence, note)
    select s.from_id, s.to_id, ${day}::date, s.kind, s.share, s.share_method, ${actId}, 'read', s.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (from_id int, to_id int, kind text, share numeric,
      share_method text, note text)`.execute(tx)
}

/** Children of a merged place go under its successor: as a new version, or by correcting one that begins that day or later. */
async function moveFollowers(tx: Tx, { follow, goes, day }: Plan, { actId, idOf }: Wherein): Promise<void> {
  if (follow.length === 0) return
  const pairs = goes.flatMap(({ kind, from, to }) => (kind === 'merged' ? [{ old: from, now: idOf(to) }] : []))
  const heir = sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as heir (old int, now int)`
  const ids = follow.map(({ placeId }) => placeId)
  await sql`update place_version v set parent_id = heir.now from ${heir}
    where v.place_id = any(${ids}::int[]) and v.parent_id = heir.old and v.valid_from >= ${day}::date`.execute(tx)
  await sql`with ended as (
      update place_version v set valid_to = ${addDays(day, -1)}::date
      from (select id, valid_to as until from place_version) was, ${heir}
      where was.id = v.id and v.place_id = any(${ids}::int[]) and v.parent_id = heir.old
        and (v.valid_from is null or v.valid_from < ${day}::date) and (v.valid_to is null or v.valid_to >= ${day}::date)
      returning v.*, was.until, heir.now
    )
    insert into place_version (place_id, valid_from, valid_to, name, full_name, type, level, code, parent_id, name_en,
      search_key, exact_key, source, from_act_id)
    select place_id, ${day}::date, until, name, full_name, type, level, code, now, name_en, search_key, exact_key, 'act',
      ${actId} from ended`.execute(tx)
}
