// The table of moves as a whole, and the pure rules of checks and votes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checksOf,
  outcomeOf,
  stages,
  type Form,
  type Held,
  type Merit,
  type Stage,
  type VoteRule,
} from './commendation.ts'
import { commendationOperations } from './index.operations.ts'
import { moves, movesOpen, parts, stageAfter, whyNot } from './nominee.moves.ts'

const onward = (stage: Stage) => new Set(movesOpen(parts, { stage }).map((move) => stageAfter(move, stage)))

function reachable(from: Stage, without: Stage | null = null): Set<Stage> {
  const seen = new Set<Stage>([from])
  for (const stage of seen) for (const next of onward(stage)) if (next !== without) seen.add(next)
  return seen
}

test('every stage is reached from a nomination and leads to an end', () => {
  assert.deepEqual([...reachable('nominated')].sort(), [...stages].sort())
  for (const stage of stages) {
    const later = reachable(stage)
    assert.ok(
      (['presented', 'refused', 'revoked', 'withdrawn'] as const).some((end) => later.has(end)),
      stage,
    )
  }
})

test('nobody is presented without having been complete, checked, commented on, voted upon, submitted and decided', () => {
  for (const step of ['dossierComplete', 'checked', 'opinionCollected', 'voted', 'submitted', 'decided'] as const)
    assert.ok(!reachable('nominated', step).has('presented'), step)
  for (const stage of stages.filter((one) => onward(one).has('decided') && one !== 'decided'))
    assert.equal(stage, 'submitted')
})

test('decided and revoked only by who awards, flagged only by the head who checks, voted only by members', () => {
  const able = (move: (typeof moves)[number], stage: Stage) => parts.filter((part) => !whyNot([part], move, { stage }))
  assert.deepEqual(able('decide', 'submitted'), ['awarder'])
  assert.deepEqual(able('revoke', 'presented'), ['awarder'])
  assert.deepEqual(able('flag', 'dossierComplete'), ['deskHead'])
  assert.deepEqual(able('cast', 'opinionCollected'), ['member'])
  assert.deepEqual(able('refuse', 'submitted'), ['awarder'])
  assert.deepEqual(able('refuse', 'voted'), ['deskHead'])
})

test('every move has somebody who can make it, an operation, and a reason for everybody else', () => {
  const names = new Set(commendationOperations.map(({ name }) => name.replace('commendations.', '')))
  for (const move of moves) {
    assert.ok(
      stages.some((stage) => whyNot(parts, move, { stage }) === null),
      move,
    )
    assert.ok(names.has(move), `no operation makes ${move}`)
    assert.equal(whyNot([], move, { stage: 'nominated' })!.refusal.code, 'not-your-round')
  }
})

const rule: VoteRule = {
  ballot: 'secret',
  quorumPercent: 66,
  majorityPercent: 50,
  majorityOver: true,
  majorityOf: 'eligible',
}

test('half is not more than half; two thirds are compared as whole numbers; who stands aside is not counted against', () => {
  const of = (inFavour: number, against: number, recused = 0, more: Partial<VoteRule> = {}) =>
    outcomeOf({ ...rule, ...more }, { members: 6, recused, inFavour, against })
  assert.equal(of(3, 3).passed, false)
  assert.equal(of(4, 2).passed, true)
  assert.equal(of(3, 0).quorum, false)
  assert.equal(of(3, 1, 1).passed, true)
  assert.equal(of(3, 3, 0, { majorityOver: false }).passed, true)
  assert.equal(of(4, 1, 0, { majorityPercent: 80, majorityOf: 'cast', majorityOver: false }).passed, true)
  assert.equal(of(4, 1, 0, { majorityPercent: 80, majorityOver: false }).passed, false)
  assert.equal(of(0, 0, 0, { quorumPercent: 0, majorityPercent: 0, majorityOver: false }).quorum, false)
  assert.equal(of(0, 0, 0, { ballot: 'none' }).passed, true)
})

test('one more in favour never turns a carried vote into a lost one', () => {
  const number = fc.integer({ min: 0, max: 20 })
  const percent = fc.integer({ min: 0, max: 100 })
  const drawn = fc.record({
    inFavour: number,
    against: number,
    recused: number,
    rest: number,
    percent,
    quorum: percent,
  })
  fc.assert(
    fc.property(
      drawn,
      fc.boolean(),
      fc.constantFrom('eligible' as const, 'cast' as const),
      (one, majorityOver, majorityOf) => {
        const asked = { ...rule, quorumPercent: one.quorum, majorityPercent: one.percent, majorityOver, majorityOf }
        const members = one.inFavour + one.against + one.recused + one.rest + 1
        const before = outcomeOf(asked, { members, ...one })
        const after = outcomeOf(asked, { members, ...one, inFavour: one.inFavour + 1 })
        assert.ok(!before.passed || after.passed)
        assert.ok(!before.passed || before.quorum)
      },
    ),
  )
})

const form = {
  ...{ key: 'a', root: 'a', level: 'commune', once: false, waitingYears: 2, quotaCollectives: null, quotaPersons: 1 },
  directPercent: 50,
} as Form
const held: Held = {
  ...{
    formRoot: 'a',
    level: 'commune',
    on: '2024-02-29',
    number: '1/QĐ',
    modelIds: [7],
    indicatorIds: [],
    texts: ['Đường hoa'],
    years: [],
  },
}
const merit = (more: Partial<Merit>): Merit => ({
  ...{ kind: 'text', modelId: null, indicatorId: null, text: '', periodId: null, cites: '', year: null },
  ...more,
})

test('what stands against a nominee is said, all of it; other levels and other forms do not', () => {
  const kinds = (
    merits: ReturnType<typeof merit>[],
    of: Partial<Held>,
    today = '2026-02-28',
    more: Partial<Form> = {},
  ) =>
    checksOf(
      { ...form, ...more },
      { kind: 'person', complaintPending: false, merits },
      { held: [{ ...held, ...of }], field: { running: 1, persons: 1, directPersons: 1 }, today },
    ).map(({ kind }) => kind)
  assert.deepEqual(kinds([merit({ modelId: 7 as never })], {}), ['sameAchievement'])
  assert.deepEqual(kinds([merit({ text: 'DUONG HOA' })], {}), ['sameAchievement'])
  assert.deepEqual(kinds([merit({ modelId: 7 as never })], { level: 'province' }), [])
  assert.deepEqual(kinds([merit({ text: 'việc khác' })], {}, '2026-02-27'), ['waiting'])
  assert.deepEqual(kinds([merit({ text: 'việc khác' })], {}), [])
  // What was done for citizens in a year is one achievement, whatever its numbers were on the day.
  const record = merit({ kind: 'record', year: 2026, text: 'trả lời 5 việc của dân, 5 việc đúng hạn, năm 2026' })
  assert.deepEqual(kinds([record], { years: [2026] }), ['sameAchievement'])
  assert.deepEqual(kinds([record], { years: [2025] }), [])
  assert.deepEqual(kinds([merit({ text: 'việc khác' })], {}, '2040-01-01', { once: true }), ['onceOnly'])
  const all = checksOf(
    form,
    { kind: 'person', complaintPending: null, merits: [] },
    { held: [], field: { running: 2, persons: 3, directPersons: 1 }, today: '2026-01-01' },
  )
  assert.deepEqual(
    all.map(({ kind, bars }) => [kind, bars]),
    [
      ['quota', true],
      ['notAsked', true],
      ['directShare', false],
    ],
  )
})
