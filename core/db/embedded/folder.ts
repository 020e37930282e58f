// Where things lie inside a data folder.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface DataFolder {
  root: string
  /** The cluster itself, owned by the user the server runs as. */
  cluster: string
  password: string
  lock: string
  log: string
  socket: string
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    cluster: join(root, 'postgres'),
    password: join(root, 'password'),
    lock: join(root, 'lock'),
    log: join(root, 'postgres.log'),
    socket: join(root, 'socket'),
  }
}

/** The address of the platform's database; `localhost` only keeps it a valid URL, the socket is what is used. */
export function databaseUrl(password: string, socketFolder: string): string {
  return `postgresql://dongthuan:${password}@localhost/dongthuan?host=${encodeURIComponent(socketFolder)}`
}

/** What a running server wrote about itself in its cluster. */
export interface Postmaster {
  pid: number
  socketFolder: string
  ready: boolean
}

export function readPostmaster(folder: DataFolder): Postmaster | null {
  const text = textOf(join(folder.cluster, 'postmaster.pid'))
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid < 2) return null
  return { pid, socketFolder: lines[4] ?? '', ready: lines[7] === 'ready' }
}

/** The file's text, or null when there is none. */
export function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
