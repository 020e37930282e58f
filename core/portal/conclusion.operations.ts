// Conclusions on denunciations and decisions on complaints that were made known here, for everybody.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { publicConclusions } from './conclusion.store.ts'

const aPage = 20

export const listConclusions = reading({
  name: 'publicCases.conclusions',
  summary: 'Kết luận tố cáo, quyết định giải quyết khiếu nại đã công khai trên cổng; không có tên ai',
  http: { method: 'GET', path: '/public/conclusions' },
  who: 'anyone',
  input: z.object({
    before: idOf('submission_conclusion').optional().meta({ description: 'cũ hơn kết luận này, để xem tiếp' }),
  }),
  output: z.object({
    conclusions: z.array(
      z.object({
        id: z.number().int(),
        kind: z.enum(['complaint', 'denunciation']),
        body: z.string(),
        document: z.string(),
        text: z.string(),
        on: z.string(),
        illustrative: z.boolean(),
      }),
    ),
    more: z.boolean(),
  }),
  async run({ db }, { before }) {
    const found = await publicConclusions(db, { before, size: aPage + 1 })
    return ok({ conclusions: found.slice(0, aPage), more: found.length > aPage })
  },
})
