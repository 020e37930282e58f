// The table of moves as a whole, and the rules beside it: every stage is reached and can end, every move has its operation.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarOf } from '../law/calendar.ts'
import type { Actor, Role } from '../shared/actor.ts'
import { roles } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { calendarFile } from './ics.ts'
import { receptionOperations } from './index.operations.ts'
import { daysOf } from './pattern.ts'
import {
  lives,
  moves,
  movesOpen,
  nextStage,
  parts,
  partsAt,
  ruleOf,
  whyNot,
  type Life,
  type StageOf,
} from './reception.moves.ts'
import { dueDays, frequencyOf, grounds, representativesFor, saidAsText, textAsSaid } from './reception.ts'

const ends: Record<Life, readonly string[]> = {
  sitting: ['held', 'cancelled'],
  booking: ['cancelled', 'came', 'missed'],
  visit: ['noted', 'told', 'refusedInWriting'],
  conclusion: ['issued'],
  point: ['done'],
}
const begins: Record<Life, readonly string[]> = {
  ...{
    sitting: ['proposed'],
    booking: ['booked'],
    visit: ['noted', 'taken', 'refused'],
    conclusion: ['draft'],
    point: ['open'],
  },
}

function reachable<L extends Life>(of: L, from: string): Set<string> {
  const seen = new Set<string>([from])
  for (const stage of seen)
    for (const move of movesOpen(parts, of, stage as StageOf<L>)) seen.add(nextStage<L>(move, stage as StageOf<L>))
  return seen
}

for (const of of Object.keys(lives) as Life[])
  test(`${of}: every stage is reached from its beginnings, and from each there is a way to an end`, () => {
    const all = new Set(begins[of].flatMap((from) => [...reachable(of, from)]))
    assert.deepEqual([...all].sort(), [...lives[of]].sort())
    for (const stage of lives[of])
      assert.ok(
        ends[of].some((end) => reachable(of, stage).has(end)),
        `${stage} is stuck`,
      )
  })

test('no walk of random moves leaves the table, and an ended booking, conclusion or point never moves again', () => {
  const step = fc.record({ move: fc.constantFrom(...moves), part: fc.constantFrom(...parts) })
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(lives) as Life[])), fc.array(step, { maxLength: 30 }), (of, steps) => {
      let stage: string = begins[of].at(-1)!
      for (const { move, part } of steps) {
        if (ruleOf(move).of !== of || whyNot([part], move, stage as never) !== null) continue
        assert.ok(of === 'visit' || !ends[of].includes(stage))
        stage = nextStage(move, stage as never)
        assert.ok((lives[of] as readonly string[]).includes(stage))
      }
    }),
  )
})

const [desk, lead, elsewhere] = [1, 2, 3] as Id<'body'>[]
const person = (role: Role, bodyId: Id<'body'>): Actor => ({
  ...{ kind: 'person', personId: 1 as Id<'person'>, name: 'giả định', scopes: null },
  roles: [{ role, bodyId, deputyFor: null }],
})

test('who has which part: by role and body, and nobody else any', () => {
  const partsBy = (role: Role, body: Id<'body'>) => partsAt(person(role, body), { deskId: desk!, leadId: lead! })
  const held = roles.flatMap((role) =>
    [desk, lead, elsewhere].flatMap((body) => partsBy(role, body!).map((part) => [role, body, part])),
  )
  assert.deepEqual(held, [
    ['head', desk, 'deskHead'],
    ['head', lead, 'lead'],
    ['receiver', desk, 'desk'],
    ['handler', lead, 'lead'],
  ])
  assert.equal(whyNot([], 'post', 'proposed')?.refusal.code, 'not-your-desk')
  assert.equal(whyNot(['desk'], 'issue', 'draft')?.refusal.code, 'heads-only')
})

test('every move has its operation, or is a step inside one', () => {
  const inside: Record<string, string> = {
    come: 'enter',
    miss: 'hold',
    drop: 'noteCall',
    open: 'openBooking',
    draft: 'draftConclusion',
    issue: 'issueConclusion',
  }
  const names = receptionOperations.map(({ name }) => name.split('.')[1]!)
  for (const move of moves) assert.ok(names.includes(inside[move] ?? move), move)
})

test('how often a head receives: a commune chair every week of the month, others by their own rule, each with its basis', () => {
  const chair = frequencyOf({ organisation: 'peoplesCommittee', level: 'commune' })
  assert.deepEqual(
    ['2026-11', '2026-12', '2026-07'].map((month) => dueDays(chair, month)),
    [4, 5, 5],
  )
  const party = frequencyOf({ organisation: 'partyCommittee', level: 'commune' })
  assert.deepEqual([dueDays(party, '2026-02'), party.confidence], [2, 'secondHand'])
  assert.equal(frequencyOf({ organisation: 'fatherlandFront', level: 'commune' }).confidence, 'assumed')
  assert.deepEqual([4, 5, 10, 11, 500].map(representativesFor), [null, 2, 2, 5, 5])
  assert.equal(grounds.length, 13)
})

test('days of the month that are off go on to the next working day, the 31st is the last of a shorter month', () => {
  const calendar = calendarOf(new Map())
  const { days } = daysOf(calendar, { from: '2026-02-01', to: '2026-04-30', weekdays: [], monthDays: [31] })
  assert.deepEqual(
    days,
    ['2026-03-02', '2026-03-31', '2026-05-04'].filter((day) => day <= '2026-04-30'),
  )
})

test('what was said is read back under its heads, whatever stands in it', () => {
  const words = fc.string().map((text) => text.replaceAll('\n', ' ').trim())
  fc.assert(
    fc.property(fc.record({ text: words, earlier: words, request: words, answer: words, papers: words }), (said) => {
      assert.deepEqual(textAsSaid(saidAsText(said)), { ...said })
    }),
  )
})

test('the calendar file keeps to RFC 5545: lines folded at 75 bytes, CRLF, a cancelled session says so', () => {
  const one = {
    ...{ id: 7 as Id<'sitting'>, day: '2026-07-15', starts: '07:30', ends: '11:00', stage: 'cancelled' as const },
    ...{ placeWords: 'Phòng tiếp công dân, trụ sở UBND phường; tầng 1', receiver: 'Chủ tịch UBND phường', changes: 2 },
    ...{
      content: 'Nghe phản ánh việc cấp nước, đường điện, môi trường. '.repeat(6),
      desk: 'Ủy ban nhân dân phường Tân Triều',
    },
    changedAt: new Date('2026-07-06T09:00:00+07:00'),
  }
  const file = calendarFile([one], { origin: 'https://dan.example.vn' })
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.ok(!file.replaceAll('\r\n', '').includes('\n'))
  const unfolded = file.replaceAll('\r\n ', '')
  assert.match(unfolded, /DTSTART;TZID=Asia\/Ho_Chi_Minh:20260715T073000/)
  assert.match(unfolded, /STATUS:CANCELLED/)
  assert.match(unfolded, /LOCATION:Phòng tiếp công dân\\, trụ sở UBND phường\\; tầng 1/)
  assert.match(unfolded, /UID:tiep-dan-7\r\n/)
})
