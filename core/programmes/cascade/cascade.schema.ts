// The shapes of targets given down, at the door.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { programmeStages } from '../programme.ts'
import { comparators } from '../targets/fraction.ts'
import { cascadeRules, gapSides, weightOf } from './cascade.ts'
import type { GivenTarget, Side, WeighedUnit } from './cascade.reads.ts'

const comparator = z.enum(comparators)
const fault = z.enum(['missing', 'lessStrict', 'otherWay', 'noWeight'])

const gapSchema = z
  .object({
    no: z.number().int(),
    reason: z.string(),
    /** As it was when it was recorded. */
    lacking: z.string().nullable(),
    missing: z.number().int(),
    lessStrict: z.number().int(),
    by: z.string(),
    bodyName: z.string(),
    at: instantSchema,
  })
  .meta({ id: 'CascadeGap' })

export const sideSchema = z
  .object({
    holds: z.boolean(),
    /** The sum, or the weighted mean in percent; null: nothing to add up. */
    total: z.string().nullable(),
    lacking: z.string().nullable(),
    /** Bodies that carry nothing yet, and those that carry less than is asked of each. */
    missing: z.number().int(),
    lessStrict: z.number().int(),
    noWeight: z.number().int(),
    /** Nothing can be judged: a rule that does not suit the indicator, no body, weights of nothing. */
    unfit: z.enum(['rule', 'nobody', 'weights']).nullable(),
    /** Does not hold, and nobody has said why of these very numbers. */
    open: z.boolean(),
    /** The numbers meant, to be sent back with a reason. */
    numbers: z.string(),
    gap: gapSchema.nullable(),
    /** The record speaks of other numbers. */
    stale: z.boolean(),
  })
  .meta({ id: 'CascadeSide' })

export const takenSchema = z.object({
  programmeId: z.number().int(),
  no: z.number().int(),
  number: z.string().nullable(),
  title: z.string(),
  stage: z.enum(programmeStages),
  comparator,
  threshold: z.string(),
  sameIndicator: z.boolean(),
})

export const unitSchema = z
  .object({
    bodyId: z.number().int(),
    name: z.string(),
    placeId: z.number().int(),
    placeName: z.string(),
    endedOn: z.string().nullable(),
    threshold: z.string().nullable(),
    /** What weighs: typed by hand, or the figure of its place. */
    weight: z.string().nullable(),
    weightTyped: z.string().nullable(),
    weightBasis: z.string().nullable(),
    figure: z.number().int().nullable(),
    givenBy: z.string().nullable(),
    givenAt: instantSchema.nullable(),
    taken: takenSchema.nullable(),
    givenFault: fault.nullable(),
    takenFault: fault.nullable(),
  })
  .meta({ id: 'CascadeUnit' })

export const givenSchema = z
  .object({
    upperId: z.number().int(),
    upperProgrammeId: z.number().int(),
    upperNumber: z.string().nullable(),
    upperTitle: z.string(),
    upperBodyName: z.string(),
    no: z.number().int(),
    name: z.string(),
    indicator: z.string(),
    indicatorName: z.string(),
    unit: z.enum(['%', 'count']),
    /** null: no longer given down. */
    rule: z.enum(cascadeRules).nullable(),
    comparator,
    upperThreshold: z.string(),
    threshold: z.string().nullable(),
    givenAt: instantSchema.nullable(),
    taken: takenSchema.nullable(),
    here: z.boolean(),
    own: sideSchema.nullable(),
    proposals: z.array(z.object({ no: z.number().int(), name: z.string() })),
  })
  .meta({ id: 'GivenTarget' })

export const sideInput = z.enum(gapSides)

export function describeSide({ judgement, numbers, gap, stale, open }: Side): z.input<typeof sideSchema> {
  const faults = [...judgement.faults.values()]
  const { holds, total, lacking, unfit } = judgement
  return {
    ...{ holds, total, lacking, unfit, numbers, stale, open },
    missing: faults.filter((one) => one === 'missing').length,
    lessStrict: faults.filter((one) => one === 'lessStrict' || one === 'otherWay').length,
    noWeight: faults.filter((one) => one === 'noWeight').length,
    gap: gap && {
      ...{ no: gap.no, reason: gap.reason, lacking: gap.lacking, missing: gap.missing, lessStrict: gap.lessStrict },
      ...{ by: gap.by, bodyName: gap.bodyName, at: gap.at },
    },
  }
}

export function describeUnit(
  unit: WeighedUnit,
  { given, taken }: { given: Side; taken: Side },
): z.input<typeof unitSchema> {
  return {
    ...unit,
    weight: weightOf(unit),
    weightTyped: unit.weight,
    givenFault: given.judgement.faults.get(unit.bodyId) ?? null,
    takenFault: taken.judgement.faults.get(unit.bodyId) ?? null,
  }
}

export function describeGiven({ own, ...given }: GivenTarget): z.input<typeof givenSchema> {
  const side = own && describeSide(own)
  return { ...given, own: side && { ...side, lessStrict: own.lessStrict ? 1 : 0 } }
}
