// Opens the data a command looks into: a server, the database of a running platform, or its own for a moment.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openApp, type App, type SealKeys } from '../../app.ts'
import type { CliConfig } from '../../config.ts'
import { waitForOthers } from '../../db/connections.ts'
import { attachEmbedded, openEmbedded, Refusal } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { readSetting } from '../../db/setting.store.ts'
import { loadForms } from '../../commendations/form.load.ts'
import { loadCriteria } from '../../criteria/criteria.load.ts'
import { loadLaws } from '../../law/law.load.ts'
import { healthOf } from '../../http/health.ts'
import { children } from '../../places/place.operations.ts'
import { openMailer } from '../../mail/smtp.ts'
import { keptSecret } from '../kept-secret.ts'
import { sealKeysOf, trialKeyFile } from '../seal-keys.ts'
import { completeKey } from '../../sample/sample.ts'
import { prepareData } from '../prepare.ts'
import type { Progress } from '../progress.ts'
import type { Stopping } from '../stopping.ts'
import { askOf } from './command.ts'

interface Frame {
  progress: Progress
  stopping: Stopping
}

/** Data that are not there yet are prepared as by `npm start`: with the sample year, unless a server was named. */
export async function openData({ database, ...config }: CliConfig, { progress, stopping }: Frame): Promise<App> {
  const folder = 'folder' in database ? database.folder : null
  const running = folder === null ? null : attachEmbedded(folder)
  const url = running ?? ('url' in database ? database.url : await openFolder(database.folder, { progress, stopping }))
  if (!running) await migrate(url)
  const secret = config.secret ?? (folder === null ? undefined : keptSecret(join(folder, 'secret')))
  const mailer = config.mail ? openMailer(config.mail) : null
  const { origin, provider, filesFolder = null } = config
  const seal = await keysFor(folder, config).catch((error: Error) => {
    progress.line(error.message)
    return null
  })
  const app = openApp({ databaseUrl: url, filesFolder, poolSize: 4, secret, mailer, provider, seal, origin })
  stopping.closeLater(app.close)
  if (running) await refuseUnready(app)
  else if (await isEmpty(app)) await prepareData({ app, url, sample: folder !== null, progress })
  else {
    await loadLaws(app)
    await loadCriteria(app)
    await loadForms(app)
  }
  app.sample ||= (await readSetting(app.db, completeKey)) === true
  return app
}

/** The address of the database as it is, neither migrated nor filled. A folder without data is made only when asked. */
export async function openWhole(
  { database }: CliConfig,
  { make, progress, stopping }: Frame & { make: boolean },
): Promise<string> {
  if ('url' in database) return database.url
  const running = attachEmbedded(database.folder)
  if (running) return running
  if (!make && !existsSync(database.folder)) throw new Refusal(`Không có dữ liệu nào ở ${database.folder}.`)
  return openFolder(database.folder, { progress, stopping })
}

/** Those the service is told, else those a trial made. What is wrong with them stops only what needs them. */
async function keysFor(folder: string | null, { seal }: Pick<CliConfig, 'seal'>): Promise<SealKeys | null> {
  if (seal) return sealKeysOf(seal)
  const keyFile = folder && trialKeyFile(folder)
  return keyFile && existsSync(keyFile) ? sealKeysOf({ public: null, keyFile }) : null
}

async function openFolder(folder: string, { progress, stopping }: Frame): Promise<string> {
  const { url, stop } = await openEmbedded(folder, { log: progress.line })
  stopping.closeLater(stop)
  stopping.closeLater(() => waitForOthers(url))
  return url
}

async function refuseUnready(app: App): Promise<void> {
  const { ready, reasons } = await healthOf(app)
  if (!ready) throw new Refusal(`Nền tảng đang chạy là bản cũ (${reasons.join('; ')}). Hãy dừng rồi khởi động lại nó.`)
  if (await isEmpty(app)) throw new Refusal('Nền tảng đang nạp dữ liệu lần đầu. Hãy thử lại sau ít phút.')
}

async function isEmpty(app: App): Promise<boolean> {
  return (await askOf(app)(children, {})).children.length === 0
}
