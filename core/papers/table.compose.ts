// The tables of a desk as a document of its body: a table a group, what they break down into, the desks below, the definitions.
import type { Family, Layout } from '../documents/layout.ts'
import {
  figureKeys,
  figuresIn,
  groups,
  rates,
  type Dimension,
  type FigureKey,
  type RateKey,
} from '../cases/tables/figures.ts'
import { dayNames, dimensionNames, figureNames, groupNames, rateNames } from '../cases/tables/names.ts'
import { periodName, type Period } from '../cases/tables/period.ts'
import type { ToldTable } from '../cases/tables/table.ts'
import { wordOfPart } from '../cases/tables/words.ts'
import { percentText } from '../programmes/targets/fraction.ts'
import { shownDay, type Day } from '../shared/day.ts'
import {
  named,
  structure,
  type Block,
  type Column,
  type FigureRun,
  type ReportDocument,
  type Run,
} from '../reports/document.ts'
import { countText, decimalText } from '../reports/numbers.ts'

export interface TableSheet {
  family: Family
  layout: Layout
  issuer: string
  upper: string | null
  place: string
  dated: Day
  office: string
  signature: { lines: string[]; name: string }
  illustrative: boolean
}

export interface TableFacts {
  told: ToldTable
  name: string
  period: Period
  least: number
  /** Of whom the table is fixed: its how-manieth version and day; null: it is not. */
  fixed: { no: number; on: Day } | null
}

export function composeTable(facts: TableFacts, sheet: TableSheet): ReportDocument {
  const { name, period, told } = facts
  return {
    family: sheet.family,
    kind: 'BIỂU SỐ LIỆU',
    head: { upper: sheet.upper, issuer: sheet.issuer, number: null, place: sheet.place, date: sheet.dated },
    title: [named(`kết quả tiếp nhận, giải quyết đơn thư, phản ánh ${periodName(period)}`)],
    sections: [
      { key: null, blocks: [about(facts, name), ...groupTables(facts), ratesOf(facts), ...partTables(facts)] },
    ],
    signature: sheet.signature,
    recipients: { lines: [], office: sheet.office },
    annexes: [...(told.desks.length > 0 ? [desksAnnex(facts)] : []), meanings()],
    illustrative: sheet.illustrative,
    draft: false,
  }
}

function about({ period, fixed, least }: TableFacts, name: string): Block {
  const [from, to] = [period.from, period.to].map(shownDay)
  const state = fixed ? ` Đã chốt lần ${fixed.no}, ngày ${shownDay(fixed.on)}.` : ''
  const words = `${name}. Kỳ từ ngày ${from} đến hết ngày ${to}.${state} Tố cáo để riêng; số nhỏ hơn ${least} không nêu ở những chỗ ghi “ít hơn ${least}”.`
  return { kind: 'paragraph', runs: [named(words)] }
}

const column = (label: string, width: number, align: Column['align'] = 'left'): Column => ({
  label: [named(label)],
  width,
  align,
})

function figure(key: string, value: number | null, least: number): Run[] {
  if (value === null) return [structure('unit', `ít hơn ${least}`)]
  return [{ kind: 'figure', id: `c.${key}`, part: 'value', text: countText(value) } satisfies FigureRun]
}

function groupTables({ told, least }: TableFacts): Block[] {
  return groups.map((group) => ({
    kind: 'table' as const,
    title: [named(groupNames[group])],
    columns: [column('Số liệu', 50), column('Không kể tố cáo', 18, 'right'), column('Tố cáo', 14, 'right')],
    rows: [
      ...figuresIn(group).map((key) => ({
        cells: [
          [named(figureNames[key][0])],
          figure(key, told.open[key], least),
          figure(`s.${key}`, told.secret[key], least),
        ],
        ...(isPart(key) && { sub: true }),
      })),
      ...(group === 'results'
        ? (['meanDays', 'medianDays'] as const).map((key) => ({
            cells: [[named(dayNames[key][0])], daysRun(key, told[key]), []],
          }))
        : []),
    ],
    notes: [],
  }))
}

const isPart = (key: FigureKey) =>
  [
    'solvedOnTime',
    'solvedLate',
    'solvedNoLimit',
    'dueOnTime',
    'dueLate',
    'dueOpen',
    'firstOnTime',
    'secondLevel',
    'manyPeople',
  ].includes(key) || key.startsWith('stars')

function daysRun(key: string, value: number | null): Run[] {
  if (value === null) return [named('không nêu')]
  return [{ kind: 'figure', id: `c.${key}`, part: 'value', text: decimalText(String(value)) }]
}

/** A rate beside its two numbers, or not at all. */
function ratesOf({ told, least }: TableFacts): Block {
  const line = (key: RateKey) => {
    const { of, to } = rates[key]
    const [numerator, denominator] = [told.open[of], told.open[to]]
    const rate =
      numerator === null || denominator === null
        ? [structure('unit', `không nêu: có số ít hơn ${least}`)]
        : denominator === 0
          ? [named('không có số liệu')]
          : [
              {
                kind: 'figure' as const,
                id: `c.${key}`,
                part: 'value' as const,
                text: `${decimalText(percentText({ numerator, denominator })!)} %`,
              },
            ]
    return { cells: [[named(rateNames[key][0])], rate, figure(of, numerator, least), figure(to, denominator, least)] }
  }
  return {
    kind: 'table',
    title: [named('Tỷ lệ')],
    columns: [
      column('Tỷ lệ', 40),
      column('Phần trăm', 16, 'right'),
      column('Tử số', 12, 'right'),
      column('Mẫu số', 12, 'right'),
    ],
    rows: (Object.keys(rates) as RateKey[]).map(line),
    notes: [],
  }
}

function partTables({ told, least }: TableFacts): Block[] {
  return [...Map.groupBy(told.parts, ({ dimension }) => dimension)].map(([dimension, parts]) => ({
    kind: 'table' as const,
    title: [named(dimensionNames[dimension as Dimension])],
    columns: [column('', 50), column('Số hồ sơ', 18, 'right')],
    rows: parts.map(({ value, name, count }) => ({
      cells: [[named(name ?? wordOfPart(dimension, value))], figure(`${dimension}.${value}`, count, least)],
    })),
    notes: [],
  }))
}

const ofDesks: readonly FigureKey[] = [
  ...(['received', 'transferredIn', 'transferredOut', 'notEligible', 'solved', 'solvedLate'] as const),
  ...(['due', 'dueOnTime', 'openInTime', 'openOverdue'] as const),
]

function desksAnnex({ told, least, name }: TableFacts): ReportDocument['annexes'][0] {
  return {
    title: [named('PHỤ LỤC: TỪNG NƠI TIẾP NHẬN')],
    belongs: [named(`(kèm theo biểu số liệu của ${name}; không kể tố cáo)`)],
    wide: true,
    blocks: [
      {
        kind: 'table',
        title: [named('Từng nơi tiếp nhận')],
        columns: [column('Nơi tiếp nhận', 30), ...ofDesks.map((key) => column(figureNames[key][0], 9, 'right'))],
        rows: told.desks.map((desk) => ({
          cells: [[named(desk.name)], ...ofDesks.map((key) => figure(`${desk.id}.${key}`, desk.told[key], least))],
        })),
        notes: [],
      },
    ],
  }
}

function meanings(): ReportDocument['annexes'][0] {
  const all = [...figureKeys.map((key) => figureNames[key]), ...Object.values(dayNames), ...Object.values(rateNames)]
  return {
    title: [named('PHỤ LỤC: MỖI SỐ ĐẾM GÌ')],
    belongs: [named('(nguồn: sổ tiếp nhận và các bước đã ghi của từng hồ sơ)')],
    wide: false,
    blocks: [{ kind: 'list', items: all.map(([name, meaning]) => [named(`${name}: ${meaning}`)]) }],
  }
}
