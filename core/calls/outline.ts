// The outline a call begins with, by its kind: data with its basis and a mark of how far it can be trusted.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { asked, callKinds, type CallKind } from './call.ts'

const outlineSchema = z.object({
  kind: z.enum(callKinds),
  title: z.string(),
  basis: z.string(),
  confidence: z.enum(['read', 'secondHand', 'assumed']),
  sections: z
    .array(
      z.object({
        key: z.string().regex(/^[a-zA-Z]\w{0,59}$/),
        heading: z.string(),
        guidance: z.string(),
        mostWords: z.number().int().positive(),
        asks: z.enum(asked).default('text'),
      }),
    )
    .min(1),
})
export type CallOutline = z.output<typeof outlineSchema>

const file = new URL('./data/outlines.json', import.meta.url)
const outlines = z.array(outlineSchema).parse(JSON.parse(readFileSync(file, 'utf8')))

export function callOutlineOf(kind: CallKind): CallOutline {
  return outlines.find((outline) => outline.kind === kind)!
}

/** “Tổng kết công tác dân vận năm {year}” filled in. */
export function titleOf(kind: CallKind, names: { year: number; fromYear: number | null; period: string }): string {
  return callOutlineOf(kind)
    .title.replaceAll('{year}', String(names.year))
    .replaceAll('{fromYear}', String(names.fromYear ?? names.year))
    .replaceAll('{period}', names.period)
}
