// Two give points without seeing each other's; too far apart, it is talked over or a third gives his. Pure.

export const pointStates = ['open', 'agreed', 'apart', 'settled'] as const
export type PointState = (typeof pointStates)[number]

export interface Assessment {
  post: string
  points: number
  note: string
}

export interface Points {
  state: PointState
  /** The mean of two that agree, or what was settled; null while it is open. */
  points: number | null
}

/** The first two decide whether they agree; a third is heard by who settles it, and never averaged in silently. */
export function standingOfPoints(
  given: readonly number[],
  { gap, settled }: { gap: number; settled: number | null },
): Points {
  if (settled !== null) return { state: 'settled', points: settled }
  const [first, second] = given
  if (first === undefined || second === undefined) return { state: 'open', points: null }
  return Math.abs(first - second) <= gap
    ? { state: 'agreed', points: (first + second) / 2 }
    : { state: 'apart', points: null }
}
