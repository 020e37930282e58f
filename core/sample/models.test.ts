// Models of the sample went on: copied, copied again, one still being tried; everybody sees the way of those that were recognised.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gallery } from '../models/gallery.operations.ts'
import { lineage } from '../models/lineage.operations.ts'
import { story } from '../models/public.operations.ts'
import { anonymous, operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'

const app = await openTestApp('sample')
const shownAs = async (q: string, owner: string) => {
  const { models } = must(await gallery.ask(app, anonymous, { q }))
  return models.find((one) => one.owner.includes(owner))!.id
}

test('“Đá nở hoa” đi từ Đông Hà ra Hương Trà rồi vào Tân Triều, mỗi nơi nói đã đổi gì', async () => {
  const id = await shownAs('Đá nở hoa', 'Đông Hà')
  const { family, others } = must(await story.ask(app, anonymous, { id }))
  const [first, second, third] = family
  assert.deepEqual([family.length, others], [3, 0])
  assert.deepEqual([first!.originId, second!.originId, third!.originId], [null, first!.id, second!.id])
  assert.ok([second!, third!].every(({ changed }) => changed.length > 40))
  const { map } = must(await lineage.ask(app, anonymous, { id, onlyShown: true }))
  assert.equal(map.ways.length, 2)
})

test('nơi đang làm thử chưa có quyết định thì chưa ai đọc được, chỉ được đếm', async () => {
  const id = await shownAs('Tổ hỗ trợ giải quyết thủ tục', 'Đông Hà')
  const { family, others } = must(await story.ask(app, anonymous, { id }))
  assert.deepEqual([family.length, others], [1, 1])
  const whole = must(await lineage.ask(app, operator, { id }))
  assert.deepEqual(whole.family.map(({ stage }) => stage), ['recognised', 'underway']) // prettier-ignore
})
