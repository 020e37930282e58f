// The table of moves as a whole: every stage leads to an end, nothing is recognised that was not inspected.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stages, type Stage } from './model.ts'
import { moves, movesOpen, parts, stageAfter, whyNot } from './model.moves.ts'
import { modelOperations } from './index.operations.ts'

const onward = (stage: Stage) => new Set(movesOpen(parts, { stage }).map((move) => stageAfter(move, stage)))

function reachable(from: Stage): Set<Stage> {
  const seen = new Set<Stage>([from])
  for (const stage of seen) for (const next of onward(stage)) seen.add(next)
  return seen
}

test('every stage is reached from a draft and leads to an end', () => {
  assert.deepEqual([...reachable('draft')].sort(), [...stages].sort())
  for (const stage of stages) {
    const later = reachable(stage)
    assert.ok(
      (['ended', 'withdrawn', 'notRecognised'] as const).some((end) => later.has(end)),
      stage,
    )
  }
})

test('recognised only from inspected, or again at a higher level; inspected only by who guides', () => {
  const into = stages.filter((stage) =>
    movesOpen(parts, { stage }).some((move) => stageAfter(move, stage) === 'recognised' && stage !== 'recognised'),
  )
  assert.deepEqual(into, ['inspected'])
  for (const part of parts)
    assert.equal(
      whyNot([part], 'inspect', { stage: 'selfScored' }) === null,
      part === 'guide' || part === 'guideHead',
      part,
    )
})

test('every move has somebody who can make it, an operation, and a reason for everybody else', () => {
  const names = new Set(modelOperations.map(({ name }) => name.replace('models.', '')))
  for (const move of moves) {
    assert.ok(
      stages.some((stage) => whyNot(parts, move, { stage }) === null),
      move,
    )
    assert.ok(names.has(move), `no operation makes ${move}`)
    assert.equal(whyNot([], move, { stage: 'draft' })!.refusal.code, 'not-working')
  }
})
