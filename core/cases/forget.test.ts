// Filed without action, a letter is kept for twelve months; then nothing of it is left but its line in the register.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must } from '../shared/result.ts'
import { app, as, done, keysOf, onDesk, submitted } from './case.cast.ts'
import { fileAway } from './end.operations.ts'
import { forgetFiled } from './forget.ts'

test('on the last day it is there, the day after it is gone: words, sender, files; a sealed one too', async () => {
  const note = 'Đơn không nêu rõ việc và nơi xảy ra nên không đủ điều kiện xử lý.'
  const [open, kept] = [await submitted(), await submitted({ door: 'petition', text: 'Tôi tố cáo một người ở đây.' })]
  const at = await onDesk(open.code)
  must(await fileAway.ask(app, await as('tam'), { ...at, note }))
  must(await fileAway.ask(app, await as('tam'), { ...(await onDesk(kept.code)), note, keepSealed: true }))
  app.setNow('2027-07-06T23:00:00+07:00')
  assert.deepEqual(await forgetFiled(app), { forgotten: 0 })
  assert.match((await done('tam', 'show', { id: at.id })).letter.text, /Cống trước chợ/)
  app.setNow('2027-07-07T00:30:00+07:00')
  assert.deepEqual(await forgetFiled(app), { forgotten: 2 })
  assert.deepEqual(await forgetFiled(app), { forgotten: 0 })
  const shown = await done('tam', 'show', { id: at.id })
  assert.deepEqual([shown.letter.text, shown.letter.sender, shown.files], ['', {}, []])
  const tracked = await done('lan', 'track', keysOf(open))
  assert.deepEqual([tracked.outcome, tracked.acts.at(-1).note], ['filed', note])
  const parts = app.db.selectFrom('sealed_part').select('no')
  assert.equal((await parts.execute()).length, 0)
})
