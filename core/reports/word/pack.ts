// A filled form as a file: the platform's own package around it, and of the form only the parts that are known.
import { idOf, wordFile, type Facts, type Part } from '../docx/file.ts'
import { settings } from '../docx/styles.ts'
import { all, child, remove, xmlText, type Element } from '../docx/xml.ts'
import type { Form } from './form.ts'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of the form that go along as they are, when it has them. */
const carried: Omit<Part, 'xml'>[] = [
  { name: 'word/styles.xml', kind: 'styles' },
  { name: 'word/numbering.xml', kind: 'numbering' },
  { name: 'word/theme/theme1.xml', kind: 'theme' },
]

export interface Packing {
  /** Puts into the written form what it has room for. */
  complete(written: string): string
  facts: Facts
}

export function packForm(form: Form, { complete, facts }: Packing): Buffer {
  const margins = [...form.margins].map(([key, root]) => {
    const [kind, type] = key.split(' ') as ['header' | 'footer', 'default' | 'first']
    return { kind, type, name: `word/form-${kind}-${type}.xml`, xml: xmlText(root) }
  })
  for (const section of all(form.document, 'sectPr')) refer(section, margins)
  const own = carried.flatMap((part) => {
    const root = form.package.part(part.name)
    return root ? [{ ...part, xml: xmlText(root) }] : []
  })
  return wordFile(complete(xmlText(form.document)), [...own, settings, ...margins], facts)
}

/** Annexes have no first page of their own. */
function refer(section: Element, margins: readonly { kind: string; type: string; name: string }[]): void {
  const titled = child(section, 'titlePg') !== null
  for (const name of ['headerReference', 'footerReference']) for (const one of all(section, name)) remove(one)
  for (const { kind, type, name } of margins.toReversed()) {
    if (type === 'first' && !titled) continue
    const reference = section.ownerDocument!.createElementNS(section.namespaceURI!, `w:${kind}Reference`) as Element
    reference.setAttributeNS(section.namespaceURI!, 'w:type', type)
    reference.setAttributeNS(relationships, 'r:id', idOf(name))
    section.insertBefore(reference, section.firstChild)
  }
}
