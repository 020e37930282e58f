// The shape in which a report is answered.
import { z } from 'zod'
import { authorities } from '../documents/signature.ts'
import { typedWords } from '../documents/typed-words.ts'
import { instantSchema as instant } from '../shared/day.ts'
import { reportKinds } from './outline.ts'
import { stages } from './report.ts'

export { instant, typedWords }

export const reportSchema = z
  .object({
    id: z.number().int(),
    programmeId: z.number().int(),
    programmeNumber: z.string().nullable(),
    programmeTitle: z.string(),
    year: z.number().int(),
    bodyId: z.number().int(),
    bodyName: z.string(),
    placeId: z.number().int(),
    periodKey: z.string(),
    periodName: z.string(),
    kind: z.enum(reportKinds),
    stage: z.enum(stages),
    version: z.number().int(),
    title: z.string(),
    upperIssuer: z.string().nullable(),
    issuedAtPlace: z.string().nullable(),
    recipients: z.string().nullable(),
    drafterName: z.string().nullable(),
    templateId: z.number().int(),
    consolidationId: z.number().int(),
    consolidationNo: z.number().int(),
    consolidatedAt: instant,
    returnReason: z.string().nullable(),
    signAuthority: z.enum(authorities).nullable(),
    signerTitle: z.string().nullable(),
    signerName: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    supersedesId: z.number().int().nullable(),
    supersedesNumber: z.string().nullable(),
    supersededById: z.number().int().nullable(),
    supersededByNumber: z.string().nullable(),
    recalledBy: z.string().nullable(),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Report' })

const line = typedWords(300)

/** What stands on the paper around the text, and may be changed while it is a draft. */
export const headSchema = z.object({
  title: typedWords(300, 5),
  upperIssuer: line.nullish(),
  issuedAtPlace: line.nullish(),
  recipients: typedWords(3000).nullish().meta({ description: 'mỗi nơi nhận một dòng, không ghi dòng Lưu' }),
})

export const moved = z.object({ report: z.number().int(), stage: z.enum(stages), version: z.number().int() })

export const staleSchema = z.object({
  /** Something the report rests on is no longer what counts. */
  changed: z.boolean(),
  moved: z.array(
    z.object({
      entryId: z.number().int(),
      bodyName: z.string(),
      formKey: z.string(),
      count: z.string(),
      before: z.number().int().nullable(),
      now: z.number().int().nullable(),
      reason: z.string().nullable(),
      /** The actual figure took the place of a pinned estimate. */
      fromEstimate: z.boolean(),
    }),
  ),
  /** Pinned estimates whose actual figures count now, with how many figures came out otherwise. */
  settled: z.array(
    z.object({
      entryId: z.number().int(),
      bodyName: z.string(),
      formKey: z.string(),
      changed: z.number().int(),
    }),
  ),
  /** Entries that came after. */
  added: z.array(z.object({ entryId: z.number().int(), bodyName: z.string(), formKey: z.string() })),
  /** The figures of the targets that would read otherwise today. */
  figures: z.array(
    z.object({ figure: z.string(), name: z.string(), before: z.string().nullable(), now: z.string().nullable() }),
  ),
})
