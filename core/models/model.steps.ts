// The steps every move of a model shares: find and lock, ask the table, compare the version, note the move.
import { followDrawn } from '../programmes/drawn/follow.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import type { Actor } from '../shared/actor.ts'
import { conflict, notFound, ok } from '../shared/result.ts'
import type { Model } from './model.ts'
import { partsOf, stageAfter, whyNot, type Move, type Part } from './model.moves.ts'
import { insertAct, lockModel, updateModel } from './model.store.ts'

export interface Begun {
  model: Model
  parts: Part[]
  /** For which body he acts. null: the operator. */
  bodyId: Id<'body'> | null
}

export const noSuchModel = notFound(
  'no-such-model',
  'Không có mô hình này. Hãy chọn lại từ danh sách.',
  'There is no such model. Choose one from the list.',
)
const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa hoặc vừa làm một bước với mô hình này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi làm lại.',
  'Somebody has just changed this model. What you typed is kept and not saved; look at the newest state.',
)

export async function begin(context: WriteContext, at: { id: Id<'model'>; expectedVersion: number }, move: Move) {
  const model = await lockModel(context.db, at.id)
  if (!model) return noSuchModel
  const parts = partsOf(context.actor, model)
  const refusal = whyNot(parts, move, model)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (model.version !== at.expectedVersion) return changedMeanwhile
  if (refusal) return refusal
  return ok<Begun>({ model, parts, bodyId: bodyOf(context.actor, parts, model) })
}

function bodyOf(actor: Actor, parts: readonly Part[], { ownerId, guideId }: Model): Id<'body'> | null {
  if (actor.kind !== 'person') return null
  if (parts.includes('owner') || parts.includes('ownerHead')) return ownerId
  return parts.includes('guide') || parts.includes('guideHead') ? guideId : (actor.roles[0]?.bodyId ?? null)
}

export const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : null)

/** The move in the life of the model and in the event table; answers the new version. */
export async function make(
  context: WriteContext,
  { model, bodyId }: Pick<Begun, 'model' | 'bodyId'>,
  made: { move: Move; note?: string; facts?: Record<string, string | number | boolean | null | string[] | number[]> },
  changes: Parameters<typeof updateModel>[2] = {},
): Promise<number> {
  const { move, note = '', facts = {} } = made
  const personId = personOf(context.actor)
  await insertAct(context.db, model.id, { move, at: context.now, note, facts, personId, bodyId })
  await context.record({ noun: 'model', id: model.id, move, changes: facts })
  const version = await updateModel(context.db, model.id, { stage: stageAfter(move, model.stage), ...changes })
  if (counting.has(move)) await letFiguresFollow(context, model)
  return version
}

/** Moves after which a year may count other models than before. */
const counting: ReadonlySet<Move> = new Set([
  ...(['register', 'giveBack', 'recognise', 'review', 'end', 'withdraw'] as const),
  ...(['correctReview', 'correctRecognition'] as const),
])

/** Figures drawn from the registry, of the body that guides and of the one that owns; always in one order. */
async function letFiguresFollow(context: WriteContext, { ownerId, guideId, code }: Model): Promise<void> {
  for (const body of [ownerId, guideId].sort((a, b) => a - b))
    await followDrawn(context, body, `Tính lại từ sổ mô hình: ${code}.`)
}
