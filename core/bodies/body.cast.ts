// The cast of the stories about bodies: Hà administers the district in 2023, Minh the farmers' union of Tân An.
import assert from 'node:assert/strict'
import { placeAt } from '../places/place.read.ts'
import { operator, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { bodyOperations } from './body.operations.ts'

export const app = await openTestApp('places', { now: '2023-06-30T09:00:00+07:00' })
export const today = '2023-06-30'

export type Answer = { [key: string]: any }
async function ask(actor: Actor, name: string, input: unknown) {
  return bodyOperations.find((operation) => operation.name === `bodies.${name}`)!.ask(app, actor, input)
}
export const done = async (actor: Actor, name: string, input: unknown) => must(await ask(actor, name, input)) as Answer
export async function refused(actor: Actor, name: string, input: unknown) {
  const result = await ask(actor, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}
function administrator(name: string, bodyId: number): Actor {
  const roles = [{ role: 'administrator' as const, bodyId: bodyId as Id<'body'>, deputyFor: null }]
  return { kind: 'person', personId: bodyId as Id<'person'>, name, roles, scopes: null }
}
const place = async (code: string) => (await placeAt(app.db, code, today))!.placeId
export const events = async (id: number) =>
  (await app.db.selectFrom('event').select('move').where('noun', '=', 'body').where('noun_id', '=', id).execute()).map(
    (line) => line.move,
  )

export const vinhCuu = await place('735')
export const party = await done(operator, 'create', {
  ...{ organisation: 'partyCommittee', name: 'Huyện ủy Vĩnh Cửu', symbol: 'HU', placeId: vinhCuu },
})
export const ha = administrator('Hà', party.id)
export const farmers = await done(ha, 'create', {
  ...{ organisation: 'farmersUnion', name: 'Hội Nông dân huyện Vĩnh Cửu', placeId: vinhCuu, parentId: party.id },
})
export const inCommunes = await done(ha, 'createForPlaces', {
  ...{ organisation: 'farmersUnion', underPlaceId: vinhCuu, namePattern: 'Hội Nông dân {place}' },
})
export const named = (name: string) => inCommunes.created.find((one: Answer) => one.name === name)!.bodyId as Id<'body'>
export const tanAn = named('Hội Nông dân xã Tân An')
export const minh = administrator('Minh', tanAn)
