// What everybody reads of assessments: bodies recognised in a year, by name and class; no points, nothing of persons.
import { z } from 'zod'
import { unitKinds } from '../criteria/criteria.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { recognisedOf, yearsRecognised } from './assessment.store.ts'
import { purposes } from './scoresheet.ts'

export const recognised = reading({
  name: 'publicAssessments.list',
  summary: 'Đơn vị được công nhận trong một năm: tên, xếp loại, quyết định',
  http: { method: 'GET', path: '/public/assessments' },
  who: 'anyone',
  input: z.object({ year: z.coerce.number().int().min(2009).max(2100).optional() }),
  output: z.object({
    year: z.number().int().nullable(),
    years: z.array(z.number().int()),
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
  async run({ db }, { year: asked }) {
    const years = await yearsRecognised(db)
    const year = asked ?? years[0] ?? null
    return ok({ year, years, lines: year === null ? [] : await recognisedOf(db, year) })
  },
})
