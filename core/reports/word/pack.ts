// A filled form as a file: the platform's own package around it, and of the form only the parts that are known.
import { partOf, zipOf, type Zip } from '../../collections/sheet/zip.ts'
import { all, child, remove, xmlText, type Element } from '../docx/xml.ts'
import type { Form } from './form.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts of the form that go along as they are, when it has them. */
const carried = ['word/styles.xml', 'word/numbering.xml', 'word/theme/theme1.xml']

export function packForm(form: Form, content: Zip): Buffer {
  const margins = [...form.margins].map(([key, root], at) => {
    const [kind, type] = key.split(' ') as ['header' | 'footer', 'default' | 'first']
    return { kind, type, root, id: `rIdForm${at + 1}`, name: `form-${kind}-${type}.xml` }
  })
  for (const section of all(form.document, 'sectPr')) refer(section, margins)
  const links = textOf(content, 'word/_rels/document.xml.rels')
    .replaceAll(/<Relationship [^>]*\/relationships\/(?:header|footer)"[^>]*\/>/g, '')
    .replace(
      '</Relationships>',
      `${margins.map(({ id, kind, name }) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${name}"/>`).join('')}</Relationships>`,
    )
  const types = textOf(content, '[Content_Types].xml')
    .replaceAll(/<Override [^>]*PartName="\/word\/(?:header|footer)\d+\.xml"[^>]*\/>/g, '')
    .replace(
      '</Types>',
      `${margins.map(({ kind, name }) => `<Override ContentType="${wordprocessing}.${kind}+xml" PartName="/word/${name}"/>`).join('')}</Types>`,
    )
  const written = new Map<string, Buffer>([
    ...carried.flatMap((name): [string, Buffer][] => {
      const root = form.package.part(name)
      return root ? [[name, Buffer.from(xmlText(root))]] : []
    }),
    ['word/document.xml', Buffer.from(xmlText(form.document))],
    ['word/_rels/document.xml.rels', Buffer.from(links)],
    ['[Content_Types].xml', Buffer.from(types)],
    ...margins.map(({ name, root }): [string, Buffer] => [`word/${name}`, Buffer.from(xmlText(root))]),
  ])
  const kept = [...content.keys()].filter(
    (name) => !written.has(name) && !/(header|footer)\d+\.xml(\.rels)?$/.test(name),
  )
  return zipOf([
    ...kept.map((name) => ({ name, bytes: partOf(content, name)! })),
    ...[...written].map(([name, bytes]) => ({ name, bytes })),
  ])
}

const textOf = (zip: Zip, name: string) => partOf(zip, name)!.toString()

/** Annexes have no first page of their own. */
function refer(section: Element, margins: readonly { kind: string; type: string; id: string }[]): void {
  const titled = child(section, 'titlePg') !== null
  for (const name of ['headerReference', 'footerReference']) for (const one of all(section, name)) remove(one)
  for (const { kind, type, id } of margins.toReversed()) {
    if (type === 'first' && !titled) continue
    const reference = section.ownerDocument!.createElementNS(section.namespaceURI!, `w:${kind}Reference`) as Element
    reference.setAttributeNS(section.namespaceURI!, 'w:type', type)
    reference.setAttributeNS(office, 'r:id', id)
    section.insertBefore(reference, section.firstChild)
  }
}
