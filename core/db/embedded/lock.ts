// One platform process per data folder. The lock names its holder, so one left behind by a killed process is seen through.
import { rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { textOf, type DataFolder } from './folder.ts'
import { identityOf } from './processes.ts'
import { Refusal } from './refusal.ts'

/** The process that holds the folder, or null. */
export function holderOf(folder: DataFolder): number | null {
  const text = textOf(folder.lock)
  const pid = Number(text?.split(' ')[0])
  return text && identityOf(pid) === text ? pid : null
}

/** Takes the lock or refuses; answers the way to give it back. */
export async function takeLock(folder: DataFolder): Promise<() => void> {
  const mine = identityOf(process.pid)!
  const free = tryWrite(folder.lock, mine)
  if (!free) await takeOver(folder, mine)
  return () => {
    if (textOf(folder.lock) === mine) rmSync(folder.lock, { force: true })
  }
}

async function takeOver(folder: DataFolder, mine: string): Promise<void> {
  const holder = holderOf(folder)
  if (holder) throw inUse(folder, holder)
  rmSync(folder.lock, { force: true })
  tryWrite(folder.lock, mine)
  await wait(50) // two processes may take over at once: the later writer wins, the other sees it here
  if (textOf(folder.lock) !== mine) throw inUse(folder, holderOf(folder))
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

function inUse(folder: DataFolder, holder: number | null): Refusal {
  return new Refusal(
    `Thư mục dữ liệu ${folder.root} đang được một lần chạy khác sử dụng${holder ? ` (tiến trình ${holder})` : ''}. ` +
      'Hãy dừng lần chạy đó (Ctrl-C trong cửa sổ của nó), hoặc chọn thư mục khác bằng --data.',
  )
}
