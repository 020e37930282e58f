// What a form may not hold: links out, things that run or change when opened, pictures, changes not accepted. All at once.
import type { Problem } from '../../shared/result.ts'
import { all, type Element } from '../docx/xml.ts'
import { fault, type Package } from './package.ts'

/** Fields that only count pages. */
const harmless = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)\b/

export function foreignIn({ zip, part }: Package): Problem[] {
  const names = [...zip.keys()]
  const links = names.filter((name) => name.endsWith('.rels')).flatMap((name) => linksOf(part(name)))
  // Whatever they are called: a header is what the text refers to as one.
  const roots = names.filter((name) => /^word\/[^/]+\.xml$/.test(name)).flatMap((name) => part(name) ?? [])
  const has = (...elements: string[]) =>
    elements.some((name) => roots.some((root) => root.getElementsByTagName(name).length > 0))
  const outside = links.filter(({ outside }) => outside).map(({ target }) => target)
  const codes = roots.flatMap(codesOf).filter((code) => !harmless.test(code))
  const sections = all(part('word/document.xml')!, 'sectPr').length
  return [
    ...(outside.length > 0 ? [linksOut(outside)] : []),
    ...(links.some(({ type }) => /(oleObject|package|aFChunk|control|attachedTemplate|subDocument)$/.test(type)) ||
    has('w:altChunk', 'w:object')
      ? [embedded]
      : []),
    ...(codes.length > 0 ? [fieldCodes(codes)] : []),
    ...(names.some((name) => /^word\/media\//.test(name)) ||
    has('w:drawing', 'w:pict', 'mc:AlternateContent', 'w:txbxContent')
      ? [pictures]
      : []),
    ...(has('w:ins', 'w:del', 'w:moveFrom', 'w:moveTo') ? [tracked] : []),
    ...(has('w:commentReference', 'w:footnoteReference', 'w:endnoteReference') ? [notes] : []),
    ...(sections > 1 ? [severalSections] : []),
  ]
}

function linksOf(rels: Element | null) {
  const found = rels ? (Array.from(rels.getElementsByTagName('Relationship')) as Element[]) : []
  return found.map((one) => ({
    type: one.getAttribute('Type') ?? '',
    target: one.getAttribute('Target') ?? '',
    outside: one.getAttribute('TargetMode') === 'External' || /^[a-z]+:\/\//i.test(one.getAttribute('Target') ?? ''),
  }))
}

/** The code of a field may be spread over several runs. */
function codesOf(root: Element): string[] {
  const simple = all(root, 'fldSimple').map((one) => one.getAttribute('w:instr') ?? '')
  const spread = all(root, 'p').map((p) =>
    all(p, 'instrText')
      .map((one) => one.textContent ?? '')
      .join(''),
  )
  return [...simple, ...spread.filter((code) => code.trim() !== '')]
}

const listed = (some: readonly string[]) =>
  some
    .slice(0, 3)
    .map((one) => `“${one.trim().slice(0, 60)}”`)
    .join(', ')

const linksOut = (targets: readonly string[]) =>
  fault(
    'links-out',
    `Tệp có liên kết ra ngoài: ${listed(targets)}. Bỏ liên kết (bấm phải, chọn Bỏ siêu liên kết), giữ lại chữ, rồi tải lên.`,
    `The file links to the outside: ${listed(targets)}. Remove the links and keep the words.`,
  )
const fieldCodes = (codes: readonly string[]) =>
  fault(
    'field-codes',
    `Tệp có trường tự chạy: ${listed(codes)}. Chỉ giữ trường số trang; trường khác đổi thành chữ (Ctrl+Shift+F9) rồi tải lên.`,
    `The file holds field codes: ${listed(codes)}. Only page numbers may stay; turn the others into words.`,
  )
const embedded = fault(
  'embedded',
  'Tệp có đối tượng nhúng hoặc gắn mẫu ngoài. Xoá đối tượng, bỏ mẫu gắn kèm rồi tải lên.',
  'The file holds embedded objects or an attached template. Remove them.',
)
const pictures = fault(
  'pictures',
  'Tệp có ảnh, hình vẽ hoặc hộp chữ. Mẫu chỉ nhận chữ, bảng và đường viền: xoá hình; đường kẻ dưới chữ thì dùng viền đoạn văn.',
  'The file holds pictures, shapes or text boxes. Remove them; for a rule below words use a paragraph border.',
)
const tracked = fault(
  'tracked-changes',
  'Tệp còn thay đổi đang theo dõi (Track Changes). Chọn Chấp nhận tất cả, tắt theo dõi rồi tải lên.',
  'The file holds tracked changes. Accept them all and send it again.',
)
const notes = fault(
  'notes',
  'Tệp có nhận xét hoặc chú thích cuối trang. Xoá chúng rồi tải lên.',
  'The file holds comments or footnotes. Remove them.',
)
const severalSections = fault(
  'several-sections',
  'Tệp chia nhiều phần (section). Mẫu chỉ có một phần; phụ lục nằm ngang do nền tảng thêm. Xoá ngắt phần rồi tải lên.',
  'The file has several sections. A form has one; the platform adds annexes itself.',
)
