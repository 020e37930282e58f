// A line as typed: found, read, or refused with every fault at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Usage } from './command.ts'
import { commands } from './commands.ts'
import { helpOf, helpOfOne } from './help.ts'
import { readLine } from './line.ts'

const read = (...argv: string[]) => readLine(argv, commands)

function faults(...argv: string[]): readonly string[] {
  try {
    read(...argv)
  } catch (error) {
    if (error instanceof Usage) return error.sentences
  }
  throw new Error(`taken: ${argv.join(' ')}`)
}

test('options are taken in both spellings and in any place', () => {
  const found = read('places', 'show', '--on=2025-07-01', '26170', '--json', '--data', '/tmp/x')
  assert.ok('line' in found)
  const { command, ...line } = found.line
  assert.equal(command.name, 'places show')
  assert.deepEqual(line, { args: ['26170'], options: { on: '2025-07-01' }, json: true, data: '/tmp/x' })
})

test('every fault is said at once', () => {
  assert.deepEqual(faults('places', 'total', 'x', '--levl', '--on', '--json=1'), [
    'Không có tuỳ chọn --levl.',
    '--on cần một giá trị (NGÀY): ngày được hỏi, dạng 2025-07-01; không ghi: hôm nay.',
    '--json không nhận giá trị.',
    'Không hiểu “x”.',
    'Thiếu --level CẤP: province, district hoặc commune.',
    'Xem cách dùng: npm run -s cli -- help places total',
  ])
  assert.deepEqual(faults('places'), [
    'Không có lệnh “places”.',
    'Có các lệnh: places total, places show, places search, places act, places keys, places keys-template, places template.',
  ])
  assert.match(faults('hello', 'you')[0]!, /Không có lệnh “hello you”/)
})

test('an option said twice is no guess, a word of the language itself is no option', () => {
  const twice = faults('places', 'show', '26170', '--on', '2025-07-01', '--on=2025-06-30', '--constructor', 'x')
  assert.deepEqual(twice.slice(0, 2), [
    '--on ghi hai lần: “2025-07-01” và “2025-06-30”.',
    'Không có tuỳ chọn --constructor.',
  ])
  assert.match(faults('help', 'boards')[0]!, /Không có lệnh “boards”/)
  const many = read(
    'deadline',
    '--from',
    '2026-07-01',
    '--pause',
    '2026-07-10..2026-07-20',
    '--pause=2026-08-01..2026-08-05',
  )
  assert.ok('line' in many && many.line.options.pause === '2026-07-10..2026-07-20,2026-08-01..2026-08-05')
})

test('the help names every command; each has its own', () => {
  assert.deepEqual(read(), { helpFor: null })
  const whole = helpOf(commands)
  for (const command of commands) {
    assert.ok(whole.includes(`  ${command.name}`) && whole.includes(command.summary))
    assert.deepEqual(read('help', ...command.name.split(' ')), { helpFor: command })
    assert.deepEqual(read(...command.name.split(' '), '--help'), { helpFor: command })
    assert.ok(helpOfOne(command).includes('--data'))
  }
})
