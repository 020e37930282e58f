// What stands in a cell stays in it, and no spreadsheet takes it for a formula.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvText } from './csv.ts'

test('quotes, commas and line ends stay inside their cell; a formula becomes text, a negative number stays one', () => {
  const text = csvText([
    ['a', 'b,c', 'nói "thế"', 'hai\ndòng'],
    ['=1+1', '-5', -5, null],
    ['@x', '\rx', new Date('2026-07-01T02:00:00Z'), undefined],
  ])
  const lines = ['a,"b,c","nói ""thế""","hai\ndòng"', "'=1+1,'-5,-5,", `'@x,"'\rx",2026-07-01T02:00:00.000Z,`]
  assert.equal(text, `\ufeff${lines.join('\r\n')}\r\n`)
})
