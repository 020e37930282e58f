// SQL of reward money: the amount of a form for a body on a day, and how one is written.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Honouree } from './commendation.ts'
import type { Tx } from './form.store.ts'

export interface Reward {
  formKey: string
  honours: Honouree
  validFrom: Day
  bodyId: Id<'body'> | null
  /** Whose it is; null: for everybody. */
  body: string | null
  /** Đồng. */
  amount: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
  doubts: string
}

const rewards = sql`select w.form_key as "formKey", w.honours, w.valid_from as "validFrom", w.body_id as "bodyId",
  case when w.body_id is not null then ${lastNameOf(sql`w.body_id`)} end as body,
  w.amount, w.basis, w.confidence, w.doubts from reward_amount w`

export async function allRewards(db: ReadDb): Promise<Reward[]> {
  const { rows } =
    await sql<Reward>`${rewards} order by w.form_key, w.honours, w.body_id nulls first, w.valid_from desc`.execute(db)
  return rows
}

/** The nearest that wrote one in force on the day: for the form itself before the one it was written from; `bodies` from the awarding body upwards, then what is shipped. */
export async function rewardFor(
  db: ReadDb,
  of: { form: { key: string; root: string }; honours: Honouree; bodies: readonly Id<'body'>[]; day: Day },
): Promise<Reward | undefined> {
  const { rows } =
    await sql<Reward>`${rewards} where w.form_key in (${of.form.key}, ${of.form.root}) and w.honours = ${of.honours}
    and w.valid_from <= ${of.day}::date and (w.body_id is null or w.body_id = any(${of.bodies as Id<'body'>[]}::int[]))
    order by w.form_key = ${of.form.key} desc, array_position(${of.bodies as Id<'body'>[]}::int[], w.body_id) nulls last, w.valid_from desc limit 1`.execute(
      db,
    )
  return rows[0]
}

/** false: there is one of that body from that day. */
export async function insertReward(
  tx: Tx,
  made: Omit<Reward, 'body'> & { by: Id<'person'> | null; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into reward_amount
    (form_key, honours, valid_from, body_id, amount, basis, confidence, doubts, made_at, made_by)
    values (${made.formKey}, ${made.honours}, ${made.validFrom}, ${made.bodyId}, ${made.amount}, ${made.basis},
      ${made.confidence}, ${made.doubts}, ${made.at}, ${made.by}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}
