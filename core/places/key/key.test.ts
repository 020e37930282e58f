// Shares of a key are exact: a third is a third, nobody is left out, nobody comes twice; proposals are only proposals.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '../../shared/id.ts'
import { isExactlyOne } from '../share.ts'
import { judgeShares, proposalsOf, readKeyShare, writeShare, type Part } from './key.ts'

const part = (n: number, more: Partial<Part> = {}): Part => ({
  ...{ placeId: n as Id<'place'>, code: `0000${n}`, fullName: `Phường ${n}`, areaKm2: null, population: null },
  ...{ alone: false, ...more },
})
const parts = [part(1), part(2), part(3)]
const codes = (shares: [string, string][]) =>
  judgeShares('Phường Cũ', {
    parts,
    typed: shares.map(([to, share]) => ({ to, share })),
    field: (at) => `shares.${at}.share`,
  }).problems.map(({ field, code }) => `${field} ${code}`)

test('a share is written as people write it, and kept exactly', () => {
  const read = (text: string) => {
    const share = readKeyShare(text)
    return share && writeShare(share)
  }
  assert.deepEqual(['0,35', '0.35', '35%', '35 %', '1/3', '2/6', '0', '1', '100%', '12,5%'].map(read), [
    ...['7/20', '7/20', '7/20', '7/20', '1/3', '1/3', '0/1', '1/1', '1/1', '1/8'],
  ])
  assert.deepEqual(['', '1/0', '4/3', '1,2', '-1', '120%', 'một nửa', '1/3/3'].map(read), Array(8).fill(null))
})

test('three thirds are one, 0.333 three times are not', () => {
  assert.deepEqual(codes([['00001', '1/3'], ['00002', '1/3'], ['00003', '1/3']]), []) // prettier-ignore
  assert.deepEqual(codes([['00001', '0,333'], ['00002', '0,333'], ['00003', '0,333']]), ['shares.2.share not-one']) // prettier-ignore
})

test('each successor exactly once; a stranger, a missing one and one that comes twice are named', () => {
  assert.deepEqual(codes([['00001', '0,5'], ['00002', '0,5']]), ['shares.1.share missing']) // prettier-ignore
  assert.deepEqual(codes([['00001', '0,5'], ['00001', '0,25'], ['00003', '0,25']]), ['shares.1.share twice']) // prettier-ignore
  assert.deepEqual(codes([['00009', '0,5'], ['00002', 'nửa']]), ['shares.0.share no-successor', 'shares.1.share bad-share']) // prettier-ignore
})

test('proposed from people only when all are known, by area only when the area is that of the part itself', () => {
  const people = [part(1, { population: 200, areaKm2: '1.5' }), part(2, { population: 100, areaKm2: '4.5' })]
  const [rough, ...none] = proposalsOf(people)
  assert.deepEqual([rough!.method, rough!.exactParts, none.length], ['population', false, 0])
  assert.deepEqual(rough!.shares.map(({ share }) => writeShare(share)), ['2/3', '1/3']) // prettier-ignore
  const whole = proposalsOf(people.map((each) => ({ ...each, alone: true })))
  assert.deepEqual(whole.map(({ method, exactParts }) => `${method} ${exactParts}`), ['population true', 'area true']) // prettier-ignore
  assert.deepEqual(whole[1]!.shares.map(({ share }) => writeShare(share)), ['1/4', '3/4']) // prettier-ignore
  assert.ok(whole.every(({ shares }) => isExactlyOne(shares.map(({ share }) => share))))
  assert.deepEqual(proposalsOf([part(1, { population: 200 }), part(2)]), [])
})
