// The public door: which desks are open, and sending something to one of them without an account.
import { z } from 'zod'
import type { Actor } from '../shared/actor.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { attachedSchema, filesAhead, withDates } from './attached.ts'
import { openDesks, topicsOn } from './desk.store.ts'
import { whyNotSoFast } from './flood.ts'
import { limitsOf } from './limits.ts'
import { numbers } from './numbers.ts'
import { inGroups } from './receipt.ts'
import { receive } from './receive.ts'
import { contactFaults, placeSchema, senderSchema } from './sender.ts'
import { whyNotThere } from './spot/spot.ts'
import { kinds, lineNumber, webDoors, type Kind } from './submission.ts'
import { dueSchema, dueShown } from './shown.ts'
import { readSubmission } from './submission.store.ts'

const { longestText } = numbers

export const desks = reading({
  name: 'submissions.desks',
  summary: 'Nơi nhận phản ánh, kiến nghị, đơn thư đang mở, và các việc hay gặp',
  http: { method: 'GET', path: '/submissions/desks' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    desks: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        organisation: z.string(),
        place: z.string(),
        upperPlace: z.string().nullable(),
      }),
    ),
    topics: z.array(z.object({ key: z.string(), name: z.string(), hint: z.string() })),
    takesLetters: z.boolean().meta({ description: 'false: máy chủ chưa có khoá niêm phong nên chưa nhận được' }),
  }),
  async run({ app, db, today }) {
    const open = await openDesks(db, today)
    const shown = open.map(({ deskId, name, organisation, placeName, upperPlace }) => ({
      ...{ id: deskId, name, organisation, place: placeName, upperPlace },
    }))
    return ok({ desks: shown, topics: await topicsOn(db, today), takesLetters: app.seal !== null })
  },
})

export const onceSchema = z
  .string()
  .regex(/^[\w-]{16,64}$/)
  .meta({ description: 'dấu riêng của lần gửi, do người gửi sinh ngẫu nhiên; gửi lại cùng dấu vẫn là một hồ sơ' })

export const receiptSchema = z.object({
  code: z.string().meta({ description: 'mã tra cứu' }),
  secret: z.string().meta({ description: 'khoá của người gửi; chỉ có ở biên nhận này' }),
  desk: z.string(),
  number: z.string().meta({ description: 'số trong sổ tiếp nhận' }),
  receivedAt: z.string(),
  due: dueSchema.nullable().meta({ description: 'hạn đầu tiên; null: chưa quy định nào đặt hạn' }),
})

export const submit = writing({
  name: 'submissions.submit',
  summary: 'Gửi phản ánh, kiến nghị, góp ý quy định hoặc khiếu nại; không cần tài khoản, nhận biên nhận để theo dõi',
  http: { method: 'POST', path: '/submissions' },
  who: 'anyone',
  input: z.object({
    once: onceSchema,
    desk: idOf('body'),
    door: z.enum(kinds),
    topic: z.string().max(40).default(''),
    text: z.string().default(''),
    ...placeSchema.shape,
    ...senderSchema.shape,
    aboutDesk: z.coerce
      .boolean()
      .default(false)
      .meta({ description: 'nói về chính cơ quan nhận: chuyển thẳng cấp trên' }),
    files: attachedSchema,
  }),
  output: receiptSchema,
  ahead: notTooFast,
  async run(context, input, files) {
    const { now, db } = context
    const text = plainText(input.text).trim()
    const there = await whyNotThere(context, input.desk, input)
    const faults = [...faultsOf(input.door, text), ...contactFaults(input), ...there]
    if (faults.length + files.problems.length > 0) return invalid([...faults, ...files.problems])
    const { name, phone, email, address, onBehalfOf, placeWords, lat, lon } = input
    const received = await receive(context, {
      ...{ once: input.once, deskId: input.desk, channel: 'web', door: input.door, topic: input.topic || null },
      text: withDates(text, files.originals, context.today),
      sender: { name, phone, email, address, onBehalfOf },
      place: { placeWords, lat, lon },
      ...{ originals: files.originals, receivedAt: now, aboutDesk: input.aboutDesk, beforeId: null, level: 1 },
    })
    if (!received.ok) return received
    const { id, code, secret } = received.value
    const made = (await readSubmission(db, id))!
    const [first] = await limitsOf(db, id)
    return ok({
      ...{ code: inGroups(code), secret: inGroups(secret), desk: made.deskName, number: lineNumber(made) },
      receivedAt: made.receivedAt.toISOString(),
      due: first ? dueShown(first) : null,
    })
  },
})

/** A flood is slowed before anything is looked at. */
export async function notTooFast(
  { actor, now }: { actor: Actor; now: Date },
  input: { files: z.output<typeof attachedSchema> },
) {
  return whyNotSoFast(actor, now) ?? filesAhead(null, input)
}

export function faultsOf(door: Kind, text: string): Problem[] {
  const faults: Problem[] = []
  if (!(webDoors as readonly Kind[]).includes(door)) faults.push(byLetterOnly)
  if (text.length < 10) faults.push(problem('text', 'too-short', ...tellMore))
  if (text.length > longestText) faults.push(problem('text', 'too-long', ...tooLong(text.length)))
  return faults
}

const byLetterOnly = problem(
  'door',
  'not-by-web',
  'Tố cáo chỉ gửi bằng đơn hoặc trình bày trực tiếp, để danh tính được giữ kín. Hãy xem hướng dẫn gửi đơn tố cáo; trang này không nhận.',
  'A denunciation is made by letter or in person, so that your identity stays secret. See how; this page takes none.',
)
const tellMore = ['Hãy kể việc gì xảy ra, ít nhất một câu.', 'Say what happened, in a sentence at least.'] as const
const tooLong = (length: number) =>
  [
    `Nội dung dài ${length} ký tự, nhận được tối đa ${longestText}. Hãy rút gọn, hoặc gửi phần dài bằng tệp đính kèm.`,
    `The text has ${length} characters, at most ${longestText} are taken. Shorten it or attach it as a file.`,
  ] as const
