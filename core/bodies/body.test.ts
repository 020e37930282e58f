// Names from patterns, and who may change a body: the table of rights read aloud.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous, operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { moves, whyNot, type Standing } from './body.moves.ts'
import { hasSlot, nameFromPattern } from './body.ts'

const body = (n: number) => n as Id<'body'>

function person(role: Role, bodyId: number): Actor {
  const roles = [{ role, bodyId: body(bodyId), deputyFor: null }]
  return { kind: 'person', personId: 1 as Id<'person'>, name: 'Hà', roles, scopes: null }
}

test('a pattern takes the place with a small type word', () => {
  assert.equal(nameFromPattern('Hội Nông dân {place}', 'Xã Tân An'), 'Hội Nông dân xã Tân An')
  assert.equal(nameFromPattern('Đảng ủy {place}', 'Thị trấn Vĩnh An'), 'Đảng ủy thị trấn Vĩnh An')
  assert.equal(nameFromPattern('UBND {place}', 'Phường 1'), 'UBND Phường 1')
  assert.equal(nameFromPattern('Hội Nông dân …', 'Xã Tân An'), 'Hội Nông dân xã Tân An')
  assert.equal(nameFromPattern('Đảng ủy...', 'Xã Tân An'), 'Đảng ủy xã Tân An')
  assert.deepEqual(['Hội Nông dân', 'Hội Nông dân.', 'Hội …', 'Hội {place}'].map(hasSlot), [false, false, true, true])
})

/** Body 3 below 2 below 1 (no upper body); 9 is another top body over the same place. */
const standing: Standing = { line: [body(3), body(2), body(1)], topsOverPlace: [body(1), body(9)], ended: false }

test('every move: an administrator of the body, above it, or of a top body over the place; nobody else', () => {
  for (const move of moves) {
    for (const reaching of [3, 2, 1, 9]) assert.equal(whyNot(person('administrator', reaching), move, standing), null)
    assert.equal(whyNot(person('administrator', 4), move, standing)?.refusal.code, 'not-your-bodies')
    assert.equal(whyNot(person('head', 1), move, standing)?.refusal.code, 'role-needed')
    assert.equal(whyNot(anonymous, move, standing)?.refusal.code, 'sign-in-needed')
    assert.equal(whyNot(operator, move, standing), null)
  }
})

test('a body that has ended is changed by the operator only', () => {
  const ended = { ...standing, ended: true }
  assert.equal(whyNot(person('administrator', 3), 'rename', ended)?.refusal.code, 'body-ended')
  assert.equal(whyNot(operator, 'rename', ended), null)
})
