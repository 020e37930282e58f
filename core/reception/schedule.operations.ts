// The posted schedule, as everybody reads it.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { sittingSchema, sittingShown } from './schema.ts'
import * as sittings from './sitting.store.ts'

export const schedule = reading({
  name: 'reception.schedule',
  summary:
    'Lịch tiếp công dân đã niêm yết của mọi nơi: ngày, giờ, nơi, ai tiếp, còn mấy chỗ đăng ký, dời hay huỷ và vì sao',
  http: { method: 'GET', path: '/reception/schedule' },
  who: 'anyone',
  input: z.object({
    desk: idOf<'body'>('body').optional(),
    most: z.coerce.number().int().min(1).max(500).default(500).meta({ description: 'những buổi sớm nhất' }),
  }),
  output: z.object({
    desks: z.array(z.object({ id: z.number().int(), name: z.string(), place: z.string() })),
    sittings: z.array(sittingSchema),
    takesBookings: z.boolean().meta({ description: 'false: máy chủ chưa có khoá niêm phong nên chưa nhận đăng ký' }),
  }),
  async run({ app, db, today }, { desk = null, most }) {
    const found = await sittings.publicSittings(db, { from: today, deskId: desk, most })
    const acts = await sittings.actsOfSittings(
      db,
      found.map(({ id }) => id),
    )
    const desks = await sittings.desksOn(db, today, null)
    return ok({
      desks: desks.map(({ deskId, name, placeName }) => ({ id: deskId, name, place: placeName })),
      sittings: found.map((one) => sittingShown(one, acts)).map(withoutProposal),
      takesBookings: app.seal !== null,
    })
  },
})

/** When a clerk first thought of it is nobody's business. */
export const withoutProposal = (one: z.input<typeof sittingSchema>) => ({
  ...one,
  history: one.history.filter(({ move }) => move !== 'propose'),
})
