// The PostgreSQL server that npm brings, run as a child process on a data folder; reached through a Unix socket only.
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { platform } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { binariesFor } from './embedded/binaries.ts'
import { ensureCluster, type Setting } from './embedded/cluster.ts'
import { databaseUrl, dataFolder, readPostmaster, textOf, type DataFolder } from './embedded/folder.ts'
import { holderOf, takeLock } from './embedded/lock.ts'
import { servesCluster } from './embedded/processes.ts'
import { Refusal } from './embedded/refusal.ts'
import { startServer, stopOrphan, type Server } from './embedded/server.ts'
import { serverUserFor } from './embedded/user.ts'

export { Refusal }

export interface Embedded {
  url: string
  /** Was the database made by this start? */
  created: boolean
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Sentences about what takes long or went wrong. */
  log?: (sentence: string) => void
  /** For tests: nothing is forced to disk, and the whole folder is removed at the end. */
  throwaway?: boolean
}

/** Starts the server, making the database on first use. Throws a `Refusal` with a sentence for the person at the machine. */
export async function openEmbedded(path: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const log = options.log ?? (() => {})
  const folder = makeFolder(resolve(path))
  const user = serverUserFor(folder)
  const releaseLock = await lockOf(folder)
  try {
    await stopOrphan(folder, log)
    const binaries = binariesFor(user, folder)
    const setting: Setting = { folder, user, binaries, throwaway: options.throwaway ?? false }
    const created = await ensureCluster(setting)
    const server = await keepRunning(setting, log)
    const stop = () => server.stop().finally(releaseLock)
    return { url: databaseUrl(textOf(folder.password)!, server.socketFolder), created, stop }
  } catch (error) {
    releaseLock()
    throw error
  }
}

/** The address of the server that another process of the same user runs on this folder, or null when none runs. */
export function attachEmbedded(path: string): string | null {
  const folder = dataFolder(resolve(path))
  try {
    const server = readPostmaster(folder)
    const usable = server?.ready && holderOf(folder.lock) && servesCluster(server.pid, folder.cluster)
    return usable ? databaseUrl(textOf(folder.password)!, server.socketFolder) : null
  } catch (error) {
    throw explained(error, folder)
  }
}

/** A server that ends by itself (out of memory, killed) is started again, at the same address. */
async function keepRunning(setting: Setting, log: (sentence: string) => void) {
  let stopping = false
  let server = await startServer(setting, log)
  const socketFolder = server.socketFolder
  let restart = Promise.resolve()
  watch(server)
  return { socketFolder, stop }

  function watch(running: Server): void {
    running.process.once('exit', () => {
      if (!stopping) restart = again().catch((error: Error) => log(error.message))
    })
  }

  async function again(): Promise<void> {
    log('Cơ sở dữ liệu dừng đột ngột; đang khởi động lại.')
    server = await startServer(setting, log, socketFolder)
    watch(server)
  }

  async function stop(): Promise<void> {
    stopping = true
    await restart
    await server.stop()
  }
}

function makeFolder(root: string): DataFolder {
  if (platform() === 'win32')
    throw new Refusal(
      'PostgreSQL đi kèm không chạy trên Windows. Hãy dùng WSL, hoặc chỉ máy chủ có sẵn qua DATABASE_URL.',
    )
  const folder = dataFolder(root)
  try {
    // Root's server runs as someone else, who must be able to pass through.
    if (!existsSync(root)) mkdirSync(root, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    return folder
  } catch (error) {
    throw explained(error, folder)
  }
}

/** A run that is just ending gets a second to do so. */
async function lockOf(folder: DataFolder): Promise<() => void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const release = await takeLock(folder.lock)
    if (release) return release
    await wait(100)
  }
  const holder = holderOf(folder.lock)
  throw new Refusal(
    `Thư mục dữ liệu ${folder.root} đang được một lần chạy khác sử dụng${holder ? ` (tiến trình ${holder})` : ''}. ` +
      'Hãy dừng lần chạy đó (Ctrl-C trong cửa sổ của nó), hoặc chọn thư mục khác bằng --data.',
  )
}

function explained(error: unknown, folder: DataFolder): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error
  const sentence = `Không có quyền với thư mục dữ liệu ${folder.root}. Hãy chạy bằng người dùng đã tạo nó, hoặc chọn thư mục khác bằng --data.`
  return new Refusal(sentence, { cause: error })
}
