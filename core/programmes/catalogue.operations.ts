// What can be asked of counts, indicators, sectors and calendars: list them, add to them; nothing is ever overwritten.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { calendarRuleSchema, periodsOfYear } from './calendar.ts'
import * as store from './catalogue.store.ts'
import { periodsOf, readPeriod } from './form.store.ts'
import { staffOf } from './programme.store.ts'
import { termRoles } from './scope.ts'

const editors = { roles: ['officer', 'head', 'administrator'] } as const
const key = z
  .string()
  .trim()
  .regex(/^[a-z][A-Za-z0-9]{1,59}$/, 'Khoá viết liền không dấu, bắt đầu bằng chữ thường, ví dụ soCuocDoiThoai.')
const confidence = z.enum(['read', 'secondHand', 'assumed'])
const countFields = {
  key,
  name: z.string().trim().min(2).max(300),
  unit: z.enum(['person', 'membership', 'household', 'organisation', 'model', 'meeting']),
  overPlaces: z.enum(['sum', 'none']),
  overTime: z.enum(['last', 'sum', 'none']),
  definition: z.string().trim().min(2).max(2000),
  confidence,
}

export const showCatalogue = reading({
  name: 'catalogue.show',
  summary: 'Số đếm, chỉ số, khối và lịch báo cáo đang dùng',
  http: { method: 'GET', path: '/catalogue' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    counts: z.array(z.object({ id: z.number().int(), ...countFields, definitionVersion: z.number().int() })),
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
  input: z.object(countFields),
  output: z.object({ count: z.number().int() }),
  async run({ db, record }, input) {
    const id = await store.insertCount(db, input)
    if (!id)
      return conflict('key-taken', `Đã có số đếm “${input.key}”. Dùng số đó hoặc đặt khoá khác.`, 'This key is taken.')
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

export const addCalendar = writing({
  name: 'calendars.add',
  summary: 'Thêm một lịch báo cáo: kỳ nộp là năm, 6 tháng, quý hay tháng',
  http: { method: 'POST', path: '/calendars' },
  who: editors,
  input: z.object({
    key,
    name: z.string().trim().min(3).max(300),
    entryKind: z.enum(['year', 'half', 'quarter', 'month']),
    basis: z.string().trim().max(1000).nullish(),
    confidence,
  }),
  output: z.object({ calendar: z.number().int() }),
  async run({ db, record }, input) {
    const id = await store.insertCalendar(db, { ...input, basis: input.basis || null })
    if (!id) return conflict('key-taken', `Đã có lịch “${input.key}”.`, 'This key is taken.')
    await record({ noun: 'calendar', id, move: 'add' })
    return ok({ calendar: id })
  },
})

const periodFields = {
  key: z.string().trim().min(1).max(20),
  kind: z.enum(['year', 'half', 'quarter', 'month']),
  name: z.string().trim().min(2).max(100),
  startsOn: daySchema,
  endsOn: daySchema,
  cutOffOn: daySchema,
  dueOn: daySchema,
}

export const addPeriods = writing({
  name: 'periods.add',
  summary: 'Thêm các kỳ của một năm theo quy tắc, hoặc từng kỳ cho sẵn ngày',
  http: { method: 'POST', path: '/calendars/{calendar}/periods' },
  who: editors,
  input: z.object({
    calendar: idOf('reporting_calendar'),
    year: z.coerce.number().int().min(1945).max(2200).optional(),
    rule: calendarRuleSchema.optional(),
    periods: z.array(z.object(periodFields)).max(60).optional(),
  }),
  output: z.object({ added: z.number().int() }),
  async run({ db, record }, input) {
    const periods = input.periods ?? (input.year && input.rule ? periodsOfYear(input.year, input.rule) : [])
    if (periods.length === 0)
      return invalid([
        problem(
          'periods',
          'no-periods',
          'Cho biết năm và quy tắc, hoặc liệt kê từng kỳ.',
          'Give a year and rule, or periods.',
        ),
      ])
    const faults = periods.flatMap((period, i) =>
      period.startsOn <= period.endsOn && period.cutOffOn <= period.dueOn
        ? []
        : [
            problem(
              `periods.${i}`,
              'days-out-of-order',
              `${period.name}: ngày bắt đầu phải trước ngày kết thúc, ngày chốt số phải trước hạn gửi.`,
              `${period.name}: start before end, cut-off before due.`,
            ),
          ],
    )
    if (faults.length > 0) return invalid(faults)
    const added = await store.insertPeriods(db, input.calendar, periods)
    await record({ noun: 'calendar', id: input.calendar, move: 'addPeriods', changes: { added } })
    return ok({ added })
  },
})

export const listPeriods = reading({
  name: 'periods.list',
  summary: 'Các kỳ của một lịch báo cáo',
  http: { method: 'GET', path: '/calendars/{calendar}/periods' },
  who: 'anyone',
  input: z.object({ calendar: idOf('reporting_calendar') }),
  output: z.object({
    periods: z.array(z.object({ id: z.number().int(), ...periodFields })),
  }),
  async run({ db }, input) {
    return ok({ periods: await periodsOf(db, input.calendar) })
  },
})

export const closePeriod = writing({
  name: 'periods.close',
  summary: 'Khoá sổ một kỳ cho các biểu của một đơn vị, hoặc mở lại',
  http: { method: 'POST', path: '/bodies/{body}/periods/{period}/close' },
  who: { roles: ['head', 'standingBoard'] },
  input: z.object({ body: idOf('body'), period: idOf('period'), closed: z.stringbool().or(z.boolean()).default(true) }),
  output: z.object({ closed: z.boolean() }),
  async run({ db, actor, now, record }, { body, period: id, closed }) {
    const period = await readPeriod(db, id)
    if (!period) return notFound('no-such-period', 'Không có kỳ này.', 'No such period.')
    const mine = new Set<number>(bodiesWhere(actor, 'head', 'standingBoard'))
    const staff = await staffOf(db, body)
    if (actor.kind !== 'operator' && !staff.some((one) => mine.has(one))) return notYourForms
    await store.setClosed(db, { periodId: id, bodyId: body, at: closed ? now : null })
    await record({ noun: 'period', id, move: closed ? 'close' : 'reopen', changes: { body } })
    return ok({ closed })
  },
})

const notYourForms = forbidden(
  'not-your-forms',
  'Chỉ Trưởng ban hoặc Thường trực của đơn vị ra biểu được khoá sổ.',
  'Only the head or the standing board of the body that asks the forms closes a period.',
)
