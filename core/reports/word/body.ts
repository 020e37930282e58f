// The body of a report in the place of its field, in the styles of the form; annexes behind, each on paper of its own.
import type { Content } from '../docx/docx.ts'
import { w, type Xml } from '../docx/markup.ts'
import type { Manner } from '../docx/runs.ts'
import { all, child, copy, make, remove, value, type Element } from '../docx/xml.ts'
import type { Form } from './form.ts'
import { firstRunStyle } from './runs.ts'

/** Stands in the tree where written text goes. */
const place = 'textOfReport'

/**
 * Makes room in the form. The text itself never becomes a tree, for a hundred pages take seconds to be one: what is
 * answered puts it into the form once that is written out.
 */
export function setBody(form: Form, { body, annexes }: Content): (written: string) => string {
  for (const strange of all(form.document, place)) remove(strange)
  const texts: Xml[] = []
  const room = (text: Xml) => make(form.document, place, { no: String(texts.push(text) - 1) })
  const field = form.controls.find(({ name }) => name === 'body')!
  field.paragraph.parentNode!.replaceChild(room(body), field.paragraph)
  const root = form.section.parentNode!
  if (annexes.length > 0) root.insertBefore(closing(form.section, copy(form.section)), form.section)
  for (const [at, { text, wide }] of annexes.entries()) {
    root.insertBefore(room(text), form.section)
    const paper = paperOf(form.section, wide)
    if (at < annexes.length - 1) root.insertBefore(closing(form.section, paper), form.section)
    else root.replaceChild(paper, form.section)
  }
  const rooms = new RegExp(`<w:${place} w:no="(\\d+)"/>`, 'g')
  return (written) => written.replaceAll(rooms, (_all, no: string) => texts[Number(no)]!)
}

/** The style of a field, and the face and colour of its letters, which its paragraphs in the report take over. */
export function mannerOf(form: Form, name: 'body' | 'heading'): Manner {
  const field = form.controls.find((one) => one.name === name)
  if (!field) return {}
  const typed = firstRunStyle(field.control)
  const style = value(child(child(field.paragraph, 'pPr'), 'pStyle')) ?? undefined
  return { style, fonts: written(child(typed, 'rFonts')), colour: written(child(typed, 'color')) }
}

function written(property: Element | null): Xml | undefined {
  return property
    ? w(
        property.localName!,
        Object.fromEntries(Array.from(property.attributes).map(({ name, value }) => [name, value])),
      )
    : undefined
}

/** The last paragraph of a section, as low as can be. */
function closing(near: Element, section: Element): Element {
  const spacing = make(near, 'spacing', { before: '0', after: '0', line: '20', lineRule: 'exact' })
  return make(near, 'p', {}, [make(near, 'pPr', {}, [spacing, section])])
}

/** Turned, the side that is bound lies above. Pages are counted on, and the first of an annex shows its number. */
function paperOf(section: Element, wide: boolean): Element {
  const paper = copy(section)
  for (const name of ['titlePg', 'type']) for (const one of all(paper, name)) remove(one)
  child(paper, 'pgNumType')?.removeAttribute('w:start')
  const [size, margins] = [child(paper, 'pgSz'), child(paper, 'pgMar')]
  if (!wide || !size || !margins) return paper
  const [width, height] = [value(size, 'w')!, value(size, 'h')!]
  for (const [key, to] of [
    ['w', height],
    ['h', width],
    ['orient', 'landscape'],
  ] as const)
    size.setAttribute(`w:${key}`, to)
  const [top, bottom, left, right] = ['top', 'bottom', 'left', 'right'].map((side) => value(margins, side)!)
  for (const [side, to] of [
    ['top', left],
    ['bottom', right],
    ['left', bottom],
    ['right', top],
  ] as const)
    margins.setAttribute(`w:${side}`, to!)
  return paper
}
