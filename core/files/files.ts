// Kept files: bytes on disk, each under its own SHA-256. Written once, never changed, never run.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export interface Files {
  folder: string
  /** Takes the bytes as they come and answers their SHA-256. The same bytes are kept once. */
  keep(content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string>
  read(sha256: string): Promise<Buffer>
  /** Throws node's error through the stream when the file is gone. */
  stream(sha256: string): Readable
  /** How many bytes lie there; null: none. */
  size(sha256: string): Promise<number | null>
  /** The names in one of the 256 folders, “00” to “ff”. */
  namesIn(two: string): Promise<string[]>
  /** Takes it away for good unless it was kept, or kept again, after that moment; answers whether it did. */
  drop(sha256: string, before: Date): Promise<boolean>
}

/** The folder is made when the first file comes. */
export function openFiles(folder: string): Files {
  return {
    folder,
    keep: (content) => keep(folder, content),
    read: async (sha256) => readFile(pathOf(folder, sha256)),
    stream: (sha256) => createReadStream(pathOf(folder, sha256)),
    size: async (sha256) =>
      stat(pathOf(folder, sha256)).then(
        ({ size }) => size,
        () => null,
      ),
    namesIn: async (two) => {
      const names = await readdir(join(folder, two)).catch(() => [])
      return names.filter((name) => /^[0-9a-f]{64}$/.test(name))
    },
    drop: (sha256, before) => drop(folder, sha256, before),
  }
}

/** Moved aside first: the same bytes kept again in between are a new file in its place, and are put back if they were moved. */
async function drop(folder: string, sha256: string, before: Date): Promise<boolean> {
  const path = pathOf(folder, sha256)
  const aside = join(folder, 'coming', `${sha256}.${randomBytes(6).toString('hex')}`)
  const { mtime } = await stat(path).catch(() => ({ mtime: null }))
  if (mtime === null || mtime >= before) return false
  await mkdir(join(folder, 'coming'), { recursive: true, mode: 0o700 })
  await rename(path, aside)
  if ((await stat(aside)).mtime >= before) {
    await rename(aside, path)
    return false
  }
  await rm(aside, { force: true })
  return true
}

/** Two letters a folder, so that none holds more names than a person can look through. */
function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not the name of a kept file: ${sha256}`)
  return join(folder, sha256.slice(0, 2), sha256)
}

/** Under another name until it is whole and on the disk. */
async function keep(folder: string, content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
  const coming = join(folder, 'coming')
  await mkdir(coming, { recursive: true, mode: 0o700 })
  const unfinished = join(coming, randomBytes(12).toString('hex'))
  const hash = createHash('sha256')
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      for await (const part of content) {
        hash.update(part)
        await file.writeFile(part)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    const sha256 = hash.digest('hex')
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
    await rename(unfinished, pathOf(folder, sha256))
    return sha256
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
