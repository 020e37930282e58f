// npm test: one throwaway database server, every test file on it, and a last line that says how it went.
// Arguments are parts of paths: npm test -- places programmes/entry; with “!” those left out: npm test -- core '!core/mail'.
// TEST_DATABASE_URL names a server to use instead.
import { randomBytes } from 'node:crypto'
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../db/embedded.ts'
import { runFile, type Outcome } from './run-file.ts'
import { dropAll, type TestServer } from './templates.ts'

const root = join(import.meta.dirname, '..', '..')
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())

const files = wantedFiles(process.argv.slice(2))
if (files.length === 0) {
  console.error(`Không có tệp kiểm thử nào có đường dẫn chứa: ${process.argv.slice(2).join(', ')}`)
  process.exit(1)
}
const folder = openFolder()
const { server, close } = await openServer(folder)
process.env.DONG_THUAN_TEST_SERVER = server.url
process.env.DONG_THUAN_TEST_PREFIX = server.prefix
try {
  process.exitCode = tell(await runAll(files))
} finally {
  await close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Tests that need a browser are journeys and lie elsewhere. */
function wantedFiles(given: string[]): string[] {
  const without = given.filter((part) => part.startsWith('!')).map((part) => part.slice(1))
  const parts = given.filter((part) => !part.startsWith('!'))
  return globSync(['core/**/*.test.ts', 'web/src/**/*.test.ts'], { cwd: root, exclude: ['**/node_modules/**'] })
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .filter((file) => !without.some((part) => file.includes(part)))
    .sort()
}

async function runAll(open: string[]): Promise<Outcome[]> {
  const waiting = [...open]
  const outcomes: Outcome[] = []
  const worker = async () => {
    for (let file = waiting.shift(); file && !interrupted.signal.aborted; file = waiting.shift()) {
      const outcome = await runFile(root, file, interrupted.signal)
      outcomes.push(outcome)
      tellFile(outcome)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker))
  return outcomes
}

function tellFile({ file, passed, failures, seconds, waited, said }: Outcome): void {
  const good = failures.length === 0
  const wait = waited < 1 ? '' : ` (+ ${waited.toFixed(0)} s dữ liệu mẫu)`
  const found = `${passed}${good ? '' : ` · ✖ ${failures.length}`}`
  console.log(`${good ? '✔' : '✖'} ${file}  ${found}  ${seconds.toFixed(1)} s${wait}`)
  if (said.trim()) console.log(indented(said.trim()))
  for (const { name, at, why } of failures) console.log(`  ✖ ${name}${at ? ` (${file}:${at})` : ''}\n${indented(why)}`)
}

/** Names the failed again at the end, where they are looked for; answers the exit code. */
function tell(outcomes: Outcome[]): number {
  const failures = outcomes.flatMap(({ file, failures }) => failures.map(({ name }) => `✖ ${file}: ${name}`))
  const passed = sum(outcomes.map((outcome) => outcome.passed))
  const skipped = sum(outcomes.map((outcome) => outcome.skipped))
  if (failures.length > 0) console.log(`\n${failures.join('\n')}`)
  if (skipped > 0) console.log(`${skipped} skipped`)
  if (interrupted.signal.aborted) console.log('interrupted')
  console.log(`${passed} passed, ${failures.length} failed`)
  return failures.length > 0 || interrupted.signal.aborted ? 1 : 0
}

/** Everything the tests leave in the temporary folder goes with it, also when they are broken off. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dt-')) // short: sockets lie below it
  chmodSync(folder, 0o711) // started by root, the server is someone else and must pass through
  process.env.TMPDIR = folder
  return folder
}

async function openServer(folder: string): Promise<{ server: TestServer; close(): Promise<void> }> {
  const prefix = `test_${randomBytes(4).toString('hex')}`
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    const server = { url: given, prefix }
    return { server, close: () => dropAll(server) }
  }
  const embedded = await openEmbedded(join(folder, 'data'), { throwaway: true, log: console.error })
  return { server: { url: embedded.url, prefix }, close: embedded.stop }
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '    ')
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
