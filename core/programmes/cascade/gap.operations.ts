// Recording why the numbers of a target given down do not meet: a named officer, of the numbers he saw.
import { z } from 'zod'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, forbidden, ok } from '../../shared/result.ts'
import { staffOf } from '../programme.store.ts'
import type { Programme } from '../programme.ts'
import { cascadedIn, givenIn, type Side } from './cascade.reads.ts'
import { describeSide, sideInput } from './cascade.schema.ts'
import type { GapSide } from './cascade.ts'
import { beginTarget, noCascade, numbersMoved } from './cascade.steps.ts'
import { insertGap } from './cascade.write.store.ts'

export const recordGap = writing({
  name: 'cascades.recordGap',
  summary: 'Ghi lý do chỗ lệch của chỉ tiêu giao xuống, hoặc của chỉ tiêu thấp hơn mức được giao, theo tên người ghi',
  http: { method: 'POST', path: '/programmes/{programme}/targets/{no}/gaps' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    programme: idOf('programme'),
    no: z.coerce.number().int().positive().max(999),
    side: sideInput.meta({
      description: 'given: phần đã giao; taken: phần đã đưa vào chương trình; own: so với mức được giao',
    }),
    /** The numbers he saw, as `cascades.show` or `cascades.given` answered them. */
    seen: z.string().max(100_000),
    reason: z.string().trim().min(10, 'Ghi rõ lý do, ít nhất một câu ngắn.').max(1000),
    ...confirming,
  }),
  output: z.object({ no: z.number().int() }),
  async run(context, input) {
    const begun = await beginTarget(context, input)
    if (!begun.ok) return begun
    const { programme, target } = begun.value
    const office = await officeOf(context, programme)
    if (!office) return namedOnly
    const side = await sideAt(context, { programme, targetId: target.id, side: input.side })
    if (!side) return noCascade
    if (side.judgement.holds) return nothingLacks
    if (side.numbers !== input.seen) return numbersMoved
    const asked = askAboutMentions([{ field: 'reason', text: input.reason }], input.mentionsConfirmed)
    if (!asked.ok) return asked
    const { lacking, missing, lessStrict } = describeSide(side)
    const no = await insertGap(context.db, {
      ...{ targetId: target.id, side: input.side, numbers: side.numbers, lacking, missing, lessStrict },
      lessStrict: input.side === 'own' ? 1 : lessStrict,
      ...{ reason: input.reason, bodyId: office.bodyId, by: office.personId, now: context.now },
    })
    const changes = { programme: programme.id, side: input.side, no, lacking, missing }
    await context.record({ noun: 'target', id: target.id, move: 'recordGap', changes })
    await recordConfirmed(context, { noun: 'target', id: target.id, confirmed: asked.value })
    return ok({ no })
  },
})

/** In whose name he writes: the nearest of the programme's bodies where he is an officer. */
async function officeOf({ db, actor }: { db: WriteContext['db']; actor: Actor }, programme: Programme) {
  if (actor.kind !== 'person') return null
  const mine = new Set<number>(bodiesWhere(actor, 'officer', 'head'))
  const bodyId = (await staffOf(db, programme.bodyId)).find((body) => mine.has(body))
  return bodyId ? { bodyId, personId: actor.personId } : null
}

async function sideAt(
  { db, today }: WriteContext,
  at: { programme: Programme; targetId: Id<'target'>; side: GapSide },
): Promise<Side | null> {
  const { programme, targetId: only, side } = at
  if (side === 'own') {
    const given = await givenIn(db, programme)
    return given.find((one) => one.here && one.taken?.targetId === only)?.own ?? null
  }
  const [now] = await cascadedIn(db, { programme, today, only })
  return now?.[side] ?? null
}

const namedOnly = forbidden(
  'sign-in-needed',
  'Lý do chỗ lệch ghi theo tên người và đơn vị: hãy đăng nhập để ghi.',
  'Such a reason stands under a person and an office: please sign in.',
)
const nothingLacks = conflict(
  'nothing-lacks',
  'Các mức đang khớp, không có chỗ lệch nào để ghi.',
  'The numbers meet; there is no gap to record.',
)
