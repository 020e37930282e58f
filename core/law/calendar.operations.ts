// What can be asked of the working calendar: the days off of a year, proposed or confirmed, and confirming them.
import { z } from 'zod'
import { administersAll, mayChangeAll, notAll } from '../people/whole-platform.ts'
import { shownDay, daySchema, weekdayOf } from '../shared/day.ts'
import { seenVersion } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { yearOf } from './calendar.ts'
import { confirmedDays, confirmedYears, writeYear } from './calendar.store.ts'
import { calendarYears, confidences, dayKinds, isRestDay, proposeYear, type SpecialDay } from './holidays.ts'

const year = z.coerce.number().int().min(calendarYears.from).max(calendarYears.to)
const dayShown = z.object({
  day: z.string(),
  weekday: z.number().int().meta({ description: 'thứ Hai 1 … Chủ nhật 7' }),
  kind: z.enum(dayKinds),
  name: z.string(),
  basis: z.string(),
  confidence: z.enum(confidences),
})

export const show = reading({
  name: 'workCalendar.show',
  summary: 'Ngày lễ, nghỉ bù, hoán đổi của một năm: đã xác nhận, hoặc máy đề xuất theo luật',
  http: { method: 'GET', path: '/work-calendar/{year}' },
  who: 'anyone',
  input: z.object({ year }),
  output: z.object({
    year: z.number().int(),
    confirmed: z
      .object({ version: z.number().int(), basis: z.string(), by: z.string().nullable(), at: z.string() })
      .nullable()
      .meta({ description: 'null: chưa ai xác nhận, các ngày là đề xuất' }),
    days: z.array(dayShown),
    proposed: z.array(dayShown),
    mayChange: z.boolean(),
  }),
  async run(context, { year }) {
    const { db } = context
    const found = (await confirmedYears(db)).find((one) => one.year === year)
    const proposed = proposeYear(year).map(shown)
    const days = found ? (await confirmedDays(db)).filter((one) => one.year === year).map(shown) : proposed
    const confirmed = found && {
      ...{ version: found.version, basis: found.basis, by: found.confirmedBy },
      at: found.confirmedAt.toISOString(),
    }
    return ok({ year, confirmed: confirmed ?? null, days, proposed, mayChange: await mayChangeAll(context) })
  },
})

const shown = ({ day, kind, name, basis, confidence }: SpecialDay) => ({
  ...{ day, weekday: weekdayOf(day), kind, name, basis, confidence },
})

export const confirm = writing({
  name: 'workCalendar.confirm',
  summary: 'Xác nhận, hoặc sửa, các ngày nghỉ và làm bù của một năm, kèm văn bản',
  http: { method: 'PUT', path: '/work-calendar/{year}' },
  who: { roles: ['administrator'] },
  input: z.object({
    year,
    expectedVersion: seenVersion(0),
    basis: z.string().trim().min(5, 'Ghi văn bản quyết định lịch nghỉ.').max(300),
    days: z
      .array(
        z.object({
          day: daySchema,
          kind: z.enum(dayKinds),
          name: z.string().trim().min(2).max(120),
          basis: z.string().trim().max(300).default(''),
          confidence: z.enum(confidences).default('read'),
        }),
      )
      .max(100),
  }),
  output: z.object({ year: z.number().int(), version: z.number().int() }),
  async run(context, { year, expectedVersion, basis, days }) {
    const { db, now, actor, record } = context
    if (!(await administersAll(context))) return notAll
    const faults = faultsOf(year, days)
    if (faults.length > 0) return invalid(faults)
    const by = actor.kind === 'person' ? actor.personId : null
    const told = days.map((one) => ({ ...one, basis: one.basis || basis }))
    const version = await writeYear(db, { year, expectedVersion }, { days: told, basis, by, now })
    if (version === null) return changedMeanwhile
    const changes = { version, basis, days: days.map(({ day, kind }) => `${day} ${kind}`) }
    await record({ noun: 'workCalendar', id: year, move: 'confirm', changes })
    return ok({ year, version })
  },
})

function faultsOf(year: number, days: readonly Pick<SpecialDay, 'day' | 'kind'>[]): Problem[] {
  const seen = new Set<string>()
  return days.flatMap(({ day, kind }, at) => {
    const field = `days.${at}.day`
    if (yearOf(day) !== year)
      return [
        problem(field, 'other-year', `Ngày ${shownDay(day)} không thuộc năm ${year}.`, `${day} is not in ${year}.`),
      ]
    if (seen.has(day)) return [problem(field, 'twice', `Ngày ${shownDay(day)} có ở hai dòng.`, `${day} stands twice.`)]
    seen.add(day)
    if (kind === 'swappedWork' && !isRestDay(day))
      return [
        problem(
          field,
          'works-anyway',
          `Ngày ${shownDay(day)} vốn là ngày làm việc.`,
          `${day} is a working day anyway.`,
        ),
      ]
    if (kind !== 'swappedWork' && kind !== 'holiday' && isRestDay(day))
      return [
        problem(
          field,
          'off-anyway',
          `Ngày ${shownDay(day)} vốn là ngày nghỉ hằng tuần.`,
          `${day} is a day off anyway.`,
        ),
      ]
    return []
  })
}

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Lịch năm này vừa được người khác xác nhận hoặc sửa. Hãy xem bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just confirmed or changed this year. Look at it and try again; nothing of yours was saved.',
)
