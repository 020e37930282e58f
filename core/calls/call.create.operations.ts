// A call made: the outline of its kind, to be edited until it is issued.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { personOf } from '../documents/document.ts'
import { readProgramme, staffOf } from '../programmes/programme.read.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { callKinds, periodPattern } from './call.ts'
import { whyNotCall } from './call.moves.ts'
import { draftShape, movedCall } from './call.schema.ts'
import { insertCall, writeSections } from './call.store.ts'
import { callOutlineOf, titleOf } from './outline.ts'
import { periodName } from './period-name.ts'

/** As people say them, with the mark each is written by. */
const said = ['2023', '2023-H1', '2023-H2', '2023-Q3', '2023-05'].map((key) => `${periodName(key)} (${key})`)
const periodsAsSaid = `Không rõ là kỳ nào. Kỳ là cả năm, sáu tháng, một quý hoặc một tháng, ghi như: ${said.join(', ')}.`

const yearSchema = z.coerce.number().int().min(1945).max(2200)

export const createCall = writing({
  name: 'calls.create',
  summary: 'Lập đề cương báo cáo theo loại: các mục bắt đầu từ đề cương mẫu, sửa được đến khi ban hành',
  http: { method: 'POST', path: '/calls' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    body: idOf('body'),
    kind: z.enum(callKinds),
    year: yearSchema,
    fromYear: yearSchema.optional().meta({ description: 'năm đầu của tổng kết nhiều năm' }),
    period: z.string().trim().regex(periodPattern, periodsAsSaid).optional().meta({ description: 'không ghi: cả năm' }),
    dueOn: daySchema,
    programme: idOf('programme').optional(),
    title: draftShape.title.optional(),
    illustrative: z.boolean().default(false),
  }),
  output: movedCall,
  async run(context, input) {
    const { db, actor, now } = context
    const { body, kind, year, dueOn, fromYear = null, period = String(year), programme } = input
    const version = await bodyAt(db, body, dueOn)
    if (!version) return notFound('no-such-body', 'Không có đơn vị này vào ngày đó.', 'No such body on that day.')
    const refusal = whyNotCall(actor, 'create', { stage: 'none', staff: await staffOf(db, body) })
    if (refusal) return refusal
    const faults: Problem[] = []
    if ((kind === 'multiYear') !== (fromYear !== null) || (fromYear !== null && fromYear >= year))
      faults.push(yearsNeeded)
    if (!period.startsWith(String(year))) faults.push(otherYear(period, year))
    const named = programme ? await readProgramme(db, programme) : null
    if (programme && named?.bodyId !== body) faults.push(notItsProgramme)
    if (faults.length > 0) return invalid(faults)
    const title = input.title ?? titleOf(kind, { year, fromYear, period: periodName(period) })
    const id = await insertCall(db, {
      ...{ bodyId: body, placeId: version.placeId, programmeId: programme ?? null, kind, title, year, fromYear, dueOn },
      ...{ periodKey: period, illustrative: input.illustrative, by: personOf(actor), now },
    })
    await writeSections(db, id, callOutlineOf(kind).sections)
    await context.record({ noun: 'call', id, move: 'create', changes: { kind } })
    return ok({ call: id, stage: 'draft' as const, version: 1 })
  },
})

const yearsNeeded = problem(
  'fromYear',
  'years-needed',
  'Tổng kết nhiều năm cần năm đầu, sớm hơn năm cuối; loại khác thì để trống.',
  'A review of several years needs its first year, before the last; other kinds have none.',
)
const otherYear = (period: string, year: number) =>
  problem(
    'period',
    'other-year',
    `Kỳ đã chọn là ${periodName(period)}, đề cương ghi năm ${year}. Hãy chọn kỳ của năm ${year}, hoặc sửa năm.`,
    `The period ${period} is not of the year ${year}. Choose one of that year, or change the year.`,
  )
const notItsProgramme = problem(
  'programme',
  'not-its-programme',
  'Chương trình này không phải của đơn vị ra đề cương.',
  'The programme is not of the body that makes the call.',
)
