// The cast of the stories about acts: Hà administers Đồng Nai in 2026; Minh the commune of Phú Lý, which merges.
import assert from 'node:assert/strict'
import { bodyOperations } from '../bodies/body.operations.ts'
import { placeAt } from '../places/place.read.ts'
import { placeOperations } from '../places/place.operations.ts'
import { operator, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { Operation } from '../shared/operation.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { actOperations } from './index.operations.ts'

export const app = await openTestApp('places', { now: '2026-06-20T09:00:00+07:00' })
export const day = '2026-07-01'

export type Answer = { [key: string]: any }
const all: readonly Operation[] = [...actOperations, ...bodyOperations, ...placeOperations]
const ask = (actor: Actor, name: string, input: unknown) => all.find((one) => one.name === name)!.ask(app, actor, input)
export const done = async (actor: Actor, name: string, input: unknown = {}) =>
  must(await ask(actor, name, input)) as Answer
export async function refused(actor: Actor, name: string, input: unknown) {
  const result = await ask(actor, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal) }
}

export function administrator(name: string, bodyId: number): Actor {
  const roles = [{ role: 'administrator' as const, bodyId: bodyId as Id<'body'>, deputyFor: null }]
  return { kind: 'person', personId: null as unknown as Id<'person'>, name, roles, scopes: null }
}

export const place = async (code: string, on = '2026-06-30') => (await placeAt(app.db, code, on))!
export const dongNai = await place('75')
export const province = await done(operator, 'bodies.create', {
  ...{ organisation: 'partyCommittee', name: 'Thành ủy Đồng Nai', symbol: 'TU', placeId: dongNai.placeId },
})
export const ha = administrator('Hà', province.id)
/** Phường Trị An and Xã Phú Lý: once part of the district of Vĩnh Cửu. */
export const [triAn, phuLy] = [await place('26170'), await place('26173')]
export const other = await done(operator, 'bodies.create', {
  ...{ organisation: 'partyCommittee', name: 'Đảng ủy xã Phú Lý', symbol: 'ĐU', placeId: phuLy.placeId },
})
export const minh = administrator('Minh', other.id)

export const document = {
  ...{ number: '15/NQ-HĐND', issuer: 'HĐND thành phố Đồng Nai', title: 'Sắp xếp đơn vị hành chính cấp xã' },
  ...{ issuedOn: '2026-05-20', effectiveOn: day, note: null },
}
export const merging = (from: string, more: object = {}) => ({ kind: 'merge', from, code: '26170', ...more })

/** A draft with these lines, and the version to send with the next change. */
export async function drafted(actor: Actor, lines: readonly object[], of: object = {}): Promise<Answer> {
  const draft = await done(actor, 'acts.create', { ...document, ...of })
  return done(actor, 'acts.addLines', { id: draft.id, expectedVersion: draft.version, lines })
}
