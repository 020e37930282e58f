// What an administrator, or the person himself, may do with an account and its roles, and why not.
import { bodiesWhere, type Actor, type Role } from '../shared/actor.ts'
import { conflict, forbidden } from '../shared/result.ts'

export const moves = [
  ...(['create', 'rename', 'setMail', 'resetPassword', 'disable', 'enable'] as const),
  ...(['resetSecondStep', 'inviteIdentity', 'endIdentity'] as const),
  ...(['grantRole', 'endRole', 'setDeputy', 'endDeputy'] as const),
]
export type Move = (typeof moves)[number]

/** What a move is about, as far as rights go. */
export interface Standing {
  /** The actor's own account. */
  self: boolean
  /** Every body the person belongs to is in the actor's reach; for a new account: the body of its role. */
  reached: boolean
  /** The account is closed. */
  disabled: boolean
  /** The account has a second step or a passkey. */
  secondStep?: boolean
  /** It is tied, or invited to be, to an account at the provider. */
  identity?: boolean
  /** This platform has a provider, and an administrator may name people there. */
  provider?: boolean
  /** The role the move is about. */
  role?: Role
  /** Without this account, or this role of it, nobody would administer the platform. */
  lastAdministrator?: boolean
}

type Rule = (standing: Standing) => ReturnType<typeof conflict | typeof forbidden> | null

/** Who may, and what else must be true, in the order it is said. */
const table: Record<Move, { by: 'administrator' | 'administratorOrSelf'; rules: Rule[] }> = {
  create: { by: 'administrator', rules: [] },
  rename: { by: 'administrator', rules: [] },
  setMail: { by: 'administrator', rules: [notClosed] },
  resetPassword: { by: 'administrator', rules: [notOwnPassword, notClosed] },
  disable: { by: 'administrator', rules: [notSelf, notClosed, notLast] },
  enable: { by: 'administrator', rules: [onlyClosed] },
  resetSecondStep: { by: 'administrator', rules: [notOwnSecondStep, notClosed, onlyWithSecondStep] },
  inviteIdentity: { by: 'administrator', rules: [notOwnIdentity, notClosed, onlyWithProvider, onlyUntied] },
  endIdentity: { by: 'administrator', rules: [notOwnIdentity, onlyWithIdentity] },
  grantRole: { by: 'administrator', rules: [notSelf, notClosed] },
  endRole: { by: 'administrator', rules: [notLast] },
  setDeputy: { by: 'administratorOrSelf', rules: [notAdministration, notOpening, notClosed] },
  endDeputy: { by: 'administratorOrSelf', rules: [] },
}

/** null when the actor may make the move now; otherwise the refusal the door answers. The operator may all. */
export function whyNot(actor: Actor, move: Move, standing: Standing) {
  if (actor.kind === 'operator') return null
  if (actor.kind !== 'person')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  const { by, rules } = table[move]
  if (!(by === 'administratorOrSelf' && standing.self)) {
    if (bodiesWhere(actor, 'administrator').length === 0)
      return forbidden('role-needed', 'Việc này dành cho quản trị.', 'This is for administrators.')
    if (!standing.reached) return notYours
  }
  for (const rule of rules) {
    const refusal = rule(standing)
    if (refusal) return refusal
  }
  return null
}

export const notYours = forbidden(
  'not-your-people',
  'Người này hoặc đơn vị này ở ngoài hệ thống và địa bàn đồng chí quản trị. Hãy liên hệ quản trị cấp trên.',
  'This person or body is outside the tree and the places you administer. Ask the administrator above.',
)

/** Whoever administers does not read business data by it: so nobody gives himself the role that does. */
function notSelf({ self }: Standing) {
  return self
    ? forbidden(
        'not-yourself',
        'Đồng chí không tự giao vai trò hay tự ngừng tài khoản của mình. Hãy nhờ một quản trị khác.',
        'Nobody gives himself a role or closes his own account. Ask another administrator.',
      )
    : null
}

function notOwnPassword({ self }: Standing) {
  return self
    ? forbidden(
        'not-yourself',
        'Mật khẩu của mình thì đổi ở trang Tài khoản, cần nhập mật khẩu cũ.',
        'Your own password is changed on your account page, with the old one.',
      )
    : null
}

function notOwnSecondStep({ self }: Standing) {
  return self
    ? forbidden(
        'not-yourself',
        'Bước hai của mình thì đặt lại ở trang Tài khoản; mất điện thoại thì dùng mã dự phòng, hoặc nhờ một quản trị khác.',
        'Your own second step is set on your account page; without the phone use a recovery code or ask another administrator.',
      )
    : null
}

function notOwnIdentity({ self }: Standing) {
  return self
    ? forbidden(
        'not-yourself',
        'Tài khoản cơ quan của mình thì gắn và gỡ ở trang Tài khoản.',
        'Your own account at the provider is tied and untied on your account page.',
      )
    : null
}

function onlyWithSecondStep({ secondStep }: Standing) {
  return secondStep
    ? null
    : conflict(
        'no-second-step',
        'Tài khoản này không có bước hai, cũng không có khoá đăng nhập.',
        'This account has neither a second step nor a passkey.',
      )
}

function onlyWithProvider({ provider }: Standing) {
  return provider
    ? null
    : conflict(
        'no-provider',
        'Hệ thống này chưa nối với nơi đăng nhập của cơ quan. Hãy nhờ người vận hành đặt OIDC_ISSUER.',
        'This platform has no identity provider. The operator sets OIDC_ISSUER.',
      )
}

function onlyUntied({ identity }: Standing) {
  return identity ? tiedAlready : null
}

export const tiedAlready = conflict(
  'tied-already',
  'Đã gắn với một tài khoản cơ quan, hoặc đang chờ. Hãy gỡ trước.',
  'An account at the provider is tied already, or awaited. Untie it first.',
)

function onlyWithIdentity({ identity }: Standing) {
  return identity
    ? null
    : conflict(
        'no-identity',
        'Tài khoản này không gắn với tài khoản cơ quan nào.',
        'This account is tied to no account at the provider.',
      )
}

function notClosed({ disabled }: Standing) {
  return disabled
    ? conflict(
        'account-closed',
        'Tài khoản này đã ngừng dùng. Hãy mở lại trước.',
        'The account is closed. Open it first.',
      )
    : null
}

function onlyClosed({ disabled }: Standing) {
  return disabled ? null : conflict('account-open', 'Tài khoản này đang dùng được.', 'The account is open already.')
}

function notLast({ lastAdministrator }: Standing) {
  return lastAdministrator
    ? conflict(
        'last-administrator',
        'Đây là quản trị duy nhất. Hãy giao vai trò quản trị cho một người khác trước.',
        'This is the only administrator. Give that role to somebody else first.',
      )
    : null
}

function notAdministration({ role }: Standing) {
  return role === 'administrator'
    ? forbidden(
        'administration-not-lent',
        'Vai trò quản trị không giao thay được. Nếu cần, hãy giao hẳn vai trò này cho người khác.',
        'Administration has no deputies. Give the role itself to somebody else if needed.',
      )
    : null
}

function notOpening({ role }: Standing) {
  return role === 'sealOpener'
    ? forbidden(
        'opening-not-lent',
        'Việc mở niêm phong không giao thay được. Nếu cần, hãy giao hẳn vai trò này cho người khác.',
        'The opening of seals has no deputies. Give the role itself to somebody else if needed.',
      )
    : null
}
