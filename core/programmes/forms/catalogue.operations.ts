// What can be asked of counts, indicators, sectors and calendars: list them, add to them; nothing is ever overwritten.
import { z } from 'zod'
import { daySchema } from '../../shared/day.ts'
import { reading, writing } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../../shared/result.ts'
import * as store from './catalogue.store.ts'
import { termRoles } from '../targets/scope.ts'

export const editors = { roles: ['officer', 'head', 'administrator'] } as const
export const key = z
  .string()
  .trim()
  .regex(/^[a-z][A-Za-z0-9]{1,59}$/, 'Khoá viết liền không dấu, bắt đầu bằng chữ thường, ví dụ soCuocDoiThoai.')
export const confidence = z.enum(['read', 'secondHand', 'assumed'])
const countFields = {
  key,
  name: z.string().trim().min(2).max(300),
  unit: z.enum(['person', 'membership', 'household', 'organisation', 'model', 'meeting']),
  overPlaces: z.enum(['sum', 'none']),
  overTime: z.enum(['last', 'sum', 'none']),
  definition: z.string().trim().min(2).max(2000),
  confidence,
}
/** What a count is drawn from where there is something of it: score sheets of an assessment, models of the registry. */
const sourceSchema = z
  .discriminatedUnion('source', [
    z.object({
      source: z.literal('assessment'),
      what: z.enum(['agency', 'government', 'democracy']),
      part: z.enum(['due', 'graded', 'passed', 'best']),
    }),
    z.object({
      source: z.literal('models'),
      what: z.enum(['guide', 'owner']).meta({ description: 'của cơ quan hướng dẫn, hay của cơ quan làm mô hình' }),
      part: z.enum(['registered', 'recognised', 'effective', 'fresh', 'maintained', 'replicated', 'ended']),
    }),
  ])
  .meta({ description: 'số này tính từ phiếu chấm điểm hoặc sổ mô hình, không gõ, nơi nào có' })

export const showCatalogue = reading({
  name: 'catalogue.show',
  summary: 'Số đếm, chỉ số, khối và lịch báo cáo đang dùng',
  http: { method: 'GET', path: '/catalogue' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    counts: z.array(
      z.object({
        ...{ id: z.number().int(), ...countFields, definitionVersion: z.number().int() },
        source: sourceSchema.nullable(),
      }),
    ),
    indicators: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        versionId: z.number().int(),
        versionNo: z.number().int(),
        unit: z.enum(['%', 'count']),
        wording: z.string(),
        basis: z.string().nullable(),
        confidence,
        terms: z.array(
          z.object({
            role: z.enum(termRoles),
            count: z.string(),
            organisation: z.string().nullable(),
            name: z.string(),
            unit: z.string(),
          }),
        ),
      }),
    ),
    sectors: z.array(z.object({ key: z.string(), name: z.string() })),
    calendars: z.array(
      z.object({
        id: z.number().int(),
        key: z.string(),
        name: z.string(),
        entryKind: z.enum(['year', 'half', 'quarter', 'month']),
        basis: z.string().nullable(),
        confidence,
      }),
    ),
  }),
  async run({ db }) {
    return ok({
      counts: await store.listCounts(db),
      indicators: await store.listIndicators(db),
      sectors: await store.listSectors(db),
      calendars: await store.listCalendars(db),
    })
  },
})

export const addCount = writing({
  name: 'counts.add',
  summary: 'Thêm một số đếm',
  http: { method: 'POST', path: '/counts' },
  who: editors,
  input: z.object({ ...countFields, source: sourceSchema.optional() }),
  output: z.object({ count: z.number().int() }),
  async run({ db, record }, { source, ...input }) {
    const id = await store.insertCount(db, input)
    if (!id)
      return conflict('key-taken', `Đã có số đếm “${input.key}”. Dùng số đó hoặc đặt khoá khác.`, 'This key is taken.')
    if (source) await store.insertSource(db, input.key, source)
    await record({ noun: 'count', id, move: 'add' })
    return ok({ count: id })
  },
})

export const addIndicator = writing({
  name: 'indicators.add',
  summary: 'Thêm một chỉ số, hoặc phiên bản mới của chỉ số đã có',
  http: { method: 'POST', path: '/indicators' },
  who: editors,
  input: z.object({
    key,
    name: z.string().trim().min(2).max(300),
    unit: z.enum(['%', 'count']),
    wording: z.string().trim().min(5).max(2000),
    basis: z.string().trim().max(2000).nullish(),
    confidence,
    validFrom: daySchema.nullish(),
    terms: z
      .array(
        z.object({ role: z.enum(termRoles), count: z.string(), organisation: z.string().nullable().default(null) }),
      )
      .min(1)
      .max(40),
  }),
  output: z.object({ version: z.number().int() }),
  async run({ db, record }, input) {
    const counts = new Map((await store.listCounts(db)).map((count) => [count.key, count]))
    const faults = input.terms.flatMap((term, i) =>
      counts.has(term.count)
        ? []
        : [
            problem(
              `terms.${i}.count`,
              'no-such-count',
              `Chưa có số đếm “${term.count}”.`,
              `No count “${term.count}”.`,
            ),
          ],
    )
    const units = new Set(
      input.terms
        .filter((t) => t.role === 'numerator' || t.role === 'denominator')
        .map((t) => unitClass(counts.get(t.count)?.unit)),
    )
    if (units.size > 1)
      faults.push(
        problem(
          'terms',
          'different-units',
          'Không cộng các số khác đơn vị tính (người, hộ, tổ chức) vào cùng một chỉ số.',
          'Counts of different units (persons, households, organisations) are never added.',
        ),
      )
    if (input.unit === '%' && !input.terms.some((term) => term.role === 'denominator'))
      faults.push(problem('terms', 'no-denominator', 'Tỷ lệ phải có mẫu số.', 'A ratio needs a denominator.'))
    if (faults.length > 0) return invalid(faults)
    const version = await store.addIndicatorVersion(db, {
      ...input,
      basis: input.basis || null,
      validFrom: input.validFrom ?? null,
      terms: input.terms.map((term) => ({
        role: term.role,
        countId: counts.get(term.count)!.id,
        organisation: term.organisation,
      })),
    })
    await record({ noun: 'indicator', id: version, move: 'add' })
    return ok({ version })
  },
})

export const addSectors = writing({
  name: 'sectors.add',
  summary: 'Thêm các khối (xã, cơ quan, trường học, doanh nghiệp …)',
  http: { method: 'POST', path: '/sectors' },
  who: editors,
  input: z.object({
    sectors: z
      .array(z.object({ key, name: z.string().trim().min(2).max(100) }))
      .min(1)
      .max(50),
  }),
  output: z.object({ added: z.number().int() }),
  async run({ db, record }, { sectors }) {
    const added = await store.insertSectors(db, sectors)
    await record({
      noun: 'catalogue',
      id: 1,
      move: 'addSectors',
      changes: { keys: sectors.map((sector) => sector.key) },
    })
    return ok({ added })
  },
})

/** Members and eligible persons are both people; a ratio of one to the other is what gathering means. */
function unitClass(unit: string | undefined) {
  return unit === 'membership' ? 'person' : unit
}
