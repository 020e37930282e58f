// The body of a report in the place of its field, in the styles of the form; annexes behind, each on paper of its own.
import { all, child, childrenOf, copy, make, remove, value, type Element } from '../docx/xml.ts'
import type { Form } from './form.ts'
import { firstRunStyle } from './runs.ts'

/** `made` holds the body and, section by section, the annexes. */
export function setBody(form: Form, made: Element): void {
  const [body = { children: [], wide: false }, ...annexes] = sectionsOf(made)
  const field = form.controls.find(({ name }) => name === 'body')!
  const own = (node: Element) => form.document.ownerDocument!.importNode(node, true) as Element
  for (const node of body.children) {
    const written = own(node)
    dress(written, form)
    field.paragraph.parentNode!.insertBefore(written, field.paragraph)
  }
  remove(field.paragraph)
  if (annexes.length === 0) return
  const root = form.section.parentNode!
  root.insertBefore(closing(form.section, copy(form.section)), form.section)
  for (const [at, { children, wide }] of annexes.entries()) {
    for (const node of children) root.insertBefore(own(node), form.section)
    const paper = paperOf(form.section, wide)
    if (at < annexes.length - 1) root.insertBefore(closing(form.section, paper), form.section)
    else root.replaceChild(paper, form.section)
  }
}

interface Section {
  children: Element[]
  wide: boolean
}

function sectionsOf(made: Element): Section[] {
  const sections: Section[] = []
  let children: Element[] = []
  const isWide = (section: Element) => value(child(section, 'pgSz'), 'orient') === 'landscape'
  for (const node of childrenOf(child(made, 'body')!)) {
    const section = node.nodeName === 'w:sectPr' ? node : child(child(node, 'pPr'), 'sectPr')
    if (!section) {
      children.push(node)
      continue
    }
    sections.push({ children, wide: isWide(section) })
    children = []
  }
  return sections
}

/** A paragraph of the body takes the style of the form's body, a heading that of its heading. */
function dress(paragraph: Element, form: Form): void {
  const properties = child(paragraph, 'pPr')
  if (paragraph.nodeName !== 'w:p' || !properties) return
  const wanted = child(properties, 'outlineLvl') ? 'heading' : value(child(properties, 'jc')) === 'both' ? 'body' : null
  const field = form.controls.find(({ name }) => name === wanted)
  if (!field) return
  const style = child(child(field.paragraph, 'pPr'), 'pStyle')
  if (style && !child(properties, 'pStyle'))
    properties.insertBefore(make(properties, 'pStyle', { val: value(style)! }), properties.firstChild)
  const typed = firstRunStyle(field.control)
  const fonts = child(typed, 'rFonts')
  const colour = child(typed, 'color')
  for (const run of all(paragraph, 'r')) {
    const own = child(run, 'rPr')
    if (fonts && own && !child(own, 'rFonts')) own.insertBefore(copy(fonts), own.firstChild)
    if (colour && own && !child(own, 'color')) own.insertBefore(copy(colour), child(own, 'sz'))
  }
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
