// A form to take into Word: the paper as the layout sets it, a content control around every field, a named style for each.
import { Bookmark, Document, FileChild, Packer, type ParagraphChild, type XmlComponent } from 'docx'
import type { Family, Layout } from '../../documents/layout.ts'
import { partOf, readZip, withParts } from '../../collections/sheet/zip.ts'
import { text, type ReportDocument } from '../document.ts'
import { ContentControl } from '../docx/control.ts'
import { sectionOf } from '../docx/docx.ts'
import { headOf, tailOf, titleOf } from '../docx/head.ts'
import { Pen } from '../docx/runs.ts'
import { half, mm, pt } from '../docx/units.ts'
import { all, ancestor, child, childrenOf, make, parseXml, value, xmlText, type Element } from '../docx/xml.ts'
import { bookmarkOf, fieldOf, isField, namedByTag, tagOfField, type FieldName } from './fields.ts'

class FormPen extends Pen {
  #fields = 1000

  override field(name: FieldName, children: ParagraphChild[]): ParagraphChild[] {
    const of = { tag: tagOfField(name), title: fieldOf(name).title, id: ++this.#fields }
    const control = new ContentControl(of, children as unknown as XmlComponent[]) as unknown as ParagraphChild
    return [new Bookmark({ id: bookmarkOf(name), children: [control] })]
  }
}

export async function formFile(family: Family, layout: Layout): Promise<Buffer> {
  const pen = new FormPen(layout)
  const form = emptyForm(family, layout)
  const size = { size: half(layout.bodySize) }
  const body = pen.justified(pen.field('body', pen.words(words.body, 'name', size)))
  const children: FileChild[] = [
    ...[headOf(pen, form), ...titleOf(pen, form)],
    ...headingOf(pen),
    ...[body, pen.line([]), tailOf(pen, form)],
  ]
  const file = new Document({
    title: 'Mẫu trình bày',
    styles: { default: { document: { run: { font: layout.font, size: size.size, language: { value: 'vi-VN' } } } } },
    sections: [sectionOf({ document: form, layout, children, wide: false, first: true })],
  })
  return withNamedStyles(await Packer.toBuffer(file))
}

const words = {
  body: 'Nền tảng đặt nội dung, số liệu và phụ lục của báo cáo vào đây. Đổi kiểu chữ, thụt dòng, cách dòng của đoạn này là đổi cho toàn bộ lời văn.',
  heading: 'Đề mục (dòng này để xem và đổi kiểu chữ, không in ra)',
}

function headingOf(pen: FormPen): FileChild[] {
  const control = pen.field(
    'heading',
    pen.words(words.heading, 'heading', { bold: true, size: half(pen.layout.headingSize) }),
  )
  const { firstLine, paragraphAfter } = pen.layout
  const spacing = { before: pt(3), after: pt(paragraphAfter) }
  return [pen.line(control, { keepNext: true, outlineLevel: 1, indent: { firstLine: mm(firstLine) }, spacing })]
}

function emptyForm(family: Family, layout: Layout): ReportDocument {
  return {
    family,
    kind: 'BÁO CÁO',
    head: { upper: 'Cơ quan cấp trên', issuer: 'Cơ quan ban hành', number: null, place: 'Nơi ban hành', date: null },
    title: [text('trích yếu nội dung báo cáo')],
    sections: [],
    signature: { lines: [`${layout.onBehalf} CƠ QUAN`, 'CHỨC VỤ NGƯỜI KÝ'], name: 'Họ và tên người ký' },
    recipients: { lines: ['Nơi nhận, mỗi nơi một dòng'], office: 'đơn vị lưu bản gốc' },
    annexes: [],
    illustrative: false,
    draft: false,
  }
}

/** What stands on a field's paragraph goes into a style of its name: changed there, it is changed for good. */
function withNamedStyles(file: Buffer): Buffer {
  const zip = readZip(file)
  const part = (name: string) => parseXml(partOf(zip, name)!.toString())!
  const [document, styles] = [part('word/document.xml'), part('word/styles.xml')]
  for (const control of all(document, 'sdt')) {
    const name = namedByTag(value(child(child(control, 'sdtPr'), 'tag')) ?? '') ?? ''
    const paragraph = ancestor(control, 'p')
    if (paragraph && isField(name)) nameStyle(paragraph, { styles, name })
  }
  const changed = { 'word/document.xml': document, 'word/styles.xml': styles }
  return withParts(zip, new Map(Object.entries(changed).map(([name, root]) => [name, Buffer.from(xmlText(root))])))
}

function nameStyle(paragraph: Element, { styles, name }: { styles: Element; name: FieldName }): void {
  const before = child(paragraph, 'pPr')
  const own = before ?? make(paragraph, 'pPr')
  if (!before) paragraph.insertBefore(own, paragraph.firstChild)
  if (child(own, 'pStyle')) return
  const taken = childrenOf(own)
  const runs = all(paragraph, 'r').map((run) => child(run, 'rPr'))
  const style = make(styles, 'style', { type: 'paragraph', customStyle: '1', styleId: `Mau${name}` }, [
    make(styles, 'name', { val: `Mẫu: ${fieldOf(name).title}` }),
    make(styles, 'qFormat'),
    make(styles, 'pPr', {}, taken),
    make(styles, 'rPr', {}, runs[0] ? childrenOf(runs[0]) : []),
  ])
  for (const run of runs) run?.parentNode?.removeChild(run)
  own.appendChild(make(own, 'pStyle', { val: `Mau${name}` }))
  styles.appendChild(style)
}
