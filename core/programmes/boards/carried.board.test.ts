// The board of 2023 on the places of 1 July 2025, with their real boundaries: what may be concluded there and what may not.
import assert from 'node:assert/strict'
import test from 'node:test'
import { operator } from '../../shared/actor.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, programme42 } from '../../testing/sample.ts'
import { setKey, showKey } from '../../acts/keys/key.operations.ts'
import { listAll } from '../programme.operations.ts'
import { carriedBoard } from './carried.board.operations.ts'

const app = await openTestApp('sample')
const { programmes } = must(await listAll.ask(app, operator, {}))
const of = (body: string) => programmes.find(({ bodyName }) => bodyName === body)!.id
const boardOf = async (programme: number, on?: string) => must(await carriedBoard.ask(app, operator, { programme, on }))
const nameOf = ({ place }: { place: { name: string } }) => place.name

test('Đông Hà: hai phường mới, tính lại bằng số của các phường cũ; ngày lấy theo ranh giới đã có', async () => {
  const { on, places, targets, notComparable } = await boardOf(of('Thành ủy Đông Hà'))
  assert.equal(on, '2025-07-01')
  assert.deepEqual(places.map(nameOf), ['Phường Đông Hà', 'Phường Nam Đông Hà'])
  assert.deepEqual(places.map(({ from, outside }) => [from.length, outside.length]), [[5, 0], [4, 0]]) // prettier-ignore
  for (const { geometry, source } of places) {
    assert.match((geometry as { type: string }).type, /Polygon$/)
    assert.match(source!, /sapnhap/)
  }
  const [north, south] = targets.find(({ no }) => no === 3)!.places
  // 1.240 + 3.310 + 1.560 + 1.215 + 1.290 of 1.450 + 3.980 + 1.890 + 1.480 + 1.540 women.
  assert.deepEqual([north!.numerator, north!.denominator, north!.verdict, north!.complete], [8615, 10340, 'reached', true]) // prettier-ignore
  // Phường 2 sent nothing, Đông Lễ was sent back: only what is there, and not settled.
  assert.deepEqual([south!.numerator, south!.denominator, south!.complete], [5840, 7070, false])
  // The models are counted for the whole city, so no ward can show them.
  assert.deepEqual([targets[0]!.places, notComparable], [[], []])
})

test('Vĩnh Cửu: Trảng Dài, Tân Triều gồm cả phường ngoài huyện nên không kết luận; Phú Lý không đổi nên như cũ', async () => {
  const { places, targets } = await boardOf(await programme42(app))
  const outside = places.filter((one) => one.outside.length > 0)
  assert.deepEqual(outside.map(nameOf), ['Phường Trảng Dài', 'Phường Tân Triều'])
  assert.ok(outside[0]!.outside.some(({ name }) => name === 'Phường Trảng Dài'))
  const told = targets[0]!.places
  assert.equal(told.find((one) => nameOf(one) === 'Phường Trảng Dài')!.complete, false)
  assert.equal(told.find((one) => nameOf(one) === 'Xã Phú Lý')!.complete, true)
  // Mã Đà went into Trị An and never sent anything.
  assert.equal(told.find((one) => nameOf(one) === 'Xã Trị An')!.complete, false)
})

test('Hoàng Mai: phường bị chia không rõ phần thì không có số; có khoá thì là số ước tính', async () => {
  const programme = of('Quận ủy Hoàng Mai')
  const before = await boardOf(programme)
  assert.equal(before.notComparable.length, 14)
  assert.ok(before.places.every(({ lacking, inParts }) => lacking && !inParts))
  assert.ok(before.targets.every(({ places }) => places.every(({ verdict }) => verdict === 'noData')))
  const { place, touches } = before.notComparable[0]!
  const { parts } = must(await showKey.ask(app, operator, { id: place.id }))
  const shares = parts.map(({ code }) => ({ to: code!, share: `1/${parts.length}` }))
  const told = { method: 'population', basis: 'Điều tra dân số phường', dated: '2023-04-01', confidence: 'secondHand' }
  must(await setKey.ask(app, operator, { id: place.id, expectedVersion: 0, shares, ...told }))
  const { places, targets } = await boardOf(programme)
  assert.deepEqual(
    places
      .filter(({ inParts }) => inParts)
      .map(nameOf)
      .sort(),
    touches.map(({ name }) => name).sort(),
  )
  const women = targets.find(({ no }) => no === 3)!.places.filter(({ value }) => value !== null)
  assert.equal(women.reduce((sum, one) => sum + one.numerator, 0), 3120) // prettier-ignore
  assert.ok(women.every(({ complete }) => !complete))
})

test('ngày trước kỳ, kỳ không có, người nơi khác: đều được trả lời bằng câu', async () => {
  const programme = of('Thành ủy Đông Hà')
  const asked = async (who: Parameters<typeof carriedBoard.ask>[1], more: object) => {
    const result = await carriedBoard.ask(app, who, { programme, ...more })
    return result.ok ? 'ok' : `${result.refusal.kind} ${sentencesOf(result.refusal).join(' ')}`
  }
  assert.match(await asked(operator, { on: '2020-01-01' }), /2023-12-14/)
  assert.match(await asked(operator, { period: '1999' }), /^not-found .*1999/)
  assert.equal(await asked(await as(app, 'danvan.dongha'), {}), 'ok')
  assert.match(await asked(await as(app, 'danvan.hoangmai'), {}), /^forbidden/)
})
