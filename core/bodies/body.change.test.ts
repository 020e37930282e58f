// Stories of changing bodies: names, functions, endings; the slower of two colleagues loses nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOperations } from '../places/place.operations.ts'
import { anonymous } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import {
  app,
  done,
  events,
  farmers,
  ha,
  minh,
  named,
  party,
  refused,
  tanAn,
  today,
  vinhCuu,
  type Answer,
} from './body.cast.ts'
import { bodiesAbove, bodiesBelow, functionHolder, isWithin } from './body.read.ts'

const showPlace = placeOperations.find((operation) => operation.name === 'places.show')!

test('another name from a day on; the old one answers for the days before, a slower colleague gets a conflict', async () => {
  const id = named('Hội Nông dân xã Vĩnh Tân')
  const input = { id, expectedVersion: 1, on: '2023-07-01', name: 'Hội Nông dân Vĩnh Tân' }
  assert.equal((await refused(minh, 'rename', input)).code, 'not-your-bodies')
  assert.deepEqual(await done(ha, 'rename', input), { id, version: 2 })
  assert.equal((await refused(ha, 'rename', { ...input, name: 'Tên khác' })).code, 'changed-meanwhile')
  assert.match((await refused(ha, 'rename', { ...input, expectedVersion: 2, on: '2023-06-01' })).said, /01\/07\/2023/)
  assert.equal((await done(anonymous, 'show', { id, on: '2023-06-30' })).at.name, 'Hội Nông dân xã Vĩnh Tân')
  const after = await done(anonymous, 'show', { id, on: '2023-07-01' })
  assert.deepEqual([after.at.name, after.successors[0].kind], ['Hội Nông dân Vĩnh Tân', 'renamed'])
  assert.deepEqual(await events(id), ['create', 'rename'])
})

test('a function is held for a time, once at a time', async () => {
  const give = { id: party.id, function: 'massMobilisation', from: '2023-01-01' }
  const { version } = await done(ha, 'giveFunction', { ...give, expectedVersion: 1 })
  assert.equal((await functionHolder(app.db, 'massMobilisation', vinhCuu, today))!.bodyId, party.id)
  assert.equal(await functionHolder(app.db, 'massMobilisation', vinhCuu, '2022-12-31'), undefined)
  const page = must(await showPlace.ask(app, anonymous, { code: '735' })) as Answer
  assert.equal(page.functions[0].bodyName, 'Huyện ủy Vĩnh Cửu')
  assert.equal((await refused(ha, 'giveFunction', { ...give, expectedVersion: version })).code, 'already-held')
  assert.equal((await refused(minh, 'giveFunction', { ...give, expectedVersion: version })).code, 'not-your-bodies')
  const end = { id: party.id, function: 'massMobilisation', lastDay: '2023-03-31', expectedVersion: version }
  await done(ha, 'endFunction', end)
  assert.equal(await functionHolder(app.db, 'massMobilisation', vinhCuu, '2023-04-01'), undefined)
  assert.equal(
    (await refused(ha, 'endFunction', { ...end, lastDay: today, expectedVersion: version + 1 })).code,
    'not-held',
  )
  await done(ha, 'giveFunction', { ...give, from: '2023-04-01', expectedVersion: version + 1 })
  const { functions } = await done(anonymous, 'show', { id: party.id })
  assert.deepEqual(
    functions.map((held: Answer) => held.validTo),
    ['2023-03-31', null],
  )
})

test('when communes merge, one union goes into the other; its functions end and it is not changed again', async () => {
  const [id, to] = [named('Hội Nông dân xã Hiếu Liêm'), named('Hội Nông dân xã Trị An')]
  await done(ha, 'giveFunction', { id, function: 'inspection', expectedVersion: 1 })
  const input = { id, kind: 'merged', toIds: [to], on: '2023-06-30', expectedVersion: 2 }
  assert.match((await refused(ha, 'succeed', { ...input, toIds: [] })).said, /đúng một tổ chức/)
  assert.equal((await refused(minh, 'succeed', input)).code, 'not-your-bodies')
  const ended = await done(ha, 'succeed', input)
  assert.deepEqual([ended.functionsEnded, ended.moved], [['inspection'], []])
  const old = await done(anonymous, 'show', { id })
  assert.deepEqual([old.on, old.at.validTo, old.successors[0].bodyId], ['2023-06-29', '2023-06-29', to])
  assert.equal((await done(anonymous, 'show', { id: to })).predecessors[0].name, 'Hội Nông dân xã Hiếu Liêm')
  assert.equal((await refused(ha, 'rename', { id, expectedVersion: 3, on: today, name: 'Hội' })).code, 'body-ended')
})

test('a body with others under it hands them to one successor, or does not end', async () => {
  const made = await done(ha, 'create', {
    organisation: 'farmersUnion',
    name: 'Hội mới',
    placeId: vinhCuu,
    parentId: party.id,
  })
  const input = { id: farmers.id, on: '2023-12-01', expectedVersion: 1 }
  const { code, said } = await refused(ha, 'succeed', { ...input, kind: 'dissolved' })
  assert.deepEqual([code, /Hội Nông dân/.test(said)], ['children-remain', true])
  assert.match((await refused(ha, 'succeed', { ...input, kind: 'merged', toIds: [tanAn] })).said, /đang trực thuộc/)
  const { moved } = await done(ha, 'succeed', { ...input, kind: 'merged', toIds: [made.id] })
  assert.equal(moved.length, 11)
  assert.deepEqual(await bodiesAbove(app.db, tanAn, '2023-11-30'), [farmers.id, party.id])
  assert.deepEqual(await bodiesAbove(app.db, tanAn, '2023-12-01'), [made.id, party.id])
  assert.equal(await isWithin(app.db, tanAn, [party.id], '2023-12-01'), true)
  assert.ok((await bodiesBelow(app.db, [made.id], '2023-12-01')).includes(tanAn))
  assert.deepEqual(await events(tanAn), ['create', 'move'])
})
