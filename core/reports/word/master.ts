// A form to take into Word: the paper as the layout sets it, a content control around every field, a named style for each.
import type { Family, Layout } from '../../documents/layout.ts'
import { text, type ReportDocument } from '../document.ts'
import { contentControl } from '../docx/control.ts'
import { rootOf, wordFile } from '../docx/file.ts'
import { headOf, tailOf, titleOf } from '../docx/head.ts'
import { w, type Xml } from '../docx/markup.ts'
import { marginsOf, sectionOf } from '../docx/paper.ts'
import { Pen } from '../docx/runs.ts'
import { settings, stylesOf } from '../docx/styles.ts'
import { half, mm, pt } from '../docx/units.ts'
import { all, ancestor, child, childrenOf, make, parseXml, value, xmlText, type Element } from '../docx/xml.ts'
import { bookmarkOf, fieldOf, isField, namedByTag, tagOfField, type FieldName } from './fields.ts'

class FormPen extends Pen {
  #fields = 0

  override field(name: FieldName, children: readonly Xml[]): readonly Xml[] {
    const id = ++this.#fields
    const control = contentControl({ tag: tagOfField(name), title: fieldOf(name).title, id: 1000 + id }, children)
    return [w('bookmarkStart', { id, name: bookmarkOf(name) }), control, w('bookmarkEnd', { id })]
  }
}

export function formFile(family: Family, layout: Layout): Buffer {
  const pen = new FormPen(layout)
  const form = emptyForm(family, layout)
  const body = pen.justified(pen.field('body', pen.words(words.body, 'name', { size: half(layout.bodySize) })))
  const children = [
    ...[headOf(pen, form), ...titleOf(pen, form), headingOf(pen), body, pen.line([]), tailOf(pen, form)],
    sectionOf(layout, { wide: false, first: true }),
  ]
  const document = parseXml(rootOf('document', [w('body', {}, children)]))!
  const styles = stylesOf(layout)
  const named = parseXml(styles.xml)!
  nameStyles(document, named)
  const parts = [{ ...styles, xml: xmlText(named) }, settings, ...marginsOf(form, layout)]
  return wordFile(xmlText(document), parts, { title: 'Mẫu trình bày', about: {} })
}

const words = {
  body: 'Nền tảng đặt nội dung, số liệu và phụ lục của báo cáo vào đây. Đổi kiểu chữ, thụt dòng, cách dòng của đoạn này là đổi cho toàn bộ lời văn.',
  heading: 'Đề mục (dòng này để xem và đổi kiểu chữ, không in ra)',
}

function headingOf(pen: FormPen): Xml {
  const { headingSize, firstLine, paragraphAfter } = pen.layout
  const letters = { bold: true, size: half(headingSize) }
  const spacing = { before: pt(3), after: pt(paragraphAfter) }
  return pen.line(pen.field('heading', pen.words(words.heading, 'heading', letters)), {
    ...{ keepNext: true, outlineLevel: 1, indent: { firstLine: mm(firstLine) }, spacing },
  })
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

/** What stands on a field’s paragraph goes into a style of its name: changed there, it is changed for good. */
function nameStyles(document: Element, styles: Element): void {
  for (const control of all(document, 'sdt')) {
    const name = namedByTag(value(child(child(control, 'sdtPr'), 'tag')) ?? '') ?? ''
    const paragraph = ancestor(control, 'p')
    if (paragraph && isField(name)) nameStyle(paragraph, { styles, name })
  }
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
