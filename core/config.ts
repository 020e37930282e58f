// What the two ways of running the platform are told: the only file that reads the environment and the command line.
// Every fault is found at once and said with its remedy.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as services from './config.services.ts'
import {
  loopback,
  portOf,
  standingIn,
  type ClamdConfig,
  type Environment,
  type MailboxConfig,
} from './config.services.ts'
import type { MailConfig, ProviderConfig, SealConfig, TilesConfig } from './config.services.ts'

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
  /** Pictures below the drawn maps; null: none, as usual. */
  tiles: TilesConfig | null
  /** Keys that sign credentials of commendations; `own`: lies in the data folder and is made when it is not there. */
  credentialKeys: { file: string; own: boolean } | null
}

export type Read<T> = { config: T } | { faults: string[] } | { help: string }

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
  const from = given.has('data') ? standingIn(env) : checkout
  return { config: { port: port!, dataFolder: resolve(from, data!), sample: !given.has('empty') } }
}

const seeHelp = 'Xem các tuỳ chọn: npm start -- --help'

export function readServe(env: Environment = process.env): Read<ServeConfig> {
  const { ORIGIN, SECRET, DATABASE_URL, DATA, FILES, PORT, HOST } = env
  const mail = services.readMail(env)
  const provider = services.readProvider(env)
  const seal = services.readSeal(env)
  const clamd = services.readClamd(env)
  const mailboxes = services.readMailboxes(env)
  const tiles = services.readTiles(env)
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
    ...tiles.faults,
  ].filter((fault) => fault !== null)
  if (faults.length > 0) return { faults }
  const standing = standingIn(env)
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
    tiles: tiles.config,
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
  const standing = standingIn(env)
  const rest = {
    secret,
    origin,
    mail: services.readMail(env).config,
    provider: services.readProvider(env).config,
    seal: services.readSeal(env).config,
    clamd: services.readClamd(env).config,
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
  return resolve(standingIn(env), name)
}
