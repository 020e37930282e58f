// Lan types for a long time and her session runs out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browser } from './browser.cast.ts'
import { keepForm, keptForm } from './kept-form.ts'
import { app, board, farmers, make } from './person.cast.ts'

await make('lan', 'Cán bộ đầu mối', ['reporter', farmers])
await make('binh', 'Phó Trưởng ban', ['head', board])
const form = { path: '/nhap/1?/save', fields: [['rows.0.value:number', '412'] as [string, string]] }

test('what she typed comes back to her after signing in again, and to nobody else', async () => {
  const hers = browser()
  await hers.signIn('lan')
  app.setNow('2023-07-20T09:00:00+07:00')
  assert.equal((await hers.who()).kind, 'anonymous')
  const key = await keepForm(app, hers.headers(), form)
  const his = browser()
  await his.signIn('binh')
  assert.equal(await keptForm(app, await his.who(), key!), null)
  assert.equal(await keptForm(app, await hers.who(), key!), null)
  await hers.signIn('lan')
  assert.deepEqual(await keptForm(app, await hers.who(), key!), form)
  assert.equal(await keptForm(app, await hers.who(), 'khác'), null)
  const { sealed } = await app.db.selectFrom('kept_form').select('sealed').executeTakeFirstOrThrow()
  assert.ok(!Buffer.from(sealed).toString('latin1').includes('412'))
  app.setNow('2023-07-20T10:00:01+07:00')
  assert.equal(await keptForm(app, await hers.who(), key!), null)
})

test('a stranger, a session that was ended and a form too large leave nothing; five at most are kept', async () => {
  const hers = browser()
  assert.equal(await keepForm(app, hers.headers(), form), null)
  await hers.signIn('lan')
  const carried = hers.headers()
  assert.equal(await keepForm(app, carried, { ...form, path: 'x'.repeat(600_000) }), null)
  for (let i = 0; i < 7; i++) assert.ok(await keepForm(app, carried, form))
  const rows = await app.db.selectFrom('kept_form').select('hash').execute()
  assert.equal(rows.length, 5)
  await hers.signOut()
  assert.equal(await keepForm(app, carried, form), null)
})
