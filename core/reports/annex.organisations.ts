// Annex: every target by organisation, and the picture of all targets against what was asked.
import type { PartRow, TargetRow } from '../programmes/boards/board.ts'
import { cellsOfPart, inTerm } from '../programmes/targets/scope.ts'
import { about, column, valueWithFraction } from './annex.parts.ts'
import { named, quotation, structure, text, type Bar, type Block, type Run } from './document.ts'
import type { Telling } from './sentences.target.ts'
import { runsOfTyped } from './typed.ts'
import { levelText, lowerFirst } from './words.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Which organisations a target is counted by; none: it is not counted by organisation. */
function organisationsIn({ figures }: Telling, row: TargetRow): Set<string> {
  const { terms } = row.target.indicator
  const cells = cellsOfPart(figures.gathered.cells, row.target, 'everyone')
  const counted = cells.filter((cell) => terms.some((term) => term.role === 'numerator' && inTerm(cell, term)))
  return new Set(counted.flatMap((cell) => cell.organisation ?? []))
}

export function tableOfOrganisations(telling: Telling, rows: readonly TargetRow[]): Table | null {
  const { figures, book } = telling
  const columns = rows
    .map((row) => ({ row, organisations: organisationsIn(telling, row) }))
    .filter(({ organisations }) => organisations.size > 1)
  if (columns.length === 0) return null
  const shown = [...figures.gathered.organisations].filter(([key]) => columns.some((one) => one.organisations.has(key)))
  return {
    kind: 'table',
    title: [text('Kết quả theo tổ chức')],
    columns: [
      column('STT', 7, 'centre'),
      column('Tổ chức', 25),
      ...columns.map(({ row }) => ({
        ...column('', 17, 'right'),
        label: [structure('enumeration', `Chỉ tiêu ${row.target.no}`)],
      })),
    ],
    rows: shown.map(([organisation, name], at) => ({
      cells: [
        [structure('enumeration', String(at + 1))],
        [named(name)],
        ...columns.map(({ row, organisations }): Run[] => {
          if (!organisations.has(organisation)) return []
          const figure = figures.now({ target: row.target, part: 'everyone', organisation })
          return valueWithFraction(book, figure, 'chưa báo cáo')
        }),
      ],
    })),
    notes: [
      [text('Mỗi tổ chức trên người trong diện của chính tổ chức đó; ô trống: chỉ tiêu không áp dụng cho tổ chức.')],
    ],
  }
}

/** One bar a share: the target, and what stands apart from it. */
export function chartOfTargets(telling: Telling, rows: readonly TargetRow[]): Block | null {
  const bars = rows
    .filter((row) => row.target.indicator.unit === '%')
    .flatMap((row) => {
      const no = structure('enumeration', `Chỉ tiêu ${row.target.no}`)
      const exceptions = row.target.exceptions.map((exception, at) => {
        const label = [no, text(', '), ...runsOfTyped(lowerFirst(exception.name), telling.source)]
        return bar(telling, { row, own: row.exceptions[at]!, part: exception.no, label })
      })
      return [bar(telling, { row, own: row, part: 'main', label: [no] }), ...exceptions]
    })
  return bars.length > 0 ? { kind: 'chart', title: [text('Kết quả so với mức giao')], bars } : null
}

function bar(
  { figures, book, source }: Telling,
  of: { row: TargetRow; own: PartRow; part: 'main' | number; label: Run[] },
): Bar {
  const { row, own, part, label } = of
  const figure = figures.now({ target: row.target, part })
  const provisional = own.estimated > 0 || (own.verdict === 'reached' && !own.complete)
  const state = figure.value === null ? 'noData' : provisional ? 'provisional' : own.verdict
  return {
    label,
    value: figure.value === null ? null : Number(figure.value),
    threshold: Number(own.threshold),
    thresholdLabel: [quotation(levelText(own, '%'), source)],
    figure: figure.value === null ? [text('chưa có số liệu')] : [...about(figure), book.show(figure)],
    state,
  }
}
