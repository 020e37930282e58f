// Builds the pages when they were never built, or from other sources.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { checkout } from '../config.ts'
import { takeLock } from '../db/embedded/lock.ts'
import { Refusal } from '../db/embedded/refusal.ts'

const web = join(checkout, 'web')
const stamp = join(web, 'build', '.stamp')
const sources = ['src/**', 'static/**', 'vite.config.ts', 'package.json', '../package-lock.json']

export const pagesModule = join(web, 'build', 'handler.js')

export function pagesAreBuilt(): boolean {
  return existsSync(pagesModule) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

export async function buildPages(stop?: AbortSignal): Promise<void> {
  const lock = join(checkout, 'node_modules', '.pages-lock')
  if (!mayWrite()) throw new Refusal(noRight)
  let release = await takeLock(lock)
  while (!release && !pagesAreBuilt()) {
    await wait(200) // another start is building them
    release = await takeLock(lock)
  }
  try {
    if (!pagesAreBuilt()) await build(stop)
  } finally {
    release?.()
  }
}

const noRight =
  'Các trang chưa được dựng cho bản này, mà người dùng đang chạy không ghi được vào thư mục mã nguồn. ' +
  'Hãy chạy npm run build bằng người dùng đã cài đặt.'

function mayWrite(): boolean {
  try {
    for (const folder of [web, join(checkout, 'node_modules')]) accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function build(stop?: AbortSignal): Promise<void> {
  const built = fingerprint() // of what the build reads, even when someone edits meanwhile
  const vite = join(createRequire(join(web, 'package.json')).resolve('vite/package.json'), '..', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  stop?.addEventListener('abort', () => child.kill())
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0 && !stop?.aborted) throw new Refusal(`Không dựng được các trang (vite build):\n${said.trim()}`)
  if (code === 0) writeFileSync(stamp, built)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of globSync(sources, { cwd: web }).sort()) {
    const path = join(web, name)
    if (statSync(path).isFile()) hash.update(`${name}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}
