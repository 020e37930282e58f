// What everybody reads of models: only what is recognised and shown; a person only while he agrees; counted once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  app,
  decision,
  done,
  modelIn,
  refused,
  seenBy,
  women,
  womenTanAn,
  bloc,
  blocTanAn,
  told,
  scoresFor,
  photo,
  inspection,
} from './model.cast.ts'

const summary = 'Ven kênh từng là nơi đổ rác; nay 200 hộ chăm hơn một cây số đường hoa, trẻ con có chỗ chơi.'
const shownTo = async (q: string) => (await done('anybody', 'publicModels.list', { q })).models

test('shown by the guide once recognised: found without marks, by place, field and level; hidden, it is gone', async () => {
  const early = await modelIn('inspected', { name: 'Cầu nối lòng dân' })
  assert.equal((await refused('khanh', 'show', { ...(await seenBy('khanh', early)), summary })).code, 'wrong-stage')
  const id = await modelIn('recognised', { name: 'Bờ kênh nở hoa' })
  assert.deepEqual(await shownTo('bo kenh no hoa'), [])
  assert.equal((await refused('hoa', 'show', { ...(await seenBy('hoa', id)), summary })).code, 'role-needed')
  await done('dung', 'show', { ...(await seenBy('dung', id)), summary })
  const [card] = await shownTo('bo kenh no ho')
  assert.deepEqual([card.id, card.levelName, card.copies, card.place.includes('Tân Triều')], [id, 'cấp cơ sở', 0, true])
  assert.equal((await done('anybody', 'publicModels.list', { level: 'province', q: 'kenh' })).total, 0)
  assert.equal(
    (await done('anybody', 'publicModels.list', { place: card.placeId, field: 'culture', q: 'kenh' })).total,
    1,
  )
  const story = await done('anybody', 'publicModels.show', { id })
  assert.deepEqual([story.effect, story.recognitions[0].decision, story.others], [null, decision.decision, 0])
  assert.ok(!JSON.stringify(story).includes('Trụ sở'))
  const seen = await done('anybody', 'publicModels.photo', { id, evidence: story.photo })
  assert.equal(seen.mediaType, 'image/jpeg')
  await done('dung', 'hide', { ...(await seenBy('dung', id)), note: 'Hội đề nghị thôi đăng một thời gian.' })
  assert.equal((await refused('anybody', 'publicModels.show', { id })).code, 'no-such-story')
  assert.equal((await refused('anybody', 'publicModels.photo', { id, evidence: story.photo })).code, 'no-such-photo')
})

test('an exemplary person: shown only with consent; taken back, gone from list, page and picture at once', async () => {
  const id = await personIn()
  assert.equal((await refused('khanh', 'show', { ...(await seenBy('khanh', id)), summary })).code, 'consent-needed')
  const consent = {
    words: 'Tôi đồng ý cho đăng tên và việc làm của tôi ở trang này.',
    on: '2026-07-01',
    channel: 'paper',
  }
  await done('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })
  assert.equal(
    (await refused('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })).code,
    'consent-there',
  )
  await done('khanh', 'show', { ...(await seenBy('khanh', id)), summary })
  const [card] = await shownTo('giả định điển hình')
  assert.equal(card.id, id)
  const onMap = async () => (await done('anybody', 'publicModels.map', { q: 'giả định' })).total
  assert.equal(await onMap(), 1)
  await done('hoa', 'withdrawConsent', { ...(await seenBy('hoa', id)), why: 'Bà đề nghị thôi.' })
  assert.deepEqual(await shownTo('giả định điển hình'), [])
  assert.deepEqual(
    [await onMap(), (await done('anybody', 'publicModels.list', { kind: 'exemplarPerson' })).total],
    [0, 0],
  )
  for (const [of, code] of [
    ['publicModels.show', 'no-such-story'],
    ['models.lineage', 'no-such-model'],
  ] as const)
    assert.equal((await refused('anybody', of, { id })).code, code)
  assert.equal((await refused('khanh', 'show', { ...(await seenBy('khanh', id)), summary })).code, 'consent-needed')
  // Nor do other offices read of him: not the page, not the family, not the picture.
  const { evidence } = await done('hoa', 'open', { id })
  const elsewhere = [
    ['open', { id }, 'not-your-model'],
    ['lineage', { id }, 'no-such-model'],
    ['openEvidence', { id, evidence: evidence[0].id }, 'not-your-model'],
  ] as const
  for (const [of, input, code] of elsewhere) assert.equal((await refused('thu', of, input)).code, code)
  const model = await modelIn('recognised')
  assert.equal(
    (await refused('hoa', 'giveConsent', { ...(await seenBy('hoa', model)), ...consent })).code,
    'persons-only',
  )
})

async function personIn(): Promise<number> {
  const { id } = await done('hoa', 'create', {
    ...{ ...told, kind: 'exemplarPerson', name: 'Bà Giả Định Điển Hình, tổ 5', owner: women, guide: bloc },
  })
  const step = async (who: string, move: string, more: object = {}) =>
    done(who, move, { ...(await seenBy(who, id)), ...more })
  await step('hoa', 'register')
  await step('dung', 'accept')
  await step('hoa', 'start')
  await step('hoa', 'addEvidence', {
    kind: 'photo',
    title: 'Bà dọn kênh',
    on: '2026-06-01',
    files: [photo],
    mayShow: true,
  })
  await step('hoa', 'selfScore', { scores: await scoresFor(id) })
  await step('dung', 'inspect', { ...inspection, scores: await scoresFor(id) })
  await step('khanh', 'recognise', { ...decision, decision: '32/QĐ-UBND' })
  return id
}

test('counted once: ended before new before maintained; others beside; the sums are those of a slow recount', async () => {
  const ids = [
    await modelIn('recognised'),
    await modelIn('recognised'),
    await modelIn('recognised'),
    await modelIn('registered'),
  ]
  await app.db
    .updateTable('model')
    .set({ first_recognised_on: '2025-05-01' } as never)
    .where('id', 'in', ids.slice(1, 3) as never)
    .execute()
  await app.db
    .updateTable('model_recognition')
    .set({ on_date: '2025-05-01' } as never)
    .where('model_id', 'in', ids.slice(1, 3) as never)
    .execute()
  await done('dung', 'review', {
    ...(await seenBy('dung', ids[1]!)),
    year: 2026,
    class: 'fair',
    note: 'Vẫn làm đều, dân theo.',
  })
  await done('dung', 'review', {
    ...(await seenBy('dung', ids[2]!)),
    year: 2026,
    class: 'good',
    note: 'Vẫn làm đều, dân theo.',
  })
  await done('hoa', 'end', { ...(await seenBy('hoa', ids[2]!)), note: 'Hợp với mô hình của phường.' })
  const { cells } = await done('khanh', 'statistics', { year: 2026 })
  const total = (key: string) => cells.reduce((sum: number, cell: any) => sum + cell[key], 0)
  const rows = await app.db.selectFrom('model').selectAll().execute()
  const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))
  const live = rows.filter(({ stage }) => !['draft', 'returned', 'withdrawn'].includes(stage))
  assert.equal(total('registered'), live.filter(({ year }) => year === 2026).length)
  assert.equal(total('ended'), rows.filter(({ ended_on }) => yearOf(ended_on) === 2026).length)
  assert.equal(
    total('fresh'),
    rows.filter((one) => yearOf(one.first_recognised_on) === 2026 && one.ended_on === null).length,
  )
  assert.equal(total('maintained'), 1)
  assert.ok(total('effective') >= 2)
  const { survival } = await done('khanh', 'statistics', { year: 2026 })
  assert.deepEqual(
    survival.find(({ year }: { year: number }) => year === 2025),
    { year: 2025, recognised: 2, after: [null, null, null] },
  )
  assert.equal((await done('binh', 'statistics', { year: 2026 })).cells.length, 0)
})

test('the map counts each once, where it lies today: by province, by commune, and as the list counts', async () => {
  const id = await modelIn('recognised', { name: 'Bờ kênh trên bản đồ' })
  await done('dung', 'show', { ...(await seenBy('dung', id)), summary })
  const copy = await modelIn('recognised', { name: 'Bờ kênh của thị trấn cũ' })
  await done('dung', 'show', { ...(await seenBy('dung', copy)), summary })
  // Made in days when there was the town of Vĩnh An, which went into the ward of Trị An.
  const town = await app.db
    .selectFrom('place_version')
    .select('place_id')
    .where('full_name', '=', 'Thị trấn Vĩnh An')
    .execute()
  await app.db
    .updateTable('model')
    .set({ place_id: town[0]!.place_id })
    .where('id', '=', copy as never)
    .execute()
  await done('dung', 'review', {
    ...(await seenBy('dung', copy)),
    year: 2026,
    class: 'good',
    note: 'Vẫn làm đều, dân theo.',
  })
  const country = await done('anybody', 'publicModels.map', { q: 'bo kenh' })
  const province = country.areas.find(({ count }: { count: number }) => count > 0)
  assert.match(province.name, /Đồng Nai/)
  assert.equal(province.count, country.total)
  const inside = await done('anybody', 'publicModels.map', { q: 'bo kenh', place: province.id })
  const counted = inside.areas.filter(({ count }: { count: number }) => count > 0)
  assert.ok(counted.some(({ name }: { name: string }) => name.includes('Trị An')))
  for (const { id: place, count } of counted)
    assert.equal((await done('anybody', 'publicModels.list', { q: 'bo kenh', place })).total, count)
  const old = await done('anybody', 'publicModels.list', { place: town[0]!.place_id })
  assert.deepEqual([old.total, old.place.name], [1, 'Thị trấn Vĩnh An'])
  assert.equal((await refused('anybody', 'publicModels.map', { place: 99_999_999 })).code, 'no-such-place')
})

test('the way of a model: by commune within a province, an arrow from where it began; what is hidden is not drawn', async () => {
  const id = await modelIn('recognised', { name: 'Đổi rác lấy quà' })
  const copy = await done('thu', 'replicate', { id, owner: womenTanAn, guide: blocTanAn })
  const changed = { ...told, changed: 'Ở xã thì đổi lấy cây giống, mỗi tháng một lần.', name: 'Đổi rác lấy cây' }
  await done('thu', 'save', { ...(await seenBy('thu', copy.id)), ...changed })
  await done('thu', 'register', { ...(await seenBy('thu', copy.id)), notTheSame: true })
  const { family, map } = await done('thu', 'lineage', { id })
  assert.equal(family.length, 2)
  assert.match(map.place.name, /Đồng Nai/)
  const [way] = map.ways
  const nameOf = (area: number) => map.areas.find((one: { id: number }) => one.id === area).name
  assert.deepEqual(
    [nameOf(way.from).includes('Tân Triều'), nameOf(way.to).includes('Tân An'), way.count],
    [true, true, 1],
  )
  assert.equal((await refused('anybody', 'lineage', { id })).code, 'no-such-model')
  await done('dung', 'show', { ...(await seenBy('dung', id)), summary })
  const open = await done('anybody', 'lineage', { id })
  assert.deepEqual([open.family.length, open.map.ways], [1, []])
})

test('the same name without marks is marked in the list, and asked about before it is registered', async () => {
  await modelIn('registered', { name: 'Tiếng kẻng đầu ngõ' })
  const id = await modelIn('draft', { name: 'TIENG KENG - dau ngo' })
  const { lines } = await done('hoa', 'list', { q: 'tieng keng' })
  assert.deepEqual(
    lines.map(({ alike }: { alike: boolean }) => alike),
    [true, true],
  )
  const { code, said } = await refused('hoa', 'register', await seenBy('hoa', id))
  assert.equal(code, 'same-name')
  assert.match(said, /Tiếng kẻng đầu ngõ/)
  await done('hoa', 'register', { ...(await seenBy('hoa', id)), notTheSame: true })
})

test('of those recognised in a year it is told how many went on one, two and three years later', async () => {
  const ids = [await modelIn('recognised', { name: 'Sống lâu' }), await modelIn('recognised', { name: 'Sống ngắn' })]
  const set = (of: number[], values: object) =>
    app.db
      .updateTable('model')
      .set(values as never)
      .where('id', 'in', of as never)
      .execute()
  await set(ids, { first_recognised_on: '2021-05-01' })
  await set(ids.slice(1), { stage: 'ended', ended_on: '2023-03-01' })
  const { survival } = await done('khanh', 'statistics', { year: 2025 })
  assert.deepEqual(
    survival.find(({ year }: { year: number }) => year === 2021),
    { year: 2021, recognised: 2, after: [2, 1, 1] },
  )
})
