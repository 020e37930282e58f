// A table as a file: one line a figure or part, so that other programs need not know how it is drawn.
import writeXlsxFile from 'write-excel-file/node'
import { csvText } from '../../shared/csv.ts'
import { figureKeys, figuresIn, groups, type FigureKey } from './figures.ts'
import { dayNames, dimensionNames, figureNames, groupNames } from './names.ts'
import { periodName, type Period } from './period.ts'
import type { ToldTable } from './table.ts'
import { wordOfPart } from './words.ts'

export interface TableFile {
  told: ToldTable
  name: string
  period: Period
  least: number
  illustrative: boolean
}

interface Line {
  group: string
  key: string
  name: string
  value: number | null
  secret: number | null | ''
  meaning: string
}

/** An empty value with the mark says that it is withheld: nought and nothing are not the same. */
const mark = (least: number) => `ít hơn ${least}`

function linesOf({ told }: TableFile): Line[] {
  const figure = (key: FigureKey, group: string): Line => ({
    ...{ group, key, name: figureNames[key][0], meaning: figureNames[key][1] },
    ...{ value: told.open[key], secret: told.secret[key] },
  })
  const figures = groups.flatMap((group) => figuresIn(group).map((key) => figure(key, groupNames[group])))
  const days = (['meanDays', 'medianDays'] as const).map((key): Line => ({
    ...{ group: groupNames.results, key, name: dayNames[key][0], meaning: dayNames[key][1] },
    ...{ value: told[key], secret: '' as const },
  }))
  const parts = told.parts.map(({ dimension, value, name, count }): Line => ({
    ...{ group: dimensionNames[dimension], key: `${dimension}.${value}`, name: name ?? wordOfPart(dimension, value) },
    ...{ value: count, secret: '' as const, meaning: '' },
  }))
  const desks = told.desks.flatMap(({ name, id, told: own }) =>
    figureKeys.map((key): Line => ({
      ...{ group: name, key: `${id}.${key}`, name: figureNames[key][0], meaning: '' },
      ...{ value: own[key], secret: '' as const },
    })),
  )
  return [...figures, ...days, ...parts, ...desks]
}

const heads = ['Nhóm', 'Mã', 'Số liệu', 'Không kể tố cáo', 'Tố cáo', 'Đếm gì']
const illustrativeMark = 'SỐ LIỆU MINH HOẠ'

function cellsOf(line: Line, least: number): (string | number)[] {
  const cell = (value: number | null | '') =>
    value === null && !line.key.endsWith('Days') ? mark(least) : (value ?? '')
  return [line.group, line.key, line.name, cell(line.value), cell(line.secret), line.meaning]
}

export function tableCsv(file: TableFile): Buffer {
  const more = [file.name, periodName(file.period), ...(file.illustrative ? [illustrativeMark] : [])]
  const all = [
    [...heads, 'Nơi', 'Kỳ', ...(file.illustrative ? ['Ghi chú'] : [])],
    ...linesOf(file).map((line) => [...cellsOf(line, file.least), ...more]),
  ]
  return Buffer.from(csvText(all))
}

export function tableJson({ told, name, period, least, illustrative }: TableFile): Buffer {
  const whole = { name, period: period.key, from: period.from, to: period.to, leastCell: least, illustrative, ...told }
  return Buffer.from(`${JSON.stringify(whole, null, 2)}\n`)
}

export async function tableWorkbook(file: TableFile): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })
  const cell = (value: string | number) =>
    typeof value === 'number' ? { value, type: Number } : value === '' ? null : { value, type: String, wrap: true }
  const data = [
    ...(file.illustrative ? [[bold(illustrativeMark)]] : []),
    [bold(`${file.name}, ${periodName(file.period)}`)],
    heads.map(bold),
    ...linesOf(file).map((line) => cellsOf(line, file.least).map(cell)),
  ]
  const columns = [34, 22, 44, 16, 12, 80].map((width) => ({ width }))
  return writeXlsxFile([{ data, sheet: 'Bảng số liệu', columns }]).toBuffer()
}
