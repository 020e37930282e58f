// The database that comes along, in folders of every kind and run by different users.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { attachEmbedded, openEmbedded } from '../embedded.ts'
import { allSaid, ask, hold, isRoot, newFolder, open, spawnHolder } from './test-holder.ts'

/** An ordinary user of every system, with the same number everywhere. */
const daemon = 1

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
