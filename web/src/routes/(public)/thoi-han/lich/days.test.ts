// A year is confirmed with lines cleared in the middle: what is left moves up, whole.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readForm } from '#web/form.ts'
import { dropEmptyDays } from './days.ts'

test('a cleared line goes with its name and basis; the next takes its number, also in what is shown again', () => {
  const data = new FormData()
  data.append('basis', 'Thông báo 6150/TB')
  const lines = [
    ['01/01/2027', 'Tết Dương lịch', 'Điều 112'],
    ['', 'Tết Âm lịch', 'Điều 112'],
    ['24/11/2027', 'Ngày Văn hóa', ''],
    ['', '', ''],
  ]
  for (const [no, [day, name, basis]] of lines.entries()) {
    data.append(`days.${no}.day:day`, day!)
    data.append(`days.${no}.name`, name!)
    data.append(`days.${no}.basis`, basis!)
  }
  dropEmptyDays(data)
  const { input, typed } = readForm(data)
  assert.deepEqual(input, {
    basis: 'Thông báo 6150/TB',
    days: [
      { day: '2027-01-01', name: 'Tết Dương lịch', basis: 'Điều 112' },
      { day: '2027-11-24', name: 'Ngày Văn hóa' },
    ],
  })
  assert.deepEqual(
    [typed['days.1.day'], typed['days.1.name'], typed['days.2.name']],
    ['24/11/2027', 'Ngày Văn hóa', undefined],
  )
})
