// What waits for a person in a round: the step that brings a nomination on, where it is his. Pure.
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { Stage } from './commendation.ts'
import { partsOf, type Part, type Standing } from './nominee.moves.ts'

/** Who brings it on from there; whoever votes is asked beside. */
const next: Partial<Record<Stage, readonly Part[]>> = {
  nominated: ['nominator'],
  dossierComplete: ['desk', 'deskHead'],
  checked: ['desk', 'deskHead'],
  opinionCollected: ['desk', 'deskHead'],
  voted: ['deskHead'],
  submitted: ['awarder'],
  decided: ['desk', 'deskHead'],
}

export function waitsFor(
  actor: Actor,
  one: { nominatorId: Id<'body'>; stage: Stage; count: number; unvoted: number },
  of: Omit<Standing, 'stage' | 'nominatorId'>,
): number {
  const held = partsOf(actor, { ...of, nominatorId: one.nominatorId })
  if (held.some((part) => next[one.stage]?.includes(part))) return one.count
  return one.stage === 'opinionCollected' && held.includes('member') ? one.unvoted : 0
}
