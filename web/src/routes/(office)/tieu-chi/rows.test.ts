// Rows come and go without losing a letter.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readForm } from '#web/form.ts'
import { countTyped, pressed, withoutBlank } from './rows.ts'

function typed(row?: string): FormData {
  const data = new FormData()
  const fields = {
    name: 'Bộ của phường',
    'criteria.0.text': 'Có hiệu quả',
    'criteria.0.most:number': '60',
    'criteria.0.evidence:yes': 'true',
    'criteria.1.text': '  ',
    'criteria.1.evidence:yes': 'false',
    'criteria.2.text': 'Được dân theo',
    'criteria.2.most:number': 'bốn mươi',
    'classes.0.name': 'Đạt',
  }
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  if (row) data.append('row', row)
  return data
}

test('one more row: all that was typed is still there, also what is no number', () => {
  const data = typed('add:criteria')
  pressed(data)
  const { typed: kept } = readForm(data)
  assert.deepEqual([countTyped(kept, 'criteria'), countTyped(kept, 'classes')], [4, 1])
  assert.deepEqual(
    [kept['criteria.2.most'], kept['criteria.0.evidence'], kept.name],
    ['bốn mươi', 'true', 'Bộ của phường'],
  )
})

test('one less: those below move up', () => {
  const data = typed('drop:criteria:0')
  pressed(data)
  assert.deepEqual(
    [...data.getAll('criteria.1.text'), countTyped(readForm(data).typed, 'criteria')],
    ['Được dân theo', 2],
  )
})

test('blank rows are not sent; a foreign button changes nothing', () => {
  const data = typed('drop:name:0')
  pressed(data)
  withoutBlank(data)
  const { input } = readForm(data)
  assert.deepEqual(input.criteria, [
    { text: 'Có hiệu quả', most: 60, evidence: true },
    { text: 'Được dân theo', most: 'bốn mươi' },
  ])
})
