// The cast of the stories of what citizens send, in the wards and communes of July 2026: Lan reports a drain, Tâm receives in
// Tân Triều, Hải of the ward's works office mends it, Chủ tịch Minh signs; Mai receives above them, for the city.
import assert from 'node:assert/strict'
import { giveFunction } from '../bodies/body.change.ts'
import { create as createBody } from '../bodies/body.create.ts'
import { loadLaws } from '../law/law.load.ts'
import { hashPassword } from '../people/password.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { placeAt } from '../places/place.read.ts'
import { newKeys } from '../seal/seal.cast.ts'
import { anonymous, operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { caseOperations } from './index.operations.ts'

export type Answer = { [key: string]: any }

export const app = await openTestApp('places', { now: '2026-07-06T09:00:00+07:00' })
export const { keys } = await newKeys('cases.key')
app.seal = keys
await loadLaws(app)

export const today = '2026-07-06'
const passwordHash = await hashPassword('ruộng lúa Vĩnh Cửu')

async function body(organisation: string, name: string, code: string, parentId?: Id<'body'>): Promise<Id<'body'>> {
  const place = await placeAt(app.db, code, today)
  const { id } = must(await createBody.ask(app, operator, { organisation, name, placeId: place!.placeId, parentId }))
  return id as Id<'body'>
}

const receives = async (id: Id<'body'>) =>
  must(await giveFunction.ask(app, operator, { id, expectedVersion: 1, function: 'citizenReception' }))

export const city = await body('peoplesCommittee', 'Ủy ban nhân dân thành phố Đồng Nai', '75')
export const ward = await body('peoplesCommittee', 'Ủy ban nhân dân phường Tân Triều', '26188', city)
export const works = await body('stateAgency', 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều', '26188', ward)
export const party = await body('partyCommittee', 'Đảng ủy phường Tân Triều', '26188')
export const tanAn = await body('peoplesCommittee', 'Ủy ban nhân dân xã Tân An', '26179', city)
for (const desk of [city, ward, party, tanAn]) await receives(desk)

async function make(username: string, name: string, ...held: [Role, Id<'body'>][]): Promise<Id<'person'>> {
  const roles = held.map(([role, bodyId]) => ({ role, bodyId, validFrom: '2026-01-01' }))
  const at = app.clock()
  return app.db.transaction().execute((tx) => insertPerson(tx, { username, name, passwordHash, roles, at }))
}
await make('tam', 'Cán bộ tiếp công dân phường', ['receiver', ward])
await make('ha', 'Cán bộ tiếp công dân phường, người thứ hai', ['receiver', ward])
await make('hai', 'Cán bộ hạ tầng phường', ['handler', works])
await make('minh', 'Chủ tịch UBND phường', ['head', ward], ['handler', ward])
await make('mai', 'Cán bộ tiếp công dân thành phố', ['receiver', city])
await make('long', 'Chủ tịch UBND thành phố', ['head', city])
await make('tu', 'Cán bộ tiếp công dân xã Tân An', ['receiver', tanAn])
await make('nga', 'Văn phòng Đảng ủy phường', ['receiver', party])
await make('quan', 'Quản trị thành phố', ['administrator', city])
await make('kien', 'Chánh Thanh tra', ['sealOpener', ward])

export const as = (username: string): Promise<Actor> => actorOfPerson(app, username)
const actorNamed = async (who: string) => (who === 'lan' ? anonymous : as(who))

function operationNamed(name: string) {
  const found = caseOperations.find((operation) => operation.name === `submissions.${name}`)
  assert.ok(found, `no operation submissions.${name}`)
  return found
}

export const ask = async (who: string, name: string, input: unknown = {}) =>
  operationNamed(name).ask(app, await actorNamed(who), input)

export const done = async (who: string, name: string, input: unknown = {}): Promise<Answer> =>
  must((await ask(who, name, input)) as Result<Answer>)

export async function refused(who: string, name: string, input: unknown = {}): Promise<{ code: string; said: string }> {
  const result = await ask(who, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

let sent = 0
export const onceMark = () => `story-mark-of-a-form-${++sent}`

export const drain = {
  door: 'fieldReport',
  topic: 'drain',
  text: 'Cống trước chợ Tân Triều vỡ nắp, nước thối tràn ra đường từ tối qua. Đề nghị sửa sớm.',
  placeWords: 'Trước cổng chợ, đường Huỳnh Văn Nghệ',
  ...{ lat: 10.987654, lon: 106.812345 },
  ...{ name: 'Người gửi giả định Lan', phone: '0900 000 001' },
}

/** Lan sends it: her keys. */
export async function submitted(more: object = {}): Promise<Answer> {
  return done('lan', 'submit', { once: onceMark(), desk: ward, ...drain, ...more })
}

/** The id and version by the code on a receipt, as the desk finds it. */
export async function onDesk(code: string, who = 'tam'): Promise<{ id: number; expectedVersion: number }> {
  const { lines } = await done(who, 'queue', { q: code })
  assert.equal(lines.length, 1, `${who} does not see ${code}`)
  const { version } = await done(who, 'show', { id: lines[0].id })
  return { id: lines[0].id, expectedVersion: version }
}

export const keysOf = ({ code, secret }: Answer) => ({ code, secret })

/** A picture of one dot. */
export const photo = {
  name: 'sau khi sửa.png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
}
