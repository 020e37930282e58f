// Workbooks handled by another program than ours: openpyxl of Debian makes them, fills them and compares them.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const python = process.env.PYTHON ?? '/usr/bin/python3'
const run = (script: string, ...args: string[]) =>
  execFileSync(python, [join(import.meta.dirname, 'excel', script), ...args], { encoding: 'utf8' })

/** Why the other program cannot be asked, or null. */
export function whyNoOpenpyxl(): string | null {
  try {
    execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' })
    return null
  } catch {
    return 'Chưa có openpyxl để mở tệp Excel bằng một chương trình khác. Hãy cài: apt-get install python3-openpyxl'
  }
}

export const makeSuperiors = (file: string, units: readonly string[]) => void run('superior.py', file, ...units)
export const fillIn = (file: string, cells: Readonly<Record<string, string>>) =>
  void run('fill.py', file, ...Object.entries(cells).map(([cell, value]) => `${cell}=${value}`))

export interface Difference {
  cells: Record<string, string | number | null>
  restyled: string[]
  /** Sheets on which something else differs: merged ranges, widths, rules, comments. */
  elsewhere: string[]
  parts: boolean
  /** Parts of the file that are not the same byte for byte. */
  changed: string[]
}
export const differences = (before: string, after: string) => JSON.parse(run('compare.py', before, after)) as Difference
