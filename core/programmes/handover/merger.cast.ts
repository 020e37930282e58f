// The cast of the merger: three communes of Đồng Nai in 2026, two of them to become one; a programme read by quarter.
import assert from 'node:assert/strict'
import { actOperations } from '../../acts/index.operations.ts'
import { giveFunction } from '../../bodies/body.change.ts'
import { create as createBody } from '../../bodies/body.create.ts'
import { callOperations } from '../../calls/index.operations.ts'
import { documentOperations } from '../../documents/index.operations.ts'
import { peopleOperations } from '../../people/index.operations.ts'
import { insertPerson } from '../../people/person.write.store.ts'
import { actorOfPerson } from '../../people/sign-in.ts'
import { placeAt } from '../../places/place.read.ts'
import { operator, type Actor, type Role } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { programmeOperations } from '../index.operations.ts'
import { loadCatalogue } from '../forms/catalogue.load.ts'

export const app = await openTestApp('places', { now: '2026-04-02T09:00:00+07:00' })
await loadCatalogue(app, [])
export const day = '2026-07-01'
const all = [...programmeOperations, ...actOperations, ...callOperations, ...documentOperations, ...peopleOperations]
export type Answer = { [key: string]: any }
export const ask = (actor: Actor, name: string, input: unknown) =>
  all.find((one) => one.name === name)!.ask(app, actor, input)
export const done = async (actor: Actor, name: string, input: unknown = {}) =>
  must(await ask(actor, name, input)) as Answer
export const refused = async (actor: Actor, name: string, input: unknown) => {
  const result = await ask(actor, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}
const placeOf = async (code: string, on = '2026-06-30') => (await placeAt(app.db, code, on))!.placeId
const body = async (organisation: string, name: string, code: string, parentId?: number) => {
  const made = { organisation, name, placeId: await placeOf(code), parentId }
  return must(await createBody.ask(app, operator, made)).id as Id<'body'>
}

export const party = await body('partyCommittee', 'Thành ủy Đồng Nai', '75')
const board = await body('massMobilisationBoard', 'Ban Dân vận Thành ủy', '75', party)
must(await giveFunction.ask(app, operator, { id: board, expectedVersion: 1, function: 'massMobilisation' }))
export const unions = new Map<string, Id<'body'>>()
export const committees = new Map<string, Id<'body'>>()
for (const [code, name] of [
  ['26170', 'phường Trị An'],
  ['26173', 'xã Phú Lý'],
  ['26188', 'phường Tân Triều'],
] as const) {
  const committee = await body('partyCommittee', `Đảng ủy ${name}`, code, party)
  committees.set(code, committee)
  unions.set(code, await body('farmersUnion', `Hội Nông dân ${name}`, code, committee))
}

async function person(username: string, role: Role, bodyId: Id<'body'>) {
  const roles = [{ role, bodyId, validFrom: '2026-01-01' }]
  const plain = { name: `Người dùng ${username}`, username, passwordHash: 'x', roles, at: app.clock() }
  return app.db.transaction().execute((tx) => insertPerson(tx, plain))
}
export const [phuLy, triAn] = [unions.get('26173')!, unions.get('26170')!]
await person('quantri', 'administrator', party)
await person('lan', 'reporter', phuLy)
await person('minh', 'reporter', triAn)
await person('hung', 'clerk', committees.get('26173')!)
await person('chuyenvien', 'officer', board)
export const as = (username: string) => actorOfPerson(app, username)
export const ha = await as('quantri')

const { calendar } = await done(operator, 'calendars.add', {
  ...{ key: 'quarters', name: 'Theo quý', entryKind: 'quarter', confidence: 'assumed' },
})
const quarter = (n: number, from: string, to: string, due: string) => ({
  ...{ key: `2026-Q${n}`, kind: 'quarter', name: `Quý ${n}/2026` },
  ...{ startsOn: `2026-${from}`, endsOn: `2026-${to}`, cutOffOn: `2026-${to}`, dueOn: `2026-${due}` },
})
await done(operator, 'periods.add', {
  calendar,
  periods: [
    quarter(1, '01-01', '03-31', '04-05'),
    quarter(2, '04-01', '06-30', '07-05'),
    quarter(3, '07-01', '09-30', '10-05'),
    { ...quarter(4, '01-01', '12-31', '12-31'), key: '2026', kind: 'year', name: 'Năm 2026' },
  ],
})
const { periods } = await done(operator, 'periods.list', { calendar })
export const periodOf = (key: string) => periods.find((one: Answer) => one.key === key).id
const title = 'Chương trình công tác dân vận năm 2026 (thử)'
export const { programme } = await done(operator, 'programmes.create', { body: party, year: 2026, title, calendar })
const target = {
  ...{ no: 1, indicator: 'regularActivityRate', name: 'Sinh hoạt thường xuyên', comparator: '>', threshold: '80' },
  bindings: [{ organisation: 'farmersUnion', sector: null }],
}
const { version } = await done(operator, 'targets.put', { programme, expectedVersion: 1, ...target })
const made = await done(operator, 'forms.fromTargets', { programme, expectedVersion: version })
await done(operator, 'programmes.issue', { programme, expectedVersion: made.version })
export const form = made.forms[0].form

export async function report(key: string, of: Id<'body'>, values: number[], accept = true) {
  const rows = values.map((value, i) => ({ no: i + 1, value }))
  const entry = { form, body: of, period: periodOf(key), expectedVersion: 0, rows }
  const sent = await done(operator, 'entries.submit', entry)
  if (accept) await done(operator, 'entries.accept', { id: sent.entry, expectedVersion: sent.version })
  return sent.entry as number
}
export const boardOf = (period: string) => done(operator, 'boards.show', { programme, period })
export const childrenIn = async (period: string) =>
  (await boardOf(period)).targets[0].children.map((child: Answer) => [
    child.place.name,
    child.numerator,
    child.denominator,
  ])

for (const code of ['26170', '26173', '26188']) await report('2026-Q1', unions.get(code)!, [100, 80])
await report('2026-Q2', triAn, [200, 150])
export const { call } = await done(operator, 'calls.create', {
  body: party,
  kind: 'quick',
  year: 2026,
  dueOn: '2026-07-10',
})
const seen = (await done(operator, 'calls.show', { id: call })).call.version
await done(operator, 'calls.edit', {
  ...{ id: call, expectedVersion: seen, title: 'Báo cáo nhanh', bodies: [phuLy, triAn] },
  ...{ dueOn: '2026-07-10', sections: [{ key: 'situation', heading: 'Tình hình', mostWords: 500, asks: 'text' }] },
})
await done(operator, 'calls.issue', { id: call, expectedVersion: seen + 1 })
await done(await as('lan'), 'answers.save', {
  call,
  body: phuLy,
  expectedVersion: 0,
  texts: { situation: 'Đang viết dở.' },
})
await done(operator, 'numberSeries.create', {
  ...{ body: committees.get('26173')!, kind: 'BC', symbol: 'BC/ĐU', validFrom: '2025-07-01', validTo: '2030-06-30' },
  lastNumber: 41,
})
/** In the organisation's own line Tân Triều's union sends to one that will end. */
export const lineOf = async (body: Id<'body'>) =>
  (await done(operator, 'forms.show', { form })).duties.find((duty: Answer) => duty.body === body)
const tanTrieu = await lineOf(unions.get('26188')!)
await done(operator, 'duties.assign', { form, lines: [{ body: tanTrieu.body, to: tanTrieu.to, line: triAn }] })
export const boardBefore = await boardOf('2026-Q1')
