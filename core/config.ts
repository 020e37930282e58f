// What the two ways of running the platform are told: the only file that reads the environment and the command line.
// Every fault is found at once and said with its remedy.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const checkout = join(import.meta.dirname, '..')

export interface StartConfig {
  port: number
  dataFolder: string
  /** The invented sample year, for trying out. */
  sample: boolean
}

export interface ServeConfig {
  port: number
  host: string
  origin: string
  secret: string
  database: { url: string } | { folder: string }
  /** Where scans and other kept files lie. */
  filesFolder: string
  /** null: no mail is sent. */
  mail: MailConfig | null
  /** null: people sign in here only. */
  provider: ProviderConfig | null
  /** null: nothing that must be sealed is taken. */
  seal: SealConfig | null
  /** Where clamd listens; null: files are not scanned for malware. */
  clamd: ClamdConfig | null
  mailboxes: MailboxConfig[]
  /** Keys that sign credentials of commendations; `own`: lies in the data folder and is made when it is not there. */
  credentialKeys: { file: string; own: boolean } | null
}

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

export type Read<T> = { config: T } | { faults: string[] } | { help: string }

type Environment = Record<string, string | undefined>

export const startHelp = `Chạy thử Đồng Thuận trên máy này: npm start -- [tuỳ chọn]

  --port SỐ       cổng trên máy này (mặc định 3000)
  --data THƯ_MỤC  nơi giữ dữ liệu (mặc định .data trong thư mục mã nguồn)
  --empty         không nạp năm số liệu mẫu
  --help          in hướng dẫn này

Dừng bằng Ctrl-C. Dữ liệu còn nguyên cho lần chạy sau.`

const startOptions = { port: 'string', data: 'string', empty: 'boolean', help: 'boolean' } as const

export function readStart(args: string[] = process.argv.slice(2), env: Environment = process.env): Read<StartConfig> {
  const options = Object.fromEntries(Object.entries(startOptions).map(([name, type]) => [name, { type }]))
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true, allowPositionals: true })
  const given = new Map<string, string | undefined>()
  const faults: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') faults.push(`Không hiểu “${token.value}”. ${seeHelp}`)
    if (token.kind !== 'option') continue
    const swallowed = !token.inlineValue && token.value?.startsWith('-') // the next option, not a value
    if (token.name in startOptions) given.set(token.name, swallowed ? undefined : token.value)
    else faults.push(`Không có tuỳ chọn ${token.rawName}. ${seeHelp}`)
  }
  if (given.has('help')) return { help: startHelp }
  const port = given.has('port') ? portOf(given.get('port')) : 3000
  if (port === null) faults.push(`--port cần một số từ 1 đến 65535, ví dụ --port 3001.`)
  const data = given.has('data') ? given.get('data') : '.data'
  if (!data) faults.push('--data cần tên một thư mục, ví dụ --data /var/lib/dong-thuan.')
  if (given.get('empty') !== undefined) faults.push('--empty không nhận giá trị.')
  if (faults.length > 0) return { faults }
  // npm runs us in the checkout; INIT_CWD is where the person stood when typing a relative path.
  const from = given.has('data') ? (env.INIT_CWD ?? process.cwd()) : checkout
  return { config: { port: port!, dataFolder: resolve(from, data!), sample: !given.has('empty') } }
}

const seeHelp = 'Xem các tuỳ chọn: npm start -- --help'

export function readServe(env: Environment = process.env): Read<ServeConfig> {
  const { ORIGIN, SECRET, DATABASE_URL, DATA, FILES, PORT, HOST } = env
  const mail = readMail(env)
  const provider = readProvider(env)
  const seal = readSeal(env)
  const clamd = readClamd(env)
  const mailboxes = readMailboxes(env)
  const port = PORT ? portOf(PORT) : 3000
  const faults = [
    whyNotOrigin(ORIGIN),
    whyNotSecret(SECRET),
    whyNotDatabase(DATABASE_URL, DATA),
    DATABASE_URL && !FILES ? noFiles : null,
    port === null ? `PORT phải là một số từ 1 đến 65535 (đang là “${PORT}”).` : null,
    ...mail.faults,
    ...provider.faults,
    ...seal.faults,
    ...clamd.faults,
    ...mailboxes.faults,
  ].filter((fault) => fault !== null)
  if (faults.length > 0) return { faults }
  const standing = env.INIT_CWD ?? process.cwd()
  const database = DATABASE_URL ? { url: DATABASE_URL } : { folder: resolve(standing, DATA!) }
  const filesFolder = FILES ? resolve(standing, FILES) : filesIn(resolve(standing, DATA!))
  const origin = new URL(ORIGIN!).origin
  const where = { port: port!, host: HOST || '127.0.0.1', origin, secret: SECRET!, database, filesFolder }
  const beside = {
    mail: mail.config,
    provider: provider.config,
    seal: seal.config,
    clamd: clamd.config,
    mailboxes: mailboxes.config,
    credentialKeys: credentialKeysIn(env),
  }
  return { config: { ...where, ...beside } }
}

/** Told, or beside the database that comes along; several machines on one server share a file they are told. */
function credentialKeysIn({ CREDENTIAL_KEY_FILE: told, DATA, INIT_CWD }: Environment): ServeConfig['credentialKeys'] {
  const standing = INIT_CWD ?? process.cwd()
  if (told) return { file: resolve(standing, told), own: false }
  return DATA ? { file: credentialKeysOf(resolve(standing, DATA)), own: true } : null
}

export const credentialKeysOf = (dataFolder: string) => join(dataFolder, 'credential.key')

const noFiles =
  'Thiếu FILES: thư mục giữ bản quét có dấu và các tệp khác, ví dụ FILES=/var/lib/dong-thuan/tep. ' +
  'Mọi tiến trình phải cùng thấy thư mục này.'

/** With the database that comes along, files lie beside it. */
export const filesIn = (dataFolder: string) => join(dataFolder, 'files')

/** All or nothing: where people sign in with the account of their office (OpenID Connect). */
export function readProvider(env: Environment = process.env): { config: ProviderConfig | null; faults: string[] } {
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
export function readSeal(env: Environment = process.env): { config: SealConfig | null; faults: string[] } {
  const { SEAL_PUBLIC, SEAL_KEY_FILE } = env
  if (!SEAL_PUBLIC && !SEAL_KEY_FILE) return { config: null, faults: [] }
  if (SEAL_PUBLIC && !/^age1[02-9ac-hj-np-z]{58}$/.test(SEAL_PUBLIC))
    return { config: null, faults: [notPublic(SEAL_PUBLIC)] }
  const keyFile = SEAL_KEY_FILE ? resolve(env.INIT_CWD ?? process.cwd(), SEAL_KEY_FILE) : null
  return { config: { public: SEAL_PUBLIC || null, keyFile }, faults: [] }
}

/** A secret key pasted by mistake is not said again: it would stay in the journal. */
const notPublic = (given: string) =>
  'SEAL_PUBLIC phải là phần công khai của khoá niêm phong, 62 ký tự bắt đầu bằng age1, do seal keygen in ra' +
  (/secret/i.test(given) ? '; đang đặt nhầm khoá riêng: khoá đó coi như đã lộ, hãy tạo khoá khác.' : '.')

/** A socket, or a port of this machine: letters that are sealed everywhere else must not go over a network in clear. */
/** `IMAP_MAILBOXES="12=imaps://ten:mat-khau@may-chu/INBOX 15=…"`: the desk's body, and its mailbox. */
export function readMailboxes(env: Environment = process.env): { config: MailboxConfig[]; faults: string[] } {
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

export function readClamd(env: Environment = process.env): { config: ClamdConfig | null; faults: string[] } {
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
export function readMail(env: Environment = process.env): { config: MailConfig | null; faults: string[] } {
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

export interface CliConfig {
  database: { url: string } | { folder: string }
  /** null: a server was named without FILES. */
  filesFolder?: string | null
  mail?: MailConfig | null
  provider?: ProviderConfig | null
  seal?: SealConfig | null
  clamd?: ClamdConfig | null
  secret?: string
  origin?: string
}

/** Where the command line finds the data: as told by `--data`, else as the service is told, else the trial's folder. */
export function readCli(data?: string, env: Environment = process.env): CliConfig {
  const { SECRET: secret, ORIGIN: origin, DATABASE_URL: url, DATA, FILES } = env
  const folder = data ?? DATA
  const standing = env.INIT_CWD ?? process.cwd()
  const rest = {
    secret,
    origin,
    mail: readMail(env).config,
    provider: readProvider(env).config,
    seal: readSeal(env).config,
    clamd: readClamd(env).config,
  }
  const told = FILES && !data ? resolve(standing, FILES) : null
  if (url && !data) return { database: { url }, filesFolder: told, ...rest }
  const where = folder ? resolve(standing, folder) : join(checkout, '.data')
  return { database: { folder: where }, filesFolder: told ?? filesIn(where), ...rest }
}

function whyNotOrigin(origin: string | undefined): string | null {
  const example = 'ví dụ ORIGIN=https://danvan.tinh.gov.vn'
  if (!origin) return `Thiếu ORIGIN: địa chỉ người dùng gõ để mở hệ thống, ${example}.`
  const url = URL.canParse(origin) ? new URL(origin) : null
  const plain = url && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!plain) return `ORIGIN phải là một địa chỉ không có đường dẫn phía sau, ${example} (đang là “${origin}”).`
  const local = url.protocol === 'http:' && loopback.includes(url.hostname)
  if (url.protocol === 'https:' || local) return null
  return `ORIGIN phải bắt đầu bằng https:// (http:// chỉ dùng cho 127.0.0.1), ${example} (đang là “${origin}”).`
}

function whyNotSecret(secret: string | undefined): string | null {
  const remedy = 'Tạo một lần bằng: openssl rand -hex 32 – rồi giữ nguyên giữa các lần chạy.'
  if (!secret) return `Thiếu SECRET: khoá riêng của hệ thống, ít nhất 32 ký tự. ${remedy}`
  return secret.length < 32 ? `SECRET quá ngắn (${secret.length} ký tự), cần ít nhất 32. ${remedy}` : null
}

function whyNotDatabase(url: string | undefined, folder: string | undefined): string | null {
  if (!url && !folder)
    return (
      'Thiếu nơi giữ dữ liệu: đặt DATABASE_URL (máy chủ PostgreSQL 15 trở lên, ví dụ ' +
      'postgresql://dongthuan:mat-khau@127.0.0.1/dongthuan) hoặc DATA (thư mục, dùng PostgreSQL đi kèm, ví dụ /var/lib/dong-thuan).'
    )
  if (url && folder) return 'Chỉ đặt một trong hai: DATABASE_URL hoặc DATA.'
  if (url && !/^postgres(ql)?:\/\//.test(url)) return 'DATABASE_URL phải bắt đầu bằng postgresql://.'
  return null
}

/** A file as the person typed it: npm runs us in the checkout, INIT_CWD is where the person stood. */
export function fileAsTyped(name: string, env: Environment = process.env): string {
  return resolve(env.INIT_CWD ?? process.cwd(), name)
}

export const loopback = ['127.0.0.1', 'localhost']

function portOf(text: string | undefined): number | null {
  const port = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 0
  return port >= 1 && port <= 65535 ? port : null
}
