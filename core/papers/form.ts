// The catalogue of forms as data: which form belongs to which recorded move, by which article, how sure we are, from when on.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { kinds, type Kind } from '../cases/submission.ts'
import type { Act } from '../cases/case.read.ts'
import { dayAt, type Day } from '../shared/day.ts'

const fieldSchema = z.object({
  key: z.string(),
  name: z.string(),
  lines: z.number().int().min(1),
  needed: z.boolean().default(false),
})

const formSchema = z.object({
  key: z.string(),
  name: z.string(),
  /** The recorded move it is made from. */
  move: z.string(),
  /** Of these kinds only. */
  kinds: z.array(z.enum(kinds)).optional(),
  /** “Mẫu 14a”; none: the law prescribes no form, or we have not read which. */
  number: z.string().optional(),
  article: z.string(),
  confidence: z.enum(['read', 'secondHand', 'assumed']),
  validFrom: z.string(),
  /** Where the words come from and what was not compared. */
  source: z.string(),
  /** In capitals on the paper; empty for an official letter. */
  title: z.string(),
  about: z.string(),
  abbreviation: z.string(),
  letter: z.boolean().default(false),
  to: z.array(z.string()),
  copies: z.array(z.string()),
  /** Laws a decision is based on, above its articles. */
  bases: z.array(z.string()),
  paragraphs: z.array(z.string()).min(1),
  /** What no move records and the officer types. */
  fields: z.array(fieldSchema),
  /** Signed by whom it names, and not for the body. */
  signs: z.array(z.string()).optional(),
  /** The head decides it himself, and signs for himself and not for the collective he leads (Luật Khiếu nại, Luật Tố cáo). */
  byHead: z.boolean().default(false),
  /** Goes to the denouncer: only who opens the seal makes and prints it. */
  sealed: z.boolean().default(false),
})
export type Form = z.output<typeof formSchema>

const { forms } = z
  .object({ forms: z.array(formSchema) })
  .parse(JSON.parse(readFileSync(new URL('./data/forms.json', import.meta.url), 'utf8')))

export const allForms: readonly Form[] = forms

/** Those of a move, each in the version that was in force on its day. */
export function formsOf(act: Pick<Act, 'move' | 'at'>, { kind, sealed }: { kind: Kind; sealed: boolean }): Form[] {
  const day = dayAt(act.at)
  const fitting = forms.filter(
    (form) =>
      form.move === act.move &&
      form.sealed === sealed &&
      form.validFrom <= day &&
      (form.kinds === undefined || form.kinds.includes(kind)),
  )
  return [...Map.groupBy(fitting, ({ key }) => key).values()].map((versions) =>
    versions.reduce((newest, one) => (one.validFrom > newest.validFrom ? one : newest)),
  )
}

export function formAs(key: string, validFrom: Day): Form | null {
  return forms.find((form) => form.key === key && form.validFrom === validFrom) ?? null
}
