// The decision with its annex, as a document: for signing, or as it was signed. Pure.
import type { Family } from '../../documents/layout.ts'
import type { Honoured } from '../../commendations/commendation.read.ts'
import { shownDay, type Day } from '../../shared/day.ts'
import { named, structure, text, type Block, type Column, type ReportDocument } from '../document.ts'

export interface DecisionFacts {
  family: Family
  issuer: string
  upper: string | null
  place: string
  /** null: not signed yet. */
  number: string | null
  on: Day | null
  signature: { lines: string[]; name: string }
  form: string
  /** The document that says who may award it; empty: none was read. */
  basis: string
  /** Whose proposal it follows. */
  desk: string
  occasion: string
  honoured: readonly Honoured[]
  illustrative: boolean
}

/** In a draft only: who signs fills it in. */
const unread = '… (ghi văn bản quy định thẩm quyền khen)'

const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [named(words)] })

export function decisionDocument(facts: DecisionFacts): ReportDocument {
  const { family, issuer, upper, place, number, on, form, occasion, honoured, signature, illustrative } = facts
  const { basis, desk } = facts
  const of = (kind: Honoured['kind']) => honoured.filter((one) => one.kind === kind)
  const counted = [
    [of('collective').length, 'tập thể'],
    [of('person').length, 'cá nhân'],
  ] as const
  const whom = counted.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')
  return {
    ...{ family, kind: 'QUYẾT ĐỊNH', head: { upper, issuer, number, place, date: on } },
    title: [named(`Về việc tặng ${lowerFirst(form)}`)],
    sections: [
      {
        key: null,
        blocks: [
          ...(basis || number === null ? [paragraph(`Căn cứ ${basis || unread};`)] : []),
          paragraph(`Xét thành tích và đề nghị của ${desk}, nhân dịp ${lowerFirst(occasion)},`),
          paragraph(`Điều 1. Tặng ${lowerFirst(form)} cho ${whom} (có danh sách kèm theo).`),
          paragraph('Điều 2. Các cơ quan liên quan và tập thể, cá nhân có tên ở Điều 1 thi hành quyết định này.'),
        ],
      },
    ],
    signature,
    recipients: { lines: ['Như Điều 2'], office: issuer },
    annexes: [
      {
        title: [text('DANH SÁCH ĐƯỢC KHEN')],
        belongs: [
          named(
            number && on ? `(kèm theo Quyết định số ${number} ngày ${shownDay(on)})` : '(kèm theo dự thảo Quyết định)',
          ),
        ],
        wide: true,
        blocks: [tableOf(honoured)],
      },
    ],
    illustrative,
    draft: number === null,
  }
}

const column = (label: string, width: number, align: Column['align'] = 'left'): Column => ({
  ...{ label: [text(label)], width, align },
})

function tableOf(honoured: readonly Honoured[]): Block {
  const cell = (words: string) => [structure('name', words)]
  return {
    kind: 'table',
    title: [],
    columns: [
      ...[column('TT', 6, 'centre'), column('Tập thể, cá nhân', 28), column('Chức danh, đơn vị', 26)],
      ...[column('Thành tích', 32), column('Số vào sổ', 12, 'centre')],
    ],
    rows: honoured.map((one, i) => {
      const { name, post, unit } = one.signed ?? one
      const under = [post, unit].filter(Boolean).join(', ')
      const whom = one.signed ? `${name} (${correctedOf(one, one.signed)})` : name
      return { cells: [String(i + 1), whom, under, one.merits.join('; '), one.book ?? ''].map(cell) }
    }),
    notes: [],
  }
}

/** A signed list is shown as it was signed, with what a later document made of it. */
function correctedOf({ name, post, unit }: Honoured, { document, on }: NonNullable<Honoured['signed']>): string {
  return `đính chính theo ${document} ngày ${shownDay(on)}: ${[name, post, unit].filter(Boolean).join(', ')}`
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
