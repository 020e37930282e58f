// A ward writes its own criteria: refused in words, versions from a day, what was scored keeps its own, two at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, bloc, board, done, modelIn, refused } from '../models/model.cast.ts'

const ward = {
  ...{ expectedNo: 0, purpose: 'model', name: 'Tiêu chí mô hình của phường', body: bloc, validFrom: '2026-07-01' },
  basis: 'Hướng dẫn 02-HD/KDV ngày 20/6/2026',
  criteria: [
    { text: 'Có hiệu quả', most: 60, knockOut: true },
    { text: 'Được dân theo', most: 40 },
  ],
  classes: [
    { name: 'Đạt', least: 60, passes: true },
    { name: 'Chưa đạt', least: 0 },
  ],
}
const setOf = async (id: number) => (await done('hoa', 'open', { id })).set

test('everything wrong is said at once, in words, at its row; another body’s nobody writes', async () => {
  const { said } = await refused('khanh', 'criteria.save', {
    ...ward,
    criteria: [{ most: 'mười' }, { text: 'Được dân theo', most: 0 }],
    classes: [{ name: 'Đạt' }],
  })
  for (const words of [
    'criteria.0.text: Ghi nội dung tiêu chí.',
    'criteria.0.most: Ghi điểm tối đa bằng số.',
    'criteria.1.most: Điểm tối đa phải lớn hơn 0.',
    'classes.0.least: Ghi xếp loại này từ bao nhiêu điểm.',
  ])
    assert.ok(said.includes(words), `${words} | ${said}`)
  const more = await refused('khanh', 'criteria.save', {
    ...{
      ...ward,
      level: 'moon',
      validTo: '2026-06-01',
      criteria: [],
      classes: [{ name: 'Đạt', least: 50, passes: true }],
    },
  })
  assert.match(more.said, /ít nhất một tiêu chí.*từ 0 điểm.*cần 50 điểm.*Chọn một cấp.*trước ngày có hiệu lực/s)
  assert.equal((await refused('khanh', 'criteria.save', { ...ward, body: board })).code, 'not-your-body')
  assert.equal((await refused('hoa', 'criteria.save', ward)).code, 'role-needed')
})

test('a changed set is a new version; what was scored by the old one keeps it; two at once lose nothing', async () => {
  const { id } = await done('khanh', 'criteria.save', ward)
  const { sets } = await done('anybody', 'criteria.list')
  const mine = sets.find((one: { id: number }) => one.id === id)
  assert.deepEqual([mine.no, mine.bodyId, mine.body], [1, bloc, 'Khối dân vận phường Tân Triều'])
  const scored = await modelIn('selfScored', { name: 'Chấm theo bản 1' })
  assert.equal((await setOf(scored)).id, id)
  const next = {
    ...{ ...ward, key: mine.key, expectedNo: 1, validFrom: '2026-07-02' },
    criteria: [...ward.criteria, { text: 'Duy trì được', most: 10 }],
  }
  const answers = await Promise.all([ask('khanh', 'criteria.save', next), ask('dung', 'criteria.save', next)])
  assert.deepEqual(answers.map((one) => (one.ok ? 'ok' : one.refusal.code)).toSorted(), ['changed-meanwhile', 'ok'])
  const fresh = await modelIn('selfScored', { name: 'Chấm theo bản 2' })
  assert.deepEqual([(await setOf(fresh)).no, (await setOf(scored)).no], [2, 1])
  const early = await refused('khanh', 'criteria.save', { ...next, expectedNo: 2 })
  assert.match(early.said, /sau bản trước \(02\/07\/2026\)/)
})

test('a set for the province holds for what is registered there, not for the ward’s; ended, it holds no more', async () => {
  await done('son', 'criteria.save', { ...ward, body: board, level: 'province', name: 'Của thành phố, cấp tỉnh' })
  const ofWard = await modelIn('draft', { name: 'Đăng ký ở phường' })
  assert.equal((await setOf(ofWard)).bodyId, bloc)
  const ofCity = await modelIn('draft', { name: 'Đăng ký ở thành phố', guide: board })
  assert.equal((await setOf(ofCity)).name, 'Của thành phố, cấp tỉnh')
  const key = (await setOf(ofCity)).key
  const ending = { ...ward, key, expectedNo: 1, body: board, level: 'province', name: 'Của thành phố, tạm' }
  await done('son', 'criteria.save', { ...ending, validFrom: '2026-07-02', validTo: '2026-07-05' })
  assert.notEqual((await setOf(ofCity)).bodyId, board)
})

test('a second set of the body gets a key of its own', async () => {
  const first = await done('khanh', 'criteria.save', { ...ward, purpose: 'exemplar' })
  const second = await done('khanh', 'criteria.save', { ...ward, purpose: 'exemplar', name: 'Điển hình, bộ hai' })
  const { sets } = await done('anybody', 'criteria.list')
  const keys = sets
    .filter(({ id }: { id: number }) => [first.id, second.id].includes(id))
    .map((one: { key: string }) => one.key)
  assert.deepEqual(keys.toSorted(), [`exemplar.b${bloc}`, `exemplar.b${bloc}.2`])
})
