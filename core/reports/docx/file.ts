// A Word file from its parts. The same parts make the same bytes: no clock and no chance is asked.
import { zipOf } from '../../collections/sheet/zip.ts'
import { escaped, joined, type Xml } from './markup.ts'

export interface Part {
  name: string
  kind: 'styles' | 'settings' | 'numbering' | 'theme' | 'header' | 'footer'
  xml: string
}

/** What the file says of itself; `about` are the names by which a check finds what it was made from. */
export interface Facts {
  title: string
  creator?: string
  description?: string
  about: Readonly<Record<string, string>>
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const opc = 'http://schemas.openxmlformats.org/package/2006'
const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}/relationships"`,
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

export function rootOf(name: string, children: readonly Xml[]): string {
  return `${head}<w:${name} ${spaces}>${joined(children)}</w:${name}>`
}

/** By which the text refers to a part. */
export const idOf = (name: string) => name.replace(/^.*\//, '').replace(/\.xml$/, '')

export function wordFile(document: string, parts: readonly Part[], facts: Facts): Buffer {
  const files = {
    '[Content_Types].xml': typesOf(parts),
    '_rels/.rels': relations([
      { id: 'document', type: `${office}/relationships/officeDocument`, target: 'word/document.xml' },
      { id: 'core', type: `${opc}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      { id: 'custom', type: `${office}/relationships/custom-properties`, target: 'docProps/custom.xml' },
    ]),
    'docProps/core.xml': coreOf(facts),
    'docProps/custom.xml': customOf(facts.about),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relations(
      parts.map(({ name, kind }) => ({
        id: idOf(name),
        type: `${office}/relationships/${kind}`,
        target: name.replace(/^word\//, ''),
      })),
    ),
    ...Object.fromEntries(parts.map(({ name, xml }) => [name, xml])),
  }
  return zipOf(Object.entries(files).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })))
}

function typesOf(parts: readonly Part[]): string {
  const types = 'application/vnd.openxmlformats-officedocument'
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`
  const kindOf = ({ kind }: Part) => (kind === 'theme' ? `${types}.theme` : `${types}.wordprocessingml.${kind}`)
  return [
    `${head}<Types xmlns="${opc}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('word/document.xml', `${types}.wordprocessingml.document.main`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    override('docProps/custom.xml', `${types}.custom-properties`),
    ...parts.map((part) => override(part.name, kindOf(part))),
    '</Types>',
  ].join('')
}

function relations(to: readonly { id: string; type: string; target: string }[]): string {
  const each = to.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `${head}<Relationships xmlns="${opc}/relationships">${each.join('')}</Relationships>`
}

function coreOf({ title, creator, description }: Facts): string {
  const spaces = `xmlns:cp="${opc}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`
  const told = Object.entries({ title, creator, description }).flatMap(([name, words]) =>
    words ? [`<dc:${name}>${escaped(words)}</dc:${name}>`] : [],
  )
  return `${head}<cp:coreProperties ${spaces}>${told.join('')}</cp:coreProperties>`
}

function customOf(about: Facts['about']): string {
  const spaces = `xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes"`
  // The format counts them from two, and knows one kind of property by this number.
  const each = Object.entries(about).map(
    ([name, value], at) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${at + 2}" name="${escaped(name)}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>`,
  )
  return `${head}<Properties ${spaces}>${each.join('')}</Properties>`
}
