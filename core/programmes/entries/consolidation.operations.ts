// Consolidation is an act of the programme's body: it pins the accepted versions it takes.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { reading, writing } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../../shared/result.ts'
import { spanOf } from '../boards/board.store.ts'
import { consolidate, consolidationsOf, countedFor, movedSince } from './consolidation.store.ts'
import { personOf } from './entry.steps.ts'
import { periodsOf } from '../forms/form.store.ts'
import { whyNotProgramme } from '../programme.moves.ts'
import { findProgramme, whyNotSee } from '../programme.rights.ts'
import { staffOf } from '../programme.store.ts'

const at = { programme: idOf('programme'), period: z.string().max(20).optional() }

export const make = writing({
  name: 'consolidations.make',
  summary: 'Tổng hợp: ghim các bản số liệu đã nhận của một kỳ',
  http: { method: 'POST', path: '/programmes/{programme}/consolidations' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ ...at, note: z.string().trim().max(2000).nullish() }),
  output: z.object({ consolidation: z.number().int(), pins: z.number().int() }),
  async run(context, input) {
    const { db, actor, today } = context
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    const standing = { stage: programme.stage, staff: await staffOf(db, programme.bodyId) }
    const refusal = whyNotProgramme(actor, 'consolidate', standing)
    if (refusal) return refusal
    const key = input.period ?? String(programme.year)
    const period = (await periodsOf(db, programme.calendarId!)).find((one) => one.key === key)
    if (!period) return invalid([problem('period', 'no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)])
    const span = await spanOf(db, period, today)
    const pins = await countedFor(db, { programmeId: programme.id, periodIds: span.periodIds })
    const id = await consolidate(db, {
      bodyId: programme.bodyId,
      programmeId: programme.id,
      period,
      by: personOf(actor),
      now: context.now,
      note: input.note || null,
      pins,
    })
    await context.record({ noun: 'consolidation', id, move: 'make', changes: { pins: pins.length } })
    return ok({ consolidation: id, pins: pins.length })
  },
})

const movedSchema = z.object({
  entryId: z.number().int(),
  bodyName: z.string(),
  formKey: z.string(),
  count: z.string(),
  before: z.number().int().nullable(),
  now: z.number().int().nullable(),
  reason: z.string().nullable(),
  /** The actual figure took the place of a pinned estimate. */
  fromEstimate: z.boolean(),
})

export const list = reading({
  name: 'consolidations.list',
  summary: 'Các lần tổng hợp của một chương trình, lần nào đã cũ và cũ vì đâu',
  http: { method: 'GET', path: '/programmes/{programme}/consolidations' },
  who: 'signedIn',
  input: z.object(at),
  output: z.object({
    consolidations: z.array(
      z.object({
        id: z.number().int(),
        no: z.number().int(),
        madeBy: z.string().nullable(),
        madeAt: instantSchema,
        note: z.string().nullable(),
        pins: z.number().int(),
        stale: z.boolean(),
        moved: z.array(movedSchema),
      }),
    ),
  }),
  async run({ db, actor }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    const programme = found.value
    const key = input.period ?? String(programme.year)
    const period = programme.calendarId
      ? (await periodsOf(db, programme.calendarId)).find((one) => one.key === key)
      : undefined
    if (!period) return notFound('no-such-period', `Không có kỳ “${key}”.`, `No period “${key}”.`)
    const refusal = await whyNotSee(db, actor, { programme, placeId: programme.placeId, day: period.endsOn })
    if (refusal) return refusal
    const lines = await consolidationsOf(db, {
      programmeId: programme.id,
      bodyId: programme.bodyId,
      periodId: period.id,
    })
    const consolidations = []
    for (const line of lines)
      consolidations.push({
        ...line,
        stale: line.moved > 0,
        moved: line.moved > 0 ? await movedSince(db, line.id) : [],
      })
    return ok({ consolidations })
  },
})
