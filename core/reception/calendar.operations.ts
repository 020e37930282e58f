// The public schedule for the calendar of a telephone.
import { z } from 'zod'
import { addDays } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { calendarFile } from './ics.ts'
import * as sittings from './sitting.store.ts'

export const calendar = reading({
  name: 'reception.calendar',
  summary: 'Lịch tiếp công dân đã niêm yết, dạng iCalendar để thêm vào lịch điện thoại',
  http: { method: 'GET', path: '/reception/schedule.ics' },
  who: 'anyone',
  sends: 'content',
  input: z.object({ desk: idOf<'body'>('body').optional() }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) }),
  async run({ app, db, today }, { desk = null }) {
    const found = await sittings.publicSittings(db, { from: addDays(today, -7), deskId: desk, most: 1000 })
    const acts = await sittings.actsOfSittings(
      db,
      found.map(({ id }) => id),
    )
    const shown = found.map((one) => {
      const own = acts.filter(({ sittingId, move }) => sittingId === one.id && move !== 'propose')
      return { ...one, desk: one.deskName, changes: own.length - 1, changedAt: own.at(-1)!.at }
    })
    const content = new Uint8Array(Buffer.from(calendarFile(shown, { origin: app.origin })))
    return ok({ fileName: 'lich-tiep-cong-dan.ics', mediaType: 'text/calendar; charset=utf-8', content })
  },
})
