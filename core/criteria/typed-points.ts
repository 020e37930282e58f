// Points as they are typed: what is no number goes on as none, so that `faultsOfScores` says it with everything else that is wrong.
import { z } from 'zod'

/** Left empty: not scored yet. */
export const typedPoints = z.coerce.number().nullish().catch(Number.NaN).meta({ minimum: 0 })

/** Those that have points. */
export const scoredOf = <S extends { points?: number | null | undefined }>(typed: readonly S[]) =>
  typed.flatMap(({ points, ...one }) => (points === null || points === undefined ? [] : [{ ...one, points }]))
