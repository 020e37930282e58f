// Which cell styles show dates: by the number formats built into Excel and those a file brings along. Pure.
import { attribute, elementsOf, tagsOf } from './xml.ts'

const builtInDates = new Set([14, 15, 16, 17, 22, ...span(27, 36), ...span(50, 58)])

/** Of each cell style, in order: whether its numbers are shown as days. */
export function datesOf(styles: string): boolean[] {
  const own = new Map(
    tagsOf(styles, 'numFmt').map((tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '']),
  )
  const cellStyles = elementsOf(styles, 'cellXfs').next().value?.content ?? ''
  return tagsOf(cellStyles, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    const code = own.get(id)
    return code === undefined ? builtInDates.has(id) : showsDate(code)
  })
}

/** A format with a day or a year outside of quotes, brackets and escapes. */
export function showsDate(code: string): boolean {
  const plain = code.split(';')[0]!.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  return /[dy]/i.test(plain) && !/general|[#0?]/i.test(plain)
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}
