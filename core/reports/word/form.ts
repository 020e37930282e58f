// A form as it is kept and as it comes back from Word: opened anew each time, so that it can be filled in place.
import { invalid, ok, type Result } from '../../shared/result.ts'
import { all, child, isOn, value, type Element } from '../docx/xml.ts'
import { controlsOf, dropBookmarks, type Control } from './controls.ts'
import { foreignIn } from './foreign.ts'
import { fault, openPackage, type Package } from './package.ts'

export interface Form {
  package: Package
  document: Element
  styles: Element
  controls: Control[]
  section: Element
  /** Headers and footers in use, as “header default”. */
  margins: Map<string, Element>
}

export function openForm(bytes: Buffer): Result<Form> {
  const opened = openPackage(bytes)
  if ('code' in opened) return invalid([opened], opened.code)
  const document = opened.part('word/document.xml')!
  const { controls, problems } = controlsOf(document)
  const section = all(document, 'sectPr').at(-1) ?? null
  const margins = section ? marginsOf(opened, section) : new Map<string, Element>()
  const faults = [
    ...foreignIn(opened),
    ...problems,
    ...(section ? [] : [fault('no-section', ...noSection)]),
    ...([...margins.values()].some((one) => all(one, 'sdt').length > 0) ? [fault('wrong-place', ...inHeader)] : []),
  ]
  if (!section || faults.length > 0) return invalid(faults)
  dropBookmarks(document)
  return ok({ package: opened, document, styles: opened.part('word/styles.xml')!, controls, section, margins })
}

/** Those for the first page count only where the first page is told apart. */
function marginsOf(opened: Package, section: Element): Map<string, Element> {
  const links = opened.part('word/_rels/document.xml.rels')
  const targets = new Map(
    (links ? (Array.from(links.getElementsByTagName('Relationship')) as Element[]) : []).map((one) => [
      one.getAttribute('Id'),
      one.getAttribute('Target') ?? '',
    ]),
  )
  const first = isOn(child(section, 'titlePg')) ?? false
  const found = new Map<string, Element>()
  for (const kind of ['header', 'footer'])
    for (const reference of all(section, `${kind}Reference`)) {
      const type = value(reference, 'type') ?? 'default'
      const root = opened.part(`word/${(targets.get(reference.getAttribute('r:id')) ?? '').replace(/^\/word\//, '')}`)
      if (root && (type === 'default' || (type === 'first' && first))) found.set(`${kind} ${type}`, root)
    }
  return found
}

const noSection = [
  'Tệp không có thông tin khổ giấy. Hãy tải lại mẫu từ nền tảng và sửa trên bản đó.',
  'The file says nothing of its paper. Take the form from here again.',
] as const
const inHeader = [
  'Có ô nằm ở đầu trang hoặc chân trang, nơi in lại ở mọi trang. Đưa ô về thân văn bản.',
  'A field stands in a header or footer, which every page repeats. Move it into the text.',
] as const
