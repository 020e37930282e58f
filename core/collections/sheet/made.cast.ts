// Workbooks made by hand for the tests, part by part.
import { zipOf } from './zip.ts'

export interface MadeBook {
  /** The XML of the rows of the one sheet, without prefix. */
  rows: string
  strings?: string[]
  /** What stands after the cells. */
  after?: string
  date1904?: boolean
  prefix?: string
  more?: { name: string; bytes: Buffer }[]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const prefixed = (xml: string, prefix: string) => xml.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}$2`)

export function bookOf(made: MadeBook): Buffer {
  const { rows, strings = [], after = '', date1904 = false, prefix = '', more = [] } = made
  const space = prefix ? `xmlns:${prefix.slice(0, -1)}="${main}"` : `xmlns="${main}"`
  const sheet = `<worksheet ${space}><dimension ref="A1:C5"/><sheetData>${rows}</sheetData>${after}</worksheet>`
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packageTypes}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ['xl/worksheets/sheet1.xml', prefix ? prefixed(sheet, prefix) : sheet],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="49"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`],
  ]
  return zipOf([...parts.map(([name, text]) => ({ name, bytes: Buffer.from(text) })), ...more])
}
