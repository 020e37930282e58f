// Starts and stops the server process of a cluster.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Setting } from './cluster.ts'
import { readPostmaster, type DataFolder } from './folder.ts'
import { gone, servesCluster } from './processes.ts'
import { Refusal } from './refusal.ts'
import { keepLogSmall, settingsOf } from './settings.ts'
import { commandAs, handOver } from './user.ts'

const longestSocketPath = 100

type Log = (sentence: string) => void

export interface Server {
  socketFolder: string
  process: ChildProcess
  stop(): Promise<void>
}

/** Answers when the server takes connections. */
export async function startServer(setting: Setting, log: Log, keptSocket?: string): Promise<Server> {
  const { folder } = setting
  keepLogSmall(folder)
  const socketFolder = keptSocket ?? makeSocketFolder(setting)
  for (let attempt = 1; ; attempt++) {
    const seen = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0
    const process = launch(setting, socketFolder)
    if (process.pid) watchOver(process, removable(setting, socketFolder))
    if (await ready(process, folder, log))
      return { socketFolder, process, stop: () => stop(process, setting, socketFolder) }
    const said = readFileSync(folder.log, 'utf8').slice(seen)
    // The last children of a killed server need a moment to notice that it is gone.
    if (attempt > 50 || !/pre-existing shared memory block|lock file .* already exists/.test(said))
      throw failed(folder, said)
    await wait(200)
  }
}

/** Ends a server whose platform process was killed, and clears its lock when the number now names another process. */
export async function stopOrphan(folder: DataFolder, log: Log): Promise<void> {
  const left = readPostmaster(folder)
  if (!left) return
  if (servesCluster(left.pid, folder.cluster)) {
    log('Máy chủ dữ liệu của lần chạy trước còn sót lại; đang dừng nó.')
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      process.kill(left.pid, signal)
      if (await gone(left.pid, 20)) return
    }
  } else if (!(await gone(left.pid, 0.01))) rmSync(join(folder.cluster, 'postmaster.pid'), { force: true })
}

function launch(setting: Setting, socketFolder: string): ChildProcess {
  const { folder, user, binaries } = setting
  const settings = Object.entries(settingsOf(setting.throwaway)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = commandAs(user, binaries.postgres, [
    '-D',
    folder.cluster,
    '-k',
    socketFolder,
    '-p',
    '5432',
    ...settings,
  ])
  const logFile = openSync(folder.log, 'a', 0o600)
  handOver(user, folder.log)
  // Its own session: Ctrl-C in the terminal reaches us alone, and we stop it in order.
  const stdio = ['ignore', logFile, logFile] as ['ignore', number, number]
  const process = spawn(command.file, command.args, { ...command.options, detached: true, stdio })
  closeSync(logFile)
  process.on('error', () => {}) // seen as an exit
  process.unref()
  return process
}

/** A shell that stops the server when we are gone without a word: the pipe between us closes. */
function watchOver(server: ChildProcess, folders: string[]): void {
  const script =
    'read -r line; kill -INT "$1"; while kill -0 "$1"; do sleep 0.2; done; shift; [ $# = 0 ] || rm -rf -- "$@"'
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(server.pid), ...folders], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => {})
  watcher.unref()
  server.once('exit', () => watcher.kill('SIGKILL'))
}

async function ready(server: ChildProcess, folder: DataFolder, log: Log): Promise<boolean> {
  let told = Date.now()
  while (server.pid && server.exitCode === null && server.signalCode === null) {
    const postmaster = readPostmaster(folder)
    if (postmaster?.pid === server.pid && postmaster.ready) return true
    if (Date.now() - told > 5000) {
      log('Cơ sở dữ liệu đang khôi phục sau lần dừng đột ngột; xin chờ.')
      told = Date.now()
    }
    await wait(10)
  }
  return false
}

async function stop(server: ChildProcess, setting: Setting, socketFolder: string): Promise<void> {
  server.ref()
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (server.exitCode !== null || server.signalCode !== null) break
    server.kill(signal)
    const ended = new Promise((resolve) => server.once('exit', resolve))
    await Promise.race([ended, wait(30_000, undefined, { ref: false })])
  }
  for (const path of removable(setting, socketFolder)) rmSync(path, { recursive: true, force: true, maxRetries: 5 })
}

/** What must not stay behind. */
function removable({ folder, throwaway }: Setting, socketFolder: string): string[] {
  return [...(throwaway ? [folder.root] : []), ...(socketFolder === folder.socket ? [] : [socketFolder])]
}

/** In the data folder, or in a short private one: the system cuts a socket's path at about a hundred bytes. */
function makeSocketFolder({ folder, user }: Setting): string {
  const fits = Buffer.byteLength(join(folder.socket, '.s.PGSQL.5432.lock')) < longestSocketPath
  const socketFolder = fits ? folder.socket : mkdtempSync(join(tmpdir(), 'dt-'))
  if (fits) mkdirSync(socketFolder, { recursive: true })
  chmodSync(socketFolder, 0o700)
  handOver(user, socketFolder)
  return socketFolder
}

function failed(folder: DataFolder, said: string): Refusal {
  const last = said.trim().split('\n').slice(-8).join('\n')
  return new Refusal(`Cơ sở dữ liệu trong ${folder.cluster} không khởi động được. Nhật ký ở ${folder.log}:\n${last}`)
}
