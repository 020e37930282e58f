// The life of a report: drafted by an officer, commented on by bodies asked, accepted by his head, initialled, approved by a
// collective, signed, numbered and issued, sent out and received, made public, superseded by a later one.
import { signingRole, type SignatureRule } from '../documents/signature.ts'
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { Stage } from './report.ts'

export const moves = [
  ...(['create', 'write', 'refresh', 'circulate', 'comment', 'decide', 'submit', 'return', 'accept'] as const),
  ...(['initial', 'approve', 'sign', 'issue', 'dispatch', 'receive', 'publish', 'supersede'] as const),
] as const
export type Move = (typeof moves)[number]

/** 'none': it is about to be made. */
type From = Stage | 'none'
/**
 * staff: officers of the report's body; head: theirs; signer: who signs for the body; clerk: who numbers for it;
 * asked: people of the bodies whose comments are asked; recipient: of those it was sent to here.
 */
type By = 'staff' | 'head' | 'signer' | 'clerk' | 'asked' | 'recipient'

const table: Record<Move, { from: readonly From[]; by: readonly By[]; to: Stage | null; notOwn?: true }> = {
  create: { from: ['none'], by: ['staff'], to: 'draft' },
  write: { from: ['draft', 'returned'], by: ['staff'], to: null },
  refresh: { from: ['draft', 'returned'], by: ['staff'], to: null },
  circulate: { from: ['draft', 'returned'], by: ['staff'], to: null },
  comment: { from: ['draft', 'returned'], by: ['asked'], to: null },
  decide: { from: ['draft', 'returned'], by: ['staff'], to: null },
  submit: { from: ['draft', 'returned'], by: ['staff'], to: 'submitted' },
  return: { from: ['submitted', 'accepted', 'signed'], by: ['head', 'signer'], to: 'returned', notOwn: true },
  accept: { from: ['submitted'], by: ['head'], to: 'accepted', notOwn: true },
  initial: { from: ['accepted'], by: ['head', 'clerk'], to: null },
  approve: { from: ['accepted'], by: ['clerk', 'signer'], to: null },
  sign: { from: ['accepted'], by: ['signer'], to: 'signed' },
  issue: { from: ['signed'], by: ['clerk'], to: 'issued' },
  dispatch: { from: ['issued'], by: ['clerk'], to: null },
  receive: { from: ['issued', 'superseded'], by: ['recipient', 'clerk'], to: null },
  publish: { from: ['issued', 'superseded'], by: ['clerk'], to: null },
  supersede: { from: ['issued'], by: ['staff'], to: null },
}

/** A report as far as rights go. */
export interface Standing {
  stage: From
  bodyId: Id<'body'>
  /** Bodies above the report's: their văn thư may number for it. */
  above: readonly Id<'body'>[]
  /** The body that drafts and the mobilisation bodies directly under it. */
  staff: readonly Id<'body'>[]
  /** Bodies whose comments the newest round asks. */
  asked: readonly Id<'body'>[]
  /** Bodies here that it was sent to. */
  sentTo: readonly Id<'body'>[]
  rule: SignatureRule
  drafterId: Id<'person'> | null
  submittedBy: Id<'person'> | null
}

export function stageAfter(move: Move, from: Stage): Stage {
  return table[move].to ?? from
}

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNot(actor: Actor, move: Move, report: Standing) {
  const { from, by, notOwn } = table[move]
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (actor.kind === 'person') {
    if (!by.some((one) => isOne(actor, one, report) && mayNow(one, move, report.stage))) return notHis[by[0]!]
    if (notOwn && [report.drafterId, report.submittedBy].includes(actor.personId)) return own
  }
  return from.includes(report.stage) ? null : conflict('wrong-stage', ...wrongStage[report.stage])
}

/** Before it is accepted the head sends it back, after it is signed only the signer. */
function mayNow(by: By, move: Move, stage: From): boolean {
  return move !== 'return' || !((by === 'head' && stage === 'signed') || (by === 'signer' && stage === 'submitted'))
}

function isOne(actor: Actor, by: By, { staff, bodyId, above, rule, asked, sentTo }: Standing): boolean {
  const holds = (roles: readonly Role[], bodies: readonly Id<'body'>[]) =>
    actor.kind === 'person' && actor.roles.some((held) => roles.includes(held.role) && bodies.includes(held.bodyId))
  switch (by) {
    case 'staff':
      return holds(['officer', 'head'], staff)
    case 'head':
      return holds(['head'], staff)
    case 'signer':
      return holds([signingRole(rule)], [bodyId])
    case 'clerk':
      return holds(['clerk'], [bodyId, ...above])
    case 'asked':
      return holds(['reporter', 'officer', 'head'], asked)
    case 'recipient':
      return holds(['reporter', 'officer', 'head', 'standingBoard', 'clerk'], sentTo)
  }
}

const notHis = {
  staff: forbidden(
    'not-your-report',
    'Báo cáo này của đơn vị khác; chỉ cán bộ dân vận của đơn vị đó được soạn.',
    'This report belongs to another body; only its mobilisation officers draft it.',
  ),
  head: forbidden(
    'head-only',
    'Duyệt và trả lại báo cáo là việc của lãnh đạo ban hoặc người ký.',
    'Reports are accepted and returned by the head of the board or the signer.',
  ),
  signer: forbidden(
    'signer-only',
    'Báo cáo do Thường trực cấp ủy ký thay mặt, hoặc Trưởng ban ký nếu là báo cáo của ban.',
    'The report is signed by the standing board, or by the head for a board’s own report.',
  ),
  clerk: forbidden(
    'clerk-only',
    'Lấy số, ban hành và phát hành là việc của văn thư.',
    'Taking the number and issuing are done by the clerk.',
  ),
  asked: forbidden(
    'not-asked',
    'Dự thảo này không lấy ý kiến đơn vị của đồng chí. Hãy mở lại từ bàn làm việc.',
    'Your body is not asked to comment on this draft. Open it again from the desk.',
  ),
  recipient: forbidden(
    'not-sent-to-you',
    'Báo cáo này không gửi đến đơn vị của đồng chí.',
    'This report was not sent to your body.',
  ),
}

const own = forbidden(
  'own-report',
  'Không ai tự duyệt báo cáo do chính mình soạn hoặc trình. Hãy để đồng chí khác duyệt.',
  'Nobody accepts a report he drafted or submitted himself. A colleague has to.',
)

const wrongStage: Record<From, readonly [string, string]> = {
  none: ['Báo cáo này chưa được lập.', 'This report has not been made yet.'],
  draft: ['Báo cáo đang là bản nháp, chưa trình.', 'The report is a draft and was not submitted.'],
  submitted: ['Báo cáo đã trình và đang chờ duyệt. Muốn sửa, đề nghị trả lại.', 'The report was submitted and waits.'],
  returned: ['Báo cáo đã được trả lại để sửa, chưa trình lại.', 'The report was returned and waits for its officer.'],
  accepted: ['Báo cáo đã được duyệt, đang chờ ký.', 'The report was accepted and waits for its signature.'],
  signed: ['Báo cáo đã ký, đang chờ văn thư lấy số và ban hành.', 'The report was signed and waits for its number.'],
  issued: [
    'Báo cáo đã ban hành nên không đổi được nữa. Muốn thay, lập báo cáo mới thay thế.',
    'The report was issued and does not change. Make a new one that supersedes it.',
  ],
  superseded: ['Báo cáo này đã được thay thế.', 'This report was superseded.'],
}

/** For a body that is not among those asked, said by whoever looks at it. */
export const notAskedHere = notHis.asked
export const notSentHere = notHis.recipient
