// What is counted once for many is right for each: while cases are shown, passed on, answered, joined and taken back, by two at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openApp } from '../app.ts'
import { app, done, onDesk, photo, submitted, tanAn, ward, works } from '../cases/case.cast.ts'
import { anonymous } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { keptFor, keptUnder } from '../shared/kept.ts'
import { listReports } from './report.operations.ts'

/** Another process over the same database. */
const other = openApp({ databaseUrl: app.databaseUrl, poolSize: 2, secret: 'x'.repeat(32), clock: app.clock })
app.seal && (other.seal = app.seal)

const questions = [
  {},
  { desk: ward },
  { desk: tanAn },
  { state: 'open' },
  { state: 'answered' },
  { state: 'rejected' },
  { topic: 'drain' },
]

/** Each question asked of both processes, beside what a plain count of today's rows says. */
async function right(): Promise<void> {
  for (const input of questions) {
    const { desk, state, topic } = input as { desk?: number; state?: string; topic?: string }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from submission_public p
      join submission s on s.id = p.submission_id
      where s.kind in ('fieldReport', 'petition', 'regulationFeedback') and p.desk_id = s.desk_id
        and (s.stage in ('open', 'answered', 'closed') or s.outcome = 'rejected')
        and ${desk ? sql`s.desk_id = ${desk}` : sql`true`} and ${topic ? sql`s.topic = ${topic}` : sql`true`}
        and ${state ? sql`case when s.stage = 'open' then 'open' when s.stage = 'ended' then 'rejected' else 'answered' end = ${state}` : sql`true`}`.execute(
      app.db,
    )
    for (const one of [app, other]) {
      const { total, reports } = must(await listReports.ask(one, anonymous, { ...input, size: 100 }))
      assert.deepEqual([total, reports.length], [rows[0]!.n, rows[0]!.n], JSON.stringify(input))
    }
  }
}

async function shown(topic = 'drain') {
  const { code } = await submitted()
  const { id } = await onDesk(code)
  const at = async (who = 'tam') => ({ id, expectedVersion: (await done(who, 'show', { id })).version as number })
  await done('tam', 'sort', { ...(await at()), kind: 'fieldReport', topic, lead: works })
  await done('tam', 'publish', { id, expectedVersion: 0, text: 'Nắp cống trước chợ vỡ.' })
  return { id, at, code }
}
const note = 'Đã xem xét và xin trả lời để ông, bà được biết.'

test('after every step both processes tell what is there, not what was', async () => {
  await right()
  const one = await shown()
  await right()
  const two = await shown('road')
  await right()
  await done('hai', 'answer', {
    ...(await one.at('hai')),
    text: 'Đã thay nắp cống và thông dòng chảy sáng nay.',
    files: [photo],
  })
  await right()
  await done('hai', 'returnWrong', { ...(await two.at('hai')), note })
  await right()
  await done('tam', 'reject', { ...(await two.at()), reason: 'noPlace', note })
  await right()
  const { version } = await done('tam', 'publishDraft', { id: one.id })
  await done('tam', 'unpublish', { id: one.id, expectedVersion: version, reason: 'Người gửi đề nghị thôi công khai.' })
  await right()
})

test('shown and taken back by many at once, the counts come out right', async () => {
  const all = await Promise.all([shown(), shown('road'), shown('light')])
  await right()
  await Promise.all(
    all.map(async ({ id }) => {
      const { version } = await done('tam', 'publishDraft', { id })
      await done('tam', 'unpublish', { id, expectedVersion: version, reason: 'Nhầm việc.' })
    }),
  )
  await right()
  await other.close()
})

test('under one stamp it is counted once for all who ask at once; one whose count broke off does not break the others', async () => {
  let counted = 0
  const count = async () => ++counted
  const asked = await Promise.all([1, 2, 3].map(() => keptUnder(app, { what: 'a', stamp: '1' }, count)))
  assert.deepEqual([asked, counted], [[1, 1, 1], 1])
  assert.equal(await keptUnder(app, { what: 'a', stamp: '2' }, count), 2)
  const broken = keptUnder(app, { what: 'a', stamp: '3' }, () => Promise.reject(new Error('line broke')))
  const waiting = keptUnder(app, { what: 'a', stamp: '3' }, count)
  await assert.rejects(broken, /line broke/)
  assert.equal(await waiting, 3)
})

test('figures are the same for a minute, then once more while they are counted anew, and never older than ten minutes', async () => {
  let counted = 0
  const at = (time: string) =>
    keptFor(
      app,
      { what: 'b', now: new Date(`2026-07-06T${time}Z`), fresh: 60_000, stale: 600_000 },
      async () => ++counted,
    )
  assert.deepEqual([await at('09:00:00'), await at('09:00:59')], [1, 1])
  assert.equal(await at('09:01:30'), 1) // goes out once more; the new one is counted beside it
  assert.equal(await at('09:01:40'), 2)
  assert.equal(await at('09:20:00'), 3)
})
