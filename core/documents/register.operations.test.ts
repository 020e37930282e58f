// Stories of the register: Thu keeps the numbers of Vĩnh Cửu's committee, Đức next door may not, many ask at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { create as createBody } from '../bodies/body.create.ts'
import { placeAt } from '../places/place.read.ts'
import { operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { documentOperations } from './index.operations.ts'

const app = await openTestApp('places', { now: '2023-12-28T09:00:00+07:00' })
const district = (await placeAt(app.db, '735', '2023-06-30'))!.placeId

async function committee(name: string): Promise<Id<'body'>> {
  const made = { organisation: 'partyCommittee', name, placeId: district, symbol: 'HU', validTo: '2025-06-30' }
  return must(await createBody.ask(app, operator, made)).id as Id<'body'>
}
const body = await committee('Huyện ủy Vĩnh Cửu')
const other = await committee('Đảng ủy khối cơ quan')
const as = (role: Role, bodyId: Id<'body'>): Actor => {
  return {
    kind: 'person',
    personId: 9 as Id<'person'>,
    name: 'Thu',
    roles: [{ role, bodyId, deputyFor: null }],
    scopes: null,
  }
}
const thu = as('clerk', body)

const ask = (actor: Actor, name: string, input: unknown) =>
  documentOperations.find((operation) => operation.name === name)!.ask(app, actor, input)
const done = async (actor: Actor, name: string, input: unknown) => must(await ask(actor, name, input)) as any
async function refused(actor: Actor, name: string, input: unknown): Promise<{ code: string; said: string }> {
  const result = await ask(actor, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

const term = { body, kind: 'BC', symbol: 'BC/HU', validFrom: '2020-08-01', validTo: '2025-06-30' }
const letter = { body, kind: 'BC', dated: '2023-12-20', summary: 'Báo cáo tình hình quý' }

test('without a series no number is taken, and it is said what to do', async () => {
  const { code, said } = await refused(thu, 'documents.takeNumber', letter)
  assert.equal(code, 'no-series')
  assert.match(said, /chưa có sổ số BC .*Văn thư lập sổ/)
})

test('Thu opens the series of the term; a second one over the same days is refused, so is Đức', async () => {
  await done(thu, 'numberSeries.create', term)
  assert.equal(
    (await refused(thu, 'numberSeries.create', { ...term, validFrom: '2023-01-01' })).code,
    'series-overlaps',
  )
  assert.equal((await refused(as('clerk', other), 'numberSeries.create', term)).code, 'clerk-only')
  const state = { ...term, body: other, family: 'state', symbol: 'BC-UBND' }
  assert.match((await refused(as('clerk', other), 'numberSeries.create', state)).said, /theo năm/)
  const { series } = await done(thu, 'numberSeries.list', { body })
  assert.deepEqual([series[0].basis, series[0].lastNumber], ['term', 0])
})

test('clerks open series that overlap at the same moment: one has it, the others are told', async () => {
  for (const year of [1990, 1995, 2000, 2005, 2010]) {
    const span = (from: number) => ({
      ...term,
      kind: 'TB',
      validFrom: `${year + from}-01-01`,
      validTo: `${year + 4}-12-31`,
    })
    const answers = await Promise.all([0, 1, 2, 3].map((from) => ask(thu, 'numberSeries.create', span(from))))
    const codes = answers.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()
    assert.deepEqual(codes, ['ok', ...Array(3).fill('series-overlaps')])
  }
  const { series } = await done(thu, 'numberSeries.list', { body })
  assert.equal(series.filter((one: { kind: string }) => one.kind === 'TB').length, 5)
})

test('twenty ask at once: twenty numbers without gap or twin; those refused in between take none', async () => {
  const tries = Array.from({ length: 30 }, (_, at) =>
    ask(thu, 'documents.takeNumber', at % 3 === 2 ? { ...letter, dated: '2024-01-15' } : letter),
  )
  const results = await Promise.all(tries)
  const numbers = results.flatMap((result) => (result.ok ? [(result.value as any).number] : []))
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
})

test('numbers follow the days, and nobody dates a document tomorrow', async () => {
  const { said } = await refused(thu, 'documents.takeNumber', { ...letter, dated: '2023-12-19' })
  assert.match(said, /20\/12\/2023.*không được ghi ngày sớm hơn/)
  assert.match((await refused(thu, 'documents.takeNumber', { ...letter, dated: '2023-12-29' })).said, /sau hôm nay/)
})

test('a cancelled number stays in the register with its reason and is not given again', async () => {
  const taken = await done(thu, 'documents.takeNumber', letter)
  assert.equal(taken.fullNumber, '21-BC/HU')
  assert.equal(
    (await refused(as('officer', body), 'documents.cancelNumber', { id: taken.id, reason: 'Soạn nhầm' })).code,
    'role-needed',
  )
  assert.equal(
    (await refused(as('clerk', other), 'documents.cancelNumber', { id: taken.id, reason: 'Soạn nhầm' })).code,
    'clerk-only',
  )
  await done(thu, 'documents.cancelNumber', { id: taken.id, reason: 'Soạn nhầm tên loại' })
  assert.equal(
    (await refused(thu, 'documents.cancelNumber', { id: taken.id, reason: 'Lần nữa' })).code,
    'already-cancelled',
  )
  assert.equal((await done(thu, 'documents.takeNumber', letter)).fullNumber, '22-BC/HU')
  const { lines, moves } = await done(as('officer', body), 'documents.register', { body, kind: 'BC' })
  assert.equal(lines.length, 22)
  assert.equal(lines.find((line: any) => line.number === 21).cancelReason, 'Soạn nhầm tên loại')
  assert.deepEqual(moves, [])
  assert.equal((await refused(as('officer', other), 'documents.register', { body })).code, 'not-your-register')
})

test('layouts: read with what they rest on; an administrator adds a version, a slower one is told', async () => {
  const { templates } = await done(thu, 'templates.list', {})
  assert.deepEqual(
    templates.slice(0, 2).map((one: any) => [one.family, one.no, one.id]),
    [
      ['party', 1, null],
      ['state', 1, null],
    ],
  )
  const organisations = templates.slice(2)
  assert.deepEqual([organisations.length, organisations[2].family], [6, 'youthUnion'])
  for (const { values, numbering } of organisations) {
    assert.equal(numbering, 'year')
    assert.ok(values.every((line: any) => line.confidence === 'assumed')) // nobody here has read their own rules
  }
  const change = {
    family: 'party',
    expectedNo: 1,
    changes: { lineExact: 20 },
    basis: 'phụ lục in của Hướng dẫn',
    confidence: 'read',
  }
  const administrator = as('administrator', body)
  assert.equal((await refused(thu, 'templates.edit', change)).code, 'role-needed')
  assert.match(
    (await refused(administrator, 'templates.edit', { ...change, changes: { lineExact: 90, width: 3 } })).said,
    /lineExact.*width/,
  )
  assert.equal((await done(administrator, 'templates.edit', change)).no, 2)
  assert.equal((await refused(administrator, 'templates.edit', change)).code, 'changed-meanwhile')
  const after = (await done(thu, 'templates.list', {})).templates[0]
  assert.equal(after.values.find((line: any) => line.key === 'lineExact').value, 20)
  assert.equal(after.versions.length, 2)
})
