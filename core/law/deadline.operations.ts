// When a time limit ends, for anybody who asks: by a rule of the law or by a plain number, with the reason of every day.
import { z } from 'zod'
import { shownDay, daysBetween, type Day } from '../shared/day.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { calendarFor } from './calendar.read.ts'
import { yearOf } from './calendar.ts'
import { endOf, latestBefore, longest, units, type Course, type Pause } from './clock.ts'
import { reasonOf } from './clock.words.ts'
import { calendarYears, confidences } from './holidays.ts'
import { noSuchRule } from './rule.operations.ts'
import { countings, inForce, type Counting, type RuleVersion } from './rule.ts'
import { ruleOf } from './rule.store.ts'
import { amount, readPauses, readStart, type Start } from './typed.ts'

const ruleShown = z.object({
  key: z.string().nullable().meta({ description: 'null: hỏi bằng số ngày' }),
  name: z.string().nullable(),
  article: z.string().nullable(),
  value: z.number().int(),
  unit: z.enum(units),
  counts: z.enum(countings),
  validFrom: z.string().nullable(),
  confidence: z.enum(confidences).nullable(),
  note: z.string().nullable(),
})

export const compute = reading({
  name: 'deadlines.compute',
  summary: 'Tính hạn: theo một thời hạn của luật hoặc số ngày, có tạm đình chỉ, gia hạn; từng ngày vì sao',
  http: { method: 'GET', path: '/deadline' },
  who: 'anyone',
  input: z.object({
    rule: z.string().max(80).optional().meta({ description: 'khoá, như complaint.accept; xem lawRules.list' }),
    workingDays: amount.optional(),
    days: amount.optional().meta({ description: 'ngày lịch' }),
    workingHours: amount.optional(),
    from: z.string().max(40).meta({ description: 'ngày bắt đầu, không tính; giới hạn theo giờ: 2026-07-01T15:00' }),
    pause: z.string().max(2000).default('').meta({
      description: 'A..B, nhiều lần thì có dấu phẩy: A quyết định tạm đình chỉ, B quyết định tiếp tục',
    }),
    extension: amount.default(0).meta({ description: 'gia hạn, cùng đơn vị' }),
  }),
  output: z.object({
    due: z.string().meta({ description: 'ngày cuối; giới hạn theo giờ: kèm giờ. “before”: ngày muộn nhất' }),
    originalDue: z.string().meta({ description: 'không kể tạm đình chỉ, gia hạn' }),
    rule: ruleShown,
    steps: z.array(
      z.object({
        date: z.string(),
        counted: z.boolean(),
        reason: z.string(),
        reasonEn: z.string(),
      }),
    ),
    unconfirmedYears: z.array(z.number().int()).meta({ description: 'lịch nghỉ còn là đề xuất, chưa ai xác nhận' }),
  }),
  async run({ db }, typed) {
    const asked = await askedOf(db, typed)
    if (!asked.ok) return asked
    const { start, rule, pauses } = asked.value
    const { value, unit, counts } = rule
    const startsAt = start.minutes ?? 0
    const calendar = await calendarFor(db)
    const course: Course = { value, unit, start: start.day, startsAt, pauses, extension: typed.extension }
    if (counts === 'before') {
      const due = latestBefore(calendar, course)
      const years = unit === 'workingDays' ? yearsBetween(due, start.day) : []
      const unconfirmedYears = years.filter((year) => !calendar.year(year).confirmed)
      return ok({ due, originalDue: due, rule, steps: [], unconfirmedYears })
    }
    const { due, originalDue, steps, unconfirmed } = endOf(calendar, course)
    const told = steps.map((step) => {
      const { vi, en } = reasonOf(step)
      return { date: step.date, counted: step.counted, reason: vi, reasonEn: en }
    })
    return ok({ due, originalDue, rule, steps: told, unconfirmedYears: unconfirmed })
  },
})

const yearsBetween = (from: Day, to: Day) =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i)

type Typed = z.output<typeof compute.input>
type Ruled = z.output<typeof ruleShown>

/** Everything that is wrong is said at once. */
async function askedOf(db: ReadDb, typed: Typed) {
  const faults: Problem[] = []
  const start = readStart(typed.from)
  if (!start) faults.push(noStart)
  const pauses = readPauses(typed.pause)
  if (!pauses || !pauses.every(inYears) || daysIn(pauses) > mostPaused) faults.push(noPause)
  const rule = await wantedRule(db, typed, start)
  if (!rule.ok && !('problems' in rule.refusal)) return rule
  if (!rule.ok) faults.push(...('problems' in rule.refusal ? rule.refusal.problems : []))
  else if (rule.value.counts === 'before' && (typed.extension > 0 || typed.pause !== '')) faults.push(notBackwards)
  else if (typed.extension > longest[rule.value.unit]) faults.push(tooMuch('extension', longest[rule.value.unit]))
  if (faults.length > 0 || !start || !pauses || !rule.ok) return invalid(faults)
  return ok({ start, pauses, rule: rule.value })
}

/** Nobody suspends a case for longer; more is a typing error, and a long answer. */
const mostPaused = 3660
const daysIn = (pauses: readonly Pause[]) => pauses.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0)

const inYears = ({ from, to }: { from: string; to: string }) =>
  from >= `${calendarYears.from}` && to < `${calendarYears.to - 29}`

async function wantedRule(db: ReadDb, typed: Typed, start: Start | null): Promise<Result<Ruled>> {
  const plain = (
    [
      ['workingDays', typed.workingDays],
      ['calendarDays', typed.days],
      ['workingHours', typed.workingHours],
    ] as const
  ).flatMap(([unit, value]) => (value === undefined ? [] : [{ unit, value }]))
  if (plain.length + (typed.rule === undefined ? 0 : 1) !== 1) return invalid([oneWay])
  if (typed.rule === undefined) return plainRule(plain[0]!)
  const rule = await ruleOf(db, typed.rule)
  if (!rule) return noSuchRule
  if (!start) return invalid([])
  const version = inForce(rule.versions, start.day)
  if (!version) return invalid([notYet(rule.versions)])
  if (version.value === null) return invalid([noLimit])
  const { value, unit, article, validFrom, confidence, note } = version
  return ok({ key: rule.key, name: rule.name, article, value, unit, counts: rule.counts, validFrom, confidence, note })
}

const fieldOf = { workingDays: 'workingDays', calendarDays: 'days', workingHours: 'workingHours' } as const

function plainRule({ unit, value }: { unit: keyof typeof fieldOf; value: number }): Result<Ruled> {
  if (value > longest[unit]) return invalid([tooMuch(fieldOf[unit], longest[unit])])
  const none = { key: null, name: null, article: null, validFrom: null, confidence: null, note: null }
  return ok({ ...none, value, unit, counts: 'within' as Counting })
}

const noStart = problem(
  'from',
  'no-start',
  `Ghi ngày bắt đầu như 2026-07-01, hoặc ngày và giờ như 2026-07-01T15:00, từ năm ${calendarYears.from} đến năm ${calendarYears.to - 30}.`,
  'Write the first day as 2026-07-01, or with a time as 2026-07-01T15:00.',
)
const noPause = problem(
  'pause',
  'no-pause',
  'Ghi ngày tạm đình chỉ và ngày tiếp tục như 2026-07-10..2026-07-20; ngày sau không trước ngày đầu.',
  'Write the day of the suspension and the day of going on as 2026-07-10..2026-07-20.',
)
const oneWay = problem(
  'rule',
  'one-way',
  'Chọn đúng một cách: một thời hạn của luật, số ngày làm việc, số ngày, hoặc số giờ làm việc.',
  'Choose exactly one: a rule of the law, working days, days or working hours.',
)
const notBackwards = problem(
  'pause',
  'not-backwards',
  'Thời hạn này tính lùi từ ngày của sự việc, không có tạm đình chỉ, gia hạn. Hãy bỏ trống các ô đó.',
  'This limit counts back from an event; there is no suspension and no extension of it.',
)
const noLimit = problem(
  'rule',
  'no-limit',
  'Thời hạn này chưa có giới hạn: địa phương đặt theo quy chế của mình rồi mới tính được.',
  'This time limit has no value yet; the locality sets it first.',
)
const notYet = (versions: readonly RuleVersion[]) =>
  problem(
    'from',
    'not-yet',
    `Quy định này có hiệu lực từ ${shownDay(versions[0]!.validFrom)}; ngày bắt đầu sớm hơn.`,
    `This rule holds from ${versions[0]!.validFrom} on.`,
  )
const tooMuch = (field: string, most: number) =>
  problem(field, 'too-much', `Ghi số không quá ${most}.`, `At most ${most}.`)
