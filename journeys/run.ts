// npm run journeys [-- part of a name]: stories of people in a real browser, on a trial and on a service of their own.
// Ends with one line: N passed, N failed. CHROMIUM names a browser to use instead of the one found.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, howToGetChromium } from './chromium.ts'
import { openService, openTrial, type Platform } from './platform.ts'

interface Tally {
  passed: number
  failed: number
}

const here = import.meta.dirname
const chromium = findChromium()
if (!chromium) {
  console.error(howToGetChromium)
  process.exit(1)
}
const began = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'dt-j-')) // short: sockets lie below it
const platforms: Platform[] = []
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())

let tally: Tally = { passed: 0, failed: 1 }
try {
  await openAll()
  console.log(`Các nền tảng sẵn sàng sau ${seconds()} giây; trình duyệt ${chromium}\n`)
  tally = await tellStories(chromium)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
} finally {
  const closed = await Promise.allSettled(platforms.map((platform) => platform.stop()))
  for (const one of closed) if (one.status === 'rejected') tally.failed += report(one.reason)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
console.log(`\n${seconds()} giây`)
console.log(`${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0

/** One after the other: the first may have to build the pages, and both share two cores. */
async function openAll(): Promise<void> {
  for (const open of [openTrial, openService]) {
    if (interrupted.signal.aborted) throw new Error('Đã dừng.')
    platforms.push(await open(folder))
  }
}

/** Playwright as a process of its own, told where the platforms are; the reporter sends back how it went. */
function tellStories(executable: string): Promise<Tally> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  const env = {
    ...process.env,
    ...Object.assign({}, ...platforms.map((platform) => platform.environment)),
    CHROMIUM: executable,
    JOURNEYS_FOLDER: folder,
  }
  const args = [cli, 'test', '--config', join(here, 'playwright.config.ts'), ...process.argv.slice(2)]
  const child = spawn(process.execPath, args, { cwd: here, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  interrupted.signal.addEventListener('abort', () => child.kill('SIGINT'))
  return new Promise((resolve, reject) => {
    let last: Tally | null = null
    child.on('message', (message) => (last = message as Tally))
    child.on('error', reject)
    child.on('close', (code) => resolve(last ?? { passed: 0, failed: code === 0 ? 0 : 1 }))
  })
}

function report(reason: unknown): number {
  console.error(reason instanceof Error ? reason.message : reason)
  return 1
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0)
}
