// Makes the database cluster of a data folder, once and whole.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { textOf, type DataFolder } from './folder.ts'
import { Refusal } from './refusal.ts'
import { commandAs, handOver, type ServerUser } from './user.ts'

const majorVersion = '18'
const unfinishedName = /^postgres\.new-/

export interface Setting {
  folder: DataFolder
  user: ServerUser
  binaries: Binaries
  throwaway: boolean
}

/** Makes the cluster unless it is there; answers whether it was made now. */
export async function ensureCluster(setting: Setting): Promise<boolean> {
  const { folder } = setting
  for (const name of readdirSync(folder.root).filter((name) => unfinishedName.test(name)))
    rmSync(join(folder.root, name), { recursive: true, force: true, maxRetries: 5 })
  const present = existsSync(folder.cluster)
  if (present) checkVersion(folder)
  else await createCluster(setting)
  if (!textOf(folder.password)) await renewPassword(setting)
  return !present
}

/** Under a passing name until it is complete, so that one broken off half-way is simply made again. */
async function createCluster(setting: Setting): Promise<void> {
  const { folder, user, binaries, throwaway } = setting
  const unfinished = join(folder.root, `postgres.new-${randomBytes(4).toString('hex')}`)
  mkdirSync(unfinished, { mode: 0o700 })
  handOver(user, unfinished)
  const locale = ['--locale-provider=icu', '--icu-locale=vi-VN', '--locale=C', '--encoding=UTF8']
  const access = ['--username=postgres', '--auth=trust'] // replaced below, before the server ever listens
  const more = ['--no-instructions', ...(throwaway ? ['--no-sync'] : [])]
  await runToEnd(user, binaries.initdb, ['-D', unfinished, ...locale, ...access, ...more])
  // The superuser cannot log in at all; the platform's own role has the powers a hosted server would give it.
  writeFileSync(join(unfinished, 'pg_hba.conf'), 'local all dongthuan scram-sha-256\n')
  await alone(
    setting,
    unfinished,
    'create role dongthuan login createdb;\ncreate database dongthuan owner dongthuan;\n',
  )
  rmSync(folder.password, { force: true })
  renameSync(unfinished, folder.cluster)
}

/** Also the remedy when the file was lost. */
async function renewPassword(setting: Setting): Promise<void> {
  const { folder, user } = setting
  const password = randomBytes(24).toString('hex')
  await alone(setting, folder.cluster, `alter role dongthuan password '${password}';\n`)
  writeFileSync(folder.password, password, { mode: 0o600 })
  handOver(user, folder.password)
}

/** Statements in PostgreSQL's single-user mode: no password, no socket, one line each. */
function alone({ user, binaries, throwaway }: Setting, cluster: string, statements: string): Promise<void> {
  const quick = throwaway ? ['-c', 'fsync=off'] : []
  return runToEnd(user, binaries.postgres, ['--single', '-D', cluster, ...quick, 'postgres'], statements)
}

function checkVersion({ cluster }: DataFolder): void {
  const version = textOf(join(cluster, 'PG_VERSION'))?.trim()
  if (version === majorVersion) return
  throw new Refusal(
    version
      ? `Dữ liệu trong ${cluster} do PostgreSQL ${version} tạo, còn bản này đi kèm PostgreSQL ${majorVersion}. ` +
          'Hãy chạy bản phần mềm cũ để xuất dữ liệu, rồi nhập vào thư mục mới.'
      : `Thư mục ${cluster} có sẵn nhưng không phải cơ sở dữ liệu. Hãy chọn thư mục khác bằng --data.`,
  )
}

async function runToEnd(user: ServerUser, file: string, args: string[], input = ''): Promise<void> {
  const command = commandAs(user, file, args)
  const child = spawn(command.file, command.args, { ...command.options, stdio: 'pipe' })
  let said = ''
  child.stdout!.on('data', (chunk) => (said += chunk))
  child.stderr!.on('data', (chunk) => (said += chunk))
  child.stdin!.on('error', () => {}) // it ended before reading: its exit code says more
  child.stdin!.end(input)
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  // Single-user mode goes on after a failed statement and ends with 0.
  if (code === 0 && !/^\d.* (ERROR|FATAL): /m.test(said)) return
  throw new Refusal(`Không tạo được cơ sở dữ liệu (${file}):\n${said.trim().split('\n').slice(-8).join('\n')}`)
}
