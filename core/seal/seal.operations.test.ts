// Stories of a sealed letter: taken in without being read, sorted, released once or kept for good.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app, as, board, done, refused } from '../people/person.cast.ts'
import { open } from './requests/request.look.operations.ts'
import { approve, ask } from './requests/request.operations.ts'
import { desk } from './seal.cast.ts'
import { bytes, letter, letters, reason, taken, asked, keys, publicOnly, denunciation } from './story.cast.ts'

test('without a key no letter is taken; with the public part alone it is, and nobody here can read it', async () => {
  app.seal = null
  assert.match((await refused(await as('tam'), letters.take, { bodyId: board })).said, /chưa có khoá niêm phong/)
  app.seal = publicOnly
  const handle = await taken()
  assert.match(handle, /^[0-9a-f]{32}$/)
  for (const move of [letters.look, letters.release])
    assert.equal((await refused(await as('tam'), move, { handle })).code, 'seal-key-not-here')
  app.seal = keys
  assert.deepEqual((await done(await as('tam'), letters.look, { handle })).text, letter.text)
})

test('sorted as a complaint it goes to its case whole, once, and the store keeps nothing', async () => {
  app.seal = keys
  const handle = await taken()
  const given = await done(await as('tam'), letters.release, { handle })
  assert.deepEqual(
    [given.sender, given.text, given.originals[0].name],
    [letter.sender, letter.text, letter.originals[0]!.name],
  )
  assert.deepEqual(Buffer.from(given.originals[0].bytes), bytes)
  assert.equal((await refused(await as('tam'), letters.release, { handle })).code, 'released')
  assert.equal((await refused(await as('kien'), ask, { handle, reason })).code, 'released')
  const parts = app.db.selectFrom('sealed_part as p').innerJoin('sealed_item as i', 'i.id', 'p.item_id')
  assert.deepEqual(await parts.select('no').where('handle', '=', handle).execute(), [])
})

test('who sorts looks himself, not through a program; each look has its row and its event', async () => {
  const handle = await taken()
  const tam = await as('tam')
  assert.equal((await refused({ ...tam, scopes: ['read', 'write'] }, letters.look, { handle })).code, 'person-needed')
  await done(tam, letters.look, { handle })
  const item = app.db.selectFrom('sealed_item').select('id').where('handle', '=', handle)
  const { id } = await item.executeTakeFirstOrThrow()
  const moves = app.db.selectFrom('event').select('move').where('noun', '=', 'sealedItem').where('noun_id', '=', id)
  assert.deepEqual(
    (await moves.orderBy('id').execute()).map((line) => line.move),
    ['seal', 'look'],
  )
  assert.equal((await app.db.selectFrom('seal_look').select('id').where('item_id', '=', id).execute()).length, 1)
})

test('a denunciation is never released, not even by who sorted it; the table itself refuses', async () => {
  const handle = await denunciation()
  for (const move of [letters.look, letters.release, letters.keep])
    assert.equal((await refused(await as('tam'), move, { handle })).code, 'kept-sealed')
  const forced = app.db.updateTable('sealed_item').set({ released_at: new Date(), key_id: null })
  await assert.rejects(forced.where('handle', '=', handle).execute(), /check constraint/)
})

test('bytes moved from one letter to another do not open there, nor changed ones', async () => {
  const [first, second] = [await denunciation(), await denunciation()]
  const idOf = async (handle: string) =>
    (await app.db.selectFrom('sealed_item').select('id').where('handle', '=', handle).executeTakeFirstOrThrow()).id
  const part = app.db
    .selectFrom('sealed_part')
    .select('bytes')
    .where('item_id', '=', await idOf(first))
  const { bytes: foreign } = await part.where('no', '=', 0).executeTakeFirstOrThrow()
  const put = (content: Uint8Array) => app.db.updateTable('sealed_part').set({ bytes: content }).where('no', '=', 0)
  await put(foreign)
    .where('item_id', '=', await idOf(second))
    .execute()
  const id = await asked(second)
  await done(await as('binh'), approve, { id })
  assert.equal((await refused(await as('kien'), open, { id })).code, 'seal-does-not-open')
  const own = await asked(first, 'yen')
  await done(await as('binh'), approve, { id: own })
  await put(Buffer.concat([foreign.subarray(0, -1), Buffer.from([foreign.at(-1)! ^ 1])]))
    .where('item_id', '=', await idOf(first))
    .execute()
  assert.equal((await refused(await as('yen'), open, { id: own })).code, 'seal-does-not-open')
})

test('too large, too many, too long: said together, nothing is kept', async () => {
  app.seal = keys
  const original = { name: 'a.png', mediaType: 'image/png', bytes: Buffer.alloc(10_000_001) }
  const large = desk({
    sender: {},
    text: 'x'.repeat(200_001),
    originals: [original, ...Array(20).fill({ ...original, bytes })],
  })
  const said = (await refused(await as('tam'), large.take, { bodyId: board })).said
  assert.match(said, /dài quá mức.*tối đa 20 tệp.*tối đa 10 MB/)
})
