// The letter by which a document is corrected or recalled: what happened, each place or the reason, what to do now. Pure.
import { dateInWords } from '../../documents/document.ts'
import type { Layout } from '../../documents/layout.ts'
import type { Family } from '../../documents/layout.ts'
import type { Day } from '../../shared/day.ts'
import { named, type Block, type ReportDocument, type Run } from '../document.ts'

export interface LetterFacts {
  family: Family
  layout: Layout
  kind: 'correction' | 'recall'
  /** Its own: “CV”, or another kind of which `kindName` is printed above the summary. */
  own: { kind: string; kindName: string; number: string; dated: Day }
  issuer: string
  upper: string | null
  place: string
  /** The document it is about. */
  about: { kindName: string; number: string; dated: Day; summary: string }
  items: readonly { was: string; reads: string }[]
  reason: string
  to: readonly string[]
  office: string
  signature: { lines: string[]; name: string }
  illustrative: boolean
}

export function composeLetter(facts: LetterFacts): ReportDocument {
  const { family, layout, kind, own, issuer, upper, place, about } = facts
  const isLetter = own.kind === 'CV'
  const verb = kind === 'recall' ? 'thu hồi' : 'đính chính'
  const document = `${about.kindName} số ${about.number}`
  const to = facts.to.length > 0 ? [...facts.to] : ['Các cơ quan, đơn vị đã nhận văn bản']
  return {
    family,
    kind: isLetter ? '' : own.kindName.toUpperCase(),
    head: { upper, issuer, number: own.number, place, date: own.dated },
    title: [named(`${isLetter ? 'V/v' : 'về việc'} ${verb} ${document}`)],
    sections: [{ key: null, blocks: closed(blocksOf(facts, document), layout.endMark) }],
    signature: facts.signature,
    recipients: { lines: isLetter ? ['Như trên'] : to, office: facts.office },
    annexes: [],
    ...(isLetter && { letter: { to: to.map(withoutPurpose) } }),
    illustrative: facts.illustrative,
    draft: false,
  }
}

function blocksOf({ kind, issuer, about, items, reason }: LetterFacts, document: string): Block[] {
  const issued = dateInWords(about.dated).replace('ngày', 'Ngày')
  const paragraphs = [
    `${issued}, ${issuer} đã ban hành ${document}, “${about.summary}”.`,
    ...(reason && kind === 'correction' ? [`Do ${lowerFirst(ended(reason, ''))}, văn bản còn sai sót.`] : []),
    ...(kind === 'correction' ? correcting(issuer, items) : recalling(issuer, reason)),
  ]
  return paragraphs.map((words) => ({ kind: 'paragraph' as const, runs: [named(words)] }))
}

function correcting(issuer: string, items: LetterFacts['items']): string[] {
  const places = items.map(({ was, reads }, at) => `${at + 1}. Đã in: “${was}”; nay đọc là: “${reads}”.`)
  return [
    `Nay ${issuer} đính chính như sau:`,
    ...places,
    `Các nội dung khác của văn bản giữ nguyên. ${issuer} thông báo để các cơ quan, đơn vị biết và thực hiện.`,
  ]
}

function recalling(issuer: string, reason: string): string[] {
  return [
    `Nay ${issuer} thu hồi văn bản nêu trên. Lý do: ${ended(reason, '.')}`,
    `Đề nghị các cơ quan, đơn vị đã nhận văn bản gửi lại bản giấy, huỷ bản điện tử đã lưu và xác nhận với ${issuer}.`,
  ]
}

/** “Thường trực Tỉnh ủy (để báo cáo)” is written to without saying what for. */
const withoutPurpose = (one: string) => one.replace(/\s*\((để|thay)[^)]*\)$/, '')

const ended = (words: string, mark: string) => words.trim().replace(/[.\s]+$/, '') + mark
const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** The last words end as documents of the family do. */
function closed(blocks: Block[], endMark: string): Block[] {
  const last = blocks.at(-1)
  const run: Run | undefined = last?.kind === 'paragraph' ? last.runs.at(-1) : undefined
  if (run && endMark !== '.') run.text = ended(run.text, endMark)
  return blocks
}
