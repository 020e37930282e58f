// Rise or fall against the period before, and whether the two are like for like.
import { named, structure, text, type Run } from './document.ts'
import { bodiesApart, type Figure, type FigureBook } from './figure.ts'
import { changeOf } from './numbers.ts'
import { lowerFirst } from './words.ts'

/** 0: the same, exactly. */
export function directionOf(figure: Figure, before: Figure): -1 | 0 | 1 {
  if (figure.unit !== '%') return Math.sign(figure.numerator - before.numerator) as -1 | 0 | 1
  const change = changeOf(figure, before)
  return change === null ? 0 : change.direction === 'up' ? 1 : -1
}

/** “, tăng 0,4 điểm phần trăm so với năm 2022 (84,5 %)”. */
export function tellChange(
  book: FigureBook,
  { figure, before }: { figure: Figure; before: Figure | null },
  period?: string,
): Run[] {
  if (!before || !period) return []
  const earlier = structure('period', lowerFirst(period))
  const apart = tellApart(figure, before, earlier)
  const direction = directionOf(figure, before)
  if (direction === 0) return [text(', bằng '), earlier, ...(apart.length ? [text(' ('), ...apart, text(')')] : [])]
  return [
    text(direction > 0 ? ', tăng ' : ', giảm '),
    book.show(figure, 'change', before),
    ...(figure.unit === '%' ? [text(' điểm phần trăm')] : []),
    ...[text(' so với '), earlier, text(' ('), book.show(before)],
    ...(apart.length ? [text('; '), ...apart] : []),
    text(')'),
  ]
}

/** More bodies than this are not named. */
const mostNamed = 3

function tellApart(figure: Figure, before: Figure, earlier: Run): Run[] {
  const { onlyNow, onlyBefore } = bodiesApart(figure, before)
  if (onlyNow.length + onlyBefore.length === 0) return []
  const names = (list: string[]): Run[] =>
    list.length > mostNamed
      ? [text('một số đơn vị')]
      : list.flatMap((name, at) => (at === 0 ? [named(name)] : [text(', '), named(name)]))
  const missing = onlyNow.length ? [earlier, text(' chưa có số của '), ...names(onlyNow)] : []
  const gone = onlyBefore.length ? [text('kỳ này không có số của '), ...names(onlyBefore)] : []
  return [...missing, ...(missing.length && gone.length ? [text('; ')] : []), ...gone]
}

export function likeForLike(figure: Figure, before: Figure): boolean {
  const { onlyNow, onlyBefore } = bodiesApart(figure, before)
  return onlyNow.length + onlyBefore.length === 0
}
