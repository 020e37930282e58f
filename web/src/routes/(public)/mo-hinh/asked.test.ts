// The address of the gallery: filters stay, nonsense is not asked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedOf, pathOf } from './asked.ts'

const at = (search: string) => askedOf(new URL(`http://x/mo-hinh${search}`))

test('filters are read, nonsense is not asked but stays in its field', () => {
  const { input, typed, turned } = at('?q=ven+kenh&linh-vuc=culture&nam=1850&dia-ban=ha+noi&loai=mo&sau=17-4&truoc=x')
  assert.deepEqual(input, {
    ...{ q: 'ven kenh', field: 'culture', level: undefined, kind: undefined, year: undefined, place: undefined },
  })
  assert.deepEqual([typed.nam, typed['dia-ban']], ['1850', 'ha noi'])
  assert.deepEqual(turned, { after: '17-4', before: undefined })
})

test('links keep the filters, and may put another place in', () => {
  const { typed } = at('?q=ven+kenh&dia-ban=7&sau=17-4')
  assert.equal(pathOf('/mo-hinh', typed), '/mo-hinh?q=ven+kenh&dia-ban=7')
  assert.equal(pathOf('/mo-hinh/ban-do', typed, { 'dia-ban': 9 }), '/mo-hinh/ban-do?q=ven+kenh&dia-ban=9')
  assert.equal(pathOf('/mo-hinh', at('').typed, { 'dia-ban': '' }), '/mo-hinh')
})
