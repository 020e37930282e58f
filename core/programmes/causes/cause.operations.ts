// Writing why a target is not reached at a place in a period, and reading every wording with its office and day.
import { z } from 'zod'
import { askAboutMentions, confirming, recordConfirmed } from '../../documents/mentions/ask.ts'
import { instantSchema as instant, type Day } from '../../shared/day.ts'
import { idOf, seenVersion, type Id } from '../../shared/id.ts'
import { reading, writing, type ReadContext, type ReadDb } from '../../shared/operation.ts'
import { conflict, notFound, ok } from '../../shared/result.ts'
import { boardRows } from '../boards/board.ts'
import { gatherBoard } from '../boards/board.reads.ts'
import { placeRef } from '../boards/board.store.ts'
import { personOf } from '../entries/entry.steps.ts'
import { readPeriod } from '../forms/form.store.ts'
import { findProgramme, isInside, overAll, whyNotSee } from '../programme.rights.ts'
import type { Programme } from '../programme.ts'
import { staffOf } from '../programme.store.ts'
import { programmeOfTarget } from '../rights.store.ts'
import { bodyOfWriter, longestCause, whyNotWrite } from './cause.ts'
import { historyOf, insertCause, lockNewest, receiversAt } from './cause.store.ts'

const at = { target: idOf('target'), place: idOf('place'), period: idOf('period') }

export const writeCause = writing({
  name: 'causes.write',
  summary: 'Ghi vì sao một chỉ tiêu chưa đạt ở một địa bàn, một kỳ; để trống là gỡ',
  http: { method: 'PUT', path: '/targets/{target}/places/{place}/periods/{period}/cause' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    ...at,
    /** The number of the wording the officer saw of his own office; 0: none. */
    expectedNo: seenVersion(0),
    wording: z
      .union([z.literal(''), z.string().trim().min(5, 'Ghi nguyên nhân, ít nhất vài chữ.').max(longestCause)])
      .nullish()
      .meta({ description: 'lời ngắn, không nêu người; trống: gỡ nguyên nhân đã ghi' }),
    ...confirming,
  }),
  output: z.object({ no: z.number().int() }),
  async run(context, input) {
    const { db, actor, now } = context
    const found = await findRed(context, input)
    if (!found.ok) return found
    const { overall, writers } = found.value
    const wording = input.wording || null
    const refusal = whyNotWrite(actor, { overall: wording === null ? 'notReached' : overall, writers })
    if (refusal) return refusal
    const bodyId = bodyOfWriter(actor, writers)!
    const key = { targetId: input.target, placeId: input.place, periodId: input.period, bodyId }
    const last = await lockNewest(db, key)
    if (last.no !== input.expectedNo)
      return last.no === input.expectedNo + 1 && last.wording === wording && last.writtenBy === personOf(actor)
        ? ok({ no: last.no })
        : writtenMeanwhile
    if (last.wording === wording) return ok({ no: last.no })
    const asked = askAboutMentions([{ field: 'wording', text: wording, before: last.wording }], input.mentionsConfirmed)
    if (!asked.ok) return asked
    const no = last.no + 1
    const id = await insertCause(db, { ...key, no, wording, by: personOf(actor), now })
    await context.record({ noun: 'cause', id, move: wording === null ? 'withdraw' : 'write', changes: key })
    await recordConfirmed(context, { noun: 'cause', id, confirmed: asked.value })
    return ok({ no })
  },
})

export const listCauses = reading({
  name: 'causes.list',
  summary: 'Nguyên nhân đã ghi của một chỉ tiêu ở một địa bàn, một kỳ: mọi lần ghi, đơn vị nào, ngày nào',
  http: { method: 'GET', path: '/targets/{target}/places/{place}/periods/{period}/cause' },
  who: 'signedIn',
  input: z.object(at),
  output: z.object({
    /** What the reader's office said last, to be changed by it; null: he may not write here. */
    own: z.object({ no: z.number().int(), wording: z.string().nullable() }).nullable(),
    wordings: z.array(
      z.object({
        body: z.number().int(),
        bodyName: z.string(),
        no: z.number().int(),
        wording: z.string().nullable(),
        by: z.string().nullable(),
        at: instant,
      }),
    ),
  }),
  async run(context, input) {
    const found = await findRed(context, input)
    if (!found.ok) return found
    const { writers, overall } = found.value
    const key = { targetId: input.target, placeId: input.place, periodId: input.period }
    const history = await historyOf(context.db, key)
    const mine = bodyOfWriter(context.actor, writers)
    const last = history.find((one) => one.bodyId === mine)
    const may = mine !== null && (last !== undefined || !whyNotWrite(context.actor, { overall, writers }))
    return ok({
      own: may ? { no: last?.no ?? 0, wording: last?.wording ?? null } : null,
      wordings: history.map(({ bodyId, ...one }) => ({ ...one, body: bodyId })),
    })
  },
})

type At = { [Name in keyof typeof at]: z.output<(typeof at)[Name]> }

/** The figure meant, for who may see it: how the target stands there, and who may speak of it. */
async function findRed({ db, actor, today }: Omit<ReadContext, 'app' | 'now'>, input: At) {
  const programmeId = await programmeOfTarget(db, input.target)
  const found = programmeId && (await findProgramme(db, programmeId))
  const period = await readPeriod(db, input.period)
  if (!found || !found.ok || !period || period.calendarId !== found.value.calendarId) return noSuchFigure
  const programme = found.value
  const place = await placeRef(db, input.place, period.endsOn)
  if (!place || !(await isInside(db, programme, { placeId: input.place, day: period.endsOn }))) return noSuchFigure
  const refusal = await whyNotSee(db, actor, { programme, placeId: place.id, day: period.endsOn })
  if (refusal) return refusal
  const rows = boardRows(await gatherBoard(db, { programme, place, period, today }))
  const { overall } = rows.find((row) => row.target.id === input.target)!
  return ok({ overall, writers: await writersAt(db, { programme, placeId: place.id, day: period.endsOn }) })
}

/** The receiver at the place speaks for the place; then the programme's staff and body, then those above. */
async function writersAt(
  db: ReadDb,
  of: { programme: Programme; placeId: Id<'place'>; day: Day },
): Promise<Id<'body'>[]> {
  const { programme, placeId, day } = of
  const here = await receiversAt(db, { programmeId: programme.id, placeId, day })
  return [...here, ...(await staffOf(db, programme.bodyId)), ...(await overAll(db, programme, day))]
}

const noSuchFigure = notFound(
  'no-such-figure',
  'Không có chỉ tiêu này ở địa bàn và kỳ đó. Hãy chọn lại từ bảng.',
  'There is no such target at that place in that period. Choose again from the board.',
)

const writtenMeanwhile = conflict(
  'written-meanwhile',
  'Đồng chí khác của đơn vị vừa ghi nguyên nhân này. Lời đồng chí gõ vẫn còn ở đây và chưa lưu; hãy xem lời mới rồi lưu lại.',
  'A colleague has just written this cause. What you typed is still here and not saved; compare and save again.',
)
