// Who initials the accepted text before it is signed, and who has to approve it, by kind of body. Rules are data.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { conflict } from '../../shared/result.ts'
import type { Day } from '../../shared/day.ts'

export const initialling = ['head', 'office'] as const
export type AsWhom = (typeof initialling)[number]

const confidence = z.enum(['read', 'secondHand', 'assumed'])
const initialRule = z.object({
  /** Kinds of bodies; none: every other. */
  organisations: z.array(z.string()),
  by: z.array(z.enum(initialling)),
  /** Those without whose initials it is not signed. */
  needed: z.array(z.enum(initialling)),
  /** The marks stand in the line “Lưu …” of the paper. */
  printed: z.boolean(),
  ...{ confidence, basis: z.string() },
})
export type InitialRule = z.output<typeof initialRule>

const approvalRule = z.object({
  organisations: z.array(z.string()),
  /** Who approves, as “Ban Thường vụ”. */
  by: z.string(),
  /** agreed / members has to be above numerator / denominator. */
  above: z.object({ numerator: z.number().int(), denominator: z.number().int().positive() }),
  ...{ confidence, basis: z.string() },
})
export type ApprovalRule = z.output<typeof approvalRule>

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8')) as unknown
const initials = z.object({ rules: z.array(initialRule) }).parse(read('initials')).rules
const approvals = z.object({ rules: z.array(approvalRule) }).parse(read('approvals')).rules

export function initialRuleOf(organisation: string): InitialRule {
  return initials.find((rule) => rule.organisations.includes(organisation)) ?? initials.at(-1)!
}

/** null: the body has a single head, nobody has to approve what he signs. */
export function approvalRuleOf(organisation: string, collective: boolean): ApprovalRule | null {
  if (!collective) return null
  return approvals.find((rule) => rule.organisations.includes(organisation)) ?? approvals.at(-1)!
}

export interface Initial {
  as: AsWhom
  name: string
  office: string
  at: Date
}

export const approvalWays = ['meeting', 'written'] as const

export interface Approval {
  way: (typeof approvalWays)[number]
  heldOn: Day
  members: number
  present: number
  agreed: number
  notAgreed: number
  attendance: string | null
  conclusion: string
  reservations: string | null
  recordedBy: string | null
  recordedAt: Date
}

/** More than the share of all members, compared exactly. */
export function isCarried(rule: ApprovalRule, { agreed, members }: Pick<Approval, 'agreed' | 'members'>): boolean {
  return agreed * rule.above.denominator > members * rule.above.numerator
}

/** Why the signer may not sign yet, or null. */
export function whyNotYetSigned(
  rules: { initial: InitialRule; approval: ApprovalRule | null },
  has: { initials: readonly Initial[]; approval: Approval | null },
) {
  const { initial, approval } = rules
  if (initial.needed.some((whom) => !has.initials.some(({ as }) => as === whom))) return initialsMissing
  if (approval && !has.approval) return approvalMissing(approval)
  if (approval && !isCarried(approval, has.approval!)) return notCarried(approval)
  return null
}

const initialsMissing = conflict(
  'initials-missing',
  'Báo cáo chưa đủ chữ ký nháy của lãnh đạo nơi soạn và văn phòng nên chưa ký được.',
  'The report lacks the initials of the drafting head or the office.',
)

const approvalMissing = ({ by }: ApprovalRule) =>
  conflict(
    'approval-missing',
    `${by} chưa thông qua báo cáo. Văn thư hoặc người ký ghi cuộc họp, phiếu xin ý kiến và kết luận trước, rồi mới ký.`,
    'The collective has not approved the report. Record its meeting or written opinion first, then sign.',
  )

const notCarried = ({ by, basis }: ApprovalRule) =>
  conflict(
    'approval-not-carried',
    `Số đồng ý chưa đủ để ${by} thông qua (${basis}). Trả lại báo cáo để sửa, hoặc ghi lại lần xin ý kiến mới.`,
    'Too few agreed for the collective to approve it. Return the report, or record a new vote.',
  )

/** “Trưởng Ban Dân vận” becomes “TBDV”: as small marks stand in the last line of a paper. */
export function markOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
}
