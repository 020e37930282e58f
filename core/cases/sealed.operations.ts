// The sealed cases of a body, for whoever may ask to open one: a number, a day and a stage, and nothing else.
import { z } from 'zod'
import { bodiesBelow } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { instantSchema } from '../shared/day.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { sealedCases } from './sealed.store.ts'
import { lineNumber, stages } from './submission.ts'

export const sealedList = reading({
  name: 'submissions.sealed',
  summary:
    'Hồ sơ có danh tính, bản gốc đang niêm phong ở cơ quan tôi: tố cáo, và đơn kết thúc khi chưa mở; chỉ số, ngày và tình trạng',
  http: { method: 'GET', path: '/submissions/sealed' },
  who: { roles: ['sealOpener'] },
  input: z.object({}),
  output: z.object({
    cases: z.array(
      z.object({
        number: z.string(),
        desk: z.string(),
        receivedAt: instantSchema,
        stage: z.enum(stages),
        items: z.array(z.object({ handle: z.string(), at: instantSchema })),
      }),
    ),
  }),
  async run({ db, actor, today }) {
    const desks = bodiesWhere(actor, 'sealOpener')
    const own = actor.kind === 'person' ? actor.roles.map(({ bodyId }) => bodyId) : []
    const found = await sealedCases(db, desks)
    // About his own body, or one above it: it is not his to know that it is there.
    const cases = []
    for (const { accused, year, number, ...one } of found) {
      const far = accused.length > 0 ? new Set<number>([...accused, ...(await bodiesBelow(db, accused, today))]) : null
      if (!far || !own.some((body) => far.has(body))) cases.push({ ...one, number: lineNumber({ year, number }) })
    }
    return ok({ cases })
  },
})
