// Which counts are not told outside the desk: small ones, and those that would follow from what is told. Pure.
import { figureKeys, wholes, type Counts, type FigureKey } from './figures.ts'

export type Told = Record<FigureKey, number | null>

const isSmall = (count: number, least: number) => count > 0 && count < least

/** null: withheld. Days of suspension count nobody; they go with the limits they belong to. */
export function toldOf(counts: Counts, least: number): Told {
  const told = Object.fromEntries(
    figureKeys.map((key) => [key, isSmall(counts[key], least) && key !== 'pausedDays' ? null : counts[key]]),
  ) as Told
  for (const { whole, parts } of wholes) coverParts(told, counts, { whole, parts })
  if (told.due === null) told.pausedDays = null
  return told
}

function coverParts(
  told: Told,
  counts: Counts,
  { whole, parts }: { whole: FigureKey; parts: readonly FigureKey[] },
): void {
  if (told[whole] === null) {
    for (const part of parts) told[part] = null
    return
  }
  const hidden = parts.filter((part) => told[part] === null)
  if (hidden.length !== 1) return
  // One alone is the whole less the others: the smallest of the others goes with it, and when there is none, nobody’s part is told.
  const others = parts.filter((part) => told[part] !== null && counts[part] > 0)
  const least = others.sort((a, b) => counts[a] - counts[b])[0]
  if (least) told[least] = null
  else told[whole] = null
}

export interface Breakdown {
  value: string
  name: string | null
  count: number
}

/** Parts of a whole that is told: when one alone is too small, the next smallest is withheld with it. */
export function toldParts<Part extends Breakdown>(
  parts: readonly Part[],
  least: number,
): (Omit<Part, 'count'> & { count: number | null })[] {
  const hidden = new Set(parts.filter(({ count }) => isSmall(count, least)))
  const rest = parts.filter((part) => !hidden.has(part) && part.count > 0).sort((a, b) => a.count - b.count)
  if (hidden.size === 1 && rest[0]) hidden.add(rest[0])
  return parts.map((part) => ({ ...part, count: hidden.has(part) ? null : part.count }))
}

/** Of several desks beside their sum, figure by figure: never one alone. */
export function toldDesks(desks: readonly Counts[], least: number): Told[] {
  const told = desks.map((counts) => toldOf(counts, least))
  for (const key of figureKeys) {
    const hidden = told.filter((one) => one[key] === null)
    if (hidden.length !== 1) continue
    const order = desks
      .map((counts, at) => ({ at, count: counts[key] }))
      .filter(({ at, count }) => told[at]![key] !== null && count > 0)
    const next = order.sort((a, b) => a.count - b.count)[0]
    if (next) told[next.at]![key] = null
  }
  return told
}
