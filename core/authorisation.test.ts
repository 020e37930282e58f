// Who may do what, tried and not only declared: the table committed beside it is reviewed when it changes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { operations } from './http/operations.ts'
import { authorisationTable, committedTable, personas, tableText } from './testing/authorisation.ts'
import { openTestApp } from './testing/open-test-db.ts'

const app = await openTestApp('sample', { now: '2026-11-20T09:00:00+07:00' })
const lines = await authorisationTable(app)

test('mỗi thao tác đã được mọi vai thử, đúng như bảng đã duyệt (npm run authorisation in lại bảng)', () => {
  const fresh = tableText(lines)
  assert.equal(fresh, committedTable(fresh))
})

/** A citizen needs no account: whoever sends, and with code and secret the sender of what was sent. */
const ofTheSender = new Set(
  ['submit', 'track', 'tell', 'withdraw', 'rate', 'reopen', 'object', 'proof'].map((name) => `submissions.${name}`),
)

test('không đăng nhập thì chỉ cài đặt lần đầu, và người gửi đơn thư làm việc của mình với mã và khoá', () => {
  const writing = operations.filter((one) => one.http.method !== 'GET' && one.name !== 'setup.begin')
  for (const { name } of writing) {
    const [, visitor] = lines.find(([operation]) => operation === name)!
    // Another system sends with a key of its own, and the example has none.
    if (name === 'geoReport.send' || name === 'geoReport.tell') assert.notEqual(visitor, '✓')
    else assert.equal(visitor, ofTheSender.has(name) ? '✓' : 'sign-in-needed', name)
  }
})

/** Of his own desks: of somebody without a desk they are empty. */
const lists = ['submissions.queue', 'submissions.export']
/** Before anything is sent: where to, and where on the map. */
const forAll = ['submissions.desks', 'submissions.numbers', 'submissions.map', 'submissions.spot']
/** For the platform itself: it reads the mailbox, and destroys what was kept long enough. */
const ofTheOperator = ['submissions.takeMail', 'submissions.forget']

test('mỗi bước của đơn thư có người làm được, và người không có phần thì không', () => {
  const heads = Object.keys(personas)
  const columnOf = (persona: string) => heads.indexOf(persona) + 1
  const [outside, inside] = [
    ['đầu mối', 'chuyên viên', 'trưởng ban', 'văn thư', 'quản trị'],
    ['tiếp dân', 'giải quyết', 'chủ tịch', 'mở niêm phong', 'trưởng thôn', 'cấp trên tiếp dân'],
  ]
  for (const line of lines.filter(([name]) => name!.startsWith('submissions.') && !ofTheSender.has(name!))) {
    if (forAll.includes(line[0]!)) continue
    assert.equal(
      inside!.some((persona) => line[columnOf(persona)] === '✓'),
      !ofTheOperator.includes(line[0]!),
      `${line[0]}: who of the desk can do it`,
    )
    if (lists.includes(line[0]!)) continue
    for (const persona of outside!) assert.notEqual(line[columnOf(persona)], '✓', `${line[0]}: ${persona}`)
  }
})

test('quản trị hệ thống không đọc và không làm được việc nghiệp vụ', () => {
  const administrator = lines[0]!.length - 1
  /** Lists of one's own bodies are empty for him; the others show what is public. */
  const open = ['entries.work', 'entries.matrix', 'figures.export', 'reports.toComment', 'reports.arrived']
  for (const line of lines.filter(([name]) => /^(entries|boards\.show|figures|reports|consolidations)\b/.test(name!)))
    if (!open.includes(line[0]!)) assert.notEqual(line[administrator], '✓', line[0])
})
