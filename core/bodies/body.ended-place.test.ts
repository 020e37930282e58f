// After the districts ended: a body left standing at one is looked after by those who were above it on its last day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeAt } from '../places/place.read.ts'
import { operator, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { rename } from './body.change.ts'
import { create } from './body.create.ts'
import { show } from './body.operations.ts'

const app = await openTestApp('places', { now: '2026-11-20T09:00:00+07:00' })
const made = async (name: string, code: string, more: object = {}) => {
  const placeId = (await placeAt(app.db, code, '2025-06-30'))!.placeId
  const body = { organisation: 'partyCommittee', name, placeId, validFrom: '2020-01-01', ...more }
  return must(await create.ask(app, operator, body)).id as Id<'body'>
}
const administrator = (bodyId: Id<'body'>): Actor => {
  const roles = [{ role: 'administrator' as const, bodyId, deputyFor: null }]
  return { kind: 'person', personId: 1 as Id<'person'>, name: 'Hà', roles, scopes: null }
}

test('the province looks after what was not ended with its district; another province does not', async () => {
  const province = await made('Tỉnh ủy Đồng Nai', '75')
  const other = await made('Tỉnh ủy Quảng Trị', '45')
  const left = await made('Hội Nông dân huyện Vĩnh Cửu', '735', { organisation: 'farmersUnion' })
  const seenBy = async (body: Id<'body'>) => must(await show.ask(app, administrator(body), { id: left }))
  assert.equal((await seenBy(province)).moves.length, 5)
  assert.match((await seenBy(other)).whyNot!.vi, /ngoài hệ thống và địa bàn/)
  const input = { id: left, expectedVersion: 1, on: '2021-01-01', name: 'Hội Nông dân Vĩnh Cửu' }
  must(await rename.ask(app, administrator(province), input))
})

test('what has ended stays as history, and the page says who can mend a mistake', async () => {
  const district = await made('Huyện ủy Vĩnh Cửu', '735', { validTo: '2025-06-30' })
  const { moves, whyNot } = must(await show.ask(app, administrator(district), { id: district }))
  assert.deepEqual(moves, [])
  assert.match(whyNot!.vi, /người vận hành máy/)
})
