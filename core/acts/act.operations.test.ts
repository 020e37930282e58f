// Stories of acts: two communes become one, what stands in the way is said at once, and nothing is saved by half.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anonymous, operator } from '../shared/actor.ts'
import { childrenOf } from '../places/place.read.ts'
import {
  app,
  day,
  document,
  done,
  dongNai,
  drafted,
  ha,
  merging,
  minh,
  phuLy,
  place,
  refused,
  triAn,
} from './act.cast.ts'

const faultsOf = async (lines: readonly object[], of: object = {}) => {
  const draft = await drafted(ha, lines, of)
  const { faults } = await done(ha, 'acts.show', { id: draft.id })
  await done(ha, 'acts.discard', { id: draft.id, expectedVersion: draft.version })
  return faults.map((fault: { line: number; column: string; code: string }) => [fault.line, fault.column, fault.code])
}

test('what is wrong with an act is said line by line, before anything is saved', async () => {
  assert.deepEqual(await faultsOf([{ kind: 'rename', from: '99999', name: 'A' }]), [[1, 'from', 'no-such-place']])
  assert.deepEqual(await faultsOf([merging('26173', { name: 'A', type: 'Xã' })]), [
    [1, 'code', 'merges-alone'],
    [1, 'code', 'code-taken'],
  ])
  assert.deepEqual(
    await faultsOf([
      { kind: 'dissolve', from: '26173' },
      { kind: 'rename', from: '26173', name: 'A' },
    ]),
    [[2, 'from', 'twice']],
  )
  assert.deepEqual(await faultsOf([{ kind: 'rename', from: '26173', name: 'A' }], { effectiveOn: '2025-07-01' }), [
    [1, 'from', 'touched-the-same-day'],
  ])
  assert.deepEqual(await faultsOf([{ kind: 'rename', from: '26170', name: 'A' }], { effectiveOn: '2026-04-30' }), [
    [1, 'from', 'touched-the-same-day'],
  ])
  assert.deepEqual(await faultsOf([{ kind: 'rename', from: '26170', name: 'A' }], { effectiveOn: '2026-01-01' }), [
    [1, 'from', 'not-after-the-newest'],
  ])
})

test('parents, codes and shares: nobody without a parent, no code twice, no share over one', async () => {
  assert.deepEqual(await faultsOf([{ kind: 'move', from: '26173', parent: '26170' }]), [[1, 'parent', 'circular']])
  assert.deepEqual(await faultsOf([{ kind: 'move', from: '26173', parent: '98' }]), [[1, 'parent', 'no-such-parent']])
  const split = (code: string, share: string | null) => ({
    kind: 'split',
    from: '26173',
    code,
    name: code,
    type: 'Xã',
    share,
  })
  assert.deepEqual(await faultsOf([split('26991', '0.6'), split('26992', '0.5')]), [[2, 'share', 'shares-over-one']])
  assert.deepEqual(await faultsOf([split('26991', '0.2'), split('26992', '0.5')]), [[2, 'share', 'shares-under-one']])
  assert.deepEqual(await faultsOf([split('26991', '0.2'), split('26992', null)]), [])
  assert.deepEqual(await faultsOf([split('26991', null)]), [[1, 'from', 'splits-alone']])
  assert.deepEqual(await faultsOf([split('26991', null), split('26991', null)]), [[2, 'code', 'same-successor']])
  assert.deepEqual(await faultsOf([{ kind: 'recode', from: '26173', code: '26170' }]), [[1, 'code', 'code-taken']])
  assert.deepEqual(
    await faultsOf([
      { kind: 'recode', from: '26173', code: '26991' },
      { kind: 'recode', from: '26170', code: '26991' },
    ]),
    [[2, 'code', 'code-twice']],
  )
})

test('a province cannot be dissolved over its communes; an act that would leave them without a parent says so', async () => {
  const draft = await drafted(operator, [{ kind: 'dissolve', from: '75' }])
  const { faults } = await done(operator, 'acts.show', { id: draft.id })
  assert.deepEqual([faults.length, faults[0].code], [1, 'children-left'])
  assert.match(faults[0].sentence.vi, /Thành phố Đồng Nai \(75\) không còn mà bên dưới vẫn còn 95 đơn vị/)
  const { code } = await refused(operator, 'acts.save', { id: draft.id, expectedVersion: draft.version })
  assert.equal(code, 'act-faults')
  assert.equal((await childrenOf(app.db, dongNai.placeId, day)).length, 95)
})

test('Minh of Phú Lý may rename his own commune, but not take in the neighbour', async () => {
  const own = await drafted(minh, [{ kind: 'rename', from: '26173', name: 'Phú Lý Mới' }])
  assert.deepEqual((await done(minh, 'acts.show', { id: own.id })).faults, [])
  const both = await drafted(minh, [merging('26173'), merging('26170')])
  const said = (await refused(minh, 'acts.save', { id: both.id, expectedVersion: 2 })).said.join()
  assert.match(said, /Phường Trị An ở ngoài địa bàn/)
  assert.doesNotMatch(said, /Phú Lý ở ngoài/)
  assert.equal(
    (await refused(minh, 'acts.show', { id: (await drafted(operator, [merging('26173')])).id })).code,
    'not-your-act',
  )
  assert.equal((await refused(anonymous, 'acts.create', document)).code, 'sign-in-needed')
})

test('Xã Phú Lý and Phường Trị An become one: of two officers one saves, the other is told; posting twice saves once', async () => {
  const lines = [merging('26173', { note: 'cả xã' }), merging('26170')]
  const draft = await drafted(ha, lines)
  const shown = await done(ha, 'acts.show', { id: draft.id })
  assert.deepEqual(shown.faults, [])
  assert.deepEqual(
    shown.picture.map((group: any) => [
      group.before.map((side: any) => side.fullName),
      group.after.map((side: any) => [side.fullName, side.code, side.parentName]),
    ]),
    [[['Xã Phú Lý', 'Phường Trị An'], [['Phường Trị An', '26170', 'Thành phố Đồng Nai']]]],
  )
  const same = await drafted(ha, lines)
  const save = { id: draft.id, expectedVersion: draft.version }
  const answers = await Promise.allSettled([
    done(ha, 'acts.save', save),
    done(ha, 'acts.save', save),
    done(ha, 'acts.save', { id: same.id, expectedVersion: same.version }),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected'])
  const [old, now] = [await place('26170'), await place('26170', day)]
  assert.notEqual(old.placeId, now.placeId)
  assert.equal((await childrenOf(app.db, dongNai.placeId, '2026-06-30')).length, 95)
  assert.equal((await childrenOf(app.db, dongNai.placeId, day)).length, 94)
  const page = await done(anonymous, 'places.show', { id: phuLy.placeId })
  assert.deepEqual(
    page.successors.map((to: any) => [to.fullName, to.kind, to.share, to.act.number]),
    [['Phường Trị An', 'merged', '1', '15/NQ-HĐND']],
  )
  const { rows } = await sql`select 1 from event where noun = 'act' and move = 'save'`.execute(app.db)
  assert.equal(rows.length, 1)
  const left = answers[0]!.status === 'fulfilled' || answers[1]!.status === 'fulfilled' ? same : draft
  const again = await refused(ha, 'acts.save', { id: left.id, expectedVersion: left.version })
  assert.match(again.said.join(), /đã thay đổi đúng ngày đó/)
  assert.equal(triAn.placeId, old.placeId)
})

test('the slower of two officers who edit one draft gets a conflict', async () => {
  const draft = await done(ha, 'acts.create', { ...document, number: '16/NQ-HĐND' })
  const line = { kind: 'rename', from: '26185', name: 'Mới' }
  const at = { id: draft.id, expectedVersion: 1, lines: [line] }
  await done(ha, 'acts.addLines', at)
  assert.equal((await refused(ha, 'acts.addLines', at)).code, 'changed-meanwhile')
  assert.equal(
    (await refused(ha, 'acts.edit', { ...document, id: draft.id, expectedVersion: 1 })).code,
    'changed-meanwhile',
  )
  await done(ha, 'acts.removeLines', { id: draft.id, expectedVersion: 2, lines: [1] })
  assert.match(
    (await refused(ha, 'acts.save', { id: draft.id, expectedVersion: 3 })).said.join(),
    /chưa có thay đổi nào/,
  )
})
