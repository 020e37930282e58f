// What everybody may read of a case: of which kinds and stages, proposed by covering personal data, asked about where it is left.
import { mask, personalData, spotKinds, spotWords, type Spot, type SpotKind } from '../../documents/mentions/spots.ts'
import { conflict, forbidden, problem, type Problem } from '../../shared/result.ts'
import type { Kind, Stage } from '../submission.ts'
import { notYours, type Part, type Standing } from '../submission.moves.ts'

/** The strict kinds concern persons and are answered to them alone. */
export const publicKinds = ['fieldReport', 'petition', 'regulationFeedback'] as const satisfies readonly Kind[]
export type PublicKind = (typeof publicKinds)[number]
const stages: readonly Stage[] = ['open', 'answered', 'closed']

/** As long as a description may be in Open311 GeoReport v2. */
export const longestPublic = 4000

/** null when it may be shown to everybody now; otherwise the refusal the door answers. */
export function whyNotPublish(parts: readonly Part[], { kind, stage }: Pick<Standing, 'kind' | 'stage'>) {
  const notHis = whyNotUnpublish(parts)
  if (notHis) return notHis
  if (kind === null) return notSorted
  if (!(publicKinds as readonly Kind[]).includes(kind)) return notThisKind
  return stages.includes(stage) ? null : overAlready
}

/** Taking it back needs no stage. */
export function whyNotUnpublish(parts: readonly Part[]) {
  if (parts.length === 0) return notYours
  return parts.some((part) => part === 'desk' || part === 'deskHead') ? null : deskOnly
}

export interface Found {
  kind: SpotKind
  words: string
}

/** “[số điện thoại]” and the like, as covering writes them. */
const covers = new RegExp(
  Object.values(spotWords)
    .flat()
    .map((words) => `\\[${words.normalize('NFC')}\\]`)
    .join('|'),
  'g',
)

export function foundIn(text: string): Found[] {
  const composed = text.normalize('NFC')
  const withoutCovers = composed.replaceAll(covers, (cover) => '—'.repeat(cover.length))
  return personalData(withoutCovers).map(({ kind, from, to }: Spot) => ({ kind, words: composed.slice(from, to) }))
}

/** The text with what may point to a person covered, and what was covered. */
export function proposedFor(text: string): { text: string; covered: Found[] } {
  return { text: mask(text, personalData(text)).slice(0, longestPublic), covered: foundIn(text) }
}

/** One sentence for each place that may point to a person and was not looked at yet. */
export function leftOpen(field: 'text' | 'answer', text: string, checked: readonly string[]): Problem[] {
  const seen = new Set(checked.map((words) => words.normalize('NFC').trim()))
  const left = foundIn(text).filter(({ words }) => !seen.has(words.trim()))
  return left.map(({ kind, words }) => problem(field, personalDataLeft, ...mayPoint(kind, words)))
}

export const personalDataLeft = 'personal-data'

/** For the event: which kinds were let through and how many, never which words. */
export function countsOf(found: readonly Found[]): Partial<Record<SpotKind, number>> {
  const count = (kind: SpotKind) => found.filter((one) => one.kind === kind).length
  return Object.fromEntries(spotKinds.map((kind) => [kind, count(kind)] as const).filter(([, n]) => n > 0))
}

const mayPoint = (kind: SpotKind, words: string) =>
  [
    `“${words}” có vẻ là ${spotWords[kind][0]}. Hãy bỏ hoặc che đi; nếu không chỉ ai, đánh dấu “đã kiểm tra” ở chữ này.`,
    `“${words}” looks like ${spotWords[kind][1]}. Leave it out or cover it; if it points to nobody, tick it as checked.`,
  ] as const

const deskOnly = forbidden(
  'desk-only',
  'Việc công khai do nơi tiếp nhận hồ sơ này làm.',
  'Only the desk that has this submission shows it to everybody.',
)
const notSorted = conflict(
  'not-sorted',
  'Hồ sơ chưa phân loại nên chưa công khai được.',
  'It is not sorted yet, so it cannot be shown.',
)
const notThisKind = conflict(
  'not-this-kind',
  'Chỉ công khai phản ánh, kiến nghị và góp ý quy định. Khiếu nại, tố cáo chỉ trả lời người gửi và các bên.',
  'Only reports, petitions and feedback on rules are shown. Complaints and denunciations are answered to the parties alone.',
)
const overAlready = conflict(
  'over-already',
  'Hồ sơ đã kết thúc mà không giải quyết ở đây nên không công khai.',
  'It ended without being handled here, so it is not shown.',
)
