// Whether a name can stand on a certificate, asked when it is typed and again when it is printed: letters the paper can draw, on one line or two, no word broken.
import { breakLines } from '../documents/typeface/lines.ts'
import { lackingIn, widthOf } from '../documents/typeface/measure.ts'
import { problem, type Problem } from '../shared/result.ts'

const sizes = { largest: 36, smallest: 20, smallestOnOne: 26 }
/** Points across: A4 turned, thirty millimetres free on both sides. */
export const nameRoom = ((297 - 2 * 30) * 72) / 25.4
/** As the certificate sets them. */
const faces = { name: 'bold', post: 'italic', unit: 'italic' } as const

export interface Fitted {
  size: number
  width: number
  lines: number
}

/** The largest size at which it stands on one line, else on two even ones; null: it cannot be printed whole. */
export function fittedName(name: string): Fitted | null {
  if (name === '' || lackingIn(name, 'bold').length > 0) return null
  const linesAt = (size: number, width: number) =>
    breakLines([{ text: name.normalize('NFC'), face: 'bold' }], {
      width,
      measure: (text, face) => widthOf(text, face, size),
    }).length
  for (let size = sizes.largest; size >= sizes.smallestOnOne; size -= 2)
    if (linesAt(size, nameRoom) === 1) return { size, width: nameRoom, lines: 1 }
  const longest = (size: number) => Math.max(...name.split(' ').map((word) => widthOf(word, 'bold', size)))
  for (let size = sizes.smallestOnOne; size >= sizes.smallest; size -= 2) {
    if (longest(size) > nameRoom || linesAt(size, nameRoom) > 2) continue
    let width = nameRoom
    while (width - 10 >= longest(size) && linesAt(size, width - 10) <= 2) width -= 10
    return { size, width, lines: 2 }
  }
  return null
}

/** What cannot be printed of whoever is to be honoured, each at its field; a field left empty is not asked here. */
export function unprintable(told: { name: string; post: string; unit: string }): Problem[] {
  const faults: Problem[] = []
  for (const field of ['name', 'post', 'unit'] as const) {
    const strange = lackingIn(told[field], faces[field]).slice(0, 5).join(' ')
    if (strange) faults.push(problem(field, 'unprintable', ...cannotDraw(strange)))
    else if (field === 'name' && told.name !== '' && fittedName(told.name) === null)
      faults.push(problem(field, 'too-wide', ...tooWide))
  }
  return faults
}

const cannotDraw = (letters: string) =>
  [
    `Giấy chứng nhận không in được: ${letters}. Hãy gõ lại bằng chữ Việt.`,
    `A certificate cannot be printed with: ${letters}. Type it in Latin letters.`,
  ] as const
const tooWide = [
  'Tên này không nằm vừa hai dòng trên giấy chứng nhận. Hãy gọi ngắn hơn; phần còn lại ghi ở đơn vị.',
  'This name does not fit on two lines of a certificate. Make it shorter; the rest may stand as the unit.',
] as const
