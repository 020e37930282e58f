// The steps the hand-over operations share: whom an administrator reaches, what is open, how things are shown.
import { z } from 'zod'
import { bodiesBelow } from '../../bodies/body.read.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { idOf, type Id } from '../../shared/id.ts'
import type { ReadContext } from '../../shared/operation.ts'
import { bodyId } from '../act.schema.ts'
import { belowEver } from './hand-over.store.ts'
import { handOverParts, partKeys } from './registry.ts'

type BodyId = Id<'body'>
export const day = z.string().meta({ format: 'date' })
export const handOverId = idOf('hand_over') as z.ZodType<Id<'hand_over'>, Id<'hand_over'>>
export const thingShown = z.object({
  part: z.enum(partKeys),
  noun: z.string(),
  id: z.number().int(),
  bodyId,
  what: z.string(),
  dueOn: day.nullable(),
})

/** Bodies ever at or below the administrator's; null for the operator. */
export async function reachedEver({ db, actor, today }: Pick<ReadContext, 'db' | 'actor' | 'today'>) {
  if (actor.kind !== 'person') return null
  return new Set(await belowEver(db, await bodiesBelow(db, bodiesWhere(actor, 'administrator'), today)))
}

export async function thingsOpen(db: ReadContext['db'], ended: readonly { bodyId: BodyId; on: string }[]) {
  const all = []
  for (const part of handOverParts())
    for (const thing of await part.open(db, ended)) all.push({ ...thing, part: part.key })
  return all
}
