// Who the database server runs as. PostgreSQL refuses root: started by root it runs as the owner of its data or as nobody.
import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import type { DataFolder } from './folder.ts'
import { Refusal } from './refusal.ts'

const nobody = 65534

export interface ServerUser {
  /** Null: the user who started us. */
  ids: { uid: number; gid: number } | null
  /** Words put before a command so that it keeps one capability: to pass through folders closed to it. */
  prefix: string[]
}

export interface Command {
  file: string
  args: string[]
  options: SpawnOptions
}

/** The command as that user, in an environment that no variable of the caller reaches. */
export function commandAs(user: ServerUser, file: string, args: string[]): Command {
  const options = { cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' } }
  if (user.prefix.length > 0) return { file: user.prefix[0]!, args: [...user.prefix.slice(1), file, ...args], options }
  return { file, args, options: { ...options, ...user.ids } }
}

export function serverUserFor(folder: DataFolder): ServerUser {
  if (process.getuid?.() !== 0) return { ids: null, prefix: [] }
  const ids = ownerOf(folder.cluster) ?? { uid: nobody, gid: nobody }
  const plain: ServerUser = { ids, prefix: [] }
  const ways = [plain, keeping('dac_read_search', ids), keeping('dac_override', ids)] // least power first
  const way = ways.find((user) => succeeds(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder.root]))
  if (way) return way
  throw new Refusal(
    `Cơ sở dữ liệu không chạy dưới quyền root, và người dùng số ${ids.uid} không vào được thư mục ${folder.root}. ` +
      'Hãy chọn một thư mục mà mọi người dùng đi qua được, ví dụ: npm start -- --data /var/lib/dong-thuan, ' +
      'hoặc chạy bằng một người dùng thường.',
  )
}

/** Gives a file or folder that root made to the server's user. */
export function handOver(user: ServerUser, path: string): void {
  if (user.ids) chownSync(path, user.ids.uid, user.ids.gid)
}

export function succeeds(user: ServerUser, file: string, args: string[]): boolean {
  const command = commandAs(user, file, args)
  return spawnSync(command.file, command.args, { ...command.options, stdio: 'ignore' } as object).status === 0
}

function keeping(capability: string, ids: { uid: number; gid: number }): ServerUser {
  const identity = ['--reuid', String(ids.uid), '--regid', String(ids.gid), '--clear-groups']
  // Without the bit, access(2) answers as if the capability were not there, and initdb does not find postgres.
  const bits = ['--securebits', '+no_setuid_fixup']
  const kept = ['--inh-caps', `-all,+${capability}`, '--ambient-caps', `+${capability}`]
  return { ids, prefix: ['setpriv', ...identity, ...bits, ...kept, '--'] }
}

function ownerOf(path: string): { uid: number; gid: number } | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null
}
