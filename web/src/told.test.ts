// A step told to a body, in one line.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toldLine } from './told.ts'
import { vi } from './words/vi.ts'

const none = { on: '2023-12-08', mailed: true, sent: 0, waiting: 0, refused: 0, inDigest: 0, unreached: 0 }

test('nhắc ngày nào, bao nhiêu người nhận thư, thư nào bị từ chối', () => {
  assert.equal(
    toldLine({ ...none, sent: 2, refused: 1 }, vi),
    'tự nhắc 08/12/2023: ở Bàn làm việc, đã gửi thư cho 2 người, thư cho 1 người bị từ chối',
  )
  assert.equal(toldLine({ ...none, unreached: 1 }, vi), 'tự nhắc 08/12/2023: ở Bàn làm việc, 1 người chưa nhận thư')
  assert.equal(toldLine({ ...none, mailed: false }, vi), 'tự nhắc 08/12/2023: ở Bàn làm việc')
  assert.equal(toldLine(none, vi), 'tự nhắc 08/12/2023: ở Bàn làm việc, đơn vị chưa có người dùng')
})
