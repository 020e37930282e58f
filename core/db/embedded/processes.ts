// Tells processes apart although the system gives their numbers out again.
import { spawnSync } from 'node:child_process'
import { platform } from 'node:os'
import { textOf } from './folder.ts'

/** Number and start of a living process; null when it is gone. The same number with another start is another process. */
export function identityOf(pid: number): string | null {
  if (platform() !== 'linux') return answerOfPs(pid, 'lstart=')
  const stat = readOf(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields || fields[0] === 'Z') return null
  return `${pid} ${fields[19]} ${textOf('/proc/sys/kernel/random/boot_id')?.trim()}`
}

/** Is this process a database server on that cluster? */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!identityOf(pid)) return false
  const command =
    platform() === 'linux' ? readOf(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') : answerOfPs(pid, 'args=')
  return command?.includes(`-D ${cluster} `) ?? false
}

export async function gone(pid: number, seconds: number): Promise<boolean> {
  const started = identityOf(pid)
  for (const until = Date.now() + seconds * 1000; Date.now() < until;) {
    if (!started || identityOf(pid) !== started) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}

/** A process may end between two looks: then there is nothing to read. */
function readOf(path: string): string | null {
  try {
    return textOf(path)
  } catch {
    return null
  }
}

function answerOfPs(pid: number, column: string): string | null {
  const answer = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' })
  return answer.status === 0 ? `${answer.stdout.trim()} ` : null
}
