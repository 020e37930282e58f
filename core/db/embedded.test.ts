// The database that comes along: one folder's life, with everything that may befall it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { attachEmbedded, openEmbedded } from './embedded.ts'
import { gone } from './embedded/processes.ts'
import { ask, hold, isRoot, newFolder, open, patiently, postgresOf } from './embedded/test-holder.ts'

/** The tests live in it one after another: making a database takes a second. */
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
