// Two moves at the same moment, for every pair that may meet: one after the other, none breaks, and what ended has no limit left.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  app,
  ask,
  done,
  drain,
  keysOf,
  onceMark,
  onDesk,
  refused,
  submitted,
  tanAn,
  ward,
  works,
  type Answer,
} from './case.cast.ts'

const note = 'Nội dung này đã có nơi khác giải quyết.'
const version = async (who: string, id: number) => (await done(who, 'show', { id })).version as number
const answered = { text: 'Đã thay nắp cống và nạo vét 20 m, nước đã thoát.', document: '12/BC' }

interface Case {
  id: number
  keys: { code: string; secret: string }
}
async function unsorted(): Promise<Case> {
  const receipt = await submitted()
  return { id: (await onDesk(receipt.code)).id, keys: keysOf(receipt) as Case['keys'] }
}
async function open(): Promise<Case> {
  const made = await unsorted()
  await done('tam', 'sort', { ...(await seen(made.id)), kind: 'fieldReport', topic: 'drain', lead: works })
  return made
}
async function answeredOne(): Promise<Case> {
  const made = await open()
  await done('hai', 'answer', { ...(await seen(made.id)), ...answered })
  return made
}
const seen = async (id: number) => ({ id, expectedVersion: await version('tam', id) })

type Ask = [who: string, move: string, input: (one: Case, at: Answer) => object]
const byDesk = (move: string, more: object = {}, who = 'tam'): Ask => [who, move, (_, at) => ({ ...at, ...more })]
const bySender = (move: string, more: object = {}): Ask => ['lan', move, ({ keys }) => ({ ...keys, ...more })]

const sort = byDesk('sort', { kind: 'fieldReport', topic: 'drain', lead: works })
const sortToo = byDesk('sort', { kind: 'petition' }, 'ha')
const transfer = byDesk('transfer', { desk: tanAn, note }, 'ha')
const guide = byDesk('guide', { note }, 'ha')
const withdraw = bySender('withdraw')
const tell = bySender('tell', { text: 'Nước vẫn còn đọng.' })
const answer = byDesk('answer', answered, 'hai')
const reopen = bySender('reopen', { why: 'Nước vẫn còn đọng trước chợ.' })
const close = byDesk('close')
const rate = bySender('rate', { stars: 1 })
const assign = byDesk('assign', { lead: works })
const returnWrong = byDesk('returnWrong', { note }, 'hai')
const reject = byDesk('reject', { reason: 'noEvidence', note })

const pairs: [string, () => Promise<Case>, Ask[]][] = [
  ['unsorted', unsorted, [sort, sortToo, transfer, guide, withdraw, tell]],
  ['open', open, [answer, withdraw, assign, returnWrong, reject]],
  ['answered', answeredOne, [reopen, close, rate]],
]
for (const [state, make, asks] of pairs)
  test(`${state}: each two of ${asks.map(([, move]) => move).join(', ')} at once`, async () => {
    for (const [i, one] of asks.entries())
      for (const two of asks.slice(i)) {
        const made = await make()
        const at = await seen(made.id)
        const both = await Promise.all([one, two].map(([who, move, input]) => ask(who, move, input(made, at))))
        const said = `${one[1]} with ${two[1]}`
        assert.ok(
          both.some(({ ok }) => ok),
          said,
        )
        const { rows } = await limitsLeft(made.id)
        assert.deepEqual(rows, [], said)
      }
  })

async function limitsLeft(id: number) {
  const rows = await app.db
    .selectFrom('legal_deadline as d')
    .innerJoin('submission as s', 's.id', 'd.noun_id')
    .select('d.limit_name')
    .where('d.noun', '=', 'submission')
    .where('s.id', '=', id as never)
    .where('s.stage', 'in', ['ended', 'answered', 'closed'])
    .where('d.met_at', 'is', null)
    .execute()
  return { rows }
}

test('the same answer rated twice at once counts once; the numbers of the desk have neither gap nor double', async () => {
  const made = await answeredOne()
  const both = await Promise.all([
    ask('lan', 'rate', { ...made.keys, stars: 5 }),
    ask('lan', 'rate', { ...made.keys, stars: 1 }),
  ])
  assert.equal(both.filter(({ ok }) => ok).length, 1)
  const sent = await Promise.all(Array.from({ length: 8 }, () => submitted()))
  assert.equal(new Set(sent.map(({ number }) => number)).size, 8)
  const lines = await app.db.selectFrom('desk_line').select(['desk_id', 'year', 'number']).orderBy('number').execute()
  for (const group of Map.groupBy(lines, ({ desk_id, year }) => `${desk_id}/${year}`).values())
    assert.deepEqual(
      group.map(({ number }) => number),
      group.map((_, i) => i + 1),
    )
})

test('the turn of the year is midnight in Vietnam, and what came before it keeps its number', async () => {
  app.setNow('2026-12-31T23:59:30+07:00')
  const last = await submitted()
  app.setNow('2027-01-01T00:00:10+07:00')
  const first = await submitted()
  assert.match(last.number, /\/2026$/)
  assert.equal(first.number, '0001/2027')
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('half a sign, a sign turned round, nothing but blanks of no width: kept as words or refused, never a fault', async () => {
  const odd = 'Lan \ud83d giả\u0000 định \u202egnod\u202c 🚰'
  const receipt = await submitted({ text: `${odd} cống vỡ nắp, nước tràn`, name: odd, placeWords: odd, address: odd })
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', lead: works, points: [odd] })
  await done('lan', 'tell', { ...keysOf(receipt), text: odd })
  await done('tam', 'queue', { q: odd })
  const said = await refused('lan', 'submit', {
    ...drain,
    once: 'story-mark-of-nothing',
    desk: 1,
    text: '\u200b'.repeat(40),
  })
  assert.match(said.said, /Hãy kể việc gì xảy ra/)
})

test('a letter of 2019 or of another age is entered, under no limit no rule gives; endless numbers are refused', async () => {
  const paper = { desk: tanAn, channel: 'paper', door: 'complaint', text: 'Khiếu nại quyết định xử phạt.' }
  await done('tu', 'register', { ...paper, receivedOn: '2019-03-04' })
  await done('tu', 'register', { ...paper, receivedOn: '0001-01-01' })
  for (const bad of [{ lat: 'NaN' }, { lon: 1e308 }, { lat: Infinity }])
    assert.equal(
      (await refused('lan', 'submit', { ...drain, once: 'story-mark-of-far-away', desk: tanAn, ...bad })).code,
      'invalid-input',
    )
})

test('a nervous thumb sends the same form twenty times at once: one case, and every answer is its receipt', async () => {
  const form = { once: onceMark(), desk: ward, ...drain }
  const all = await Promise.all(Array.from({ length: 20 }, () => ask('lan', 'submit', form)))
  const keys = new Set(all.map((one) => (one.ok ? JSON.stringify(keysOf(one.value as Answer)) : one.refusal.code)))
  assert.equal(keys.size, 1)
  assert.match([...keys][0]!, /code/)
})
