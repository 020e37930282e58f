// What everybody reads of assessments: bodies recognised in a year, by name and class; no points, nothing of persons.
import { z } from 'zod'
import { unitKinds } from '../criteria/criteria.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { publicPage, recognisedOf, yearsRecognised } from './assessment.store.ts'
import { purposes } from './scoresheet.ts'

export const recognised = reading({
  name: 'publicAssessments.list',
  summary: 'Đơn vị được công nhận trong một năm: tên, xếp loại, quyết định; tìm theo tên, lọc theo loại, từng trang',
  http: { method: 'GET', path: '/public/assessments' },
  who: 'anyone',
  input: z.object({
    year: z.coerce.number().int().min(2009).max(2100).optional(),
    q: z.string().max(200).default('').meta({ description: 'tên đơn vị, có dấu hay không dấu' }),
    purpose: z.enum(purposes).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z.object({
    year: z.number().int().nullable(),
    years: z.array(z.number().int()),
    total: z.number().int(),
    size: z.number().int().meta({ description: 'số dòng một trang' }),
    lines: z.array(
      z.object({
        body: z.string(),
        place: z.string().nullable(),
        purpose: z.enum(purposes),
        ofKind: z.enum(unitKinds),
        class: z.string(),
        decision: z.string(),
        decidedOn: z.string(),
        leader: z.string(),
        illustrative: z.boolean(),
      }),
    ),
  }),
  async run({ db }, { year: asked, q, purpose = null, page }) {
    const years = await yearsRecognised(db)
    const year = asked ?? years[0] ?? null
    const found = year === null ? { lines: [], total: 0 } : await recognisedOf(db, { year, q, purpose, page })
    return ok({ year, years, size: publicPage, ...found })
  },
})
