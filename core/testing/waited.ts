// How long a test file waited for its template: that is no time of its own, and hides which file is slow.
import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const fileOf = (pid: number) => join(tmpdir(), `dong-thuan-waited-${pid}`)

/** Said by the process of the file, in seconds. */
export const noteWait = (seconds: number): void => appendFileSync(fileOf(process.pid), `${seconds}\n`)

/** Asked once by the runner when that process is over. */
export function waitedBy(pid: number): number {
  try {
    const lines = readFileSync(fileOf(pid), 'utf8').trim().split('\n')
    rmSync(fileOf(pid))
    return lines.reduce((sum, line) => sum + Number(line), 0)
  } catch {
    return 0 // it opened no database
  }
}
