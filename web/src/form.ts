// Between a form and an operation, pure: reading fields by their dotted names, and showing a refusal in sentences.
import type { Refusal } from '@dong-thuan/core/shared/result.ts'
import type { Language } from './words/words.ts'
import { readDay, readNumber } from './words/read.ts'

/** What was typed, by field name, to fill the form again. */
export type Typed = Record<string, string>
export type Input = { [key: string]: unknown }

export interface ReadForm {
  typed: Typed
  /** Nested by the dots of the names; blank fields are left out, so that missing is missing and never zero. */
  input: Input
}

export interface ShownRefusal {
  kind: Refusal['kind']
  code: string
  /** Every sentence, in order; `href` leads to the field when there is one. */
  lines: { field: string; href: string | null; text: string }[]
  /** The sentences of each field. */
  fields: Record<string, string[]>
}

/** What a form action answers when the operation refused; arrives in the page as `form`. */
export interface RefusedForm {
  typed: Typed
  refusal: ShownRefusal
}

/** The id of the control of a field, so that a sentence can lead to it. */
export function fieldId(name: string): string {
  return `o-${name.replaceAll('.', '-')}`
}

const readers: Record<string, (texts: string[]) => unknown> = {
  number: (texts) => readNumber(texts.at(-1)!),
  day: (texts) => readDay(texts.at(-1)!),
  yes: (texts) => texts.includes('true'),
  list: (texts) => texts,
}

/**
 * Reads a form. `name` is text, `name:number` a number as 2.715, `name:day` a day as 26/11/2026, `name:yes` a tick,
 * `name:list` a list. `entries.0.value` becomes entries[0].value. Files stay files.
 */
export function readForm(data: FormData): ReadForm {
  const typed: Typed = {}
  const input: Input = {}
  for (const field of new Set(data.keys())) {
    const [name = '', kind] = field.split(':')
    const values = data.getAll(field)
    const texts = values.filter((value): value is string => typeof value === 'string' && value !== '')
    const files = values.filter((value): value is File => typeof value !== 'string' && value.size > 0)
    if (texts.length && !files.length) typed[name] = kind === 'list' ? texts.join('\n') : texts.at(-1)!
    const reader = readers[kind ?? '']
    if (files.length) put(input, name, kind === 'list' ? files : files.at(-1))
    else if (texts.length) put(input, name, reader ? reader(texts) : texts.at(-1))
  }
  return { typed, input: listed(input) as Input }
}

function put(into: Input, name: string, value: unknown): void {
  const path = name.split('.')
  if (path.some((part) => ['__proto__', 'constructor', 'prototype', ''].includes(part))) return
  const last = path.pop()!
  let here = into
  for (const part of path) {
    const next = (here[part] ??= {})
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return
    here = next as Input
  }
  here[last] = value
}

/** Objects whose keys are 0, 1, 2 … become lists, in that order. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Blob) return value
  const entries = Object.entries(value).map(([key, each]) => [key, listed(each)] as const)
  if (entries.length && entries.every(([key]) => /^\d{1,5}$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => each)
  return Object.fromEntries(entries)
}

/** The same refusal with its fields as the page named them; what is said of one field in the same words stands once. */
export function askedAs(refusal: Refusal, names: Record<string, string> = {}): Refusal {
  if (refusal.kind !== 'invalid') return refusal
  const named = refusal.problems.map((one) => ({ ...one, field: names[one.field] ?? one.field }))
  const first = (one: (typeof named)[number]) =>
    named.find(({ field, sentence }) => field === one.field && sentence.vi === one.sentence.vi)
  return { ...refusal, problems: named.filter((one) => first(one) === one) }
}

/** A refusal in the language of the page. */
export function showRefusal(refusal: Refusal, language: Language): ShownRefusal {
  if (refusal.kind !== 'invalid') {
    const line = { field: '', href: null, text: refusal.sentence[language] }
    return { kind: refusal.kind, code: refusal.code, lines: [line], fields: {} }
  }
  const fields: Record<string, string[]> = {}
  const lines = refusal.problems.map(({ field, sentence }) => {
    const text = sentence[language]
    if (field) (fields[field] ??= []).push(text)
    return { field, href: field ? `#${fieldId(field)}` : null, text }
  })
  return { kind: refusal.kind, code: refusal.code, lines, fields }
}

/** The HTTP status of a refused form. */
export function statusOf(refusal: Pick<Refusal, 'kind'>): number {
  return { invalid: 422, forbidden: 403, conflict: 409, 'not-found': 404 }[refusal.kind]
}

interface FieldsOf<Name extends string> {
  /** The `form` of the page; after a refusal it holds what was typed. */
  form?: unknown
  labels: Record<Name, string>
  /** What the fields hold before anything is typed. */
  initial?: Partial<Record<Name, string | number | boolean | null | undefined>>
}

/** `<TextField {...field('title')} />`: name, label, value and faults of a field. What was typed wins. */
export function fieldsOf<Name extends string>({ form, labels, initial }: FieldsOf<Name>) {
  const refused = isRefused(form) ? form : null
  return (name: Name) => {
    const first = initial?.[name]
    return {
      name,
      label: labels[name],
      value: refused ? (refused.typed[name] ?? '') : first === null || first === undefined ? '' : String(first),
      errors: refused?.refusal.fields[name],
    }
  }
}

/**
 * The version a form is sent with: after a refusal still the one the person began with, so that a colleague's change in
 * between is not passed over; after a conflict the newest, which then stands beside what was typed.
 */
export function versionSeen(form: unknown, newest: number): number | string {
  if (!isRefused(form) || form.refusal.kind === 'conflict') return newest
  return form.typed.expectedVersion ?? newest
}

/** True when the `form` of a page is a refusal of form.ts, and not the answer of another action. */
export function isRefused(form: unknown): form is RefusedForm {
  return typeof form === 'object' && form !== null && 'refusal' in form && 'typed' in form
}

/** The move whose form was refused, as its field “form” names it. */
export const refusedMove = (form: unknown): string | null => (isRefused(form) ? (form.typed.form ?? null) : null)

/**
 * The moves a page draws: those open to the person, and the one just refused, though somebody else may have closed it
 * meanwhile; what was typed into it stands there still.
 */
export function drawnMoves<Move extends string>(all: readonly Move[], open: readonly string[], form: unknown): Move[] {
  const refused = refusedMove(form)
  return all.filter((move) => move === refused || open.includes(move))
}
