// Who signs how: a collective signs T/M, a committee has no K/T, a deputy head signs K/T for the head. Rules are data.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Role } from '../shared/actor.ts'
import { conflict } from '../shared/result.ts'
import type { Layout } from './layout.ts'

export const authorities = ['direct', 'onBehalf', 'forHead', 'byOrder', 'acting'] as const
export type Authority = (typeof authorities)[number]

const ruleSchema = z.object({
  /** Kinds of bodies; none: every other. */
  organisations: z.array(z.string()),
  collective: z.boolean(),
  /** Whom T/M stands for, as “Ban Thường vụ”. */
  onBehalfOf: z.string().nullable(),
  head: z.string(),
  deputy: z.string(),
  authorities: z.array(z.enum(authorities)),
  confidence: z.enum(['read', 'secondHand', 'assumed']),
  basis: z.string(),
})
export type SignatureRule = z.output<typeof ruleSchema>

const file = new URL('./data/signatures.json', import.meta.url)
const { rules } = z.object({ rules: z.array(ruleSchema) }).parse(JSON.parse(readFileSync(file, 'utf8')))

export function signatureRule(organisation: string): SignatureRule {
  return rules.find((rule) => rule.organisations.includes(organisation)) ?? rules.at(-1)!
}

/** The role that signs for a body of this kind. */
export function signingRole(rule: SignatureRule): Role {
  return rule.collective ? 'standingBoard' : 'head'
}

/** The authority under which the head, or a colleague standing in for him, signs unless told otherwise. */
export function usualAuthority(rule: SignatureRule, asDeputy: boolean): Authority {
  if (rule.collective) return 'onBehalf'
  return asDeputy ? 'forHead' : 'direct'
}

/** Why a document of such a body may not be signed this way, or null. */
export function whyNotSigned(rule: SignatureRule, authority: Authority, asDeputy: boolean) {
  if (rule.collective && authority === 'direct')
    return conflict(
      'collective-signs-on-behalf',
      `Văn bản của tập thể ký thay mặt (T/M ${rule.onBehalfOf}), không ai ký với tư cách cá nhân.`,
      'A collective body signs on behalf (T/M); nobody signs for himself.',
    )
  if (rule.collective && authority === 'forHead' && !rule.authorities.includes('forHead'))
    return conflict(
      'committee-has-no-for-head',
      'Cấp ủy là tập thể nên không có “ký thay” (K/T). Hãy ký thay mặt (T/M).',
      'A committee is a collective and has no K/T. Sign on behalf (T/M).',
    )
  if (!rule.authorities.includes(authority))
    return conflict(
      'authority-not-used',
      'Loại đơn vị này không dùng thể thức ký đó.',
      'This kind of body does not sign that way.',
    )
  if (asDeputy && authority === 'direct')
    return conflict(
      'deputy-signs-for-head',
      `Đồng chí đang làm thay người vắng mặt, ký K/T ${rule.head}, không ký trực tiếp.`,
      'You stand in for somebody absent: sign K/T, not directly.',
    )
  return null
}

export interface Signature {
  authority: Authority
  /** The signer's office, as “Phó Bí thư”. */
  title: string
  name: string
}

/** The lines above the name: “T/M BAN THƯỜNG VỤ”, “PHÓ BÍ THƯ”. */
export function signatureLines(layout: Layout, rule: SignatureRule, { authority, title }: Signature): string[] {
  const own = title.toUpperCase()
  switch (authority) {
    case 'direct':
      return [own]
    case 'acting':
      return [`${layout.acting} ${rule.head.toUpperCase()}`]
    case 'forHead':
      return [`${layout.forHead} ${rule.head.toUpperCase()}`, own]
    case 'onBehalf':
    case 'byOrder':
      return [`${layout[authority]} ${(rule.onBehalfOf ?? rule.head).toUpperCase()}`, own]
  }
}
