// When a body ends, the work it had open goes to a successor. Later slices put their part in here.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb, WriteContext } from '../../shared/operation.ts'

type BodyId = Id<'body'>

/** In the order of the page and of the minutes. */
export const partKeys = [
  'roles',
  'duties',
  'entries',
  'programmes',
  'calls',
  'answers',
  'collections',
  'replies',
  'reports',
  'series',
] as const
export type PartKey = (typeof partKeys)[number]

/** Something begun or owed, not finished. The noun and the id are those of its events. */
export interface OpenThing {
  noun: string
  id: number
  bodyId: BodyId
  /** Its name, as the minutes list it. */
  what: string
  dueOn: Day | null
}

/** A body that ended: its work is done by `to` from the day on. */
export interface HandOverLine {
  from: BodyId
  to: BodyId
  on: Day
  /** All that go on after it, `to` among them: each owes the forms it owed. */
  heirs: readonly BodyId[]
}

export interface Batch {
  id: Id<'hand_over'>
  /** Number of the minutes. */
  number: string
  lines: readonly HandOverLine[]
  /** Who works for a body that was handed over, now or earlier; itself otherwise. */
  takerOf(body: BodyId): BodyId
  /** Roles that end without going on, chosen on the page. */
  endRoles: ReadonlySet<number>
}

export interface Part {
  key: PartKey
  /** What is open in bodies that ended, each with its first day without it. */
  open(db: ReadDb, ended: readonly { bodyId: BodyId; on: Day }[]): Promise<OpenThing[]>
  /** How much of it is history and stays where it is, by body. */
  stays?(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, number>>
  /**
   * What has to be done beside the right to work on in its name, which the taker has through the batch itself. What it
   * throws undoes the batch.
   */
  take?(context: WriteContext, batch: Batch): Promise<void>
}

const parts = new Map<PartKey, Part>()

/** From the loading of the slice's module on. */
export function onHandOver(part: Part): void {
  parts.set(part.key, part)
}

export function handOverParts(): Part[] {
  return partKeys.flatMap((key) => parts.get(key) ?? [])
}
