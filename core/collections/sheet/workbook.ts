// A workbook that was sent: opened part by part, every limit asked before anything is unpacked.
import { invalid, type Result } from '../../shared/result.ts'
import { brokenFile, FileFault } from './fault.ts'
import { wrongKind } from './kind.ts'
import { datesOf } from './styles.ts'
import { attribute, elementsOf, tagsOf, wordsOf, xmlOf } from './xml.ts'
import { partOf, readZip, type Zip } from './zip.ts'

export interface SheetName {
  name: string
  part: string
  hidden: boolean
}

export interface Workbook {
  zip: Zip
  /** Where the list of sheets stands. */
  part: string
  sheets: SheetName[]
  /** Days count from 1904, as on old Macs. */
  date1904: boolean
  strings: string[]
  /** Of each cell style: whether it shows a date. */
  dates: boolean[]
}

/** The workbook, or the sentence that says why this file is none. */
export function openWorkbook(bytes: Buffer): Result<Workbook> {
  try {
    const wrong = wrongKind(bytes)
    if (wrong) throw wrong
    return { ok: true, value: read(readZip(bytes)) }
  } catch (error) {
    return faultOf(error)
  }
}

export function faultOf(error: unknown) {
  if (!(error instanceof FileFault)) throw error
  return invalid([{ field: 'file', code: error.code, sentence: error.sentence }], error.code)
}

function read(zip: Zip): Workbook {
  const types = xmlOf(partOf(zip, '[Content_Types].xml'), '[Content_Types].xml')
  const wrong = wrongKind.ofParts([...zip.keys()], types)
  if (wrong) throw wrong
  const part = targetsOf(zip, '').find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (!part) throw brokenFile('không có trang tính')
  const xml = xmlOf(partOf(zip, part), part)
  const targets = targetsOf(zip, part)
  const byId = new Map(targets.map(({ id, target }) => [id, target]))
  const one = (type: string) => targets.find((each) => each.type.endsWith(type))?.target
  const sheets = tagsOf(xml, 'sheet').flatMap((tag) => {
    const to = byId.get(attribute(tag, '\\w+:id') ?? '')
    const name = attribute(tag, 'name')
    return to && name && /worksheets?\//.test(to)
      ? [{ name, part: to, hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible' }]
      : []
  })
  if (sheets.length === 0) throw brokenFile('không có trang tính')
  const properties = tagsOf(xml, 'workbookPr')[0] ?? ''
  const [strings, styles] = [one('/sharedStrings'), one('/styles')]
  return {
    zip,
    part,
    sheets,
    date1904: /^(1|true)$/.test(attribute(properties, 'date1904') ?? ''),
    strings: strings && zip.has(strings) ? stringsOf(xmlOf(partOf(zip, strings), strings)) : [],
    dates: styles && zip.has(styles) ? datesOf(xmlOf(partOf(zip, styles), styles)) : [],
  }
}

/** What a part points at, with addresses made whole. */
function targetsOf(zip: Zip, part: string): { id: string; type: string; target: string }[] {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : ''
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  return tagsOf(xmlOf(partOf(zip, name), name), 'Relationship').map((tag) => {
    const target = attribute(tag, 'Target') ?? ''
    const path = new URL(target, `file:///${folder}`).pathname
    return { id: attribute(tag, 'Id') ?? '', type: attribute(tag, 'Type') ?? '', target: decodeURI(path).slice(1) }
  })
}

function stringsOf(xml: string): string[] {
  return Array.from(elementsOf(xml, 'si'), ({ content }) => wordsOf(content ?? ''))
}
