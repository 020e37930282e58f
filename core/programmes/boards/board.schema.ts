// The shape in which a board is answered; scripts rely on it, see docs/guide.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { sideSchema } from '../cascade/cascade.schema.ts'
import { cascadeRules } from '../cascade/cascade.ts'
import { comparators } from '../targets/fraction.ts'

const verdict = z.enum(['reached', 'notReached', 'noData'])
const comparator = z.enum(comparators)

export const placeSchema = z.object({ id: z.number().int(), code: z.string().nullable(), name: z.string() })

/** Forms that count as estimates (“ước”): the verdict is not firm until their actual figures are accepted. */
const estimated = z.number().int()

const judged = {
  numerator: z.number().int(),
  denominator: z.number().int(),
  /** A decimal string in the target's unit; null: no data. */
  value: z.string().nullable(),
  verdict,
}

const bodySchema = z.object({ id: z.number().int(), name: z.string() })

/** Why a target is not reached at a place, in the words of an office. */
export const causeSchema = z.object({
  bodyName: z.string(),
  wording: z.string(),
  by: z.string().nullable(),
  at: instantSchema,
})

const reportedRow = {
  ...judged,
  /** Everything due is accepted, and none of it an estimate. */
  complete: z.boolean(),
  estimated,
  reported: z.boolean(),
  figure: z.string(),
}

/** What the body at the place was given of the target, by the target's own comparator; null: nothing. */
const share = z.object({ threshold: z.string(), verdict }).nullable()

const childSchema = z
  .object({
    place: placeSchema,
    organisation: z.string().nullable(),
    ...reportedRow,
    share,
    /** Of an organisation with several bodies at the place, as bases of a labour federation: each by name. */
    bodies: z.array(z.object({ body: bodySchema, ...reportedRow })),
    /** Said of the whole target at this place, where it is not reached. */
    causes: z.array(causeSchema),
  })
  .meta({ id: 'BoardChild' })

const part = {
  ...judged,
  figure: z.string(),
  /** null: the main figure. */
  scope: z.object({ name: z.string(), organisation: z.string().nullable(), sector: z.string().nullable() }).nullable(),
  name: z.string(),
  comparator,
  threshold: z.string(),
  unit: z.enum(['%', 'count']),
  sourceText: z.string().nullable(),
  note: z.string().nullable(),
  missing: z.number().int().nullable(),
  complete: z.boolean(),
  estimated,
  reported: z.number().int(),
  expected: z.number().int(),
  children: z.array(childSchema),
}

const companionSchema = z.object({
  figure: z.string(),
  condition: z.string(),
  comparator,
  threshold: z.string(),
  count: z.number().int().nullable(),
  verdict,
  estimated,
})

export const targetSchema = z
  .object({
    id: z.number().int(),
    no: z.number().int(),
    indicator: z.string(),
    ...part,
    overall: verdict,
    share,
    /** How the lower bodies carry it; null: not given down, or the reader sees one place alone. */
    cascade: z.object({ rule: z.enum(cascadeRules), given: sideSchema, taken: sideSchema }).nullable(),
    /** The upper target it serves. */
    serves: z
      .object({
        number: z.string().nullable(),
        title: z.string(),
        body: z.string(),
        no: z.number().int(),
        comparator,
        /** null: no share was given, or it was taken back. */
        threshold: z.string().nullable(),
        lessStrict: z.boolean(),
        open: z.boolean(),
      })
      .nullable(),
    /** Why it is not reached here, as offices say; empty where it is. */
    causes: z.array(causeSchema),
    /** What the numerator counts: person, membership, household, organisation … */
    counted: z.string().nullable(),
    reading: z.string().nullable(),
    everyone: z.object({
      figure: z.string(),
      numerator: z.number().int(),
      denominator: z.number().int(),
      value: z.string().nullable(),
    }),
    exceptions: z.array(z.object(part)),
    companions: z.array(companionSchema),
    /** Memberships per person where the overlap was counted; null: this target does not state it. */
    overlap: z
      .object({
        memberships: z.number().int(),
        persons: z.number().int(),
        factor: z.string().nullable(),
        reviewed: z.number().int(),
        places: z.number().int(),
      })
      .nullable(),
    /** The same figure in earlier periods, newest last. */
    trend: z.array(
      z.object({
        period: z.string(),
        numerator: z.number().int(),
        denominator: z.number().int(),
        value: z.string().nullable(),
        /** Something of it still counts as an estimate. */
        estimated: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'BoardTarget' })

export const boardSchema = z
  .object({
    programme: z.object({
      id: z.number().int(),
      number: z.string().nullable(),
      year: z.number().int(),
      body: z.string(),
      title: z.string(),
      motto: z.string().nullable(),
      issuedOn: z.string().nullable(),
      stage: z.string(),
      illustrative: z.boolean(),
    }),
    place: placeSchema,
    /** The places above, outermost first, as far as the programme reaches. */
    above: z.array(placeSchema),
    period: z.object({
      id: z.number().int(),
      key: z.string(),
      name: z.string(),
      cutOffOn: z.string(),
      dueOn: z.string(),
    }),
    periods: z.array(z.object({ key: z.string(), name: z.string() })),
    reported: z.number().int(),
    expected: z.number().int(),
    /** Forms under the place that count as estimates. */
    estimated,
    /** Places, then bodies of the place itself, that have not sent everything, in official order. */
    missing: z.array(
      z.object({
        place: placeSchema,
        organisation: z.string().nullable(),
        /** Which of several bodies of the organisation; null: its only one here, or a place. */
        body: bodySchema.nullable(),
        daysLate: z.number().int(),
      }),
    ),
    targets: z.array(targetSchema),
  })
  .meta({ id: 'Board' })
export type Board = z.output<typeof boardSchema>
/** Before its instants are written out. */
export type BoardMade = z.input<typeof boardSchema>

/** The board by the places of another day, each with its outline where one is known. */
export const carriedBoardSchema = z
  .object({
    programme: z.object({
      id: z.number().int(),
      number: z.string().nullable(),
      title: z.string(),
      illustrative: z.boolean(),
    }),
    period: z.object({ key: z.string(), name: z.string(), endsOn: z.string() }),
    on: z.string().meta({ format: 'date' }),
    place: placeSchema,
    places: z.array(
      z.object({
        place: placeSchema,
        from: z.array(placeSchema).meta({ description: 'địa bàn của kỳ đã nhập vào, cả hay một phần' }),
        outside: z.array(placeSchema).meta({ description: 'địa bàn khác cũng nhập vào, ngoài chương trình' }),
        inParts: z.boolean().meta({ description: 'có phần chia theo khoá: số ước tính' }),
        lacking: z.boolean().meta({ description: 'có phần của địa bàn bị chia, chưa tính được' }),
        geometry: z.unknown().meta({ description: 'GeoJSON, WGS 84, đã giản lược; null: chưa có ranh giới' }),
        source: z.string().nullable(),
      }),
    ),
    notComparable: z.array(z.object({ place: placeSchema, touches: z.array(placeSchema) })),
    lost: z.array(placeSchema),
    targets: z.array(
      z.object({
        no: z.number().int(),
        name: z.string(),
        unit: z.enum(['%', 'count']),
        comparator,
        threshold: z.string(),
        counted: z.string().nullable(),
        /** Complete: everything due is accepted, and the whole place was the programme's. */
        places: z.array(
          z.object({ place: placeSchema, ...judged, estimated, reported: z.boolean(), complete: z.boolean() }),
        ),
      }),
    ),
  })
  .meta({ id: 'CarriedBoard' })
export type CarriedBoard = z.output<typeof carriedBoardSchema>
