// The steps every move of a score sheet shares: find and lock, ask the table, compare the version, note it, let figures follow.
import { bodiesAbove, functionHolders } from '../bodies/body.read.ts'
import { setOf } from '../criteria/criteria.read.ts'
import { followDrawn } from '../programmes/drawn/follow.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import type { ReadContext, WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, notFound, ok } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { z } from 'zod'
import { partsOf, stageAfter, whyNot, type Move } from './scoresheet.moves.ts'
import type { Scoresheet } from './scoresheet.ts'
import * as store from './scoresheet.store.ts'

export const working = { roles: ['reporter', 'officer', 'head', 'standingBoard'] } as const
export const seen = { id: idOf('scoresheet'), expectedVersion: seenVersion(1) }
export const movedSchema = z.object({ id: z.number().int(), stage: z.string(), version: z.number().int() })
export const noteSchema = typedText().min(10, 'Nêu lý do ít nhất một câu.').max(2000)

export const noSuchSheet = notFound(
  'no-such-sheet',
  'Không có phiếu chấm điểm này. Hãy chọn lại từ danh sách.',
  'There is no such score sheet. Choose one from the list.',
)
export const notYours = forbidden(
  'not-yours',
  'Phiếu này của đơn vị khác. Đồng chí xem được phiếu của đơn vị mình và các đợt chấm do cơ quan mình chủ trì.',
  'This sheet belongs to another body. You see those of your own body and of the assessments it leads.',
)
const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa hoặc vừa làm một bước với phiếu này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi làm lại.',
  'Somebody has just changed this sheet. What you typed is kept and not saved; look at the newest state.',
)

export async function begin(context: WriteContext, at: { id: Id<'scoresheet'>; expectedVersion: number }, move: Move) {
  const sheet = await store.lockSheet(context.db, at.id)
  if (!sheet) return noSuchSheet
  const refusal = whyNot(context.actor, move, sheet)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (sheet.version !== at.expectedVersion) return changedMeanwhile
  return refusal ?? ok(sheet)
}

export const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : null)

export const setOfSheet = async (db: ReadContext['db'], sheet: Scoresheet) => (await setOf(db, sheet.setId))!

/** The body for which he acts; the operator for none. */
export function actingFor(actor: Actor, sheet: Scoresheet): Id<'body'> | null {
  if (actor.kind !== 'person') return null
  return partsOf(actor, sheet).includes('unit') ? sheet.bodyId : sheet.leaderId
}

interface Made {
  move: Move
  note?: string
  facts?: Record<string, string | number | boolean | null>
  changes?: Omit<store.Changes, 'stage'>
}

/** The move in the life of the sheet and in the event table; answers the new stage and version. */
export async function make(context: WriteContext, sheet: Scoresheet, { move, note = '', facts = {}, changes }: Made) {
  const by = { personId: personOf(context.actor), bodyId: actingFor(context.actor, sheet) }
  await store.insertAct(context.db, sheet.id, { move, at: context.now, note, facts, ...by })
  await context.record({ noun: 'scoresheet', id: sheet.id, move, changes: facts })
  const stage = stageAfter(move, sheet.stage)
  const version = await store.updateSheet(context.db, sheet.id, { stage, ...changes })
  return { id: sheet.id, stage, version }
}

/** Figures drawn from the assessment follow what changed in it. */
export const letFiguresFollow = (context: WriteContext, { leaderId }: Pick<Scoresheet, 'leaderId'>, why: string) =>
  followDrawn(context, leaderId, `Tính lại từ phiếu chấm điểm: ${why}`)

export const tell = (
  { tell: put }: WriteContext,
  topic: `scoresheet.${string}`,
  bodyId: Id<'body'>,
  { id, bodyName, year }: Pick<Scoresheet, 'id' | 'bodyName' | 'year'>,
) => put({ topic, bodyId, payload: { scoresheet: id, title: `${bodyName}, ${year}`, body: bodyId } })

interface Led {
  leaderId: Id<'body'>
  placeId: Id<'place'>
  year: number
}
type Reading = Pick<ReadContext, 'db' | 'actor' | 'today'>

/** Who reads a whole assessment: the body that leads it, whoever leads the mobilisation work at its place, and the bodies above. */
export async function mayReadAll({ db, actor, today }: Reading, { leaderId, placeId, year }: Led): Promise<boolean> {
  if (actor.kind === 'operator') return true
  const mine = bodiesWhere(actor, ...working.roles)
  if (mine.includes(leaderId)) return true
  // In the tree of its own time: what the year was told of is read by the same bodies later.
  const lastDay = `${year}-12-31`
  const day = today < lastDay ? today : lastDay
  const holders = await functionHolders(db, 'massMobilisation', { placeId, day })
  const over = [leaderId, ...holders.map(({ bodyId }) => bodyId)]
  for (const id of over) {
    if (mine.includes(id)) return true
    if ((await bodiesAbove(db, id, day)).some((above) => mine.includes(above))) return true
  }
  return false
}

/** Who reads one sheet: its body and those above it too. */
export async function mayRead(context: Reading, sheet: Led & { bodyId: Id<'body'> }): Promise<boolean> {
  const mine = bodiesWhere(context.actor, ...working.roles)
  const own = [sheet.bodyId, ...(await bodiesAbove(context.db, sheet.bodyId, context.today))]
  return own.some((body) => mine.includes(body)) || mayReadAll(context, sheet)
}
