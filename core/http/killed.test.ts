// The server is killed between a receipt and its storage: nothing acknowledged is lost, nothing sent again is doubled.
import assert from 'node:assert/strict'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { app, drain, ward } from '../cases/case.cast.ts'

const program = join(import.meta.dirname, 'killed.cast.ts')
const secret = 'khoá chỉ dùng khi thử, dài hơn ba mươi hai ký tự'
let running: ChildProcess | undefined
after(() => running?.kill('SIGKILL'))

async function start(): Promise<string> {
  const now = '2026-07-06T09:00:00+07:00'
  running = fork(program, [app.databaseUrl, app.files!.folder, secret, now], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ origin }] = (await once(running, 'message')) as [{ origin: string }]
  return origin
}

interface Receipt {
  code: string
  secret: string
  number: string
}

/** null: the line was cut before the receipt came. */
async function send(origin: string, no: number): Promise<Receipt | null> {
  const body = { once: `dau-cua-lan-gui-thu-${no}`, desk: ward, ...drain, text: `${drain.text} Lần thử ${no}.` }
  const headers = { 'content-type': 'application/json', origin }
  const answer = await fetch(`${origin}/api/submissions`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  }).catch(() => null)
  return answer?.ok ? ((await answer.json().catch(() => null)) as Receipt | null) : null
}

const forms = Array.from({ length: 24 }, (_, no) => no)

test('killed amid 24 forms, started again, the same forms sent again: 24 cases, each receipt as it was', async () => {
  const first = await start()
  const sending = forms.map((no) => send(first, no))
  await Promise.race(sending)
  await wait(5)
  const ended = once(running!, 'exit')
  running!.kill('SIGKILL')
  await ended
  const before = await Promise.all(sending)
  assert.ok(
    before.some((one) => one !== null),
    'killed before anything was acknowledged',
  )
  assert.ok(
    before.some((one) => one === null),
    'killed too late to prove anything',
  )

  const second = await start()
  const again: (Receipt | null)[] = []
  for (const no of forms) again.push(await send(second, no))
  for (const [no, one] of again.entries()) {
    assert.ok(one, `form ${no} was not taken`)
    if (before[no]) assert.deepEqual(one, before[no], `form ${no} has another receipt than before`)
  }
  assert.equal(new Set(again.map((one) => one!.number)).size, forms.length)
  const cases = app.db.selectFrom('submission').select((eb) => eb.fn.countAll<string>().as('count'))
  assert.equal(Number((await cases.executeTakeFirstOrThrow()).count), forms.length)
  const lines = app.db.selectFrom('desk_line').select((eb) => eb.fn.max('number').as('last'))
  // No number of the register is left out: what was undone gave its number back.
  assert.equal((await lines.executeTakeFirstOrThrow()).last, forms.length)
})
