// The desk enters what came on paper, by telephone, in person or in a box; an envelope marked as a denunciation stays closed.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { bodiesAbove } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { forbidden, invalid, ok, problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { attachedSchema, filesAhead } from './attached.ts'
import { limitsOf } from './limits.ts'
import { inGroups } from './receipt.ts'
import { receive } from './receive.ts'
import { placeSchema, senderSchema } from './sender.ts'
import { dueShown } from './shown.ts'
import { kinds, lineNumber } from './submission.ts'
import { receiptSchema } from './submit.operations.ts'
import { whyKeptAway } from './submission.steps.ts'
import { readSubmission } from './submission.store.ts'

export const register = writing({
  name: 'submissions.register',
  summary:
    'Vào sổ đơn giấy, thư, điện thoại, trình bày trực tiếp; phong bì ghi tố cáo để nguyên, chỉ ghi có một phong bì',
  http: { method: 'POST', path: '/submissions/register' },
  who: { roles: ['receiver'] },
  input: z.object({
    desk: idOf('body'),
    once: z
      .string()
      .regex(/^[\w-]{16,64}$/)
      .optional(),
    channel: z.enum(['desk', 'phone', 'mail', 'paper', 'box', 'passedOn']),
    door: z.enum(kinds).meta({ description: 'người gửi gọi là gì, hoặc ghi trên phong bì' }),
    receivedOn: daySchema.optional().meta({ description: 'ngày nhận; không ghi: hôm nay' }),
    text: z.string().max(20_000).default('').meta({ description: 'nội dung; để trống nếu phong bì còn dán' }),
    topic: z.string().max(40).default(''),
    ...placeSchema.shape,
    ...senderSchema.shape,
    before: idOf('submission').optional().meta({ description: 'tiếp theo hồ sơ nào: khiếu nại lần hai, đơn tách ra' }),
    level: z.coerce.number().int().min(1).max(2).default(1).meta({ description: 'khiếu nại lần một, lần hai' }),
    files: attachedSchema,
  }),
  output: receiptSchema.extend({ id: z.number().int() }),
  ahead: filesAhead,
  async run(context, input, { originals, problems }) {
    const { actor, db, now, today } = context
    if (actor.kind !== 'operator' && !bodiesWhere(actor, 'receiver').includes(input.desk)) return notYourDesk
    const closed = input.door === 'denunciation'
    const text = plainText(input.text).trim()
    if (!closed && text.length < 10 && originals.length === 0) problems.push(nothing)
    const on = input.receivedOn ?? today
    if (on > today) problems.push(inFuture)
    if (input.before && !(await mayFollow(context, input.before, input.desk))) problems.push(noSuchBefore)
    if (problems.length > 0) return invalid(problems)
    const { name, phone, email, address, onBehalfOf, placeWords, lat, lon, before, channel, door } = input
    const received = await receive(context, {
      ...{
        once: input.once ?? randomBytes(24).toString('base64url'),
        deskId: input.desk,
        channel,
        door,
        text,
        originals,
      },
      ...{ topic: input.topic || null, sender: { name, phone, email, address, onBehalfOf } },
      ...{ place: { placeWords, lat, lon }, receivedAt: on === today ? now : noonOf(on), aboutDesk: false },
      ...{ beforeId: before ?? null, level: input.level as 1 | 2 },
    })
    if (!received.ok) return received
    const { id, code, secret } = received.value
    const made = (await readSubmission(db, id))!
    const [first] = await limitsOf(db, id)
    return ok({
      ...{ id, code: inGroups(code), secret: inGroups(secret), desk: made.deskName, number: lineNumber(made) },
      receivedAt: made.receivedAt.toISOString(),
      due: first ? dueShown(first) : null,
    })
  },
})

/** What came before lies at this desk or below it, and is not kept away from him. */
async function mayFollow(context: WriteContext, before: Id<'submission'>, desk: Id<'body'>): Promise<boolean> {
  const first = await readSubmission(context.db, before)
  if (!first || (await whyKeptAway(context, before))) return false
  return first.deskId === desk || (await bodiesAbove(context.db, first.deskId, context.today)).includes(desk)
}

/** Of a letter the day is known, not the hour. */
const noonOf = (day: string) => new Date(`${day}T12:00:00+07:00`)

const notYourDesk = forbidden(
  'not-your-desk',
  'Đồng chí không tiếp nhận ở nơi này. Hãy chọn nơi nhận của mình.',
  'You do not receive at this desk. Choose your own.',
)
const nothing = problem(
  'text',
  'nothing',
  'Ghi tóm tắt nội dung, hoặc kèm bản chụp của đơn.',
  'Write what it says, or attach a picture of it.',
)
const noSuchBefore = problem(
  'before',
  'no-such-submission',
  'Không tìm thấy hồ sơ trước ở nơi nhận này hay cấp dưới. Hãy xem lại, hoặc để trống.',
  'There is no such earlier case at this desk or below. Look again, or leave it empty.',
)
const inFuture = problem('receivedOn', 'in-future', 'Ngày nhận ở sau hôm nay.', 'The day lies ahead.')
