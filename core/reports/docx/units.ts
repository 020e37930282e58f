// Lengths as Word counts them, and how wide words are set in bold, for a line as long as the text above it.

/** Twentieths of a point. */
export function mm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

export function pt(points: number): number {
  return Math.round(points * 20)
}

/** Font sizes are half-points. */
export function half(points: number): number {
  return Math.round(points * 2)
}

/** Advance widths of Times bold in thousandths of the size, as its metrics file gives them. */
const capitals =
  '722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667'.split(' ')
const smalls =
  '500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444'.split(' ')

/** Width in mm of words set in bold. */
export function boldWidth(words: string, points: number): number {
  let thousandths = 0
  for (const letter of words.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')) {
    const plain = letter === 'Đ' ? 'D' : letter === 'đ' ? 'd' : letter
    const [capital, small] = [plain.charCodeAt(0) - 65, plain.charCodeAt(0) - 97]
    thousandths += Number(capitals[capital] ?? smalls[small] ?? (plain === ' ' ? 250 : 333))
  }
  return (thousandths / 1000) * points * (25.4 / 72)
}
