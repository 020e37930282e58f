// Stories of what stands before a signature: initials that a change takes away, the approval of a collective.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenSections } from '../outline.ts'
import { approval, openCast, type Answer } from '../report.cast.ts'
import { approvalRuleOf, initialRuleOf, isCarried, markOf, whyNotYetSigned } from './initials.ts'

const { done, refused, programme } = await openCast()
const { report: id } = await done('chuyenvien', 'create', { programme, kind: 'interim', period: '2023' })
const show = async () => done('chuyenvien', 'show', { id })
const at = async () => ({ id, expectedVersion: (await show()).report.version as number })
const step = async (who: string, name: string, more: Answer = {}) => done(who, name, { ...(await at()), ...more })
for (const { key, make } of writtenSections('interim'))
  if (!make) await done('chuyenvien', 'writeText', { id, section: key, text: 'Không có.', expectedVersion: 0 })

test('only accepted text is initialled, by the head for the drafters and the clerk for the office, once each', async () => {
  await step('chuyenvien', 'submit')
  assert.equal((await refused('truongban', 'initial', await at())).code, 'wrong-stage')
  await step('truongban', 'accept')
  assert.equal((await refused('chuyenvien', 'initial', await at())).code, 'role-needed')
  await step('truongban', 'initial', { title: 'Trưởng ban' })
  const stale = await at()
  await step('vanthu', 'initial')
  assert.equal((await refused('vanthu', 'initial', stale)).code, 'changed-meanwhile')
  assert.equal((await refused('truongban', 'initial', await at())).code, 'initialled-already')
  const { signing } = await done('thuongtruc', 'show', { id })
  assert.deepEqual(
    signing.initials.map((one: Answer) => [one.as, one.office]),
    [
      ['head', 'Trưởng ban'],
      ['office', 'Văn phòng'],
    ],
  )
  const { content } = await done('vanthu', 'render', { id, format: 'html' })
  assert.doesNotMatch(content, /TBDVHU/)
})

test('the approval holds counts that fit and nobody’s vote; too few do not carry', async () => {
  const wrong = { ...approval, present: 12, agreed: 13, heldOn: '2024-01-30' }
  const { said } = await refused('vanthu', 'approve', { ...(await at()), ...wrong })
  assert.match(said, /chưa tới.*nhiều hơn số thành viên.*nhiều hơn số có mặt/s)
  assert.equal((await refused('truongban', 'approve', { ...(await at()), ...approval })).code, 'role-needed')
  const seen = await at()
  await done('vanthu', 'approve', { ...seen, ...approval, agreed: 5, notAgreed: 5 })
  assert.equal((await refused('thuongtruc', 'approve', { ...seen, ...approval })).code, 'changed-meanwhile')
  assert.equal((await refused('thuongtruc', 'sign', await at())).code, 'approval-not-carried')
  await step('vanthu', 'approve', { ...approval, way: 'written', reservations: 'Cần nêu rõ hơn nguồn lực.' })
  assert.equal((await show()).signing.approval.way, 'written')
})

test('sent back to be changed, initials and approval are gone and it is not signed without a new one', async () => {
  await step('thuongtruc', 'return', { reason: 'Viết gọn lại.' })
  await step('chuyenvien', 'submit')
  await step('truongban', 'accept')
  const { signing, history } = await show()
  assert.deepEqual([signing.initials, signing.approval], [[], null])
  assert.equal(history.filter((line: Answer) => line.move === 'initial').length, 2)
  assert.equal((await refused('thuongtruc', 'sign', await at())).code, 'approval-missing')
  await step('thuongtruc', 'approve', approval)
  assert.equal((await step('thuongtruc', 'sign')).stage, 'signed')
})

test('rules: a single head needs no approval, a half is not more than a half, needed initials hold the signer', () => {
  assert.equal(approvalRuleOf('mobilisationBloc', false), null)
  const rule = approvalRuleOf('partyCommittee', true)!
  assert.deepEqual(
    [isCarried(rule, { agreed: 6, members: 12 }), isCarried(rule, { agreed: 7, members: 12 })],
    [false, true],
  )
  const rules = { initial: { ...initialRuleOf('partyCommittee'), needed: ['office' as const] }, approval: null }
  const missing = whyNotYetSigned(rules, { initials: [], approval: null })
  assert.equal(missing?.refusal.code, 'initials-missing')
  assert.equal(markOf('Trưởng Ban Dân vận'), 'TBDV')
})
