// Forms are written by the office: all faults at once, two at once, nobody for another's body; rounds keep the version they began with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aDecision,
  ask,
  committee,
  done,
  formLike,
  nomineeIn,
  refused,
  roundOf,
  rules,
  seenBy,
  women,
  type Answer,
} from './commendation.cast.ts'
import { changedFrom, faultsOfForm } from './form.rules.ts'

const own = { ...rules, body: committee }
const fieldsOf = async (input: object) => {
  const result = await ask('phuoc', 'saveForm', { ...own, ...input })
  assert.ok(!result.ok && result.refusal.kind === 'invalid')
  return result.refusal.problems.map(({ field, code }) => `${field} ${code}`)
}

test('a form changed in mid-year: an open round keeps its version, the next takes the new one; not by others', async () => {
  const { id: form, key } = await formLike({ commentDays: 3 })
  const open = await roundOf(form)
  const next = { ...own, key, expectedNo: 1, validFrom: '2026-07-01', commentDays: 7 }
  assert.equal((await refused('binh', 'saveForm', next)).code, 'not-your-body')
  assert.match((await refused('phuoc', 'saveForm', { ...next, validFrom: '2026-01-01' })).said, /01\/01\/2026/)
  const { id: newer } = await done('phuoc', 'saveForm', next)
  assert.equal((await refused('phuoc', 'saveForm', { ...next, validFrom: '2026-07-02' })).code, 'changed-meanwhile')
  assert.equal((await done('khanh', 'round', { id: open })).form.commentDays, 3)
  assert.equal((await done('khanh', 'round', { id: await roundOf(newer) })).form.commentDays, 7)
  const { versions } = await done('anybody', 'form', { id: form })
  assert.deepEqual(
    versions.map(({ no, rounds, changed }: Answer) => ({ no, rounds, changed })),
    [
      { no: 2, rounds: 1, changed: ['commentDays'] },
      { no: 1, rounds: 1, changed: [] },
    ],
  )
})

test('two officers write the next version at once: one is kept, the other is told and nothing of his is saved', async () => {
  const { id, key } = await formLike()
  const next = { ...own, key, expectedNo: 1, validFrom: '2026-07-01' }
  const both = await Promise.all([2, 4].map((waitingYears) => ask('phuoc', 'saveForm', { ...next, waitingYears })))
  assert.deepEqual(both.map((one) => (one.ok ? 'saved' : one.refusal.code)).sort(), ['changed-meanwhile', 'saved'])
  const { versions } = await done('phuoc', 'form', { id })
  assert.equal(versions.length, 2)
  assert.equal(versions[0].waitingYears, both[0]!.ok ? 2 : 4)
})

test('a new form needs no key: each gets its own; a shipped one is nobody’s to change, nor does a form become another kind', async () => {
  const { key: _, ...unnamed } = { key: '', ...own }
  const [first, second] = [await done('phuoc', 'saveForm', unnamed), await done('phuoc', 'saveForm', unnamed)]
  const keyOf = async ({ id }: Answer) => (await done('phuoc', 'form', { id })).versions[0].key as string
  assert.notEqual(await keyOf(first), await keyOf(second))
  const shipped = { ...own, key: 'giayKhen.commune', expectedNo: 1, validFrom: '2026-08-01' }
  assert.equal((await refused('phuoc', 'saveForm', shipped)).code, 'other-key')
  const { key } = await formLike()
  const turned = { ...own, key, kind: 'title', expectedNo: 1, validFrom: '2026-08-01' }
  assert.equal((await refused('phuoc', 'saveForm', turned)).code, 'other-key')
  assert.equal((await refused('lan', 'saveForm', own)).code, 'role-needed')
  assert.equal((await refused('anybody', 'form', { id: 999_999 })).code, 'no-such-form')
})

test('who may write finds his bodies; whoever only reads finds none', async () => {
  const mine = await done('phuoc', 'formChoices')
  assert.deepEqual(mine.bodies, [{ id: committee, name: 'Ủy ban nhân dân phường Tân Triều' }])
  assert.ok(mine.levels.some(({ key }: Answer) => key === 'commune') && mine.organisations.length > 5)
  assert.deepEqual((await done('lan', 'formChoices')).bodies, [])
  assert.deepEqual((await done('anybody', 'formChoices')).bodies, [])
})

test('everything wrong is said at once: in the fields first, then where rules contradict each other', async () => {
  const typed = { name: 'Giấy', organisations: [], honours: undefined, waitingYears: 'hai', quotaPersons: 0 }
  assert.deepEqual((await fieldsOf({ ...typed, commentDays: 91 })).map((one) => one.split(' ')[0]).sort(), [
    ...['commentDays', 'honours', 'name', 'organisations', 'quotaPersons', 'waitingYears'],
  ])
  const crossed = { honours: ['person'], quotaCollectives: 3, once: true, waitingYears: 2, quorumPercent: 0 }
  const never = { majorityPercent: 100, majorityOver: true, level: 'sao Hoả', organisations: ['không có'] }
  assert.deepEqual((await fieldsOf({ ...crossed, ...never, validTo: '2025-12-31' })).sort(), [
    ...['level no-such-level', 'majorityPercent never', 'organisations no-such-organisation'],
    ...['quorumPercent missing', 'quotaCollectives not-honoured', 'validTo ends-before', 'waitingYears with-once'],
  ])
})

test('without a ballot no share is asked for; the order of ticks is no change', () => {
  const reach = { quotaCollectives: null, quotaPersons: null, directPercent: 0, once: false, waitingYears: 0 }
  const none = { ballot: 'none', quorumPercent: 0, majorityPercent: 0, majorityOver: true } as const
  assert.deepEqual(faultsOfForm({ ...reach, ...none, honours: ['person'] }), [])
  const found = faultsOfForm({ ...reach, ...none, ballot: 'open', directPercent: 10, honours: ['collective'] })
  assert.deepEqual(
    found.map(({ field }) => field),
    ['directPercent', 'quorumPercent', 'majorityPercent'],
  )
  const form = { name: 'Giấy khen', honours: ['person', 'collective'], validTo: null } as never
  const after = { name: 'Giấy khen', honours: ['collective', 'person'], validTo: '2027-01-01' } as never
  assert.deepEqual(changedFrom(form, after), ['validTo'])
})

test('once only holds across forms written from one another, not for one begun on a blank sheet', async () => {
  const once = { kind: 'kyNiemChuong', name: 'Kỷ niệm chương của phường', once: true }
  const first = await formLike(once)
  const copied = {
    ...rules,
    ...once,
    body: committee,
    name: 'Kỷ niệm chương theo quy chế mới',
    key: 'kyNiemChuong.moi',
  }
  const second = await done('phuoc', 'saveForm', { ...copied, from: first.id })
  const blank = await formLike({ ...once, name: 'Kỷ niệm chương khác' })
  const turned = await done('phuoc', 'saveForm', { ...copied, key: 'giayKhen.moi', kind: 'giayKhen', from: first.id })
  assert.equal(
    (await refused('phuoc', 'saveForm', { ...copied, key: 'kyNiemChuong.ba', from: 999_999 })).code,
    'invalid-input',
  )
  const someone = { nominator: women, name: 'Nguyễn Một Lần', unit: 'Tổ dân phố 9' }
  const merits = (text: string) => [{ kind: 'text', text }]
  const [round] = [await roundOf(first.id)]
  const id = await nomineeIn('submitted', { round, ...someone, merits: merits('Giữ đường hoa mười năm') })
  await done('phuoc', 'decide', { round, ...aDecision('301/QĐ'), nominees: [await seenBy('phuoc', id)] })
  const barsIn = async (form: number) => {
    const again = await nomineeIn('dossierComplete', {
      round: await roundOf(form),
      ...someone,
      merits: merits('Việc khác'),
    })
    const { checks } = await done('khanh', 'open', { id: again })
    return checks.some(({ kind }: { kind: string }) => kind === 'onceOnly')
  }
  assert.deepEqual([await barsIn(second.id), await barsIn(blank.id), await barsIn(turned.id)], [true, false, false])
})
