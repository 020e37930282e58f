// SQL of corrections: what stood there before, and which credential of a commendation is the one that holds.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Told } from './commendation.ts'
import type { Tx } from './form.store.ts'
import { identityOf, publicKeyOf, type Stood } from './nominee.store.ts'

type NomineeId = Id<'nominee'>

type Named = Pick<Told, 'kind' | 'bodyId' | 'name' | 'post' | 'unit'>

/** `document` and `on` empty: the signed decision reads as it reads now. */
interface NameCorrection {
  document: string
  on: Day | null
  why: string
  by: Id<'person'> | null
  at: Date
}

export async function correctName(
  tx: Tx,
  id: NomineeId,
  { before, to, made }: { before: Named; to: Named; made: NameCorrection },
): Promise<void> {
  await sql`insert into nominee_correction
    (nominee_id, no, document, on_date, why, name_before, post_before, unit_before, at, by_person)
    select ${id}, coalesce(max(no), 0) + 1, ${made.document}, ${made.on}::date, ${made.why}, ${before.name},
      ${before.post}, ${before.unit}, ${made.at}::timestamptz, ${made.by}::int
    from nominee_correction where nominee_id = ${id}`.execute(tx)
  await sql`update nominee set name = ${to.name}, post = ${to.post}, unit = ${to.unit},
    identity_key = ${identityOf(to)}, public_key = ${publicKeyOf(to)} where id = ${id}`.execute(tx)
}

/** A credential given before now says what is no longer so. */
export async function endCredentials(tx: Tx, ids: readonly NomineeId[], at: Date): Promise<void> {
  await sql`insert into credential_edition (nominee_id, no, at)
    select n.id, coalesce((select max(e.no) from credential_edition e where e.nominee_id = n.id), 1) + 1, ${at}::timestamptz
    from nominee n where n.id = any(${ids}::int[]) order by n.id`.execute(tx)
}

export interface Corrected {
  /** Empty: nothing but the entry here was wrong. */
  document: string
  on: Day | null
  /** An earlier document had put the decision right. */
  afterDocument: boolean
  /** The day it was put right here. */
  day: Day
  nameBefore: string
  unitBefore: string
}

const dayHere = sql`(at at time zone 'Asia/Ho_Chi_Minh')::date`

/** Of names, the oldest first. */
export async function correctionsOf(db: ReadDb, id: NomineeId): Promise<Corrected[]> {
  const { rows } = await sql<Corrected>`select document, on_date as "on", ${dayHere} as day,
    coalesce(bool_or(document <> '') over (order by no rows between unbounded preceding and 1 preceding), false)
      as "afterDocument",
    name_before as "nameBefore", concat_ws(', ', nullif(post_before, ''), nullif(unit_before, '')) as "unitBefore"
    from nominee_correction where nominee_id = ${id} order by no`.execute(db)
  return rows
}

/** Earlier entries of its decision, the oldest first. */
export async function decisionsBefore(db: ReadDb, id: NomineeId): Promise<(Stood & { day: Day })[]> {
  const { rows } = await sql<Stood & { day: Day }>`select ${dayHere} as day, facts->'stood'->>'number' as number,
    facts->'stood'->>'on' as "on", facts->'stood'->>'signerPost' as "signerPost", facts->'stood'->>'book' as book
    from nominee_act where nominee_id = ${id} and move = 'correctDecision' order by no`.execute(db)
  return rows
}

/** By the code of a certificate. */
export async function idByCode(db: ReadDb, code: string): Promise<NomineeId | null> {
  const { rows } = await sql<{ id: NomineeId }>`select id from nominee where code = ${code}`.execute(db)
  return rows[0]?.id ?? null
}
