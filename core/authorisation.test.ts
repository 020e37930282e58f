// Who may do what, tried and not only declared: the table committed beside it is reviewed when it changes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { operations } from './http/operations.ts'
import { authorisationTable, committedTable, tableText } from './testing/authorisation.ts'
import { openTestApp } from './testing/open-test-db.ts'

const app = await openTestApp('sample', { now: '2026-11-20T09:00:00+07:00' })
const lines = await authorisationTable(app)

test('mỗi thao tác đã được mọi vai thử, đúng như bảng đã duyệt (npm run authorisation in lại bảng)', () => {
  const fresh = tableText(lines)
  assert.equal(fresh, committedTable(fresh))
})

/** What citizens do without an account, with the keys of their receipt, and other systems with theirs; nothing without keys. */
const withKeys = ['track', 'tell', 'withdraw', 'rate', 'reopen', 'object', 'proof'].map((move) => `submissions.${move}`)
const open = new Set(['setup.begin', 'submissions.submit', 'geoReport.send', ...withKeys])

test('không có thao tác ghi nào làm được mà không đăng nhập, trừ cài đặt lần đầu và việc của người gửi', () => {
  for (const { name, http } of operations.filter((one) => one.http.method !== 'GET' && one.name !== 'setup.begin')) {
    const [, visitor] = lines.find(([operation]) => operation === name)!
    if (open.has(name)) assert.notEqual(visitor, '✓', name)
    else assert.equal(visitor, 'sign-in-needed', `${http.method} ${name}`)
  }
})

test('quản trị hệ thống không đọc và không làm được việc nghiệp vụ', () => {
  const administrator = lines[0]!.length - 1
  /** Lists of one's own bodies are empty for him; the others show what is public. */
  const open = ['entries.work', 'entries.matrix', 'figures.export', 'reports.toComment', 'reports.arrived']
  for (const line of lines.filter(([name]) => /^(entries|boards\.show|figures|reports|consolidations)\b/.test(name!)))
    if (!open.includes(line[0]!)) assert.notEqual(line[administrator], '✓', line[0])
})
