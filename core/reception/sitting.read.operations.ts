// Sessions as their desk sees them: all of them, and one with what was booked.
import { z } from 'zod'
import { bodiesWhere } from '../shared/actor.ts'
import { addDays, daySchema, instantSchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import * as bookings from './booking.store.ts'
import { movesOpen, moves as allMoves, notYours, partsAt } from './reception.moves.ts'
import { noSuchSitting, postBy } from './reception.steps.ts'
import { lastChange, sittingSchema, sittingShown } from './schema.ts'
import * as store from './sitting.store.ts'
import { office } from './sitting.operations.ts'

export const mine = reading({
  name: 'reception.sittings',
  summary: 'Các buổi tiếp của nơi tôi làm việc: đề xuất, đã niêm yết, đã tiếp, đã huỷ',
  http: { method: 'GET', path: '/reception/sittings' },
  who: office,
  input: z.object({ from: daySchema.optional(), to: daySchema.optional() }),
  output: z.object({
    desks: z.array(z.object({ id: z.number().int(), name: z.string(), place: z.string() })),
    sittings: z.array(sittingSchema),
  }),
  async run({ db, actor, today }, { from = addDays(today, -90), to = addDays(today, 366) }) {
    const desks = bodiesWhere(actor, 'receiver', 'head')
    const found = await store.sittingsOf(db, { desks, from, to })
    const acts = await store.actsOfSittings(
      db,
      found.map(({ id }) => id),
    )
    return ok({
      desks: (await store.desksOn(db, today, desks)).map(({ deskId, name, placeName }) => ({
        ...{ id: deskId, name, place: placeName },
      })),
      sittings: found.map((one) => sittingShown(one, acts)),
    })
  },
})

export const showSitting = reading({
  name: 'reception.sitting',
  summary: 'Một buổi tiếp: lịch sử, hạn niêm yết, các chỗ đã đăng ký (không tên), việc làm được',
  http: { method: 'GET', path: '/reception/sittings/{id}' },
  who: office,
  input: z.object({ id: idOf('sitting') }),
  output: sittingSchema.extend({
    version: z.number().int(),
    postBy: z.string().nullable(),
    open: z.array(z.enum(allMoves)),
    bookings: z.array(
      z.object({
        id: z.number().int(),
        code: z.string(),
        stage: z.string(),
        at: instantSchema,
        version: z.number().int(),
        toCall: z.boolean().meta({ description: 'buổi đã dời hoặc huỷ mà người này chưa được báo' }),
      }),
    ),
  }),
  async run(context, { id }) {
    const { db, actor } = context
    const sitting = await store.readSitting(db, id)
    if (!sitting) return noSuchSitting
    const own = partsAt(actor, sitting)
    if (own.length === 0) return notYours
    const acts = await store.actsOfSittings(db, [id])
    const last = lastChange(acts)
    const booked = await bookings.bookingsOf(db, id)
    return ok({
      ...sittingShown(sitting, acts),
      version: sitting.version,
      postBy: sitting.postBy ?? (await postBy(context, sitting)),
      open: movesOpen<'sitting'>(own, 'sitting', sitting.stage).filter(
        (move) => move !== 'hold' || sitting.day <= context.today,
      ),
      bookings: booked.map((one) => ({
        ...{ id: one.id, code: one.code, stage: one.stage, at: one.bookedAt, version: one.version },
        toCall: one.stage === 'booked' && one.toldNo < last,
      })),
    })
  },
})
