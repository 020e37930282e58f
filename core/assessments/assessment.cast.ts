// The cast of the stories of assessments: the steering committee of Tân Triều leads; a women's union, a school and an enterprise
// are scored. July to December 2026.
import assert from 'node:assert/strict'
import { create as createBody } from '../bodies/body.create.ts'
import { loadCriteria } from '../criteria/criteria.load.ts'
import { criteriaOperations } from '../criteria/index.operations.ts'
import { hashPassword } from '../people/password.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { placeAt } from '../places/place.read.ts'
import { anonymous, operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { assessmentOperations } from './index.operations.ts'

export type Answer = { [key: string]: any }

export const app = await openTestApp('places', { now: '2026-07-06T09:00:00+07:00' })
await loadCriteria(app)

const passwordHash = await hashPassword('ruộng lúa Vĩnh Cửu')

export async function body(organisation: string, name: string, more: { validTo?: string; parentId?: Id<'body'> } = {}) {
  const place = await placeAt(app.db, '26188', '2026-07-06')
  const made = { organisation, name, placeId: place!.placeId, ...more }
  return must(await createBody.ask(app, operator, made)).id as Id<'body'>
}

export const committee = await body('partyCommittee', 'Đảng ủy phường Tân Triều')
export const steering = await body('democracySteeringCommittee', 'Ban Chỉ đạo Quy chế dân chủ phường Tân Triều', {
  parentId: committee,
})
export const women = await body('womensUnion', 'Hội Liên hiệp Phụ nữ phường Tân Triều')
export const school = await body('stateAgency', 'Trường Tiểu học Tân Triều')
export const works = await body('enterprise', 'Hợp tác xã bưởi Tân Triều')

export async function make(username: string, name: string, ...held: [Role, Id<'body'>][]): Promise<void> {
  const roles = held.map(([role, bodyId]) => ({ role, bodyId, validFrom: '2026-01-01' }))
  await app.db.transaction().execute((tx) => insertPerson(tx, { username, name, passwordHash, roles, at: app.clock() }))
}
await make('hoa', 'Chủ tịch Hội Phụ nữ phường', ['head', women])
await make('lan', 'Hiệu trưởng', ['reporter', school])
await make('minh', 'Tổ phó tổ thẩm định', ['officer', steering])
await make('quy', 'Thành viên tổ thẩm định', ['officer', steering])
await make('khanh', 'Trưởng Ban Chỉ đạo', ['head', steering])
await make('bithu', 'Bí thư Đảng ủy phường', ['standingBoard', committee])
await make('both', 'Hiệu phó, cũng ở Ban Chỉ đạo', ['reporter', school], ['head', steering])
await make('xa', 'Cán bộ không có việc ở đây', ['reporter', works])

const who = async (name: string): Promise<Actor> =>
  name === 'anybody' ? anonymous : name === 'operator' ? operator : actorOfPerson(app, name)
const all = [...assessmentOperations, ...criteriaOperations]

export async function ask(name: string, operation: string, input: unknown = {}): Promise<Result<Answer>> {
  const full = operation.includes('.') ? operation : `scoresheets.${operation}`
  const found = all.find((one) => one.name === full)
  assert.ok(found, `no operation ${full}`)
  return found.ask(app, await who(name), input) as Promise<Result<Answer>>
}
export const done = async (name: string, operation: string, input: unknown = {}): Promise<Answer> =>
  must(await ask(name, operation, input))

export async function refused(name: string, operation: string, input: unknown = {}) {
  const result = await ask(name, operation, input)
  assert.ok(!result.ok, `${operation} was not refused`)
  const { refusal } = result
  const fields = refusal.kind === 'invalid' ? refusal.problems.map(({ field, code }) => `${field} ${code}`) : []
  return { code: refusal.code, fields, said: sentencesOf(refusal).join(' ') }
}

let years = 2009
/** An assessment of a year of its own with these bodies in it; answers its id and the sheet of each body. */
export async function launched(purpose: string, bodies: Id<'body'>[], ofKind = '', year = (years += 1)) {
  const made = { body: steering, purpose, year, dueOn: '2026-11-25' }
  const { id, version } = await done('khanh', 'assessments.launch', made)
  await done('minh', 'assessments.addUnits', { id, expectedVersion: version, ofKind, bodies })
  const { sheets } = await done('khanh', 'assessments.show', { id })
  const sheetOf = new Map<number, number>(sheets.map((one: Answer) => [one.bodyId, one.id]))
  return { id: id as number, year, sheet: (of: Id<'body'>) => sheetOf.get(of)! }
}

export const seenBy = async (name: string, id: number) => ({
  id,
  expectedVersion: (await done(name, 'open', { id })).version as number,
})

/** Points for each criterion: a share of the most, with what shows it and a word why. */
export async function scoresFor(id: number, share = 1, { unmet = [] as number[], note = 'Hồ sơ chưa đủ.' } = {}) {
  const { set } = await done('operator', 'open', { id })
  return set.criteria.map(({ no, most }: { no: number; most: number }) => ({
    ...{ no, points: Math.round(most * share * 100) / 100, met: !unmet.includes(no), note },
    proof: `Hồ sơ mục ${no}`,
  }))
}

export const found = { on: '2026-07-05', team: 'Tổ thẩm định, Mặt trận phường', minutes: '05/BB-BCĐ' }
export const signed = { decision: '09-QĐ/BCĐ', on: '2026-07-06', signerPost: 'Trưởng Ban Chỉ đạo' }

export async function sent(name: string, id: number, share = 1): Promise<void> {
  await done(name, 'submit', { ...(await seenBy(name, id)), scores: await scoresFor(id, share) })
}
export async function verified(name: string, id: number, share = 1, unmet: number[] = []): Promise<void> {
  await done(name, 'verify', { ...(await seenBy(name, id)), ...found, scores: await scoresFor(id, share, { unmet }) })
}
