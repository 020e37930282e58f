// The database that comes along: what happens when it is started twice, killed, or put where it may not go.
import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { attachEmbedded, openEmbedded, type Embedded } from './embedded.ts'
import { dataFolder, readPostmaster } from './embedded/folder.ts'
import { gone } from './embedded/processes.ts'

const isRoot = process.getuid?.() === 0
/** An ordinary user of every system, with the same number everywhere. */
const daemon = 1
/** Most tests live one after another in the same folder: making a database takes a second. */
const data = newFolder({ after })

test('the first start makes the database, the next one finds what was written', async (t) => {
  const first = await open(t, data)
  assert.equal(first.created, true)
  await ask(first.url, 'create table if not exists note as select 1 as n')
  await first.stop()
  const second = await open(t, data)
  assert.equal(second.created, false)
  assert.deepEqual(await ask(second.url, 'select n from note'), [{ n: 1 }])
})

test('Vietnamese words stand in their order, and only the platform may read the password and the socket', async (t) => {
  const { url } = await open(t, data)
  const words = `select string_agg(w, ' ' order by w) w from unnest(array['Ea Kar','Đăk','Dĩ An','Đà Nẵng','Ân Thi','An Giang']) w`
  assert.deepEqual(await ask(url, words), [{ w: 'An Giang Ân Thi Dĩ An Đà Nẵng Đăk Ea Kar' }])
  assert.equal(statSync(join(data, 'password')).mode & 0o777, 0o600)
  assert.equal(statSync(join(data, 'socket')).mode & 0o777, 0o700)
  assert.deepEqual(await ask(url, 'show listen_addresses'), [{ listen_addresses: '' }])
  assert.deepEqual(await ask(url, 'select rolsuper from pg_roles where rolname = current_user'), [{ rolsuper: false }])
})

test('a second start on the same folder is refused in words, while the command line may join in', async (t) => {
  assert.equal(attachEmbedded(data), null)
  const holder = await hold(t, data)
  await assert.rejects(openEmbedded(data), /đang được một lần chạy khác sử dụng \(tiến trình \d+\)/)
  assert.deepEqual(await ask(attachEmbedded(data)!, 'select 1 as n'), [{ n: 1 }])
  holder.kill('SIGTERM')
  assert.ok(await gone(holder.pid!, 10))
  await wait(200)
  assert.equal(attachEmbedded(data), null)
})

test('when postgres is killed under us, it comes back at the same address', async (t) => {
  const { url } = await open(t, data)
  await ask(url, 'create table if not exists note as select 1 as n')
  process.kill(postgresOf(data), 'SIGKILL')
  await wait(100)
  assert.deepEqual(await patiently(() => ask(url, 'select n from note')), [{ n: 1 }])
})

test('when we are killed, postgres stops by itself', async (t) => {
  const holder = await hold(t, data)
  const postgres = postgresOf(data)
  holder.kill('SIGKILL')
  assert.ok(await gone(postgres, 10))
})

test('when we are killed, a start at that very moment takes over', async (t) => {
  const holder = await hold(t, data)
  await ask(attachEmbedded(data)!, 'create table if not exists note as select 1 as n')
  holder.kill('SIGKILL')
  const next = await open(t, data)
  assert.deepEqual(await ask(next.url, 'select n from note'), [{ n: 1 }])
})

test('a start broken off while making the database is simply made again', async (t) => {
  for (const moment of [100, 400]) {
    const data = newFolder(t)
    const breaking = spawnHolder(data)
    await wait(moment)
    breaking.kill('SIGKILL')
    const next = await open(t, data)
    assert.deepEqual(await ask(next.url, 'select 1 as n'), [{ n: 1 }], `killed after ${moment} ms`)
    await next.stop()
  }
})

test('a lock whose number now names another process does not stand in the way', async (t) => {
  await (await open(t, data)).stop()
  const stranger = spawn('sleep', ['60'], { ...(isRoot ? { uid: 65534, gid: 65534 } : {}), cwd: '/' })
  t.after(() => stranger.kill())
  writeFileSync(join(data, 'lock'), `${stranger.pid} 1 another-boot`)
  writeFileSync(join(data, 'postgres', 'postmaster.pid'), `${stranger.pid}\n${join(data, 'postgres')}\n1\n5432\n`)
  const { url } = await open(t, data)
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
})

test('a lost password is replaced', async (t) => {
  await (await open(t, data)).stop()
  rmSync(join(data, 'password'))
  const { url } = await open(t, data)
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
})

test('a long path gets a short socket elsewhere, which goes with the server', async (t) => {
  const data = join(newFolder(t), 'a'.repeat(60), 'b'.repeat(60))
  const { url, stop } = await open(t, data)
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
  const socketFolder = new URL(url).searchParams.get('host')!
  assert.equal(statSync(socketFolder).mode & 0o777, 0o700)
  await stop()
  assert.equal(existsSync(socketFolder), false)
})

test('a folder that is no database is left alone', async (t) => {
  const data = newFolder(t)
  mkdirSync(join(data, 'postgres'))
  await assert.rejects(openEmbedded(data), /không phải cơ sở dữ liệu/)
})

test('root keeps data where others cannot go, if the system lets it', { skip: !isRoot }, async (t) => {
  const data = join(newFolder(t), 'data')
  chmodSync(join(data, '..'), 0o700)
  const { url, stop } = await open(t, data)
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
  await stop()
  const powerless = spawnHolder(data, [
    'setpriv',
    '--bounding-set',
    '-dac_override,-dac_read_search',
    '--inh-caps',
    '-all',
  ])
  assert.match(await allSaid(powerless), /không vào được thư mục .* --data \/var\/lib\/dong-thuan/)
})

test('an ordinary user runs it as himself', { skip: !isRoot }, async (t) => {
  const someone = ['setpriv', '--reuid', 'daemon', '--regid', 'daemon', '--clear-groups']
  const mayRead =
    spawnSync(someone[0]!, [...someone.slice(1), process.execPath, '--check', import.meta.filename]).status === 0
  if (!mayRead) return t.skip('this checkout is closed to others')
  const data = join(newFolder(t), 'data')
  chownSync(join(data, '..'), daemon, daemon)
  const holder = await hold(t, data, someone)
  assert.equal(statSync(join(data, 'postgres')).uid, daemon)
  assert.deepEqual(await ask(attachEmbedded(data)!, 'select 1 as n'), [{ n: 1 }])
  holder.kill('SIGKILL')
  const asRoot = await open(t, data)
  assert.deepEqual(await ask(asRoot.url, 'select 1 as n'), [{ n: 1 }])
  assert.equal(statSync(join(data, 'postgres', 'postmaster.pid')).uid, daemon)
})

function newFolder(t: { after(work: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'dong-thuan-test-'))
  chmodSync(folder, 0o711)
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function open(t: TestContext, data: string): Promise<Embedded> {
  const embedded = await openEmbedded(data)
  t.after(() => embedded.stop())
  return embedded
}

/** Another process that keeps the folder open until it gets a signal. */
async function hold(t: TestContext, data: string, as: string[] = []): Promise<ChildProcess> {
  const holder = spawnHolder(data, as)
  t.after(() => holder.kill('SIGTERM'))
  await new Promise((resolve) => holder.stdout!.once('data', resolve).once('close', resolve))
  return holder
}

function spawnHolder(data: string, as: string[] = []): ChildProcess {
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(import.meta.resolve('./embedded.ts'))})
    const { url, stop } = await openEmbedded(${JSON.stringify(data)})
    process.on('SIGTERM', () => stop().then(() => process.exit()))
    setInterval(() => {}, 1000)
    console.log(url)`
  const words = [...as, process.execPath, '--input-type=module', '-e', program]
  return spawn(words[0]!, words.slice(1), { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
}

async function allSaid(process: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of process.stderr!) said += chunk
  return said
}

function postgresOf(data: string): number {
  return readPostmaster(dataFolder(data))!.pid
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left === 0) throw error
      await wait(100)
    }
  }
}
