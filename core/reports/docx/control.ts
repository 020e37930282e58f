// Content controls of Word around figures, quotations and structure: the library has none, so they are built here.
import { XmlAttributeComponent, XmlComponent } from 'docx'
import type { FigurePart, Run } from '../document.ts'

/** What Word shows as the title of the control; a check reads the part of the figure from it. */
export const titleOfPart: Record<FigurePart, string> = {
  value: 'Số liệu',
  fraction: 'Phân số',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  missing: 'Số còn thiếu',
  change: 'Tăng, giảm',
  places: 'Số địa bàn',
}

class Value extends XmlAttributeComponent<{ val: string }> {
  protected override readonly xmlKeys = { val: 'w:val' }
}

class Property extends XmlComponent {
  constructor(name: string, val: string) {
    super(`w:${name}`)
    this.root.push(new Value({ val }))
  }
}

class Group extends XmlComponent {
  constructor(name: string, children: readonly XmlComponent[]) {
    super(`w:${name}`)
    this.root.push(...children)
  }
}

export class ContentControl extends XmlComponent {
  constructor(of: { tag: string; title: string; id: number }, runs: readonly XmlComponent[]) {
    super('w:sdt')
    const properties = [new Property('alias', of.title), new Property('tag', of.tag), new Property('id', String(of.id))]
    this.root.push(new Group('sdtPr', properties), new Group('sdtContent', runs))
  }
}

/** Word cuts tags at 64 characters; figure names are shorter. */
export function tagOf(run: Exclude<Run, { kind: 'text' }>): { tag: string; title: string } {
  switch (run.kind) {
    case 'figure':
      return { tag: `figure:${run.id}`, title: titleOfPart[run.part] }
    case 'quotation':
      return { tag: `quotation:${run.id}`, title: run.source.slice(0, 64) }
    case 'structure':
      return { tag: `structure:${run.what}`, title: 'Cấu trúc' }
  }
}
