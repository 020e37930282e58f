// The Word file as bytes: the same report makes the same file, no name breaks it, every part it names is there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partOf, readZip } from '../../collections/sheet/zip.ts'
import { layoutOf, seedOf } from '../../documents/layout.ts'
import { named, type ReportDocument } from '../document.ts'
import { fillForm } from '../word/fill.ts'
import { formFile } from '../word/master.ts'
import { sampleReport } from '../word/sample.ts'
import { docxFile } from './docx.ts'
import { all, parseXml, wordsOf } from './xml.ts'

const layout = layoutOf(seedOf('party').values)
const document = sampleReport('party', layout)
const about = { 'dong-thuan-kind': 'final' }

function partsOf(file: Buffer): Map<string, string> {
  const zip = readZip(file)
  return new Map([...zip.keys()].map((name) => [name, partOf(zip, name)!.toString()]))
}

/** The two ways to a Word file: as the platform sets it, and set into a form made in Word. */
const ways: Record<string, (document: ReportDocument, about: Record<string, string>) => Buffer> = {
  own: (document, about) => docxFile(document, layout, about),
  form: (document, about) => fillForm(formFile('party', layout), { document, layout, about }),
}

test('cùng một báo cáo thì cùng một tệp, từng byte', () => {
  for (const write of Object.values(ways))
    assert.ok(write(document, about).equals(write(structuredClone(document), about)))
})

test('tên có dấu “<”, “&”, dấu nháy và dấu điều khiển: tệp vẫn đọc được, tên vẫn nguyên', () => {
  const odd = 'Tổ "Rừng & <Biển>"\u0007 số 7'
  const changed: ReportDocument = {
    ...document,
    head: { ...document.head, issuer: odd },
    title: [named(odd)],
    annexes: [{ ...document.annexes[0]!, title: [{ kind: 'quotation', id: 'q1', text: odd, source: odd }] }],
  }
  const shown = odd.replace('\u0007', ' ')
  for (const [way, write] of Object.entries(ways)) {
    const parts = partsOf(write(changed, { 'dong-thuan-kind': odd }))
    for (const [name, xml] of parts) assert.ok(parseXml(xml) && !xml.includes('\u0007'), `${way}: ${name}`)
    const paragraphs = all(parseXml(parts.get('word/document.xml')!)!, 'p').map(wordsOf)
    assert.equal(paragraphs.filter((words) => words === shown).length, 2, way)
    assert.ok(paragraphs.includes(shown.toUpperCase()), way)
  }
})

test('mọi phần được nhắc tới đều có trong tệp, và được khai loại', () => {
  const parts = partsOf(docxFile({ ...document, draft: true }, layout, about))
  const links = [...parts.get('word/_rels/document.xml.rels')!.matchAll(/Id="([^"]+)"[^>]*Target="([^"]+)"/g)]
  const known = new Map(links.map(([, id, target]) => [id!, `word/${target}`]))
  const used = [...parts.get('word/document.xml')!.matchAll(/r:id="([^"]+)"/g)].map(([, id]) => known.get(id!))
  assert.deepEqual([...new Set(used)], ['word/header1.xml', 'word/header2.xml', 'word/footer1.xml'])
  const types = parts.get('[Content_Types].xml')!
  for (const name of known.values()) assert.ok(parts.has(name) && types.includes(`PartName="/${name}"`), name)
})

test('mỗi phụ lục một khổ giấy riêng; chỉ trang đầu của cả văn bản không có số', () => {
  const { annexes } = document
  const changed = { ...document, annexes: [annexes[0]!, { ...annexes[0]!, wide: false }] }
  const sections = all(parseXml(partsOf(docxFile(changed, layout, about)).get('word/document.xml')!)!, 'sectPr')
  const told = sections.map((section) => [
    all(section, 'pgSz')[0]!.getAttribute('w:orient'),
    all(section, 'titlePg').length,
    section.parentNode!.nodeName,
  ])
  assert.deepEqual(told, [
    ['portrait', 1, 'w:pPr'],
    ['landscape', 0, 'w:pPr'],
    ['portrait', 0, 'w:body'],
  ])
})
