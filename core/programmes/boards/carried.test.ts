// After the reform: Đông Hà's wards carry over whole, Hoàng Mai's are divided and not comparable.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { operator } from '../../shared/actor.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { setKey, showKey } from '../../acts/keys/key.operations.ts'
import { carriedFigures } from './carried.operations.ts'
import { carriedSheets, carriedWorkbook } from './carried.xlsx.ts'
import { listAll } from '../programme.operations.ts'

const app = await openTestApp('sample')
const { programmes } = must(await listAll.ask(app, operator, {}))
const of = (body: string) => programmes.find((one) => one.bodyName === body)!.id
const sum = (lines: { value: number }[]) => lines.reduce((total, line) => total + line.value, 0)

test('Đông Hà: các phường cũ thành hai phường mới, cộng đúng từng người', async () => {
  const { counts } = must(
    await carriedFigures.ask(app, operator, { programme: of('Thành ủy Đông Hà'), on: '2025-07-01' }),
  )
  const members = counts.find((count) => count.count === 'members')!
  // The women of Phường 2 sent nothing, those of Đông Lễ were sent back.
  assert.deepEqual([members.was.length, members.is.length, members.notComparable.length], [7, 2, 0])
  assert.deepEqual(
    members.is.map((line) => [line.place.name, line.complete]),
    [
      ['Phường Đông Hà', true],
      ['Phường Nam Đông Hà', true],
    ],
  )
  assert.equal(sum(members.is), sum(members.was))
})

test('Hoàng Mai: cả 13 phường đã có số bị chia, không phường nào so sánh được, không số nào mất', async () => {
  const { counts } = must(
    await carriedFigures.ask(app, operator, { programme: of('Quận ủy Hoàng Mai'), on: '2025-07-01' }),
  )
  const members = counts.find((count) => count.count === 'members')!
  assert.deepEqual([members.was.length, members.notComparable.length, sum(members.is)], [13, 13, 0]) // Đại Kim was sent back
  assert.ok(members.is.every((line) => !line.complete))
  assert.equal(sum(members.notComparable), sum(members.was))
})

test('Hoàng Mai có khoá chia: số ước tính cộng lại đúng, nêu khoá; phường chưa có khoá vẫn không so sánh được', async () => {
  const asked = { programme: of('Quận ủy Hoàng Mai'), on: '2025-07-01' }
  const before = must(await carriedFigures.ask(app, operator, asked))
  const [first, ...others] = before.counts.find((count) => count.count === 'members')!.notComparable
  const { parts } = must(await showKey.ask(app, operator, { id: first!.place.id }))
  const shares = parts.map(({ code }) => ({ to: code!, share: `1/${parts.length}` }))
  const told = { method: 'population', basis: 'Điều tra dân số phường', dated: '2023-04-01', confidence: 'secondHand' }
  must(await setKey.ask(app, operator, { id: first!.place.id, expectedVersion: 0, shares, ...told }))
  const { counts, keys } = must(await carriedFigures.ask(app, operator, asked))
  const members = counts.find((count) => count.count === 'members')!
  assert.equal(sum(members.is), first!.value)
  assert.ok(members.is.every(({ value, estimated }) => value === estimated))
  assert.deepEqual(members.notComparable, others)
  const carried = must(await carriedFigures.ask(app, operator, asked))
  assert.equal((await carriedWorkbook(carried)).subarray(0, 2).toString(), 'PK')
  const [figures, used] = carriedSheets(carried).map(({ data }) => JSON.stringify(data))
  assert.match(figures!, /ước tính, thiếu phần không so sánh được.*không so sánh được/)
  assert.match(used!, /Điều tra dân số phường/)
  assert.deepEqual([keys.length, keys[0]!.place, keys[0]!.basis], [1, first!.place.name, told.basis])
  assert.deepEqual(before.counts.map(({ was }) => was), counts.map(({ was }) => was)) // prettier-ignore
})

test('ngày trước kỳ thì nói phải từ ngày nào', async () => {
  const early = await carriedFigures.ask(app, operator, { programme: of('Thành ủy Đông Hà'), on: '2020-01-01' })
  assert.match(early.ok ? '' : sentencesOf(early.refusal).join(), /từ 14\/12\/2023 trở đi/)
})
