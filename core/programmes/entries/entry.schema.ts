// The shape in which an entry is opened: form, versions, last period, what may be done now.
import { z } from 'zod'
import { ruleSchema } from '../forms/check.ts'
import { instantSchema } from '../../shared/day.ts'
import { moves } from './entry.moves.ts'
import { stages } from './entry.ts'
import { natures } from './nature.ts'
import { lineMoves, lineStages, opinions } from '../lines/line.ts'

export const stage = z.enum(['none', ...stages])
export const instant = instantSchema
export const nature = z.enum(natures)

const versionSchema = z
  .object({
    id: z.number().int(),
    no: z.number().int(),
    nature,
    reason: z.string().nullable(),
    remark: z.string().nullable(),
    decisionNumber: z.string().nullable(),
    decisionOn: z.string().nullable(),
    savedBy: z.string().nullable(),
    savedAt: instant,
    submittedBy: z.string().nullable(),
    submittedAt: instant.nullable(),
    returnedBy: z.string().nullable(),
    returnedAt: instant.nullable(),
    returnReason: z.string().nullable(),
    acceptedBy: z.string().nullable(),
    acceptedAt: instant.nullable(),
    values: z.array(z.object({ no: z.number().int(), value: z.number().int(), note: z.string().nullable() })),
  })
  .meta({ id: 'EntryVersion' })

const lineSchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    stage: z.enum(lineStages),
    version: z.number().int(),
    /** The number of the version that is judged, and of the one the line accepted last. */
    judgedNo: z.number().int().nullable(),
    countedNo: z.number().int().nullable(),
    reason: z.string().nullable(),
    by: z.string().nullable(),
    at: instant.nullable(),
    /** The two receivers hold different versions or opinions. */
    differs: z.boolean(),
    figures: z.array(
      z.object({
        no: z.number().int(),
        label: z.string(),
        mobilisation: z.number().int().nullable(),
        line: z.number().int().nullable(),
      }),
    ),
    opinions: z.array(
      z.object({
        versionNo: z.number().int(),
        body: z.string().nullable().meta({ description: 'ai nói; null: không còn biết, ngành dọc đã đổi từ đó' }),
        opinion: z.enum(opinions),
        reason: z.string().nullable(),
        by: z.string().nullable(),
        at: instant,
      }),
    ),
    moves: z.array(z.enum(lineMoves)),
  })
  .meta({ id: 'EntryLine' })

export const openOutput = z
  .object({
    entry: z.number().int().nullable(),
    stage,
    version: z.number().int(),
    counted: z.number().int().nullable(),
    /** What the version that counts is; null: none counts. */
    countedNature: nature.nullable(),
    /** What the page proposes: an estimate before the cut-off. */
    proposedNature: nature,
    /** The cut-off has passed and an estimate still counts. */
    awaitsActual: z.boolean(),
    form: z.object({
      id: z.number().int(),
      key: z.string(),
      name: z.string(),
      intro: z.string().nullable(),
      kind: z.string(),
      needsDecision: z.boolean(),
      rows: z.array(
        z.object({
          no: z.number().int(),
          section: z.string().nullable(),
          label: z.string(),
          help: z.string().nullable(),
          unit: z.string(),
          choice: z.string().nullable(),
          required: z.boolean(),
        }),
      ),
      checks: z.array(
        z.object({ no: z.number().int(), rule: ruleSchema, unless: z.enum(['never', 'reason']), sentence: z.string() }),
      ),
    }),
    body: z.object({ id: z.number().int(), name: z.string(), organisation: z.string() }),
    to: z.object({ id: z.number().int(), name: z.string() }),
    /** The organisation's own upper body, where it receives the entry too; null: one body receives it. */
    line: lineSchema.nullable(),
    place: z.number().int(),
    programme: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'chương trình dùng biểu này trong kỳ; null: còn dự thảo' }),
    period: z.object({
      id: z.number().int(),
      key: z.string(),
      name: z.string(),
      startsOn: z.string(),
      endsOn: z.string(),
      cutOffOn: z.string(),
      dueOn: z.string(),
      closed: z.boolean(),
    }),
    daysLate: z.number().int(),
    /** Last period's counted values, by row. */
    before: z.array(z.object({ no: z.number().int(), value: z.number().int() })),
    /** Rows nobody types: what their source gives now. In a closed period `value` may differ from what was kept. */
    drawn: z.array(
      z.object({
        no: z.number().int(),
        value: z.number().int(),
        source: z.string(),
        sourceId: z.number().int(),
        typed: z.boolean().meta({ description: 'bản gửi gần nhất gõ số này, trước khi có nguồn để tính' }),
      }),
    ),
    /** The ratios these rows make, beside the row where the numerator begins. */
    ratios: z.array(
      z.object({
        name: z.string(),
        numerator: z.array(z.number().int()),
        denominator: z.array(z.number().int()),
        comparator: z.string(),
        threshold: z.string(),
      }),
    ),
    memberships: z.object({ sum: z.number().int(), organisations: z.number().int() }).nullable(),
    versions: z.array(versionSchema),
    /** For the reader, of the version sent last or that counts: figures higher than in the one returned before it. */
    raised: z.array(z.object({ no: z.number().int(), was: z.number().int(), now: z.number().int() })),
    /** And memberships fewer than the period before, after a review of the roll. */
    fell: z.array(
      z.object({
        no: z.number().int(),
        was: z.number().int(),
        now: z.number().int(),
        on: z.string(),
        document: z.string(),
      }),
    ),
    /** For a summary: the forms this body receives. */
    received: z.array(
      z.object({ bodyName: z.string(), formKey: z.string(), entry: z.number().int().nullable(), stage }),
    ),
    consolidations: z.array(
      z.object({ no: z.number().int(), madeAt: instant, pins: z.number().int(), moved: z.number().int() }),
    ),
    /** The moves open to the reader now. */
    moves: z.array(z.enum(moves)),
  })
  .meta({ id: 'OpenEntry' })
export type OpenEntry = z.output<typeof openOutput>
