// The steps every move of a nominee shares: find and lock, ask the table, compare the version, look at the rules, note the move.
import { heirsOf } from '../bodies/body.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { checksOf, type Check, type Form } from './commendation.ts'
import { formOf } from './form.store.ts'
import { partsOf, stageAfter, whyNot, type Move, type Part } from './nominee.moves.ts'
import { meritsOf } from './merit.store.ts'
import * as store from './nominee.store.ts'
import { membersOf, roundOf, type Member, type Round } from './round.store.ts'

export interface Begun {
  nominee: store.Nominee
  round: Round
  form: Form
  members: Member[]
  parts: Part[]
  /** For which body he acts. null: the operator, or a member of the council. */
  bodyId: Id<'body'> | null
}

export const noSuchNominee = notFound(
  'no-such-nominee',
  'Không có đề nghị khen này. Hãy chọn lại từ danh sách.',
  'There is no such nomination. Choose one from the list.',
)
export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa hoặc vừa làm một bước ở đây. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi làm lại.',
  'Somebody has just changed this. What you typed is kept and not saved; look at the newest state.',
)

export const councilOf = (members: readonly Member[]) => members.flatMap(({ personId }) => personId ?? [])

/** The nominee with its round, and what the actor is to it. */
export async function standingOf(
  db: ReadDb,
  actor: Actor,
  { nominee, today }: { nominee: store.Nominee; today: Day },
): Promise<Begun> {
  const round = (await roundOf(db, nominee.roundId))!
  const members = await membersOf(db, round.id)
  const heirs = await heirsOf(db, nominee.nominatorId, today)
  const standing = { nominatorId: nominee.nominatorId, heirs, deskId: round.deskId, bodyId: round.bodyId }
  const parts = partsOf(actor, { ...standing, council: councilOf(members) })
  const form = (await formOf(db, round.formId))!
  return { nominee, round, form, members, parts, bodyId: bodyOf(actor, parts, standing) }
}

const proposing = ['reporter', 'officer', 'head'] as const

function bodyOf(
  actor: Actor,
  parts: readonly Part[],
  of: { nominatorId: Id<'body'>; heirs: Id<'body'>[]; deskId: Id<'body'>; bodyId: Id<'body'> },
): Id<'body'> | null {
  if (actor.kind !== 'person') return null
  if (parts.includes('deskHead') || parts.includes('desk')) return of.deskId
  if (parts.includes('nominator'))
    return of.heirs.find((heir) => bodiesWhere(actor, ...proposing).includes(heir)) ?? of.nominatorId
  return parts.includes('awarder') ? of.bodyId : null
}

/** `expectedVersion` null: whoever does it has not looked at a version, as who votes. */
export async function begin(
  context: WriteContext,
  at: { id: Id<'nominee'>; expectedVersion: number | null },
  move: Move,
) {
  const nominee = await store.lockNominee(context.db, at.id)
  if (!nominee) return noSuchNominee
  const begun = await standingOf(context.db, context.actor, { nominee, today: context.today })
  const refusal = whyNot(begun.parts, move, nominee)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (at.expectedVersion !== null && nominee.version !== at.expectedVersion) return changedMeanwhile
  if (refusal) return refusal
  return ok(begun)
}

export const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : null)

/** The move in the life of the nominee and in the event table, which never holds what is `kept`, as a name that stood there; answers the new version. */
export async function make(
  context: WriteContext,
  { nominee, bodyId }: Pick<Begun, 'nominee' | 'bodyId'>,
  made: { move: Move; note?: string; facts?: Record<string, string | number | boolean | null>; kept?: object },
  changes: store.Changes = {},
): Promise<number> {
  const { move, note = '', facts = {}, kept = {} } = made
  const personId = personOf(context.actor)
  const told = { ...facts, ...kept }
  await store.insertAct(context.db, nominee.id, { move, at: context.now, note, facts: told, personId, bodyId })
  await context.record({ noun: 'nominee', id: nominee.id, move, changes: facts })
  return store.updateNominee(context.db, nominee.id, { stage: stageAfter(move, nominee.stage), ...changes })
}

export async function checksAt(
  db: ReadDb,
  { nominee, round, form }: Pick<Begun, 'nominee' | 'round' | 'form'>,
  today: Day,
): Promise<Check[]> {
  const merits = await meritsOf(db, nominee.id)
  const held = await store.heldBy(db, nominee)
  const field = await store.fieldOf(db, round.id, nominee.kind)
  return checksOf(form, { ...nominee, merits }, { held, field, today })
}

/** All that bars it, or null. Asked when it is checked, when it is submitted and once more when it is decided. */
export async function whyBarred(db: ReadDb, of: Pick<Begun, 'nominee' | 'round' | 'form'>, today: Day) {
  const barring = (await checksAt(db, of, today)).filter(({ bars }) => bars)
  if (barring.length === 0) return null
  const named = ({ kind, vi, en }: Check) => problem('', kind, `${of.nominee.name}: ${vi}`, `${of.nominee.name}: ${en}`)
  return invalid(barring.map(named), 'barred')
}

/** Of a body that is no more, those that took over from it are told. */
export async function tell(
  { tell: put, db, today }: WriteContext,
  topic: `commendation.${string}`,
  bodyId: Id<'body'>,
  { nominee, round }: Pick<Begun, 'nominee' | 'round'>,
): Promise<void> {
  const heirs = await heirsOf(db, bodyId, today)
  for (const body of heirs.length > 0 ? heirs : [bodyId])
    await put({ topic, bodyId: body, payload: { nominee: nominee.id, round: round.id, title: round.occasion, body } })
}
