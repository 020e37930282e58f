// The cast of the stories about people: Hà administers the district, Minh the farmers' union of the district, in 2023.
import assert from 'node:assert/strict'
import { create as createBody } from '../bodies/body.create.ts'
import { placeAt } from '../places/place.read.ts'
import { operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { hashPassword } from './password.ts'
import { insertPerson } from './person.write.store.ts'
import { actorOfPerson } from './sign-in.ts'

export const app = await openTestApp('places', { now: '2023-06-30T09:00:00+07:00' })
export const today = '2023-06-30'
export const password = 'ruộng lúa Vĩnh Cửu'
const passwordHash = await hashPassword(password)

async function body(organisation: string, name: string, at: { code: string; parentId?: number }) {
  const place = await placeAt(app.db, at.code, today)
  const input = { organisation, name, placeId: place!.placeId, parentId: at.parentId }
  return must(await createBody.ask(app, operator, input)).id as Id<'body'>
}

export const party = await body('partyCommittee', 'Huyện ủy Vĩnh Cửu', { code: '735' })
export const board = await body('massMobilisationBoard', 'Ban Dân vận Huyện ủy', { code: '735', parentId: party })
const province = await body('farmersUnion', 'Hội Nông dân tỉnh Đồng Nai', { code: '75' })
export const farmers = await body('farmersUnion', 'Hội Nông dân huyện Vĩnh Cửu', { code: '735', parentId: province })
export const tanAn = await body('farmersUnion', 'Hội Nông dân xã Tân An', { code: '26179', parentId: farmers })
export const committeeOfTanAn = await body('partyCommittee', 'Đảng ủy xã Tân An', { code: '26179', parentId: party })

export async function make(username: string, name: string, ...held: [Role, Id<'body'>][]): Promise<Id<'person'>> {
  const roles = held.map(([role, bodyId]) => ({ role, bodyId, validFrom: '2023-01-01' }))
  const at = app.clock()
  return app.db.transaction().execute((tx) => insertPerson(tx, { username, name, passwordHash, roles, at }))
}

export const as = (username: string) => actorOfPerson(app, username)

export async function events(id: number): Promise<string[]> {
  const lines = app.db.selectFrom('event').select('move').where('noun', '=', 'person').where('noun_id', '=', id)
  return (await lines.orderBy('id').execute()).map((line) => line.move)
}

interface Askable {
  name: string
  ask(app: typeof import('./person.cast.ts').app, actor: Actor, input: unknown): Promise<any>
}

export const done = async (actor: Actor, operation: Askable, input: unknown = {}) =>
  must(await operation.ask(app, actor, input)) as any

export async function refused(actor: Actor, operation: Askable, input: unknown = {}) {
  const result = await operation.ask(app, actor, input)
  assert.ok(!result.ok, `${operation.name} was not refused`)
  return { code: result.refusal.code as string, said: sentencesOf(result.refusal).join(' ') }
}
