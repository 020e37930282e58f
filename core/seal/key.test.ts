// Keys in files, and giving an old one up: cut off half-way, taken up again, verified.
import assert from 'node:assert/strict'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { app, as, board, done, make, refused } from '../people/person.cast.ts'
import { makeKeyFile, openSealKeys } from './key.ts'
import { desk, keyFolder, newKeys, opened } from './seal.cast.ts'
import { rotateSealed, verifySealed } from './whole.ts'

await make('tam', 'Cán bộ tiếp dân', ['officer', board])
const original = { name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.alloc(200_000, 'đơn') }
const letters = desk({ sender: { name: 'Người gửi' }, text: 'Nội dung', originals: [original] })
const say = () => {}
const tam = await as('tam')
const take = async () => (await done(tam, letters.take, { bodyId: board })).handle as string
const text = async (handle: string) => (await done(tam, letters.look, { handle })).text

test('a key file is its owner’s alone and never written over; what is wrong with one is said', async () => {
  const { file, keys } = await newKeys('own.key')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  await assert.rejects(makeKeyFile(file, new Date()), { code: 'EEXIST' })
  const faultOf = async (keyFile: string, publicKey: string | null = null) => {
    const read = await openSealKeys({ public: publicKey, keyFile })
    return 'fault' in read ? read.fault : 'good'
  }
  assert.equal(await faultOf(file, keys.public), 'good')
  assert.match(await faultOf(file, `age1${'q'.repeat(58)}`), /SEAL_PUBLIC không phải/)
  assert.match(await faultOf(join(keyFolder, 'none.key')), /Không có tệp khoá/)
  const other = join(keyFolder, 'other.key')
  writeFileSync(other, 'AGE-SECRET-KEY-1HỎNG\n', { mode: 0o600 })
  assert.match(await faultOf(other), /dòng khoá hỏng/)
  writeFileSync(other, '# trống\n')
  assert.match(await faultOf(other), /không có khoá niêm phong nào/)
  chmodSync(file, 0o640)
  assert.match(await faultOf(file), /chmod 600/)
})

/** Made by the program `age` 1.1.1 with a key of `age-keygen`, so that either opens what the other sealed. */
const foreign = {
  secret: 'AGE-SECRET-KEY-1HQ58P53S0QLYFM8HZVG8EWG0RS7MJ42MF89ESY7MM3H2P0XSQQZQL9X8GH',
  sealed: `YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBzZVZFOTExNkpaVXYvTitLeXBqSjNJa09qbDRMUGVGTDg4V2RZaU9xdXlFCnVJOXdjcmwwQVBU
ejU4SWNqL0E0REZicWlxaTVHemJvdG1DRDlRTm5qTEkKLS0tIGZsODhNV3NkSFZXYkoycWJEaXA0NGR4djhRUnV5TG83Z3UrNmVKSlRiR28KHFykcwiF431R
vVPbq8wEXJN/Wz7CAL5DkbT+vPuPoYXXw9MbiThegcXo1iicL6fbvvimP96TH8hIRISD`,
}

test('what the program age sealed opens here: nobody depends on this platform to read his own letters', async () => {
  const file = join(keyFolder, 'age.key')
  writeFileSync(file, `${foreign.secret}\n`, { mode: 0o600 })
  const { open } = await opened({ public: null, keyFile: file })
  const plain = await open!(Buffer.from(foreign.sealed, 'base64'))
  assert.equal(Buffer.from(plain).toString(), 'Đơn niêm phong bằng age')
})

test('nobody else’s key opens, and the public part opens nothing', async () => {
  const [mine, other] = [await newKeys('mine.key'), await newKeys('theirs.key')]
  const sealed = await mine.publicOnly.seal(Buffer.from('kín'))
  assert.equal(Buffer.from(await mine.keys.open!(sealed)).toString(), 'kín')
  await assert.rejects(other.keys.open!(sealed))
  assert.equal(mine.publicOnly.open, null)
})

test('the key is changed item by item, goes on after a stop, and the old one is then of no use', async () => {
  const [old, young] = [await newKeys('2026.key'), await newKeys('2027.key')]
  app.seal = old.keys
  const handles = [await take(), await take(), await take()]
  const cut = { ...young.keys, seal: async (plain: Uint8Array) => (++written > 3 ? stop() : young.keys.seal(plain)) }
  let written = 0
  const stop = (): never => {
    throw new Error('mất điện')
  }
  await assert.rejects(rotateSealed(app, { from: old.keys, to: cut, say }), /mất điện/)
  // Half old, half new: a machine with both keys reads all and seals to the new one.
  const both = join(keyFolder, 'both.key')
  writeFileSync(both, readFileSync(young.file, 'utf8') + readFileSync(old.file, 'utf8'), { mode: 0o600 })
  app.seal = await opened({ public: null, keyFile: both })
  assert.equal(app.seal.public, young.keys.public)
  for (const handle of handles) assert.equal(await text(handle), 'Nội dung')
  assert.deepEqual(await verifySealed(app), { items: 3, olderKey: 2, failed: 0 })

  app.seal = old.keys // the service was forgotten: it takes nothing by the old key any more, and says so
  assert.equal((await refused(tam, letters.take, { bodyId: board })).code, 'seal-key-retired')
  assert.deepEqual(await rotateSealed(app, { from: old.keys, to: young.keys, say }), { rotated: 2, failed: 0 })
  assert.deepEqual(await rotateSealed(app, { from: old.keys, to: young.keys, say }), { rotated: 0, failed: 0 })
  assert.equal((await refused(tam, letters.look, { handle: handles[0] })).code, 'seal-does-not-open')
  app.seal = young.keys
  for (const handle of handles) assert.equal(await text(handle), 'Nội dung')
  assert.deepEqual(await verifySealed(app), { items: 3, olderKey: 0, failed: 0 })
  assert.equal(await rotateSealed(app, { from: young.keys, to: old.keys, say }), 'retired')
})

test('a letter taken while the key is being changed is not forgotten', async () => {
  const [old, young] = [await newKeys('a.key'), await newKeys('b.key')]
  app.seal = old.keys
  await take()
  const slow = { ...old.keys, seal: async (plain: Uint8Array) => (await rest(), old.keys.seal(plain)) }
  const rest = () => new Promise((go) => setTimeout(go, 300))
  app.seal = slow
  const taking = take()
  await new Promise((go) => setTimeout(go, 100)) // its save is under way and holds the key
  const rotated = await rotateSealed(app, { from: old.keys, to: young.keys, say })
  await taking
  assert.deepEqual(rotated, { rotated: 2, failed: 0 })
})

test('an item that does not open stays as it was and is counted', async () => {
  const [old, young] = [await newKeys('c.key'), await newKeys('d.key')]
  app.seal = old.keys
  const handle = await take()
  const item = app.db.selectFrom('sealed_item').select('id').where('handle', '=', handle)
  const { id } = await item.executeTakeFirstOrThrow()
  const part = () => app.db.selectFrom('sealed_part').select('bytes').where('item_id', '=', id).where('no', '=', 1)
  const broken = Buffer.from('không phải age')
  await app.db.updateTable('sealed_part').set({ bytes: broken }).where('item_id', '=', id).where('no', '=', 1).execute()
  assert.deepEqual(await rotateSealed(app, { from: old.keys, to: young.keys, say }), { rotated: 0, failed: 1 })
  assert.deepEqual(Buffer.from((await part().executeTakeFirstOrThrow()).bytes), broken)
  app.seal = young.keys
  assert.ok((await verifySealed(app)).failed >= 1)
})
