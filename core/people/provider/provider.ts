// What the provider says of a person, and what is said when it says nothing usable. Pure.
import { conflict, forbidden, sentencesOf } from '../../shared/result.ts'
import { storable } from '../../shared/text.ts'

export interface Claims {
  sub: string
  [name: string]: unknown
}

/** A person there, as far as this platform cares. */
export interface Claimed {
  subject: string
  /** By which his owner recognises the account. */
  name: string
  /** The value of the claim by which administrators name people; null: not given, or an address nobody has verified. */
  named: string | null
  /** The provider has asked for more than one thing (RFC 8176: “mfa”). */
  strong: boolean
}

export function claimedBy(claims: Claims, claim: string): Claimed {
  const text = (name: string) =>
    typeof claims[name] === 'string' && claims[name] !== '' ? storable(claims[name]) : null
  const verified = claim !== 'email' || claims.email_verified === true
  const named = verified ? text(claim) : null
  return {
    subject: storable(claims.sub),
    name: (text('preferred_username') ?? text('email') ?? text('name') ?? storable(claims.sub)).slice(0, 200),
    named: named && nameOf(named, claim),
    strong: Array.isArray(claims.amr) && claims.amr.includes('mfa'),
  }
}

/** As typed by the administrator and as sent by the provider: the same. A subject is told apart by capitals too. */
export function nameOf(text: string, claim: string): string {
  const trimmed = text.trim().slice(0, 300)
  return claim === 'sub' ? trimmed : trimmed.toLowerCase()
}

/** Said on the sign-in page, where signing in with a password goes on. */
export const faults = {
  'provider-off': conflict(
    'provider-off',
    'Hệ thống này chưa nối với nơi đăng nhập của cơ quan. Hãy đăng nhập bằng tên và mật khẩu.',
    'This platform has no identity provider. Please sign in with your user name and password.',
  ),
  'provider-down': conflict(
    'provider-down',
    'Nơi đăng nhập của cơ quan không trả lời. Hãy thử lại sau ít phút, hoặc đăng nhập bằng tên và mật khẩu.',
    'The identity provider does not answer. Try again in a few minutes, or sign in with your user name and password.',
  ),
  'provider-nonsense': conflict(
    'provider-nonsense',
    'Nơi đăng nhập của cơ quan trả lời không đúng cách nên không dùng được câu trả lời ấy. Hãy thử lại; nếu vẫn vậy, báo người vận hành và đăng nhập bằng tên và mật khẩu.',
    'The identity provider answered something that cannot be trusted. Try again; if it stays so, tell the operator and sign in with your user name and password.',
  ),
  'provider-refused': forbidden(
    'provider-refused',
    'Nơi đăng nhập của cơ quan không cho đăng nhập, hoặc đồng chí đã bấm huỷ ở đó. Hãy thử lại hoặc đăng nhập bằng tên và mật khẩu.',
    'The identity provider refused, or you cancelled there. Try again or sign in with your user name and password.',
  ),
  'provider-old': conflict(
    'provider-old',
    'Lần đăng nhập này đã cũ: mở quá lâu, mở ở hai cửa sổ, hoặc đã dùng rồi. Hãy bấm đăng nhập lại từ đầu.',
    'This sign-in is old: it took too long, was begun in two windows, or was used before. Please begin again.',
  ),
  'identity-unknown': forbidden(
    'identity-unknown',
    'Tài khoản cơ quan này chưa gắn với ai ở đây. Hãy đăng nhập bằng tên và mật khẩu rồi gắn ở Tài khoản → Tài khoản cơ quan, hoặc nhờ quản trị của đơn vị gắn hộ.',
    'This account is tied to nobody here. Sign in with your user name and password and tie it on your account page, or ask your administrator.',
  ),
  'identity-taken': conflict(
    'identity-taken',
    'Tài khoản cơ quan này đã gắn với một người khác ở đây. Hãy nhờ quản trị của đơn vị kiểm tra.',
    'This account is tied to somebody else here. Ask your administrator to look into it.',
  ),
  'account-closed': forbidden(
    'account-closed',
    'Tài khoản này đã ngừng dùng. Hãy liên hệ quản trị của đơn vị.',
    'This account is closed. Ask your administrator.',
  ),
} as const

/** The sentence of a code that stands in an address; null: none, or no code of ours. */
export function faultOf(code: string | null, language: 'vi' | 'en'): string | null {
  const fault = Object.entries(faults).find(([known]) => known === code)
  return fault ? sentencesOf(fault[1].refusal, language)[0]! : null
}
