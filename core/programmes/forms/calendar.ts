// Periods from a rule: where a month is cut off and when it is due are data of the calendar, never of the code. Pure.
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { problem } from '../../shared/result.ts'
import type { NewPeriod } from './catalogue.store.ts'

export const unknownCalendar = problem(
  'calendar',
  'no-such-calendar',
  'Không có lịch báo cáo này. Hãy chọn một lịch trong danh mục.',
  'No such reporting calendar. Choose one of the catalogue.',
)

/** Day of the month on which a period's last day falls, and how the year begins. See domain: 15 → 14 for the state. */
export const calendarRuleSchema = z.object({
  /** The period ends on this day of its last month; 0: on the month's last day. */
  endDay: z.number().int().min(0).max(28),
  /** Days from the last day of the period to the cut-off of figures; may be negative. */
  cutOffDays: z.number().int().min(-60).max(60),
  /** Days from the last day of the period to the day the figures are due. */
  dueDays: z.number().int().min(-60).max(90),
})
export type CalendarRule = z.output<typeof calendarRuleSchema>

const kinds = [
  { kind: 'year', months: 12, key: (year: number) => String(year), name: (year: number) => `Năm ${year}` },
  {
    kind: 'half',
    months: 6,
    key: (year: number, no: number) => `${year}-H${no}`,
    name: (year: number, no: number) => `6 tháng ${no === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  },
  {
    kind: 'quarter',
    months: 3,
    key: (year: number, no: number) => `${year}-Q${no}`,
    name: (year: number, no: number) => `Quý ${['I', 'II', 'III', 'IV'][no - 1]} năm ${year}`,
  },
  {
    kind: 'month',
    months: 1,
    key: (year: number, no: number) => `${year}-${String(no).padStart(2, '0')}`,
    name: (year: number, no: number) => `Tháng ${no} năm ${year}`,
  },
] as const

/** Year, halves, quarters and months of a year by a rule. */
export function periodsOfYear(year: number, rule: CalendarRule): NewPeriod[] {
  return kinds.flatMap(({ kind, months, key, name }) =>
    Array.from({ length: 12 / months }, (_, i) => {
      const startsOn = dayAfterEnd(year, i * months, rule)
      const endsOn = endOf(year, (i + 1) * months, rule)
      return {
        kind,
        key: key(year, i + 1),
        name: name(year, i + 1),
        startsOn: startsOn.toString(),
        endsOn: endsOn.toString(),
        cutOffOn: endsOn.add({ days: rule.cutOffDays }).toString(),
        dueOn: endsOn.add({ days: rule.dueDays }).toString(),
      }
    }),
  )
}

/** The last day of the month-th month of the year under the rule; month 0 is December before. */
function endOf(year: number, month: number, rule: CalendarRule): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ months: month - 1 })
  return rule.endDay === 0 ? first.with({ day: first.daysInMonth }) : first.with({ day: rule.endDay })
}

function dayAfterEnd(year: number, month: number, rule: CalendarRule): Temporal.PlainDate {
  return endOf(year, month, rule).add({ days: 1 })
}
