// Layout as data: every size and margin of a family of documents, with what it rests on and how sure we are of it.
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The Party's and the state's manner, and beside them those of the organisations of the Front. */
export const families = [
  ...(['party', 'state', 'fatherlandFront', 'tradeUnion'] as const),
  ...(['youthUnion', 'womensUnion', 'farmersUnion', 'veterans'] as const),
] as const
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
  /** Of an official letter, below its number; versions kept before letters were made here lack both. */
  aboutSize: size.optional(),
  aboutItalic: z.boolean().optional(),
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

/** An organisation's own manner: what it writes otherwise than the family it follows. */
const variantSchema = z.object({
  family: z.enum(families),
  name: z.string(),
  basis: z.string(),
  base: z.enum(['party', 'state']),
  numbering: z.enum(['term', 'year']),
  symbolExample: z.string(),
  values: z.array(layoutLineSchema.omit({ name: true, unit: true })),
})
const { variants } = z.object({ variants: z.array(variantSchema) }).parse(readData('variants'))

/** How the family counts its numbers, and a symbol as it stands after one. */
export function manner(family: Family): { numbering: 'term' | 'year'; symbolExample: string } {
  if (family === 'party') return { numbering: 'term', symbolExample: 'BC/HU' }
  return variants.find((one) => one.family === family) ?? { numbering: 'year', symbolExample: 'BC-UBND' }
}

/** The family in which a body of this kind writes. */
export function familyOf(organisation: { key: string; family: string } | undefined): Family {
  const own = variants.find(({ family }) => family === organisation?.key)
  return own?.family ?? (organisation?.family === 'state' ? 'state' : 'party')
}

/** The layout as it comes with the platform; what is edited later are versions of their own. */
export function seedOf(family: Family): Seed {
  const variant = variants.find((one) => one.family === family)
  if (!variant) return seedSchema.parse(readData(family))
  const base = seedOf(variant.base)
  const notRead = `theo mẫu “${base.name}”, quy định riêng của tổ chức chưa đối chiếu`
  const values = base.values.map((line) => {
    const own = variant.values.find(({ key }) => key === line.key)
    return { ...line, confidence: 'assumed' as const, basis: notRead, ...own }
  })
  return { family, name: variant.name, basis: variant.basis, values }
}

function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'))
}
