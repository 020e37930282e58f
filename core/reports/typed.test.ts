// What an officer types: his figures are marked as his, days and document numbers as structure, {T2} as a figure.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { text, type Run } from './document.ts'
import { plainText, runsOf } from './document.runs.ts'
import { blocksOfTyped, runsOfTyped, type Cited } from './typed.ts'

const told = (line: string) =>
  runsOfTyped(line, 'do đơn vị soạn thảo')
    .filter((run) => run.kind !== 'text')
    .map((run) => [run.kind === 'structure' ? run.what : run.kind, run.text])

test('figures are quotations of the officer, with whose they are', () => {
  const [, run] = runsOfTyped('Đã tổ chức 14 cuộc', 'do đơn vị soạn thảo')
  assert.deepEqual(run, { kind: 'quotation', id: '', text: '14', source: 'do đơn vị soạn thảo' })
  assert.deepEqual(told('tăng 8,5 % lên 1.234 hộ (12/15 ấp)'), [
    ['quotation', '8,5 %'],
    ['quotation', '1.234'],
    ['quotation', '12/15'],
  ])
})

test('days, periods, document numbers and enumeration count nothing', () => {
  assert.deepEqual(told('Nghị quyết 13-NQ/HU ngày 21/12/2022, Nghị định 30/2020/NĐ-CP, năm 2023, 6 tháng đầu năm'), [
    ['documentNumber', '13-NQ/HU'],
    ['date', 'ngày 21/12/2022'],
    ['documentNumber', '30/2020/NĐ-CP'],
    ['period', 'năm 2023'],
    ['period', '6 tháng đầu năm'],
  ])
  assert.deepEqual(told('Quý 3: tháng 9/2024, giai đoạn 2020 - 2025'), [
    ['period', 'Quý 3'],
    ['period', 'tháng 9/2024'],
    ['period', 'giai đoạn 2020 - 2025'],
  ])
  assert.deepEqual(told('1. Việc thứ nhất'), [['enumeration', '1.']])
})

test('{T2} is shown by the board; a target that does not exist stays the officer’s', () => {
  const cite = (cited: Cited): Run[] | null =>
    'target' in cited && cited.target === 2 ? [{ kind: 'figure', id: 't2', part: 'value', text: '80,0 %' }] : null
  assert.equal(plainText(runsOfTyped('đạt {T2}', '', cite)), 'đạt 80,0 %')
  assert.deepEqual(
    runsOfTyped('{T9}', 'ai', cite).map((run) => run.kind),
    ['quotation'],
  )
})

test('lines become paragraphs and list items', () => {
  const blocks = blocksOfTyped('Mở đầu.\n\n- Một\n– Hai\nKết.')
  assert.deepEqual(
    blocks.map((block) => [block.kind, runsOf(block).map(plainText)]),
    [
      ['paragraph', ['Mở đầu.']],
      ['list', ['Một', 'Hai']],
      ['paragraph', ['Kết.']],
    ],
  )
})

test('plain words take no digit of any script, whatever is typed nothing is lost', () => {
  assert.throws(() => text('còn 3 xã'), /a number in plain words/)
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d.,/% a-zđ{}T-]{0,30}$/)),
      (line) => {
        assert.equal(plainText(runsOfTyped(line, 'ai')), line)
      },
    ),
  )
})
