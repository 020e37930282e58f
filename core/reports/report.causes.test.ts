// What offices say of red figures stands in the annex, with office and day; numbers in it are theirs.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../testing/open-test-db.ts'
import { as, programme42 } from '../testing/sample.ts'
import { must } from '../shared/result.ts'
import { preview } from './report.render.operations.ts'

const app = await openTestApp('sample')

test('phụ lục có bảng nguyên nhân: chỉ tiêu, địa bàn, lời, đơn vị ghi và ngày', async () => {
  const asked = { programme: await programme42(app), kind: 'interim', period: '2023', format: 'html' }
  const { content } = must(await preview.ask(app, await as(app, 'chuyenvien'), asked))
  const plain = content.replace(/<[^>]+>/g, '')
  assert.match(plain, /Nguyên nhân của chỉ tiêu chưa đạt/)
  assert.match(plain, /Huyện Vĩnh Cửu\s*Nhiều hội viên đi làm ăn xa, không dự đủ các kỳ sinh hoạt\./)
  assert.match(plain, /Xã Phú Lý\s*Xã rộng, tổ hội ở xa nhau/)
  assert.match(plain, /Khối dân vận xã Phú Lý, 21\/12\/2023/)
})
