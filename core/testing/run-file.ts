// Runs one test file in a process of its own, which is ended when it hangs; a file that breaks off counts as failed.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Line } from './events.ts'
import { waitedBy } from './waited.ts'

const slowestTest = 120_000
const slowestFile = 300_000
const reporter = join(import.meta.dirname, 'events.ts')

type Failure = Omit<Extract<Line, { kind: 'failed' }>, 'kind'>

export interface Outcome {
  file: string
  passed: number
  skipped: number
  failures: Failure[]
  /** What the file printed. */
  said: string
  /** Its own; what it waited for a template, which the first to need it makes, stands apart. */
  seconds: number
  waited: number
}

export async function runFile(root: string, file: string, stop: AbortSignal): Promise<Outcome> {
  const started = performance.now()
  const eventsFile = join(tmpdir(), `dong-thuan-events-${process.pid}-${file.replaceAll(/[^\w]/g, '-')}`)
  const reporting = [`--test-reporter=${reporter}`, `--test-reporter-destination=${eventsFile}`]
  const args = [...reporting, `--test-timeout=${slowestTest}`, '--disable-warning=ExperimentalWarning', file]
  // A group of its own, so that whatever the file started ends with it.
  const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let late = false
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const end = () => endGroup(child.pid)
  const timer = setTimeout(() => ((late = true), end()), slowestFile)
  stop.addEventListener('abort', end)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearTimeout(timer)
  stop.removeEventListener('abort', end)
  end()
  const outcome = countLines(readLines(eventsFile))
  const broken = whyBroken(outcome, code, late)
  if (broken) outcome.failures.push({ name: '(the file)', at: '', why: broken })
  const waited = waitedBy(child.pid!)
  return { ...outcome, file, said, waited, seconds: (performance.now() - started) / 1000 - waited }
}

function countLines(lines: Line[]) {
  const failures: Failure[] = lines.filter((line) => line.kind === 'failed')
  return {
    passed: lines.filter((line) => line.kind === 'passed').length,
    skipped: lines.filter((line) => line.kind === 'skipped').length,
    failures,
    ended: lines.some((line) => line.kind === 'end'),
  }
}

function whyBroken(outcome: ReturnType<typeof countLines>, code: number | null, late: boolean): string | null {
  if (late) return `still running after ${slowestFile / 1000} s: a test hangs, or something was left open`
  if (!outcome.ended) return `ended with ${code ?? 'a signal'} before its tests did`
  if (outcome.failures.length > 0) return null
  if (code !== 0) return `ended with ${code ?? 'a signal'}`
  return outcome.passed + outcome.skipped === 0 ? 'contains no test' : null
}

function readLines(path: string): Line[] {
  try {
    const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1)
    rmSync(path)
    return whole.map((line) => JSON.parse(line) as Line)
  } catch {
    return []
  }
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {
    // nothing of it is left
  }
}
