// A target given down: whether what the lower bodies carry together makes the upper target. Exact, pure.
import { parseShare, type Share } from '../../places/share.ts'
import type { Id } from '../../shared/id.ts'
import type { Threshold } from '../targets/target.ts'

export const cascadeRules = ['sum', 'minimum', 'weightedMean'] as const
export type CascadeRule = (typeof cascadeRules)[number]

/** given: the shares against the target; taken: what lower programmes promise; own: a lower target against its share. */
export const gapSides = ['given', 'taken', 'own'] as const
export type GapSide = (typeof gapSides)[number]

export type TargetUnit = '%' | 'count'

/** Counts add up, percentages are weighed; each body alone can be held to either. */
export function suits(rule: CascadeRule, unit: TargetUnit): boolean {
  return rule === 'minimum' || (rule === 'sum') === (unit === 'count')
}

export interface Upper extends Threshold {
  rule: CascadeRule
  unit: TargetUnit
}

/** What one lower body carries; null: nothing yet. The weight is a decimal or a whole count. */
export interface Carrier {
  bodyId: Id<'body'>
  carries: Threshold | null
  weight: string | null
}

/** What was typed for it goes before the figure of its place. */
export function weightOf({ weight, figure }: { weight: string | null; figure: number | null }): string | null {
  return weight ?? (figure === null ? null : String(figure))
}

/** otherWay: “not more than” where “at least” is asked, so that it promises nothing. */
export type CarrierFault = 'missing' | 'lessStrict' | 'otherWay' | 'noWeight'

export interface Judgement {
  holds: boolean
  /** What they make together: the sum, or the weighted mean in percent. null: nothing to add up. */
  total: string | null
  /** How far the total is from the target: a count, or points of percent. null: it is not, or cannot be said. */
  lacking: string | null
  faults: ReadonlyMap<Id<'body'>, CarrierFault>
  /** Why nothing can be judged: the rule does not suit the indicator, there is no body, or nothing weighs anything. */
  unfit: 'rule' | 'nobody' | 'weights' | null
}

export function judgeCascade(upper: Upper, carriers: readonly Carrier[]): Judgement {
  const faults = new Map<Id<'body'>, CarrierFault>()
  for (const carrier of carriers) {
    const fault = faultOf(upper, carrier)
    if (fault) faults.set(carrier.bodyId, fault)
  }
  const none = { holds: false, total: null, lacking: null, faults }
  if (!suits(upper.rule, upper.unit)) return { ...none, unfit: 'rule' }
  if (carriers.length === 0) return { ...none, unfit: 'nobody' }
  if (upper.rule === 'minimum') return { ...none, holds: faults.size === 0, unfit: null }
  const made = upper.rule === 'sum' ? sumOf(carriers, upper.unit) : meanOf(carriers, upper.unit)
  if (made === null) return { ...none, unfit: faults.size === 0 ? 'weights' : null }
  return { ...judgeTotal(upper, made, faults.size), faults, unfit: null }
}

function judgeTotal(upper: Upper, made: Bounds, faults: number) {
  const asked = boundsOf(upper, upper.unit)
  const reached = within(made, asked)
  const total = asked.least ? made.least : made.most
  const off = total && !reached ? distance(total.at, (asked.least ?? asked.most)!.at) : null
  return {
    holds: reached && faults === 0,
    total: total && written(total.at, upper.threshold),
    lacking: off && off.top > 0n ? writtenUp(off) : null,
  }
}

/** True when whoever reaches the first has reached the second too: “trên 80 %” is stricter than “từ 80 % trở lên”. */
export function isAsStrict(lower: Threshold, upper: Threshold, unit: TargetUnit): boolean {
  return within(boundsOf(lower, unit), boundsOf(upper, unit))
}

/** The numbers a judgement rests on: a recorded gap speaks of these and of no others. */
export function numbersOf(upper: Upper, carriers: readonly Carrier[]): string {
  const weighed = upper.rule === 'weightedMean'
  const lines = [...carriers]
    .sort((a, b) => a.bodyId - b.bodyId)
    .map(({ bodyId, carries, weight }) => {
      return `${bodyId}:${carries ? carries.comparator + carries.threshold : '-'}${weighed ? `*${weight ?? '-'}` : ''}`
    })
  return [`${upper.rule}${upper.comparator}${upper.threshold}`, ...lines].join(' ')
}

function faultOf(upper: Upper, { carries, weight }: Carrier): CarrierFault | null {
  if (carries === null) return 'missing'
  const [asked, made] = [boundsOf(upper, upper.unit), boundsOf(carries, upper.unit)]
  if ((asked.least && !made.least) || (asked.most && !made.most)) return 'otherWay'
  if (upper.rule === 'minimum') return within(made, asked) ? null : 'lessStrict'
  return upper.rule === 'weightedMean' && weight === null ? 'noWeight' : null
}

/** An end of what a promise allows; open: the end itself is not in it. */
interface Bound {
  at: Share
  open: boolean
}
/** null: no end on that side. */
interface Bounds {
  least: Bound | null
  most: Bound | null
}

/** Of counts the ends are whole numbers: more than 39 is at least 40. */
function boundsOf({ comparator, threshold }: Threshold, unit: TargetUnit): Bounds {
  const at = parseShare(threshold)
  const whole = unit === 'count'
  const end = (open: boolean, side: 'least' | 'most'): Bound => (whole ? wholeEnd(at, open, side) : { at, open })
  const least = comparator.startsWith('>') || comparator === '=' ? end(comparator === '>', 'least') : null
  const most = comparator.startsWith('<') || comparator === '=' ? end(comparator === '<', 'most') : null
  return { least, most }
}

function wholeEnd({ top, bottom }: Share, open: boolean, side: 'least' | 'most'): Bound {
  const floor = top / bottom
  const exact = floor * bottom === top
  const least = exact && !open ? floor : floor + 1n
  const most = exact && open ? floor - 1n : floor
  return { at: { top: side === 'least' ? least : most, bottom: 1n }, open: false }
}

function within(made: Bounds, asked: Bounds): boolean {
  return ends(made.least, asked.least, 1) && ends(made.most, asked.most, -1)
}

/** Whether an end lies as far in as is asked; `inwards` is up for the least and down for the most. */
function ends(made: Bound | null, asked: Bound | null, inwards: 1 | -1): boolean {
  if (asked === null) return true
  if (made === null) return false
  const order = compare(made.at, asked.at) * inwards
  return order > 0 || (order === 0 && (made.open || !asked.open))
}

/** Who carries nothing promises at least nothing, and no most. */
function sumOf(carriers: readonly Carrier[], unit: TargetUnit): Bounds {
  const all = carriers.map(({ carries }) => (carries ? boundsOf(carries, unit) : { least: null, most: null }))
  const nothing: Bound = { at: { top: 0n, bottom: 1n }, open: false }
  const most = all.map((bounds) => bounds.most)
  return {
    least: weighed(all.map((bounds) => ({ bound: bounds.least ?? nothing, weight: one }))),
    most: most.includes(null) ? null : weighed(most.map((bound) => ({ bound: bound!, weight: one }))),
  }
}

const one: Share = { top: 1n, bottom: 1n }

/** Of those that carry something in the asked way and have a weight; null without any. */
function meanOf(carriers: readonly Carrier[], unit: TargetUnit): Bounds | null {
  const parts = carriers.flatMap(({ carries, weight }) =>
    carries && weight !== null ? [{ ...boundsOf(carries, unit), weight: parseShare(weight) }] : [],
  )
  const mean = (side: 'least' | 'most'): Bound | null => {
    const counted = parts.flatMap((part) => (part[side] ? [{ bound: part[side], weight: part.weight }] : []))
    const all = counted.reduce((sum, { weight }) => plus(sum, weight), { top: 0n, bottom: 1n })
    if (all.top === 0n) return null
    const { at, open } = weighed(counted)
    return { at: { top: at.top * all.bottom, bottom: at.bottom * all.top }, open }
  }
  const [least, most] = [mean('least'), mean('most')]
  return least === null && most === null ? null : { least, most }
}

function weighed(parts: readonly { bound: Bound; weight: Share }[]): Bound {
  const at = parts.reduce(
    (sum, { bound, weight }) => plus(sum, { top: bound.at.top * weight.top, bottom: bound.at.bottom * weight.bottom }),
    { top: 0n, bottom: 1n },
  )
  return { at, open: parts.some(({ bound, weight }) => bound.open && weight.top > 0n) }
}

function plus(a: Share, b: Share): Share {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom }
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
}

function compare(a: Share, b: Share): -1 | 0 | 1 {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

function distance(a: Share, b: Share): Share {
  const top = a.top * b.bottom - b.top * a.bottom
  return { top: top < 0n ? -top : top, bottom: a.bottom * b.bottom }
}

/** Half up, with as many decimals as it takes to stand on the same side of the target as the exact number. */
function written(exact: Share, target: string): string {
  const asked = parseShare(target)
  for (let digits = 0; ; digits++) {
    const text = rounded(exact, digits)
    if (digits >= 12 || (compare(parseShare(text), asked) === compare(exact, asked) && (digits > 0 || isWhole(exact))))
      return text
  }
}

/** As few decimals as show that something lacks; at least one where it is no whole number. */
function writtenUp(exact: Share): string {
  for (let digits = isWhole(exact) ? 0 : 1; ; digits++) {
    const text = rounded(exact, digits)
    if (digits >= 12 || parseShare(text).top > 0n) return text
  }
}

const isWhole = ({ top, bottom }: Share) => top % bottom === 0n

function rounded({ top, bottom }: Share, digits: number): string {
  const shift = 10n ** BigInt(digits)
  const units = (top * 2n * shift + bottom) / (2n * bottom)
  return digits === 0 ? String(units) : `${units / shift}.${(units % shift).toString().padStart(digits, '0')}`
}
