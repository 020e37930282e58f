// A file that one process holds at a time. It names its holder, so one left behind by a killed process is seen through.
import { rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { textOf } from './folder.ts'
import { identityOf } from './processes.ts'

/** The living process that holds it, or null. */
export function holderOf(path: string): number | null {
  const text = textOf(path)
  const pid = Number(text?.split(' ')[0])
  return text && identityOf(pid) === text ? pid : null
}

/** Takes the lock and answers the way to give it back; null when another process holds it. */
export async function takeLock(path: string): Promise<(() => void) | null> {
  const mine = identityOf(process.pid)!
  if (!tryWrite(path, mine) && !(await takeOver(path, mine))) return null
  return () => {
    if (textOf(path) === mine) rmSync(path, { force: true })
  }
}

async function takeOver(path: string, mine: string): Promise<boolean> {
  if (holderOf(path)) return false
  rmSync(path, { force: true })
  tryWrite(path, mine)
  await wait(50) // two processes may take over at once: the later writer wins, the other sees it here
  return textOf(path) === mine
}

function tryWrite(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
