// Points as they are typed: what is no number goes on as none, so that `faultsOfScores` says it with everything else that is wrong.
import { z } from 'zod'

const least = { minimum: 0 }

export const typedPoints = z.coerce.number().catch(Number.NaN).meta(least)
/** Left empty: not scored yet. */
export const typedPointsOrNone = z.coerce.number().nullish().catch(Number.NaN).meta(least)
