// Lists that go with a round: the summary of nominees, the money, the order of the ceremony. As documents; pure.
import type { Family } from '../../documents/layout.ts'
import type { Listed, Reward } from '../../commendations/commendation.read.ts'
import type { Day } from '../../shared/day.ts'
import { named, structure, text, type Block, type Column, type ReportDocument } from '../document.ts'

export const listKinds = ['summary', 'money', 'ceremony'] as const
export type ListKind = (typeof listKinds)[number]

export interface ListFacts {
  family: Family
  issuer: string
  upper: string | null
  place: string
  on: Day
  form: string
  occasion: string
  listed: readonly Listed[]
  rewards: Record<Listed['kind'], Reward | null>
  illustrative: boolean
}

const titles: Record<ListKind, string> = {
  summary: 'Trích ngang thành tích đề nghị khen thưởng',
  money: 'Nhận tiền thưởng kèm theo khen thưởng',
  ceremony: 'Lên nhận khen thưởng tại hội nghị',
}

export function listDocument(kind: ListKind, facts: ListFacts): ReportDocument {
  const { family, issuer, upper, place, on, form, occasion, listed, illustrative } = facts
  const block = { summary: summaryOf, money: moneyOf, ceremony: ceremonyOf }[kind](facts)
  const counted = [
    [listed.filter((one) => one.kind === 'collective').length, 'tập thể'],
    [listed.filter((one) => one.kind === 'person').length, 'cá nhân'],
  ] as const
  const whom = counted.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')
  return {
    ...{ family, kind: 'DANH SÁCH', head: { upper, issuer, number: null, place, date: on } },
    title: [named(titles[kind])],
    sections: [
      {
        key: null,
        blocks: [
          { kind: 'paragraph', runs: [named(`Hình thức: ${form}. Dịp: ${occasion}. Có ${whom}.`)] },
          ...(kind === 'summary' ? [] : [block]),
        ],
      },
    ],
    signature: null,
    recipients: { lines: [], office: issuer },
    annexes:
      kind === 'summary' ? [{ title: [text('TRÍCH NGANG')], belongs: [named(form)], wide: true, blocks: [block] }] : [],
    ...{ illustrative, draft: false },
  }
}

const column = (label: string, width: number, align: Column['align'] = 'left'): Column => ({
  ...{ label: [text(label)], width, align },
})
const cell = (words: string) => [structure('name', words)]
const under = ({ post, unit }: Listed) => [post, unit].filter(Boolean).join(', ')
const table = (columns: Column[], rows: string[][], notes: string[] = []): Block => ({
  ...{ kind: 'table', title: [], columns, rows: rows.map((cells) => ({ cells: cells.map(cell) })) },
  notes: notes.map((note) => [named(note)]),
})

function summaryOf({ listed }: ListFacts): Block {
  const voted = ({ inFavour, eligible, passed }: Listed) =>
    passed === null ? 'chưa bỏ phiếu' : eligible ? `${inFavour}/${eligible}` : 'không bỏ phiếu'
  return table(
    [
      ...[column('TT', 5, 'centre'), column('Tập thể, cá nhân', 20), column('Chức danh, đơn vị', 18)],
      ...[column('Thành tích', 34), column('Nơi đề nghị', 15), column('Cấp uỷ xác nhận', 12), column('Phiếu', 8)],
    ],
    listed.map((one, i) => [
      ...[String(i + 1), one.name, under(one), [...one.merits, one.achievement].filter(Boolean).join('; ')],
      ...[one.nominator, one.confirmation, voted(one)],
    ]),
    ['Cột “Phiếu”: số phiếu đồng ý trên số người được bỏ phiếu.'],
  )
}

function moneyOf({ listed, rewards }: ListFacts): Block {
  const amounts = listed.map(({ kind }) => rewards[kind]?.amount ?? 0)
  const said = (amount: number) => amount.toLocaleString('vi-VN')
  const used = [...new Set(listed.map(({ kind }) => rewards[kind]!))]
  return table(
    [
      ...[column('TT', 7, 'centre'), column('Tập thể, cá nhân', 32), column('Chức danh, đơn vị', 29)],
      ...[column('Số tiền (đồng)', 16, 'right'), column('Ký nhận', 16)],
    ],
    [
      ...listed.map((one, i) => [String(i + 1), one.name, under(one), said(amounts[i]!), '']),
      ['', 'Cộng', '', said(amounts.reduce((sum, amount) => sum + amount, 0)), ''],
    ],
    used.map(({ basis, confidence, doubts }) =>
      [`Căn cứ: ${basis} (${confidenceWords[confidence]}).`, doubts].filter(Boolean).join(' '),
    ),
  )
}

const confidenceWords = { read: 'đọc trong văn bản', secondHand: 'theo nguồn khác', assumed: 'giả định' } as const

const ceremonyOf = ({ listed }: ListFacts): Block =>
  table(
    [
      ...[column('TT', 7, 'centre'), column('Tập thể, cá nhân lên nhận', 38), column('Chức danh, đơn vị', 35)],
      ...[column('Số vào sổ', 14, 'centre'), column('Có mặt', 8)],
    ],
    listed.map((one, i) => [String(i + 1), one.name, under(one), one.book ?? '', '']),
  )
