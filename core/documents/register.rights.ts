// How registers are asked about: the kind of document, and who stands where on the day that counts.
import { z } from 'zod'
import { bodiesAbove, bodyAt } from '../bodies/body.read.ts'
import type { Actor } from '../shared/actor.ts'
import { addDays, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { documentKinds } from './document.ts'
import { whyNotRegister, type RegisterStanding } from './register.moves.ts'
import { seriesOf } from './register.store.ts'

export const kindSchema = z
  .string()
  .refine((text) => documentKinds.some((known) => known.key === text), {
    message: `Loại văn bản là một trong: ${documentKinds.map((known) => known.key).join(', ')}.`,
  })
  .meta({ description: 'chữ viết tắt tên loại, như BC' })

export async function standingAt(db: ReadDb, bodyId: Id<'body'>, day: Day): Promise<RegisterStanding> {
  return { bodyId, above: await bodiesAbove(db, bodyId, day) }
}

/** A body that has ended is asked about on its last day. */
export async function dayOf(db: ReadDb, bodyId: Id<'body'>, today: Day): Promise<Day> {
  if (await bodyAt(db, bodyId, today)) return today
  const [newest] = await seriesOf(db, bodyId)
  return newest && newest.validTo < today ? newest.validTo : addDays(today, -1)
}

export async function whyNotRead(db: ReadDb, { actor, body, today }: { actor: Actor; body: Id<'body'>; today: Day }) {
  return whyNotRegister(actor, 'read', await standingAt(db, body, await dayOf(db, body, today)))
}
