// Whatever is tried, by whomever, in whatever order: nobody is honoured without all that has to come before.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aDecision, aPerson, ask, comments, done, formLike, roundOf, women } from './commendation.cast.ts'

const plain = await formLike()

/** Whoever may play a part, and what he tries; many of these are refused, and nothing is done. */
const tries: readonly (readonly [string, string, object])[] = [
  ['hoa', 'complete', {}],
  ['khanh', 'flag', { pending: false }],
  ['dung', 'check', {}],
  ['dung', 'takeComments', comments],
  ['lan', 'cast', { inFavour: true }],
  ['minh', 'cast', { inFavour: true }],
  ['nga', 'cast', { inFavour: true }],
  ['dung', 'closeVote', { minutes: '04/BB-HĐ' }],
  ['khanh', 'submit', {}],
  ['phuoc', 'decide', {}],
  ['dung', 'present', {}],
  ['khanh', 'flag', { pending: true }],
  ['dung', 'giveBack', { note: 'Bổ sung số liệu của năm.' }],
  ['khanh', 'refuse', { note: 'Chưa đủ thành tích theo quy định.' }],
  ['hoa', 'withdraw', { note: 'Rút để đề nghị ở đợt sau.' }],
  [
    'vinh',
    'correctName',
    { name: 'Người Đúng Tên', post: 'Tổ trưởng', unit: 'Tổ 3', same: true, why: 'Gõ sai tên khi ghi.' },
  ],
  ['dung', 'correctPresented', { on: '2026-07-05', why: 'Gõ nhầm ngày trao của đợt.' }],
  ['phuoc', 'revoke', { on: '2026-07-06', document: '99/QĐ-UBND', why: 'Hồ sơ khai không đúng sự thật.' }],
]

test('whatever is tried by whomever in whatever order: nobody is honoured without a signed decision, a vote and a check', async () => {
  let [decisions, reached] = [0, 0]
  const round = await roundOf(plain.id)
  // In the order of life more often than not, so that many get far.
  const order = fc.array(fc.integer({ min: 0, max: tries.length - 1 }), { maxLength: 25 })
  const kept = fc.array(fc.nat(9), { minLength: 11, maxLength: 11 })
  await fc.assert(
    fc.asyncProperty(order, kept, async (steps, drawn) => {
      const { id } = await done('hoa', 'nominate', { round, nominator: women, ...aPerson() })
      for (const i of [...drawn.flatMap((one, at) => (one > 0 ? [at] : [])), ...steps]) {
        const [who, move, input] = tries[i]!
        const { version } = await done('khanh', 'open', { id })
        const one = { id, expectedVersion: version as number }
        const several = { round, nominees: [one] }
        if (move === 'decide') await ask(who, move, { ...several, ...aDecision(`P${(decisions += 1)}/QĐ-UBND`) })
        else if (move === 'present') await ask(who, move, { ...several, on: '2026-07-06' })
        else await ask(who, move, { ...one, ...input })
      }
      const { stage, decision, code, life, vote } = await done('khanh', 'open', { id })
      const made = new Set(life.map((act: { move: string }) => act.move))
      const honoured = ['decided', 'presented', 'revoked'].includes(stage)
      assert.equal(decision !== null, honoured, stage)
      assert.equal(code !== null, honoured, stage)
      if (!honoured) return
      reached += 1
      for (const move of ['complete', 'flag', 'check', 'takeComments', 'closeVote', 'submit', 'decide'])
        assert.ok(made.has(move), `${stage} without ${move}`)
      assert.equal(vote.result.passed, true)
    }),
    { numRuns: 12, examples: [[[], Array.from({ length: 11 }, () => 1)]] },
  )
  assert.ok(reached > 0)
})
