// Calendars and their periods: add, list, close for the forms of a body.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { daySchema } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../../shared/result.ts'
import { refreshPeriod } from '../boards/rollup.store.ts'
import { calendarRuleSchema, periodsOfYear, unknownCalendar } from './calendar.ts'
import { confidence, editors, key } from './catalogue.operations.ts'
import * as store from './catalogue.store.ts'
import { periodsOf, readPeriod } from './form.store.ts'
import { staffOf } from '../programme.store.ts'

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
    if ((await store.entryKindOf(db, input.calendar)) === undefined) return invalid([unknownCalendar])
    const added = await store.insertPeriods(db, input.calendar, periods)
    await expectNewPeriods(db, { calendar: input.calendar, keys: periods.map((period) => period.key) })
    await record({ noun: 'calendar', id: input.calendar, move: 'addPeriods', changes: { added } })
    return ok({ added })
  },
})

/** Duties of the calendar's forms are due in its new periods as well: boards must expect them at once. */
async function expectNewPeriods(
  db: WriteContext['db'],
  { calendar, keys }: { calendar: Id<'reporting_calendar'>; keys: string[] },
) {
  const entryKind = await store.entryKindOf(db, calendar)
  for (const period of await periodsOf(db, calendar))
    if (period.kind === entryKind && keys.includes(period.key))
      await refreshPeriod(db, { periodId: period.id, day: period.endsOn })
}

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
