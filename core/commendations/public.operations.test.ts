// What everybody reads: only what is signed, a person by name only while he agrees, revoked at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { done, formLike, nomineeIn, refused, roundOf, seenBy, women } from './commendation.cast.ts'

const round = await roundOf((await formLike()).id)
const at = { round, nominator: women }
const found = async (q: string) => (await done('anybody', 'publicCommendations.list', { q })).lines
const consent = { words: 'Tôi đồng ý cho nêu tên tôi ở trang này.', on: '2026-07-01', channel: 'paper' }

test('before a decision nothing is read; after it a collective by its name, and its certificate by its code', async () => {
  const collective = { kind: 'collective', name: 'Tổ dân phố Sông Xanh', post: '', unit: '' }
  await nomineeIn('submitted', { ...at, ...collective })
  assert.deepEqual(await found('song xanh'), [])
  const id = await nomineeIn('decided', { ...at, ...collective, name: 'Tổ dân phố Gió Lành' })
  const [line] = await found('gio lanh')
  assert.deepEqual([line.name, line.revokedOn, line.kind], ['Tổ dân phố Gió Lành', null, 'collective'])
  const { code } = await done('hoa', 'open', { id })
  const spaced = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toUpperCase()
  assert.equal((await done('anybody', 'publicCommendations.check', { code: spaced })).book, line.book)
  assert.equal((await refused('anybody', 'publicCommendations.check', { code: 'khongphaima1' })).code, 'no-such-code')
})

test('a person: no name, post or unit until he agrees, found by none of them; taken back, gone at once', async () => {
  const id = await nomineeIn('decided', {
    ...at,
    name: 'Trần Thị Không Có Thật',
    post: 'Chi hội trưởng',
    unit: 'Chi hội 12',
  })
  const { code } = await done('hoa', 'open', { id })
  const check = () => done('anybody', 'publicCommendations.check', { code })
  assert.deepEqual([(await check()).name, (await check()).unit], [null, null])
  for (const q of ['khong co that', 'chi hoi truong', 'chi hoi 12']) assert.deepEqual(await found(q), [])
  assert.equal(
    (await refused('thu', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })).code,
    'not-your-round',
  )
  await done('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })
  assert.equal(
    (await refused('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })).code,
    'consent-there',
  )
  assert.equal((await check()).name, 'Trần Thị Không Có Thật')
  assert.equal((await found('khong co that')).length, 1)
  await done('hoa', 'withdrawConsent', await seenBy('hoa', id))
  assert.equal((await check()).name, null)
  assert.deepEqual(await found('khong co that'), [])
})

test('another person put in the place of who agreed is not named by that consent', async () => {
  const id = await nomineeIn('nominated', at)
  await done('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })
  const { achievement, merits } = await done('hoa', 'open', { id })
  const other = { kind: 'person', name: 'Người Khác Hẳn', post: 'Tổ phó', unit: 'Tổ 9', achievement, merits }
  await done('hoa', 'save', { ...(await seenBy('hoa', id)), ...other })
  assert.equal((await done('hoa', 'open', { id })).consent, null)
})

test('revoked: said at once, with the day and the document, wherever it is read', async () => {
  const id = await nomineeIn('presented', { ...at, kind: 'collective', name: 'Tổ bị huỷ', post: '', unit: '' })
  const { code } = await done('hoa', 'open', { id })
  const revoked = { on: '2026-07-06', document: '78/QĐ-UBND', why: 'Thẩm định không đúng quy định.' }
  await done('phuoc', 'revoke', { ...(await seenBy('phuoc', id)), ...revoked })
  const seen = await done('anybody', 'publicCommendations.check', { code })
  assert.deepEqual([seen.revokedOn, seen.revokedDocument], ['2026-07-06', '78/QĐ-UBND'])
  assert.equal((await found('to bi huy'))[0].revokedOn, '2026-07-06')
})
