// What can be asked of number series: one made by the clerk, and those of a body.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { documentKinds } from './document.ts'
import { families, manner, type Family } from './layout.ts'
import { whyNotRegister } from './register.moves.ts'
import { kindSchema, standingAt, whyNotRead } from './register.rights.ts'
import { seriesSchema } from './register.schema.ts'
import { insertSeries, seriesOf } from './register.store.ts'

export const create = writing({
  name: 'numberSeries.create',
  summary: 'Lập sổ số văn bản: của Đảng theo nhiệm kỳ, của nhà nước và đoàn thể theo năm',
  http: { method: 'POST', path: '/bodies/{body}/number-series' },
  who: { roles: ['clerk'] },
  input: z.object({
    body: idOf('body'),
    family: z.enum(families).default('party'),
    kind: kindSchema,
    symbol: z.string().trim().min(2).max(40).meta({ description: 'ký hiệu đứng sau số, như BC/HU' }),
    validFrom: daySchema,
    validTo: daySchema,
    lastNumber: z.coerce.number().int().min(0).max(1_000_000).default(0).meta({
      description: 'số cuối đã dùng trong sổ giấy, để ghi tiếp',
    }),
  }),
  output: z.object({ id: z.number().int() }),
  async run(context, input) {
    const { db, actor } = context
    const faults = faultsOfSpan(input)
    if (faults.length > 0) return invalid(faults)
    const body = await bodyAt(db, input.body, input.validFrom)
    if (!body) return notFound('no-such-body', 'Không có đơn vị này vào ngày đó.', 'No such body on that day.')
    const refusal = whyNotRegister(actor, 'createSeries', await standingAt(db, input.body, input.validFrom))
    if (refusal) return refusal
    const { body: bodyId, family, ...rest } = input
    const basis = manner(family).numbering
    const id = await insertSeries(db, { ...rest, bodyId, family, basis })
    if (id === null) return overlapping
    await context.record({
      noun: 'numberSeries',
      id,
      move: 'create',
      changes: { kind: input.kind, symbol: input.symbol },
    })
    return ok({ id })
  },
})

function faultsOfSpan({ family, validFrom, validTo }: { family: Family; validFrom: Day; validTo: Day }) {
  if (validTo < validFrom)
    return [problem('validTo', 'before-start', 'Ngày cuối phải sau ngày đầu.', 'The end must follow the start.')]
  const year = validFrom.slice(0, 4)
  const wholeYear = validFrom === `${year}-01-01` && validTo === `${year}-12-31`
  return manner(family).numbering === 'year' && !wholeYear
    ? [
        problem(
          'validFrom',
          'not-a-year',
          'Sổ của nhà nước và đoàn thể theo năm: 01/01 đến 31/12.',
          'Series of the state and of organisations follow the year.',
        ),
      ]
    : []
}

const overlapping = conflict(
  'series-overlaps',
  'Đã có sổ số loại này trong thời gian đó. Mỗi loại văn bản chỉ một dãy số trong nhiệm kỳ hoặc trong năm.',
  'There is a series of this kind in that time already.',
)

export const list = reading({
  name: 'numberSeries.list',
  summary: 'Các sổ số văn bản của một đơn vị',
  http: { method: 'GET', path: '/bodies/{body}/number-series' },
  who: { roles: ['clerk', 'officer', 'head', 'standingBoard'] },
  input: z.object({ body: idOf('body') }),
  output: z.object({ series: z.array(seriesSchema), kinds: z.array(z.object({ key: z.string(), name: z.string() })) }),
  async run({ db, actor, today }, { body }) {
    const refusal = await whyNotRead(db, { actor, body, today })
    return refusal ?? ok({ series: await seriesOf(db, body), kinds: [...documentKinds] })
  },
})
