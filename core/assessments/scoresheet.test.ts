// The table of moves as a whole, and the rules of points: what stands in which class, what is left unsaid.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Id } from '../shared/id.ts'
import type { Actor, Role } from '../shared/actor.ts'
import { assessmentOperations } from './index.operations.ts'
import { decidedAs, stages, unexplained, unshown, type Stage } from './scoresheet.ts'
import { moves, movesOpen, stageAfter, whyNot } from './scoresheet.moves.ts'

const [unit, leading, upper] = [1, 2, 3] as unknown as [Id<'body'>, Id<'body'>, Id<'body'>]
const sender = 7 as unknown as Id<'person'>
const person = (id: number, ...held: [Role, Id<'body'>][]): Actor =>
  ({
    ...{ kind: 'person', personId: id as unknown as Id<'person'>, username: `p${id}`, name: `p${id}` },
    roles: held.map(([role, bodyId]) => ({ role, bodyId })),
  }) as unknown as Actor
const cast = {
  unit: person(7, ['reporter', unit]),
  officer: person(8, ['officer', leading]),
  head: person(9, ['head', leading]),
  both: person(10, ['reporter', unit], ['head', leading]),
  moved: person(7, ['head', leading]),
  secretary: person(11, ['reporter', leading]),
  colleague: person(12, ['officer', leading]),
  above: person(13, ['officer', upper]),
}
const enterer = 8 as unknown as Id<'person'>
/** As its body sent it; on paper: entered for it by the officer. */
const at = (stage: Stage) => ({
  ...{ stage, bodyId: unit, leaderId: leading, sentBy: sender },
  ...{ onPaper: false, enteredBy: [] as Id<'person'>[], over: [upper], hasAccount: true },
})
const onPaper = (stage: Stage, hasAccount = false) => ({
  ...at(stage),
  ...{ sentBy: enterer, onPaper: true, enteredBy: [enterer], hasAccount },
})

test('from every stage a decision is still to be reached; nothing is decided that was not verified', () => {
  const onward = (stage: Stage) => [
    ...new Set(Object.values(cast).flatMap((one) => movesOpen(one, at(stage)).map((move) => stageAfter(move, stage)))),
  ]
  for (const from of stages) {
    const seen = new Set<Stage>([from])
    for (const stage of seen) for (const next of onward(stage)) seen.add(next)
    assert.deepEqual([...seen].sort(), [...stages].sort(), from)
  }
  assert.deepEqual(
    stages.filter((stage) => stage !== 'decided' && onward(stage).includes('decided')),
    ['verified'],
  )
  const into = stages.filter((stage) => stage !== 'verified' && onward(stage).includes('verified'))
  assert.deepEqual(into, ['sent', 'decided'])
})

test('who may do what: the unit never verifies, the leader never scores, only the head decides', () => {
  const mayIn = (actor: Actor) =>
    moves.filter((move) => stages.some((stage) => whyNot(actor, move, at(stage)) === null))
  assert.deepEqual(mayIn(cast.unit), ['save', 'addEvidence', 'removeEvidence', 'submit', 'takeBack'])
  assert.deepEqual(mayIn(cast.both), mayIn(cast.unit))
  assert.deepEqual(mayIn(cast.officer), ['giveBack', 'verify', 'excuse', 'include'])
  assert.deepEqual(mayIn(cast.head), ['giveBack', 'verify', 'decide', 'reopen', 'excuse', 'include'])
  assert.deepEqual(mayIn(cast.secretary), [])
  assert.equal(whyNot(cast.moved, 'verify', at('sent'))!.refusal.code, 'own-sheet')
})

test('a paper is entered by whoever leads or stands above, only where nobody signs in; whoever entered it never verifies it', () => {
  const code = (actor: Actor, move: (typeof moves)[number], standing: ReturnType<typeof at>) =>
    whyNot(actor, move, standing)?.refusal.code ?? 'open'
  const due = { ...at('due'), hasAccount: false }
  for (const one of [cast.officer, cast.head, cast.above]) assert.equal(code(one, 'enterPaper', due), 'open')
  for (const one of [cast.unit, cast.both, cast.secretary])
    assert.equal(code(one, 'enterPaper', due), 'leader-only', one.kind)
  assert.equal(code(cast.officer, 'enterPaper', at('due')), 'scores-itself')
  assert.equal(code(cast.officer, 'enterPaper', { ...at('sent'), hasAccount: false }), 'wrong-stage')
  assert.equal(code(cast.colleague, 'enterPaper', onPaper('sent')), 'open')
  assert.equal(code(cast.officer, 'verify', onPaper('sent')), 'own-sheet')
  // A colleague entered it once more: he sent it, and the first one’s points may still stand in it.
  const again = { ...onPaper('sent'), sentBy: 12 as unknown as Id<'person'> }
  assert.deepEqual(
    [code(cast.officer, 'verify', again), code(cast.colleague, 'verify', again)],
    Array(2).fill('own-sheet'),
  )
  assert.equal(code(cast.head, 'verify', again), 'open')
  assert.equal(code(cast.above, 'verify', onPaper('sent')), 'leader-only')
})

test('the body objects to what was entered for it until it is decided; it does not take back what it did not send', () => {
  const code = (move: 'object' | 'takeBack', standing: ReturnType<typeof at>) =>
    whyNot(cast.unit, move, standing)?.refusal.code ?? 'open'
  const open = stages.filter((stage) => code('object', onPaper(stage, true)) === 'open')
  assert.deepEqual(open, ['sent', 'verified'])
  assert.equal(code('object', at('sent')), 'not-on-paper')
  assert.equal(code('takeBack', onPaper('sent', true)), 'entered-on-paper')
  assert.equal(stageAfter('object', 'verified'), 'returned')
  assert.equal(whyNot(cast.head, 'object', onPaper('sent', true))!.refusal.kind, 'forbidden')
})

test('every move has an operation and a reason for everybody else', () => {
  const names = new Set(assessmentOperations.map(({ name }) => name.split('.')[1]))
  for (const move of moves) {
    assert.ok(names.has(move), `no operation makes ${move}`)
    assert.equal(whyNot(person(99), move, at('due'))!.refusal.kind, 'forbidden')
  }
})

const criterion = (no: number, most: number, knockOut = false) => ({
  no,
  text: 't',
  guidance: '',
  most,
  evidence: no === 1,
  knockOut,
})
const classes = [
  { no: 1, name: 'Tốt', least: 85, passes: true },
  { no: 2, name: 'Khá', least: 70, passes: true },
  { no: 3, name: 'Trung bình', least: 50, passes: false },
  { no: 4, name: 'Yếu', least: 0, passes: false },
]
const set = { criteria: [criterion(1, 60, true), criterion(2, 40)], classes }

test('property: best only from the highest class and with every bar met; barred never passes nor stands above who fails', () => {
  const drawn = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.boolean())
  fc.assert(
    fc.property(drawn, ([a, b, met]) => {
      const told = decidedAs(set, [
        { no: 1, points: a, met, note: '' },
        { no: 2, points: b, met: true, note: '' },
      ])
      const sum = a + b
      assert.equal(told.best, met && sum >= 85)
      assert.equal(told.passes, met && sum >= 70)
      const byPoints = sum >= 85 ? 'Tốt' : sum >= 70 ? 'Khá' : sum >= 50 ? 'Trung bình' : 'Yếu'
      assert.equal(told.class, met || sum < 70 ? byPoints : 'Trung bình')
    }),
  )
})

test('a difference without a word, and points without anything that shows them, are said at their criterion', () => {
  const self = [
    { no: 1, points: 50, met: true, note: '' },
    { no: 2, points: 30, met: true, note: '' },
  ]
  const verified = [
    { no: 1, points: 50, met: false, note: 'sai' },
    { no: 2, points: 20, met: true, note: 'thiếu biên bản' },
  ]
  assert.deepEqual(
    unexplained(self, verified).map(({ field }) => field),
    ['note.1'],
  )
  const scores = self.map((one) => ({ ...one, proof: '' }))
  assert.deepEqual(
    unshown(set, scores, new Set()).map(({ field }) => field),
    ['proof.1'],
  )
  assert.deepEqual(unshown(set, scores, new Set([1])), [])
})
