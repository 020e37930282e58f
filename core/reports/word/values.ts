// The values of a layout as a form shows them: what is changed in Word holds for the PDF and the page too.
import type { Layout } from '../../documents/layout.ts'
import { all, ancestor, child, isOn, number, wordsOf, type Element } from '../docx/xml.ts'
import { lineOf, pageNumberIn, stylesOf, type Styles } from '../layout/docx.ts'
import type { Line } from '../layout/found.ts'
import { fixedWords } from './controls.ts'
import type { FieldName } from './fields.ts'
import type { Form } from './form.ts'

export interface ReadForm {
  values: Partial<Layout>
  /** Fixed words the PDF and the page do not know of. */
  onlyInWord: string[]
}

export function valuesOf(form: Form): ReadForm {
  const styles = stylesOf(form.styles)
  const paragraphOf = (name: FieldName) => form.controls.find((one) => one.name === name)?.paragraph ?? null
  const line = (name: FieldName) => {
    const paragraph = paragraphOf(name)
    return paragraph && lineOf(paragraph, styles)
  }
  const values = {
    ...paperValues(form, styles),
    ...sizes(line),
    ...wordsValues(form, paragraphOf),
    ...bodyValues(line('body'), line('heading')),
    ...tailValues(form, { styles, line }),
    ...markValues(form, paragraphOf),
  }
  return { values: defined(values), onlyInWord: onlyInWord(form) }
}

/** Word counts in twentieths of a point: a length that only lost its last digits on the way is the same. */
const hair = 0.15
const hairOfLines = 0.02

/** What the form says otherwise than the layout. */
export function changedBy(values: Partial<Layout>, layout: Layout): Partial<Layout> {
  const differing = Object.entries(values).filter(([key, one]) => {
    const other = layout[key as keyof Layout]
    if (typeof one !== 'number' || typeof other !== 'number') return one !== other
    return Math.abs(one - other) >= (key === 'lineMultiple' ? hairOfLines : hair)
  })
  return Object.fromEntries(differing)
}

const rounded = (one: number, step: number) => Math.round(Math.round(one / step) * step * 100) / 100
const mm = (twentieths: number | null) => (twentieths === null ? undefined : rounded((twentieths * 25.4) / 1440, 0.1))

function defined(values: Partial<Layout>): Partial<Layout> {
  return Object.fromEntries(Object.entries(values).filter(([, one]) => one !== undefined))
}

function paperValues({ section, margins }: Form, styles: Styles): Partial<Layout> {
  const paper = child(section, 'pgMar')
  const paged = pageNumberIn(margins.get('header default') ?? null, styles)
  const firstPaged = pageNumberIn(margins.get('header first') ?? null, styles)
  const apart = isOn(child(section, 'titlePg')) ?? false
  return {
    ...{ marginTop: mm(number(paper, 'top')), marginBottom: mm(number(paper, 'bottom')) },
    ...{ marginLeft: mm(number(paper, 'left')), marginRight: mm(number(paper, 'right')) },
    ...{ pageNumberTop: mm(number(paper, 'header')), pageNumberSize: paged?.size },
    pageNumberFrom: paged ? (apart && !firstPaged ? 2 : 1) : undefined,
  } as Partial<Layout>
}

function sizes(line: (name: FieldName) => Line | null): Partial<Layout> {
  const size = (name: FieldName) => line(name)?.size
  return {
    ...{ upperSize: size('upper'), issuerSize: size('issuer'), numberSize: size('number'), dateSize: size('date') },
    ...{ nationSize: size('nation'), mottoSize: size('motto'), kindSize: size('kind'), summarySize: size('summary') },
  } as Partial<Layout>
}

/** Fixed words around a field, as “Số: ” before the number. */
function wordsValues({ controls }: Form, paragraphOf: (name: FieldName) => Element | null): Partial<Layout> {
  const around = (name: FieldName, mark: string) => {
    const control = controls.find((one) => one.name === name)
    if (!control) return undefined
    return all(control.paragraph, 't')
      .map((text) => (ancestor(text, 'sdt') === control.control ? '\u0000' : (text.textContent ?? '')))
      .join('')
      .replace(/\u0000+/, mark)
  }
  const kept = (name: FieldName) => {
    const paragraph = paragraphOf(name)
    return paragraph ? wordsOf(paragraph).trim() : undefined
  }
  const archive = around('office', '{office}')
    ?.replace(/^[-–\s]+/, '')
    .replace(/[.;\s]+$/, '')
  return {
    ...{ numberText: around('number', '{number}')?.trim(), archiveLine: archive },
    ...{ nationLine: kept('nation'), mottoLine: kept('motto') },
  } as Partial<Layout>
}

function bodyValues(body: Line | null, heading: Line | null): Partial<Layout> {
  const exact = body?.lineExact
  return {
    ...{ bodySize: body?.size, font: body?.fonts.find(Boolean), headingSize: heading?.size },
    firstLine: body ? rounded(body.firstLine, 0.1) : undefined,
    lineExact: body ? (exact ?? 0) : undefined,
    lineMultiple: body?.lineMultiple === null ? undefined : body && rounded(body.lineMultiple, 0.01),
    paragraphAfter: body?.after === null ? undefined : body?.after,
  } as Partial<Layout>
}

const recipientsHead = /^\s*Nơi nhận\s*:?\s*$/

function tailValues(form: Form, { styles, line }: { styles: Styles; line: (name: FieldName) => Line | null }) {
  const headed = all(form.document, 'p').find((p) => recipientsHead.test(wordsOf(p)))
  const head = headed ? lineOf(headed, styles) : null
  return {
    ...{ signatureSize: line('signer')?.size, nameBold: line('signer')?.bold, titleBold: line('signerTitle')?.bold },
    ...{ recipientsListSize: line('recipients')?.size, recipientsSize: head?.size },
    recipientsStyle: head ? (head.underline ? 'underline' : 'boldItalic') : undefined,
  } as Partial<Layout>
}

const isDashes = (paragraph: Element) => /^\s*[-–_]{3,}\s*$/.test(wordsOf(paragraph))
const isRule = (paragraph: Element) =>
  wordsOf(paragraph).trim() === '' && child(child(child(paragraph, 'pPr'), 'pBdr'), 'top') !== null

/** The mark below the issuing body, and the one below the summary. */
function markValues({ document }: Form, paragraphOf: (name: FieldName) => Element | null): Partial<Layout> {
  const paragraphs = all(document, 'p')
  const summary = paragraphOf('summary')
  const below = summary && paragraphs[paragraphs.indexOf(summary) + 1]
  const asterisk = paragraphs.some((p) => wordsOf(p).trim() === '*')
  return {
    issuerMark: asterisk ? 'asterisk' : 'rule',
    summaryMark: below && isDashes(below) ? 'dashes' : below && isRule(below) ? 'rule' : 'none',
  }
}

/** Paragraphs the officer wrote himself. */
function onlyInWord({ document, controls }: Form): string[] {
  const known = new Set(controls.map(({ paragraph }) => paragraph))
  return all(document, 'p')
    .filter((p) => !known.has(p) && !isDashes(p) && !recipientsHead.test(wordsOf(p)))
    .map((p) => fixedWords(p).trim())
    .filter((words) => words !== '' && words !== '*')
}
