// Brings the platform up, the same way for a trial and for service: door, database, data, pages.
import { pathToFileURL } from 'node:url'
import type { Logger } from 'pino'
import { openApp, provideApp, type App, type CredentialKeys, type SealKeys } from '../app.ts'
import type { ClamdConfig, MailboxConfig, MailConfig, ProviderConfig, TilesConfig } from '../config.services.ts'
import { attachEmbedded, openEmbedded, Refusal } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { answerApi } from '../http/api.ts'
import { uploads } from '../http/gate.ts'
import { startJobs } from '../jobs/runner.ts'
import { openMailer } from '../mail/smtp.ts'
import { openDoor, pageEnvironment, type Door, type Pages } from '../http/server.ts'
import type { Progress } from './progress.ts'
import type { Stopping } from './stopping.ts'
import { buildPages, pagesAreBuilt, pagesModule } from './web-build.ts'

export interface PlatformOptions {
  port: number
  host: string
  /** How the operator names another port. */
  portWords(port: number): string
  origins?: string[]
  database: { url: string } | { folder: string }
  filesFolder: string
  secret(): string
  /** Asked when the data folder is there. */
  seal(): Promise<SealKeys | null>
  /** Asked when the data folder is there. */
  credentialKeys(): CredentialKeys | null
  sample: boolean
  mail: MailConfig | null
  provider: ProviderConfig | null
  clamd: ClamdConfig | null
  mailboxes: MailboxConfig[]
  tiles: TilesConfig | null
  log: Logger
  progress: Progress
  stopping: Stopping
  /** What is done before the door opens; its lines are printed after the address. */
  prepare(app: App, databaseUrl: string): Promise<string[]>
}

export async function openPlatform(options: PlatformOptions): Promise<{ origin: string; lines: string[] }> {
  const { stopping, progress } = options
  const door = await openDoorOrSay(options)
  stopping.closeLater(door.close)
  const built = pagesAreBuilt() ? null : progress.step('Dựng các trang', () => buildPages(stopping.signal))
  built?.catch(() => {}) // told below, after the database's own faults
  const databaseUrl = await openDatabase(options)
  const { sample, log, provider, clamd, mailboxes, tiles, filesFolder } = options
  const mailer = options.mail && openMailer(options.mail)
  const [secret, seal, credentialKeys] = [options.secret(), await options.seal(), options.credentialKeys()]
  const given = {
    databaseUrl,
    filesFolder,
    log,
    sample,
    mailer,
    provider,
    seal,
    credentialKeys,
    clamd,
    mailboxes,
    tiles,
  }
  const app = openApp({ ...given, origin: door.origin, secret })
  stopping.closeLater(app.close)
  const lines = await options.prepare(app, databaseUrl)
  await built
  if (stopping.signal.aborted) return { origin: door.origin, lines }
  provideApp(app)
  door.open({ app, pages: await loadPages(), api: answerApi })
  stopping.closeLater(startJobs(app).stop)
  return { origin: door.origin, lines }
}

async function openDatabase({ database, progress, stopping }: PlatformOptions): Promise<string> {
  const url = 'url' in database ? database.url : await openFolder(database.folder, progress, stopping)
  await progress.step('Nâng cấp lược đồ dữ liệu', async () => {
    try {
      await migrate(url)
    } catch (error) {
      throw unreachable(error) ?? error
    }
  })
  return url
}

async function openFolder(folder: string, progress: Progress, stopping: Stopping): Promise<string> {
  const embedded = await progress.step('Mở cơ sở dữ liệu', () => openEmbedded(folder, { log: progress.line }))
  stopping.closeLater(embedded.stop)
  return embedded.url
}

async function openDoorOrSay({ port, host, origins, database, portWords }: PlatformOptions): Promise<Door> {
  try {
    return await openDoor({ port, host, origins, uploads })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const ours = 'folder' in database && attachEmbedded(database.folder)
    const perhaps = ours ? ` Có lẽ chính nền tảng này đang chạy: thư mục ${database.folder} đang được dùng.` : ''
    const another = `chọn cổng khác: ${portWords(port < 1024 ? 3000 : port === 65535 ? 65534 : port + 1)}`
    if (code === 'EADDRINUSE')
      throw new Refusal(`Cổng ${port} đang có chương trình khác dùng.${perhaps} Hãy dừng nó, hoặc ${another}`)
    if (code === 'EACCES') throw new Refusal(`Không có quyền dùng cổng ${port}. Hãy ${another}`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Refusal(`Máy này không có địa chỉ ${host} (HOST).`)
    throw error
  }
}

function unreachable(error: unknown): Refusal | null {
  const { code, message } = error as NodeJS.ErrnoException
  const network = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENOENT',
    'EACCES',
    '28P01',
    '28000',
    '3D000',
  ]
  if (!code || !network.includes(code)) return null
  return new Refusal(`Không kết nối được cơ sở dữ liệu: ${message}. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`, {
    cause: error,
  })
}

async function loadPages(): Promise<Pages> {
  Object.assign(process.env, pageEnvironment)
  const { handler } = (await import(pathToFileURL(pagesModule).href)) as { handler: Pages }
  return handler
}
