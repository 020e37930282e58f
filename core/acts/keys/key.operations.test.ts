// Keys of divided places: Thu of Hà Nội writes one for a ward of Hoàng Mai; the new ward itself and a union may not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { bodyOperations } from '../../bodies/body.operations.ts'
import { carryFiguresTo, placeAt, placeUnder } from '../../places/place.read.ts'
import { total } from '../../places/place.operations.ts'
import { anonymous, operator, type Actor, type Role } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import type { Operation } from '../../shared/operation.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { importKeys } from './key.import.operations.ts'
import { listKeys, setKey, showKey, withdrawKey } from './key.operations.ts'

const app = await openTestApp('places', { now: '2026-06-20T09:00:00+07:00' })
const eve = '2025-06-30'
const day = '2025-07-01'
const tomorrow = '2026-06-21'
const body = async (name: string, code: string, more: object = {}) => {
  const create = bodyOperations.find((one) => one.name === 'bodies.create')!
  const { placeId } = (await placeAt(app.db, code, day))!
  const given = { organisation: 'partyCommittee', symbol: 'TU', name, placeId, ...more }
  return must(await create.ask(app, operator, given)) as { id: number }
}
function holding(role: Role, bodyId: number): Actor {
  const roles = [{ role, bodyId: bodyId as Id<'body'>, deputyFor: null }]
  return { kind: 'person', personId: null as unknown as Id<'person'>, name: 'Thu', roles, scopes: null }
}
const city = await body('Thành ủy Hà Nội', '01')
const thu = holding('officer', city.id)
const { places: divided, total: all } = must(await listKeys.ask(app, anonymous, { size: 500 }))
const [one, two] = divided.filter(({ code }) => code === '00301' || code === '00316') // two wards of Hoàng Mai
const told = { method: 'decision', basis: 'Biên bản bàn giao 12/BB-UBND', dated: '2025-08-01', confidence: 'assumed' }

async function even(id: Id<'place'>) {
  const { parts } = must(await showKey.ask(app, thu, { id }))
  return parts.map(({ code }) => ({ to: code!, share: `1/${parts.length}` }))
}
async function refused(actor: Actor, operation: Operation, input: object) {
  const answer = await operation.ask(app, actor, input)
  assert.ok(!answer.ok, `${operation.name} was not refused`)
  return `${answer.refusal.code}: ${sentencesOf(answer.refusal).join(' ')}`
}
const communes = async () => must(await total.ask(app, anonymous, { level: 'commune', from: eve, on: day }))

test('471 places were divided, none has a key; all of Hà Nội’s lie under Hà Nội', async () => {
  assert.deepEqual([all, divided.length, divided.filter(({ version }) => version > 0).length], [471, 471, 0])
  const { placeId } = (await placeAt(app.db, '01', eve))!
  const inCity = must(await listKeys.ask(app, anonymous, { under: placeId, size: 500 }))
  assert.ok(inCity.total > 14 && inCity.total < 471)
  const under = new Set(await placeUnder(app.db, placeId, eve))
  assert.deepEqual(
    inCity.places,
    divided.filter((place) => under.has(place.placeId)),
  )
})

test('one is found by its name, its district or its code, with or without diacritics; and by whether it has a key', async () => {
  const names = async (asked: object) => must(await listKeys.ask(app, anonymous, { size: 500, ...asked })).places
  const hoangMai = await names({ q: 'quan hoang mai' })
  assert.ok(hoangMai.length > 1 && hoangMai.length < 20)
  assert.ok(hoangMai.every(({ within }) => within === 'Quận Hoàng Mai, Thành phố Hà Nội'))
  assert.deepEqual(
    (await names({ q: '00301' })).map(({ placeId }) => placeId),
    [one!.placeId],
  )
  assert.deepEqual(
    await names({ q: `${one!.fullName} Hà Nội` }).then((all) => all.some(({ code }) => code === '00301')),
    true,
  )
  assert.deepEqual([await names({ q: 'không có nơi này' }), await names({ key: 'set' })], [[], []])
  assert.equal((await names({ key: 'none', q: '%' })).length, 471, 'no word is left to search for')
})

test('Thu writes a key: exact parts that add up, named with its office; Minh’s old version meets the new one', async () => {
  const id = one!.placeId
  const shares = await even(id)
  assert.equal(must(await setKey.ask(app, thu, { id, expectedVersion: 0, shares, ...told })).version, 1)
  assert.match(await refused(thu, setKey, { id, expectedVersion: 0, shares, ...told }), /^changed-meanwhile/)
  const carried = await carryFiguresTo(app.db, new Map([[id, 1001]]), { from: eve, on: day })
  const sums = [...carried.sums.values()]
  assert.equal(sums.reduce((sum, { value }) => sum + value, 0), 1001) // prettier-ignore
  assert.ok(sums.every(({ value, inParts, keys }) => value === inParts && keys.length === 1))
  const { carriedWhole, carriedInParts, notComparable, keys } = await communes()
  assert.deepEqual([carriedWhole, carriedInParts, notComparable], [9564, 1, 470])
  assert.deepEqual(keys.map(({ place, author, version }) => [place, author, version]), [[one!.fullName, 'Thành ủy Hà Nội', 1]]) // prettier-ignore
  const { rows } = await sql<{ move: string }>`select move from event where noun = 'placeKey'`.execute(app.db)
  assert.deepEqual(rows, [{ move: 'set' }])
})

test('a second version counts, the first stays; withdrawn with a reason, the place is not comparable again', async () => {
  const id = one!.placeId
  const [first, ...rest] = await even(id)
  const shares = [{ ...first!, share: '100%' }, ...rest.map((each) => ({ ...each, share: '0' }))]
  must(await setKey.ask(app, thu, { id, expectedVersion: 1, shares, ...told }))
  const { sums } = await carryFiguresTo(app.db, new Map([[id, 7]]), { from: eve, on: day })
  assert.deepEqual([...sums.values()].map(({ value }) => value).toSorted().at(-1), 7) // prettier-ignore
  must(await withdrawKey.ask(app, thu, { id, expectedVersion: 2, note: 'Biên bản đã bị huỷ' }))
  assert.equal((await communes()).carriedInParts, 0)
  const { versions, moves } = must(await showKey.ask(app, thu, { id }))
  assert.deepEqual(versions.map(({ version, withdrawn }) => [version, withdrawn]), [[3, true], [2, false], [1, false]]) // prettier-ignore
  assert.deepEqual(moves, ['set'])
  assert.match(await refused(thu, withdrawKey, { id, expectedVersion: 3, note: 'Lần nữa' }), /^no-key/)
})

test('not the new ward, not a union of the city, not a reporter, nobody unknown', async () => {
  const id = one!.placeId
  const shares = await even(id)
  const input = { id, expectedVersion: 3, shares, ...told }
  const ward = await body('Đảng ủy phường Yên Sở', shares[0]!.to, { symbol: 'ĐU' })
  const union = await body('Hội Nông dân thành phố', '01', {
    organisation: 'farmersUnion',
    symbol: null,
    parentId: city.id,
  })
  assert.match(await refused(holding('officer', ward.id), setKey, input), /^not-over-place/)
  assert.match(await refused(holding('officer', union.id), setKey, input), /^not-over-place/)
  assert.match(await refused(holding('reporter', city.id), setKey, input), /^role-needed/)
  assert.match(await refused(anonymous, setKey, input), /^sign-in-needed/)
})

test('every fault at once: one share missing, the basis dated tomorrow; a place that was not divided', async () => {
  const id = two!.placeId
  const shares = (await even(id)).slice(1)
  const said = await refused(thu, setKey, { id, expectedVersion: 0, shares, ...told, dated: tomorrow })
  assert.match(said, /còn thiếu tỉ lệ của .+ sau hôm nay/)
  const { placeId } = (await placeAt(app.db, '01', day))!
  assert.match(await refused(thu, setKey, { id: placeId, expectedVersion: 0, shares, ...told }), /^not-divided/)
})

test('two at once: one is written, the other reads why; an officer of the old district still may, another district’s not', async () => {
  const id = two!.placeId
  const input = { id, expectedVersion: 0, shares: await even(id), ...told }
  const create = bodyOperations.find((each) => each.name === 'bodies.create')!
  const old = async (code: string) => {
    const { placeId } = (await placeAt(app.db, code, eve))!
    const given = { organisation: 'partyCommittee', name: `Quận ủy ${code}`, symbol: 'QU', placeId, validTo: eve }
    return holding('officer', (must(await create.ask(app, operator, given)) as { id: number }).id)
  }
  const [hoangMai, baDinh] = [await old('008'), await old('001')]
  assert.match(await refused(baDinh, setKey, input), /^not-over-place/)
  const answers = await Promise.all([thu, hoangMai].map((actor) => setKey.ask(app, actor, input)))
  assert.equal(answers.filter((answer) => answer.ok).length, 1)
  assert.ok(answers.some((answer) => !answer.ok && answer.refusal.code === 'changed-meanwhile'))
})

test('a table: every fault by its row and nothing written; looked at, then written, then the same again', async () => {
  const head = 'mã cũ;mã nơi đến;tỉ lệ;cách tính;căn cứ;ngày căn cứ;độ tin cậy\n'
  const rows = async (place: typeof one, share?: string) =>
    (await even(place!.placeId))
      .map((each, at) => `${place!.code};${each.to};${share ?? each.share};${at ? ';;;' : 'tự ghi;Danh sách hộ;01/08/2025;giả định'}`)
      .join('\n') // prettier-ignore
  const bad = `${head}${await rows(one, '0,9')}\n99999;00001;1;dân số;x;1/8/2025;giả định\n0301;x;1;;;40/1/2025;chắc`
  const said = await refused(thu, importKeys, { onDate: day, text: bad })
  assert.match(said, /Dòng \d+, cột “tỉ lệ”: .*phải đúng 100 %/)
  assert.match(said, /không có địa bàn mang mã 99999 bị chia/)
  assert.match(said, /“ngày căn cứ”: ngày “40\/1\/2025”/)
  assert.match(said, /“độ tin cậy”: không hiểu “chắc”/)
  const text = `${head}${await rows(one)}\n${await rows(two)}`
  const ask = (dryRun: boolean) => importKeys.ask(app, thu, { onDate: day, text, dryRun })
  assert.deepEqual(must(await ask(true)), { saved: false, places: 2, made: 0, changed: 2, same: 0 })
  assert.equal((await communes()).carriedInParts, 1)
  assert.deepEqual(must(await ask(false)), { saved: true, places: 2, made: 0, changed: 2, same: 0 })
  assert.equal((await communes()).carriedInParts, 2)
  assert.deepEqual(must(await ask(false)), { saved: true, places: 2, made: 0, changed: 0, same: 2 })
})
