// Noting that a body was reminded of a form it has not sent, and reading what was noted.
import { z } from 'zod'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { daySchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { reading, writing, type ReadContext } from '../../shared/operation.ts'
import { invalid, notFound, ok } from '../../shared/result.ts'
import { findProgramme, overAll, readsAll } from '../programme.rights.ts'
import { readsUnit } from '../rights.store.ts'
import { atSchema } from './entry.input.ts'
import { notYourEntry } from './entry.reads.ts'
import { findPlace, personOf } from './entry.steps.ts'
import { findEntry } from './entry.store.ts'
import { programmesUsing } from './matrix.store.ts'
import { channels, faultsOfReminder, whyNotRemind } from './reminder.ts'
import { insertReminder, remindersOf, sameReminder } from './reminder.store.ts'

export const reminderSchema = z.object({
  channel: z.enum(channels),
  on: z.string().meta({ format: 'date' }),
  answer: z.string().nullable(),
  by: z.string().nullable(),
})

const asked = { programme: idOf('programme'), ...atSchema.shape }

export const noteReminder = writing({
  name: 'reminders.note',
  summary: 'Ghi đã nhắc một đơn vị chưa gửi biểu: bằng cách nào, ngày nào, đơn vị trả lời gì',
  http: { method: 'POST', path: '/programmes/{programme}/reminders' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    ...asked,
    channel: z.enum(channels),
    on: daySchema.optional().meta({ format: 'date', description: 'ngày nhắc; không ghi: hôm nay' }),
    answer: z.string().trim().max(300).nullish().meta({ description: 'đơn vị trả lời gì; không ghi số điện thoại' }),
    ...confirming,
  }),
  output: z.object({ id: z.number().int(), body: z.string() }),
  async run(context, input) {
    const { db, actor, today } = context
    const found = await findAsked(context, input)
    if (!found.ok) return found
    const { programme, place, entry, its } = found.value
    const refusal = whyNotRemind(actor, {
      stage: entry?.stage ?? 'none',
      toBodyId: place.duty.toBodyId,
      overAll: its ? await overAll(db, programme, today) : new Set(),
      periodClosed: place.period.closed,
    })
    if (refusal) return refusal
    const { channel, on = today } = input
    const answer = input.answer || null
    const faults = faultsOfReminder({ on, answer }, today)
    if (faults.length > 0) return invalid(faults)
    const asked = askAboutMentions([{ field: 'answer', text: answer }], input.mentionsConfirmed)
    if (!asked.ok) return asked
    const at = { dutyId: place.duty.id, periodId: place.period.id }
    const made = { ...at, channel, on, answer, by: personOf(actor), now: context.now }
    const already = await sameReminder(db, made)
    if (already) return ok({ id: already, body: place.duty.bodyName })
    const id = await insertReminder(db, made)
    await context.record({ noun: 'reminder', id, move: 'note', changes: { ...at, channel, on } })
    await recordConfirmed(context, { noun: 'reminder', id, confirmed: asked.value })
    return ok({ id, body: place.duty.bodyName })
  },
})

export const listReminders = reading({
  name: 'reminders.list',
  summary: 'Các lần đã nhắc một đơn vị về một biểu của một kỳ, lần mới trước',
  http: { method: 'GET', path: '/programmes/{programme}/reminders' },
  who: 'signedIn',
  input: z.object(asked),
  output: z.object({ body: z.string(), form: z.string(), to: z.string(), reminders: z.array(reminderSchema) }),
  async run(context, input) {
    const { db, actor, today } = context
    const found = await findAsked(context, input)
    if (!found.ok) return found
    const { programme, place, its } = found.value
    const { duty, period } = place
    const his = bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk')
    if (!his.some((body) => body === duty.bodyId || body === duty.toBodyId))
      if (!its || !(await readsAll(db, actor, programme, today))) return notYourEntry
    const reminders = await remindersOf(db, { dutyId: duty.id, periodId: period.id })
    return ok({ body: duty.bodyName, form: duty.formName, to: duty.toBodyName, reminders })
  },
})

/** The form of a body for a period, where this programme uses it; `its`: and the unit is the programme's to read. */
async function findAsked({ db }: Pick<ReadContext, 'db'>, input: z.output<z.ZodObject<typeof asked>>) {
  const found = await findProgramme(db, input.programme)
  if (!found.ok) return found
  const placed = await findPlace(db, input)
  if (!placed.ok) return placed
  const place = placed.value
  if (!(await programmesUsing(db, place.form.id)).includes(input.programme)) return notOfIt
  const entry = await findEntry(db, { dutyId: place.duty.id, periodId: place.period.id })
  const unit = { formId: place.form.id, placeId: place.duty.placeId, day: place.period.endsOn }
  const its = await readsUnit(db, { programmeId: input.programme, ...unit })
  return ok({ programme: found.value, place, entry, its })
}

const notOfIt = notFound(
  'no-such-duty',
  'Chương trình này không dùng biểu đó. Hãy chọn lại từ trang “Ai đã gửi, ai chưa”.',
  'The programme does not use that form. Choose again from the list of who has sent.',
)
