// Layout as data: every size and margin of a family of documents, with what it rests on and how sure we are of it.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const families = ['party', 'state'] as const
export type Family = (typeof families)[number]

const size = z.number().min(8).max(20)
const millimetres = z.number().min(5).max(60)

/** The values a layout must have. Lengths in mm, sizes in pt. */
export const layoutSchema = z.object({
  paper: z.literal('A4'),
  marginTop: millimetres,
  marginBottom: millimetres,
  marginLeft: millimetres,
  marginRight: millimetres,
  font: z.string().min(2).max(60),
  pageNumberFrom: z.number().int().min(1).max(2),
  pageNumberTop: millimetres,
  pageNumberSize: size,
  nationLine: z.string().max(100),
  nationSize: size,
  mottoLine: z.string().max(100),
  mottoSize: size,
  upperSize: size,
  issuerSize: size,
  issuerMark: z.enum(['asterisk', 'rule']),
  numberText: z.string().includes('{number}').max(30),
  numberJoin: z.string().max(3),
  numberDigits: z.number().int().min(1).max(4),
  numberSize: size,
  dateSize: size,
  kindSize: size,
  summarySize: size,
  summaryMark: z.enum(['dashes', 'rule', 'none']),
  bodySize: size,
  firstLine: z.number().min(0).max(30),
  /** 0: by `lineMultiple`. */
  lineExact: z.number().min(0).max(30),
  lineMultiple: z.number().min(1).max(2),
  paragraphAfter: z.number().min(0).max(20),
  headingSize: size,
  onBehalf: z.string().max(10),
  forHead: z.string().max(10),
  byOrder: z.string().max(10),
  acting: z.string().max(10),
  signatureSize: size,
  titleBold: z.boolean(),
  nameBold: z.boolean(),
  recipientsStyle: z.enum(['underline', 'boldItalic']),
  recipientsSize: size,
  recipientsListSize: size,
  archiveLine: z.string().max(60),
  endMark: z.string().max(5),
})
export type Layout = z.output<typeof layoutSchema>

/** One value as it is kept and shown: what it is, and what it rests on. */
export const layoutLineSchema = z.object({
  key: z.string(),
  name: z.string(),
  value: z.union([z.number(), z.string(), z.boolean()]),
  unit: z.enum(['mm', 'pt']).optional(),
  confidence: z.enum(['read', 'secondHand', 'assumed']),
  basis: z.string(),
  note: z.string().optional(),
})
export type LayoutLine = z.output<typeof layoutLineSchema>

const seedSchema = z.object({
  family: z.enum(families),
  name: z.string(),
  basis: z.string(),
  values: z.array(layoutLineSchema),
})
export type Seed = z.output<typeof seedSchema>

export function layoutOf(lines: readonly LayoutLine[]): Layout {
  return layoutSchema.parse(Object.fromEntries(lines.map(({ key, value }) => [key, value])))
}

/** The layout as it comes with the platform; what is edited later are versions of their own. */
export function seedOf(family: Family): Seed {
  const file = new URL(`./data/${family}.json`, import.meta.url)
  return seedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
