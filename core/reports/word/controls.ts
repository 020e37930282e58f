// The content controls of a form: which field each is, and everything that is wrong with where they stand.
import type { Problem } from '../../shared/result.ts'
import { all, ancestor, child, childrenOf, remove, value, wordsOf, type Element } from '../docx/xml.ts'
import { fieldNames, fieldOf, isField, namedByBookmark, namedByTag, type FieldName } from './fields.ts'
import { fault } from './package.ts'

export interface Control {
  name: FieldName
  control: Element
  paragraph: Element
}

export interface Controls {
  controls: Control[]
  problems: Problem[]
}

export function controlsOf(document: Element): Controls {
  const problems: Problem[] = []
  const controls: Control[] = []
  const misplaced = new Set<FieldName>()
  const unknown: string[] = []
  for (const control of all(document, 'sdt').filter((one) => !isEmpty(one))) {
    const name = nameOf(control)
    const paragraph = name !== null && isField(name) ? standsIn(control) : null
    if (name === null || !isField(name)) unknown.push(wordsOf(control).trim() || name || '…')
    else if (paragraph) controls.push({ name, control, paragraph })
    else misplaced.add(name)
  }
  if (unknown.length > 0) problems.push(unknownControls(unknown))
  problems.push(...[...misplaced].map(wrongPlace), ...controls.flatMap(placedWrong))
  for (const name of fieldNames) {
    const times = controls.filter((one) => one.name === name).length
    if (times > 1) problems.push(doubled(name, times))
    if (times === 0 && fieldOf(name).required && !misplaced.has(name)) problems.push(missing(name))
  }
  return { controls, problems: [...problems, ...figuresInWords(document)] }
}

function nameOf(control: Element): string | null {
  const tag = value(child(child(control, 'sdtPr'), 'tag'))
  if (tag) return namedByTag(tag)
  const within = all(control, 'bookmarkStart')
  const before: Element[] = []
  for (let node = control.previousSibling; node?.nodeName.startsWith('w:bookmark'); node = node.previousSibling)
    before.push(node as Element)
  const named = [...within, ...before].map((one) => namedByBookmark(value(one, 'name') ?? ''))
  return named.find((name) => name !== null) ?? null
}

/** What is left of a control whose words were deleted. */
function isEmpty(control: Element): boolean {
  return wordsOf(control) === '' && value(child(child(control, 'sdtPr'), 'tag')) === null
}

/** The paragraph it is part of. Around one whole paragraph it is moved inside; otherwise null. */
function standsIn(control: Element): Element | null {
  const paragraph = ancestor(control, 'p')
  if (paragraph) return ancestor(control, 'sdtContent') ? null : paragraph
  const content = child(control, 'sdtContent')
  const inside = content ? childrenOf(content).filter((one) => !one.nodeName.startsWith('w:bookmark')) : []
  const [only] = inside
  if (inside.length !== 1 || only?.nodeName !== 'w:p' || ancestor(control, 'sdtContent')) return null
  for (const one of childrenOf(only)) if (one.nodeName !== 'w:pPr') content!.appendChild(one)
  content!.parentNode!.parentNode!.insertBefore(only, control)
  only.appendChild(control)
  return only
}

function placedWrong({ name, paragraph, control }: Control): Problem[] {
  if (name !== 'body') return []
  if (ancestor(paragraph, 'tc')) return [fault('body-in-table', ...bodyInTable)]
  const words = (one: Element) => wordsOf(one).replaceAll(/\s/g, '')
  return words(paragraph) === words(control) ? [] : [fault('body-not-alone', ...bodyNotAlone)]
}

/** A number with a percent sign among the fixed words would look like a figure that nothing stands behind. */
function figuresInWords(document: Element): Problem[] {
  const found = all(document, 'p')
    .map(fixedWords)
    .find((words) => /\p{Nd}\s*(%|phần trăm)/iu.test(words))
  return found === undefined ? [] : [figureInWords(found)]
}

/** The words of a paragraph that stay as they are in the form. */
export function fixedWords(paragraph: Element): string {
  const kept = all(paragraph, 't').filter((text) => {
    const control = ancestor(text, 'sdt')
    const name = control && nameOf(control)
    return !control || (name !== null && isField(name) && fieldOf(name).kept)
  })
  return kept.map((text) => text.textContent ?? '').join('')
}

export function dropBookmarks(document: Element): void {
  for (const name of ['bookmarkStart', 'bookmarkEnd', 'proofErr']) for (const one of all(document, name)) remove(one)
}

const quoted = (name: FieldName) => `“${fieldOf(name).title}”`

const missing = (name: FieldName) =>
  fault(
    'field-missing',
    `Thiếu ô ${quoted(name)}. Chép lại ô này từ mẫu tải về, đặt vào chỗ của nó.`,
    `The field ${quoted(name)} is missing. Copy it again from the form as it was downloaded.`,
  )
const doubled = (name: FieldName, times: number) =>
  fault(
    'field-doubled',
    `Ô ${quoted(name)} có ${times} lần. Giữ một ô, xoá các ô thừa.`,
    `The field ${quoted(name)} stands ${times} times. Keep one.`,
  )
const wrongPlace = (name: FieldName) =>
  fault(
    'wrong-place',
    `Ô ${quoted(name)} nằm sai chỗ: lồng trong ô khác, hoặc ôm cả bảng, cả nhiều đoạn. Đặt ô trong một đoạn văn.`,
    `The field ${quoted(name)} stands inside another one, or around a table or several paragraphs.`,
  )
const unknownControls = (words: readonly string[]) =>
  fault(
    'field-unknown',
    `Có ô không rõ là ô nào: ${words
      .slice(0, 5)
      .map((one) => `“${one.slice(0, 60)}”`)
      .join(', ')}. Xoá ô đó, hoặc chép lại đúng ô từ mẫu tải về.`,
    `Unknown fields: ${words
      .slice(0, 5)
      .map((one) => `“${one.slice(0, 60)}”`)
      .join(', ')}. Remove them.`,
  )
const figureInWords = (words: string) =>
  fault(
    'figure-in-words',
    `Chữ cố định có tỷ lệ phần trăm: “${words.trim().slice(0, 100)}”. Số liệu do nền tảng đặt trong phần nội dung; xoá số này khỏi mẫu.`,
    `Fixed words hold a percentage: “${words.trim().slice(0, 100)}”. Figures are set by the platform; remove it.`,
  )
const bodyInTable = [
  'Ô “Nội dung” nằm trong bảng. Đặt ô này ở một đoạn riêng, ngoài bảng.',
  'The field “Nội dung” stands in a table. Put it into a paragraph of its own outside.',
] as const
const bodyNotAlone = [
  'Đoạn chứa ô “Nội dung” còn chữ khác. Đưa chữ đó sang đoạn trên hoặc đoạn dưới.',
  'The paragraph of the field “Nội dung” holds other words. Move them to a paragraph before or after.',
] as const
