// What the tables of the annex share: a column, and a figure with its fraction in one cell.
import { text, type Column, type Run } from './document.ts'
import { isEstimated, type Figure, type FigureBook } from './figure.ts'

export function column(label: string, width: number, align: Column['align'] = 'left'): Column {
  return { label: [text(label, 'bold')], width, align }
}

/** “ước ” before a figure in which an estimate stands. */
export function about(figure: Figure): Run[] {
  return isEstimated(figure) ? [text('ước ')] : []
}

/** “84,9 % (4.120/5.150)”; `none` says why there is nothing. */
export function valueWithFraction(book: FigureBook, figure: Figure, none: string): Run[] {
  if (figure.value === null) return [text(none)]
  return figure.unit === '%'
    ? [...about(figure), book.show(figure), text(' ('), book.show(figure, 'fraction'), text(')')]
    : [...about(figure), book.show(figure)]
}
