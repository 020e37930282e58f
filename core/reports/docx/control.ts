// Content controls of Word around figures, quotations and structure.
import type { FigurePart, Run } from '../document.ts'
import { val, w, type Xml } from './markup.ts'

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

export function contentControl({ tag, title, id }: { tag: string; title: string; id: number }, runs: readonly Xml[]) {
  const about = [...val('alias', title), ...val('tag', tag), ...val('id', id)]
  return w('sdt', {}, [w('sdtPr', {}, about), w('sdtContent', {}, runs)])
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
