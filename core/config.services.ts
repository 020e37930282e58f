// What the platform is told about services beside it: mail, sign-in, seal, scanner, mailboxes, map pictures. Each is whole or absent.
import { resolve } from 'node:path'

export type Environment = Record<string, string | undefined>

/** npm runs us in the checkout; INIT_CWD is where the person stood when typing a relative path. */
export const standingIn = (env: Environment) => env.INIT_CWD ?? process.cwd()

export interface MailboxConfig {
  deskId: number
  url: string
}

export type ClamdConfig = { path: string } | { host: string; port: number }

/** At least one of the two. */
export interface SealConfig {
  /** age1… */
  public: string | null
  /** Where the secret key lies; null: this machine seals and cannot open. */
  keyFile: string | null
}

export interface ProviderConfig {
  issuer: string
  clientId: string
  clientSecret: string
  /** On the button of the sign-in page. */
  name: string
  /** The claim by which an administrator names people there. */
  claim: string
}

export interface MailConfig {
  /** smtp://user:password@host:port, or smtps:// */
  url: string
  /** The address mails come from, alone or as “Name <address>”. */
  from: string
}

export interface TilesConfig {
  folder: string
  /** Whom to name under a map that shows them. */
  credit: string
}

/** All or nothing: where people sign in with the account of their office (OpenID Connect). */
export function readProvider(env: Environment): { config: ProviderConfig | null; faults: string[] } {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env
  const claim = env.OIDC_CLAIM || 'sub'
  if (!issuer && !clientId && !clientSecret && !name && !env.OIDC_CLAIM) return { config: null, faults: [] }
  const one = 'Nơi đăng nhập của cơ quan mới đặt một nửa: thiếu'
  const faults = [
    issuer ? whyNotIssuer(issuer) : `${one} OIDC_ISSUER, ví dụ OIDC_ISSUER=https://dangnhap.tinh.gov.vn/realms/canbo.`,
    clientId ? null : `${one} OIDC_CLIENT_ID: tên mà nơi đó cấp cho hệ thống này.`,
    clientSecret ? null : `${one} OIDC_CLIENT_SECRET: mật khẩu mà nơi đó cấp cho hệ thống này.`,
    name ? null : `${one} OIDC_NAME: chữ trên nút, ví dụ OIDC_NAME="tài khoản công vụ của tỉnh".`,
    /^[a-zA-Z_][\w:./-]{0,60}$/.test(claim)
      ? null
      : `OIDC_CLAIM phải là tên một thuộc tính, như sub hoặc email (đang là “${claim}”).`,
  ].filter((fault) => fault !== null)
  if (faults.length > 0) return { config: null, faults }
  return { config: { issuer: issuer!, clientId: clientId!, clientSecret: clientSecret!, name: name!, claim }, faults }
}

function whyNotIssuer(issuer: string): string | null {
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const local = url?.protocol === 'http:' && loopback.includes(url.hostname)
  if (url && !url.search && !url.hash && !url.username && (url.protocol === 'https:' || local)) return null
  return `OIDC_ISSUER phải là địa chỉ https:// của nơi đăng nhập (http:// chỉ dùng cho 127.0.0.1), như ghi trong tài liệu khám phá của nơi đó (đang là “${issuer}”).`
}

/** Whether the file fits the public part is looked at when it is opened. */
export function readSeal(env: Environment): { config: SealConfig | null; faults: string[] } {
  const { SEAL_PUBLIC, SEAL_KEY_FILE } = env
  if (!SEAL_PUBLIC && !SEAL_KEY_FILE) return { config: null, faults: [] }
  if (SEAL_PUBLIC && !/^age1[02-9ac-hj-np-z]{58}$/.test(SEAL_PUBLIC))
    return { config: null, faults: [notPublic(SEAL_PUBLIC)] }
  const keyFile = SEAL_KEY_FILE ? resolve(standingIn(env), SEAL_KEY_FILE) : null
  return { config: { public: SEAL_PUBLIC || null, keyFile }, faults: [] }
}

/** A secret key pasted by mistake is not said again: it would stay in the journal. */
const notPublic = (given: string) =>
  'SEAL_PUBLIC phải là phần công khai của khoá niêm phong, 62 ký tự bắt đầu bằng age1, do seal keygen in ra' +
  (/secret/i.test(given) ? '; đang đặt nhầm khoá riêng: khoá đó coi như đã lộ, hãy tạo khoá khác.' : '.')

/** `IMAP_MAILBOXES="12=imaps://ten:mat-khau@may-chu/INBOX 15=…"`: the desk's body, and its mailbox. */
export function readMailboxes(env: Environment): { config: MailboxConfig[]; faults: string[] } {
  const config: MailboxConfig[] = []
  const faults: string[] = []
  for (const one of (env.IMAP_MAILBOXES ?? '').split(/\s+/).filter(Boolean)) {
    const [, desk, url = ''] = /^(\d{1,9})=(.+)$/.exec(one) ?? []
    const known = URL.canParse(url) ? new URL(url) : null
    const local = known?.protocol === 'imap:' && loopback.includes(known.hostname)
    if (desk && known?.username && (known.protocol === 'imaps:' || local)) config.push({ deskId: Number(desk), url })
    else faults.push(notAMailbox)
  }
  return { config, faults }
}

/** What was given is not said again: it holds a password. */
const notAMailbox =
  'IMAP_MAILBOXES phải gồm các cặp SỐ-ĐƠN-VỊ=imaps://tên:mật-khẩu@máy-chủ/INBOX, cách nhau bằng dấu cách ' +
  '(imap:// chỉ dùng cho 127.0.0.1). Mật khẩu có ký tự lạ thì viết dạng %40.'

/** A socket, or a port of this machine: letters that are sealed everywhere else must not go over a network in clear. */
export function readClamd(env: Environment): { config: ClamdConfig | null; faults: string[] } {
  const { CLAMD } = env
  if (!CLAMD) return { config: null, faults: [] }
  if (CLAMD.startsWith('/')) return { config: { path: CLAMD }, faults: [] }
  const [, host, port] = /^([\w.]+|\[::1\]):(\d+)$/.exec(CLAMD) ?? []
  const local = host === '[::1]' || loopback.includes(host ?? '')
  if (local && portOf(port) !== null)
    return { config: { host: host!.replaceAll(/[[\]]/g, ''), port: Number(port) }, faults: [] }
  const fault =
    'CLAMD phải là ổ cắm của trình quét như /run/clamav/clamd.ctl, hoặc cổng trên chính máy này như 127.0.0.1:3310 ' +
    `(đang là “${CLAMD}”); tệp người dân gửi không đi qua mạng khi chưa mã hoá.`
  return { config: null, faults: [fault] }
}

/** Both or neither: a server to send through, and the address mails come from. */
export function readMail(env: Environment): { config: MailConfig | null; faults: string[] } {
  const { SMTP_URL: url, MAIL_FROM: from } = env
  if (!url && !from) return { config: null, faults: [] }
  const faults: string[] = []
  const known = url && URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol) && new URL(url).hostname
  if (!url)
    faults.push('Có MAIL_FROM nhưng thiếu SMTP_URL: máy chủ gửi thư, ví dụ smtp://ten:mat-khau@thu.tinh.gov.vn:587.')
  else if (!known) faults.push('SMTP_URL phải có dạng smtp://ten:mat-khau@may-chu:587 (hoặc smtps://…:465).')
  if (!from) faults.push('Có SMTP_URL nhưng thiếu MAIL_FROM: địa chỉ gửi thư, ví dụ MAIL_FROM=danvan@tinh.gov.vn.')
  else if (!/^[^@\s<>]+@[^@\s<>]+$|^[^<>\r\n]+<[^@\s<>]+@[^@\s<>]+>$/.test(from))
    faults.push(`MAIL_FROM phải là một địa chỉ thư, ví dụ danvan@tinh.gov.vn (đang là “${from}”).`)
  return { config: faults.length === 0 ? { url: url!, from: from! } : null, faults }
}

/** A folder of map pictures z/x/y of this machine, and whom to name under them; nothing is asked of another server. */
export function readTiles(env: Environment): { config: TilesConfig | null; faults: string[] } {
  const { MAP_TILES: folder, MAP_TILES_CREDIT: credit } = env
  if (!folder && !credit) return { config: null, faults: [] }
  const faults = [
    folder
      ? null
      : 'Có MAP_TILES_CREDIT nhưng thiếu MAP_TILES: thư mục ảnh nền bản đồ, ví dụ MAP_TILES=/var/lib/dong-thuan/nen.',
    folder && /^https?:/i.test(folder)
      ? 'MAP_TILES phải là thư mục trên máy này (z/x/y.png); hệ thống không lấy ảnh nền từ máy khác.'
      : null,
    credit ? null : 'Có MAP_TILES nhưng thiếu MAP_TILES_CREDIT: ghi nguồn của ảnh nền, như giấy phép của nó đòi hỏi.',
  ].filter((fault) => fault !== null)
  if (faults.length > 0) return { config: null, faults }
  return { config: { folder: resolve(standingIn(env), folder!), credit: credit! }, faults }
}

export const loopback = ['127.0.0.1', 'localhost']

export function portOf(text: string | undefined): number | null {
  const port = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0
  return port >= 1 && port <= 65535 ? port : null
}
