// “Dự thảo” and “Số liệu minh hoạ” across every page of a form, as on paper the platform sets itself.
import type { Part } from '../docx/file.ts'
import { all, child, childrenOf, copy, isOn, parseXml, remove, type Element } from '../docx/xml.ts'
import type { Form } from './form.ts'

/** Takes them from the headers and footers the platform itself would set around the same document. */
export function markMargins(form: Form, margins: readonly Part[]): void {
  const apart = isOn(child(form.section, 'titlePg')) ?? false
  for (const kind of ['header', 'footer'] as const) {
    const made = parseXml(margins.find((one) => one.kind === kind)!.xml)!
    const marks = marksIn(made, kind)
    if (marks.length === 0) continue
    for (const type of apart ? ['default', 'first'] : ['default']) {
      const key = `${kind} ${type}`
      const root = form.margins.get(key) ?? emptied(made)
      form.margins.set(key, root)
      const own = (node: Element) => root.ownerDocument!.importNode(node, true) as Element
      const paragraph = all(root, 'p')[0]
      if (kind === 'footer' || !paragraph) for (const one of marks) root.appendChild(own(one))
      else for (const one of all(made, 'r').filter(isWater)) paragraph.appendChild(own(one))
    }
  }
}

const isWater = (run: Element) => run.getElementsByTagName('w:pict').length > 0

/** Paragraphs with the watermark, or with the words of the footer. */
function marksIn(made: Element, kind: 'header' | 'footer'): Element[] {
  return all(made, 'p').filter((p) => (kind === 'footer' ? all(p, 't').length > 0 : all(p, 'r').some(isWater)))
}

function emptied(made: Element): Element {
  const root = copy(made)
  for (const node of childrenOf(root)) remove(node)
  return root
}
