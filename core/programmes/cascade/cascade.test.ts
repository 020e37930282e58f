// What lower bodies carry together, to the unit: sums, minimums and weighted means, in every direction.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../shared/id.ts'
import type { Comparator } from '../targets/fraction.ts'
import { isAsStrict, judgeCascade, numbersOf, suits, type Carrier, type CascadeRule, type Upper } from './cascade.ts'

const id = (n: number) => n as Id<'body'>
const upper = (rule: CascadeRule, comparator: Comparator, threshold: string): Upper => {
  return { rule, comparator, threshold, unit: rule === 'sum' ? 'count' : '%' }
}
/** “>=4”, “>80*1200”, “-” for nothing. */
const carriers = (...texts: string[]): Carrier[] =>
  texts.map((text, i) => {
    const [, comparator, threshold, weight] = /^(>=|<=|[<>=])([\d.]+)(?:\*([\d.]+))?$/.exec(text) ?? []
    const carries = comparator ? { comparator: comparator as Comparator, threshold: threshold! } : null
    return { bodyId: id(i + 1), carries, weight: weight ?? null }
  })
const told = (of: Upper, ...texts: string[]) => {
  const { holds, total, lacking, faults } = judgeCascade(of, carriers(...texts))
  return [holds ? 'đủ' : 'hở', total, lacking, [...faults].map(([body, fault]) => `${body} ${fault}`).join(', ')]
}

test('40 mô hình cả huyện là tổng các xã; thiếu 2 thì nói thiếu 2; xã chưa giao thì nêu tên', () => {
  const forty = upper('sum', '>=', '40')
  assert.deepEqual(told(forty, '>=15', '>=15', '>=10'), ['đủ', '40', null, ''])
  assert.deepEqual(told(forty, '>=15', '>=13', '>=10'), ['hở', '38', '2', ''])
  assert.deepEqual(told(forty, '>=20', '-', '>=25'), ['hở', '45', null, '2 missing'])
  assert.deepEqual(told(forty, '>=20', '<=20'), ['hở', '20', '20', '2 otherWay'])
  assert.deepEqual(told(forty), ['hở', null, null, ''])
})

test('số đếm là số nguyên: trên 39 là từ 40; hai xã mỗi xã trên 19 là đủ', () => {
  assert.equal(told(upper('sum', '>', '39'), '>=40')[0], 'đủ')
  assert.deepEqual(told(upper('sum', '>=', '40'), '>19', '>19'), ['đủ', '40', null, ''])
  assert.deepEqual(told(upper('sum', '>', '40'), '>=20', '>=20'), ['hở', '40', '1', ''])
})

test('không quá 10 vụ: cộng các mức trần, nơi chưa giao thì không có trần', () => {
  const ten = upper('sum', '<=', '10')
  assert.deepEqual(told(ten, '<=4', '<=6'), ['đủ', '10', null, ''])
  assert.deepEqual(told(ten, '<=4', '<=8'), ['hở', '12', '2', ''])
  assert.deepEqual(told(ten, '<=4', '-'), ['hở', null, null, '2 missing'])
  assert.deepEqual(told(ten, '<5', '<=6'), ['đủ', '10', null, ''])
  assert.deepEqual(told(upper('sum', '=', '7'), '=3', '=4'), ['đủ', '7', null, ''])
  assert.deepEqual(told(upper('sum', '=', '7'), '=3', '>=4'), ['hở', '7', null, '2 otherWay'])
})

test('mức tối thiểu: từ 80 % trở lên chưa chặt bằng trên 80 %', () => {
  const over = upper('minimum', '>', '80')
  assert.deepEqual(told(over, '>80', '>=80.5', '=81'), ['đủ', null, null, ''])
  assert.deepEqual(told(over, '>80', '>=80', '<=90', '-'), ['hở', null, null, '2 lessStrict, 3 otherWay, 4 missing'])
  assert.deepEqual(told(upper('minimum', '<=', '5'), '<=5', '<5', '=5', '<=5.1')[3], '4 lessStrict')
  assert.equal(isAsStrict({ comparator: '>', threshold: '80' }, { comparator: '>=', threshold: '80' }, '%'), true)
  assert.equal(isAsStrict({ comparator: '>', threshold: '4' }, { comparator: '>=', threshold: '5' }, 'count'), true)
  assert.equal(isAsStrict({ comparator: '>', threshold: '4' }, { comparator: '>=', threshold: '5' }, '%'), false)
})

test('bình quân có trọng số: xã đông thì nặng; đúng bằng 80 % chưa phải trên 80 %', () => {
  const mean = upper('weightedMean', '>=', '80')
  assert.deepEqual(told(mean, '>=90*100', '>=70*300'), ['hở', '75', '5', ''])
  assert.deepEqual(told(mean, '>=70*100', '>=90*300'), ['đủ', '85', null, ''])
  assert.deepEqual(told(upper('weightedMean', '>', '80'), '>=80*100', '>=80*300'), ['hở', '80', null, ''])
  assert.deepEqual(told(upper('weightedMean', '>', '80'), '>80*100', '>=80*300'), ['đủ', '80', null, ''])
  assert.deepEqual(told(upper('weightedMean', '>', '80'), '>80*0', '>=80*300')[0], 'hở')
})

test('thiếu trọng số thì không tính được nơi đó và nói ra; số lẻ không bị làm tròn qua ngưỡng', () => {
  const mean = upper('weightedMean', '>=', '80')
  assert.deepEqual(told(mean, '>=90*100', '>=90'), ['hở', '90', null, '2 noWeight'])
  assert.deepEqual(told(mean, '>=90', '>=90'), ['hở', null, null, '1 noWeight, 2 noWeight'])
  assert.deepEqual(told(mean, '>=80*99999', '>=79*1'), ['hở', '79.99999', '0.00001', ''])
  assert.deepEqual(told(mean, '>=80.1*1', '>=80.2*2'), ['đủ', '80.2', null, ''])
})

test('tỷ lệ không cộng lại được, số đếm không lấy bình quân', () => {
  assert.deepEqual(
    (['sum', 'minimum', 'weightedMean'] as const).map((rule) => `${suits(rule, '%')} ${suits(rule, 'count')}`),
    ['false true', 'true true', 'true false'],
  )
  const unfit = (of: Upper, ...texts: string[]) => judgeCascade(of, carriers(...texts)).unfit
  assert.equal(unfit({ ...upper('sum', '>=', '80'), unit: '%' }, '>=90'), 'rule')
  assert.equal(unfit(upper('weightedMean', '>=', '80'), '>=90*0', '>=90*0'), 'weights')
  assert.equal(unfit(upper('weightedMean', '>=', '80'), '>=90'), null)
  assert.deepEqual([unfit(upper('minimum', '>=', '80')), told(upper('minimum', '>=', '80'))[0]], ['nobody', 'hở'])
})

const shares = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 9000 })), {
  minLength: 1,
  maxLength: 12,
})
const asText = (tenths: number) => (tenths / 10).toFixed(1)

test('nơi nào cũng giữ mức tối thiểu thì bình quân với trọng số nào cũng giữ', () => {
  const comparator = fc.constantFrom<Comparator>('>', '>=', '<', '<=')
  fc.assert(
    fc.property(shares, comparator, fc.integer({ min: 0, max: 400 }), (all, sign, target) => {
      const lower = all.map(([tenths, weight]) => `${sign}${asText(tenths)}*${weight}`)
      const minimum = judgeCascade(upper('minimum', sign, asText(target)), carriers(...lower))
      const mean = judgeCascade(upper('weightedMean', sign, asText(target)), carriers(...lower))
      assert.ok(!minimum.holds || mean.holds)
    }),
  )
})

test('bù đúng phần thiếu của một tổng thì vừa đủ, bớt một thì lại thiếu', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 900 }),
      (all, target) => {
        const of = upper('sum', '>=', String(target))
        const at = (extra: number) => judgeCascade(of, carriers(...all.map((n, i) => `>=${i === 0 ? n + extra : n}`)))
        const lacking = Number(at(0).lacking ?? 0)
        assert.equal(at(lacking).holds, true)
        if (lacking > 0) assert.equal(at(lacking - 1).holds, false)
      },
    ),
  )
})

test('chặt hơn là có thứ tự: chặt bằng chính mình, và qua ba mức vẫn chặt', () => {
  const promise = fc.record({
    comparator: fc.constantFrom<Comparator>('>', '>=', '=', '<=', '<'),
    threshold: fc.integer({ min: 0, max: 60 }).map((half) => (half / 2).toFixed(1)),
  })
  fc.assert(
    fc.property(promise, promise, promise, fc.constantFrom<'%' | 'count'>('%', 'count'), (a, b, c, unit) => {
      const whole = a.comparator !== '=' || unit === '%' || a.threshold.endsWith('.0')
      if (whole) assert.ok(isAsStrict(a, a, unit))
      if (isAsStrict(a, b, unit) && isAsStrict(b, c, unit)) assert.ok(isAsStrict(a, c, unit))
    }),
    { numRuns: 2000 },
  )
})

test('một con số khác đi thì lý do đã ghi là của số khác; thứ tự đơn vị không đổi gì', () => {
  const mean = upper('weightedMean', '>=', '80')
  const all = carriers('>=90*100', '-', '>=70*300')
  const now = numbersOf(mean, all)
  assert.equal(numbersOf(mean, [...all].reverse()), now)
  assert.notEqual(numbersOf(mean, carriers('>=90*101', '-', '>=70*300')), now)
  assert.notEqual(numbersOf(mean, carriers('>=90*100', '>=0', '>=70*300')), now)
  assert.notEqual(numbersOf(upper('weightedMean', '>', '80'), all), now)
})
