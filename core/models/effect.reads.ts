// Before and after as it is shown: where each figure is from, and whether a reported one has changed since it was cited.
import { z } from 'zod'
import type { Day } from '../shared/day.ts'
import type { ReadDb } from '../shared/operation.ts'
import { citedFor, sides, typedFor, type Side } from './effect.ts'
import type { Evidence } from './evidence.store.ts'
import { citedNow } from './figure.operations.ts'
import type { Model } from './model.ts'

const sideSchema = z.object({
  origin: z
    .enum(['typed', 'reported'])
    .meta({ description: 'do cơ sở tự khai, hay số cơ quan đã báo cáo và đã được nhận' }),
  value: z.number().nullable().meta({ description: 'số tự khai; null: số đã báo cáo, đọc ở text' }),
  text: z.string().nullable().meta({ description: 'số đã báo cáo, như lúc dẫn, có kỳ' }),
  figure: z.string().nullable().meta({ description: 'mã con số, để hỏi vì sao; null ở trang mọi người đọc' }),
  indicator: z.string().nullable(),
  changed: z.boolean().meta({ description: 'đã đổi sau khi dẫn' }),
  now: z.string().nullable().meta({ description: 'nay đọc là; null: không dẫn, hoặc nay không còn số' }),
})
export const effectSchema = z
  .object({ of: z.string(), unit: z.string(), against: z.string(), before: sideSchema, after: sideSchema })
  .nullable()
  .meta({ description: 'null: chưa đo được' })
type Effect = NonNullable<z.input<typeof effectSchema>>

/** null: not measured. */
export async function effectOf(
  db: ReadDb,
  { model, evidence, today }: { model: Model; evidence: readonly Evidence[]; today: Day },
): Promise<Effect | null> {
  if (model.effect === 'notMeasured') return null
  const used = evidence.filter(({ id }) => sides.some((side) => citedFor(model, side) === id))
  const cited = await citedNow(db, used, today)
  const sideOf = (side: Side): Effect['before'] => {
    const piece = used.find(({ id }) => id === citedFor(model, side))
    if (!piece) return { ...typed, value: typedFor(model, side) }
    const { figure, changed, now } = cited.get(piece.id)!
    return { origin: 'reported', value: null, text: piece.figure, figure, indicator: piece.indicator, changed, now }
  }
  const { effectOf: of, effectUnit: unit, effectAgainst: against } = model
  const named = of || used.find(({ indicator }) => indicator)?.indicator || ''
  return { of: named, unit, against, before: sideOf('before'), after: sideOf('after') }
}

const typed = { origin: 'typed', text: null, figure: null, indicator: null, changed: false, now: null } as const

/** For everybody: what it came to, without the numbers of people it is made of and without the way into the office. */
export function effectForAll(effect: Effect | null): Effect | null {
  if (!effect) return null
  const open = (side: Effect['before']) => ({
    ...{ ...side, figure: null, text: withoutFraction(side.text), now: withoutFraction(side.now) },
  })
  return { ...effect, before: open(effect.before), after: open(effect.after) }
}

const withoutFraction = (text: string | null) => text?.replace(/ \(\d+\/\d+\)/, '') ?? null
