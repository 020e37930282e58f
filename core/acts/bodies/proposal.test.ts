// What is proposed for bodies when places change: like goes to like, and nobody is put under an ended body.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '../../shared/id.ts'
import { nameOn, proposeBodies, type Change, type PlaceNamed, type Standing } from './proposal.ts'

const place = (id: number, type: string, name: string): PlaceNamed => ({
  ...{ placeId: id as Id<'place'>, name, fullName: `${type} ${name}` },
})
const [phuLy, triAn, moi, dong] = [
  ...[place(1, 'Xã', 'Phú Lý'), place(2, 'Phường', 'Trị An'), place(3, 'Phường', 'Mới'), place(4, 'Xã', 'Đông')],
] as [PlaceNamed, PlaceNamed, PlaceNamed, PlaceNamed]
const body = (id: number, organisation: string, name: string, at: PlaceNamed, parent?: number): Standing => ({
  ...{ bodyId: id as Id<'body'>, organisation, name, shortName: name, placeId: at.placeId, version: 1, functions: [] },
  ...{ parentId: (parent ?? null) as Id<'body'> | null, symbol: null, validFrom: null, validTo: null },
})
const went = (old: PlaceNamed, kind: Change['kind'], now: PlaceNamed | null): Change => ({ old, kind, now })
const merged = [went(phuLy, 'merged', moi), went(triAn, 'merged', moi)]

test('names follow the place, with its type word, and only whole words', () => {
  assert.equal(nameOn('Hội Nông dân xã Phú Lý', phuLy, moi), 'Hội Nông dân phường Mới')
  assert.equal(nameOn('Đảng ủy Phú Lý', phuLy, moi), 'Đảng ủy Mới')
  assert.equal(nameOn('UBND Phường 12', place(9, 'Phường', '1'), moi), 'UBND Phường 12')
  assert.equal(nameOn('Trung tâm $& y tế', phuLy, moi), 'Trung tâm $& y tế')
})

test('one body for each kind; agencies that stand several times go by name; functions are united', () => {
  const giving = { ...body(1, 'partyCommittee', 'Đảng ủy xã Phú Lý', phuLy, 90), functions: ['massMobilisation'] }
  const bodies = [
    ...[giving, body(2, 'partyCommittee', 'Đảng ủy phường Trị An', triAn, 90)],
    ...[body(3, 'stateAgency', 'Trạm Y tế', phuLy, 1), body(4, 'stateAgency', 'Trường Mầm non', phuLy, 1)],
    body(5, 'stateAgency', 'Trạm Y tế', triAn, 2),
  ]
  const { make, change } = proposeBodies(merged, bodies, [])
  assert.deepEqual(
    make.map(({ name, parent, functions }) => [name, parent, functions]),
    [
      ['Đảng ủy phường Mới', 'b90', ['massMobilisation']],
      ['Trạm Y tế', 'n1', []],
      ['Trường Mầm non', 'n1', []],
    ],
  )
  assert.deepEqual(
    change.map(({ body, to }) => [body, to]),
    [
      [1, ['n1']],
      [3, ['n2']],
      [4, ['n3']],
      [2, ['n1']],
      [5, ['n2']],
    ],
  )
})

test('a body the new place has already takes over, and no second one is proposed', () => {
  const there = body(7, 'farmersUnion', 'Hội Nông dân phường Mới', moi)
  const { make, change } = proposeBodies(merged, [body(1, 'farmersUnion', 'Hội Nông dân xã Phú Lý', phuLy)], [there])
  assert.deepEqual([make, change[0]!.to], [[], ['b7']])
})

test('divided: the body goes to one in each place; dissolved: to none; renamed: it stays under its new name', () => {
  const union = body(1, 'farmersUnion', 'Hội Nông dân xã Phú Lý', phuLy)
  const divided = proposeBodies([went(phuLy, 'split', moi), went(phuLy, 'split', dong)], [union], [])
  assert.deepEqual(
    [divided.make.map(({ name }) => name), divided.change.map(({ to }) => to)],
    [['Hội Nông dân phường Mới', 'Hội Nông dân xã Đông'], [['n1', 'n2']]],
  )
  const gone = proposeBodies([went(phuLy, 'dissolved', null)], [union], [])
  assert.deepEqual([gone.make, gone.change[0]!.action, gone.change[0]!.to], [[], 'end', []])
  const now = { ...phuLy, name: 'Phú Lý Mới', fullName: 'Xã Phú Lý Mới' }
  const other = body(2, 'stateAgency', 'Trạm Y tế', phuLy)
  const renamed = proposeBodies([went(phuLy, 'renamed', now), went(phuLy, 'retyped', now)], [union, other], [])
  assert.deepEqual(
    renamed.change.map(({ body, action, newName }) => [body, action, newName]),
    [[1, 'rename', 'Hội Nông dân xã Phú Lý Mới']],
  )
})
