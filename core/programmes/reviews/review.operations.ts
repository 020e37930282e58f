// Noting that a body reviewed its roll of members, by which document and on which day; reading what was noted.
import { z } from 'zod'
import { bodiesAbove, versionsOf } from '../../bodies/body.read.ts'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { daySchema, instantSchema as instant, type Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type ReadDb } from '../../shared/operation.ts'
import { invalid, notFound, ok } from '../../shared/result.ts'
import { personOf } from '../entries/entry.steps.ts'
import { faultsOfReview, whyNotReview, type Reviewed } from './review.ts'
import { insertReview, lockReview, receiversOf, reviewsOf, withdrawReview } from './review.store.ts'

const who = { roles: ['reporter', 'officer', 'head'] } as const

export const noteReview = writing({
  name: 'rollReviews.note',
  summary: 'Ghi đơn vị đã rà soát danh sách hội viên: ngày nào, theo văn bản nào',
  http: { method: 'POST', path: '/bodies/{body}/roll-reviews' },
  who,
  input: z.object({
    body: idOf('body'),
    on: daySchema,
    document: z
      .string()
      .trim()
      .min(3, 'Ghi số và ngày của văn bản rà soát, ví dụ Biên bản số 05-BB/HND.')
      .max(200)
      .meta({ description: 'số, ký hiệu, loại văn bản; không ghi tên người' }),
    ...confirming,
  }),
  output: z.object({ id: z.number().int() }),
  async run(context, input) {
    const { db, actor, today, now } = context
    const found = await findBody(db, { id: input.body, day: today })
    if (!found.ok) return found
    const refusal = whyNotReview(actor, found.value)
    if (refusal) return refusal
    const faults = faultsOfReview(input, today)
    if (faults.length > 0) return invalid(faults)
    const asked = askAboutMentions([{ field: 'document', text: input.document }], input.mentionsConfirmed)
    if (!asked.ok) return asked
    const { on, document } = input
    const { id, fresh } = await insertReview(db, { bodyId: input.body, on, document, by: personOf(actor), now })
    if (!fresh) return ok({ id })
    await context.record({ noun: 'rollReview', id, move: 'note', changes: { body: input.body, on } })
    await recordConfirmed(context, { noun: 'rollReview', id, confirmed: asked.value })
    return ok({ id })
  },
})

export const takeBackReview = writing({
  name: 'rollReviews.withdraw',
  summary: 'Gỡ một lần rà soát danh sách đã ghi nhầm; dòng cũ vẫn giữ, ghi là đã gỡ',
  http: { method: 'POST', path: '/roll-reviews/{id}/withdraw' },
  who,
  input: z.object({ id: idOf('roll_review') }),
  output: z.object({ id: z.number().int() }),
  async run(context, { id }) {
    const { db, actor, today, now } = context
    const review = await lockReview(db, id)
    const found = review && (await findBody(db, { id: review.bodyId, day: today }))
    if (!review || !found?.ok)
      return notFound('no-such-review', 'Không có lần rà soát này.', 'There is no such review of a roll.')
    const refusal = whyNotReview(actor, found.value)
    if (refusal) return refusal
    if (review.withdrawn) return ok({ id })
    await withdrawReview(db, { id, by: personOf(actor), now })
    await context.record({ noun: 'rollReview', id, move: 'withdraw' })
    return ok({ id })
  },
})

export const listReviews = reading({
  name: 'rollReviews.list',
  summary: 'Các lần một đơn vị rà soát danh sách hội viên, lần mới trước',
  http: { method: 'GET', path: '/bodies/{body}/roll-reviews' },
  who: 'signedIn',
  input: z.object({ body: idOf('body') }),
  output: z.object({
    mayNote: z.boolean(),
    reviews: z.array(
      z.object({
        id: z.number().int(),
        on: z.string().meta({ format: 'date' }),
        document: z.string(),
        by: z.string().nullable(),
        at: instant,
        withdrawn: z.boolean(),
      }),
    ),
  }),
  async run({ db, actor, today }, input) {
    const found = await findBody(db, { id: input.body, day: today })
    if (!found.ok) return found
    return ok({ mayNote: !whyNotReview(actor, found.value), reviews: await reviewsOf(db, input.body) })
  },
})

/** The body as rights see it: on its last day where it has ended, for what it sent is still read. */
async function findBody(db: ReadDb, at: { id: Id<'body'>; day: Day }) {
  const versions = await versionsOf(db, at.id)
  if (versions.length === 0) return notFound('no-such-body', 'Không có đơn vị này.', 'No such body.')
  const last = versions
    .map((version) => version.validTo ?? at.day)
    .sort()
    .at(-1)!
  const day = last < at.day ? last : at.day
  const receivers = await receiversOf(db, at.id)
  const above = await bodiesAbove(db, at.id, day)
  for (const receiver of receivers) above.push(...(await bodiesAbove(db, receiver, day)))
  return ok({ bodyId: at.id, over: new Set<number>([...receivers, ...above]) } satisfies Reviewed)
}
