// The table of moves as a whole: every stage can end, nowhere is a sender without a way on, every move has its operation.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { caseOperations } from './index.operations.ts'
import { kinds, stages, type Kind, type Stage } from './submission.ts'
import { moves, movesOpen, nextOf, parts, partsOf, whyNot, type Standing } from './submission.moves.ts'

const [desk, lead, support, elsewhere] = [1, 2, 3, 4] as Id<'body'>[]
const handled: readonly Kind[] = ['fieldReport', 'regulationFeedback', 'petition', 'complaint', 'denunciation']
const standing = (stage: Stage, kind: Kind, more: Partial<Standing> = {}): Standing => ({
  ...{
    stage,
    door: kind,
    kind: stage === 'received' || stage === 'waiting' ? null : kind,
    outcome: null,
    objected: false,
  },
  ...{ deskId: desk!, leadId: lead!, supportIds: [support!], ...more },
})

/** The stages to which a move of anybody leads. Sorting leads complaints and denunciations to be checked first. */
function onward(stage: Stage, kind: Kind): Set<Stage> {
  const open = movesOpen(parts, standing(stage, kind))
  return new Set(
    open.flatMap((move) => {
      const { to } = nextOf(move)
      if (move === 'sort')
        return kind === 'complaint' || kind === 'denunciation' ? ['checking' as const] : ['open' as const]
      return to ?? []
    }),
  )
}

function reachable(from: Stage, kind: Kind): Set<Stage> {
  const seen = new Set<Stage>([from])
  for (const stage of seen) for (const next of onward(stage, kind)) seen.add(next)
  return seen
}

for (const kind of kinds)
  test(`${kind}: from every stage it comes into there is a way to an end`, () => {
    for (const stage of reachable('received', kind)) {
      const later = reachable(stage, kind)
      assert.ok(later.has('ended') || later.has('closed'), `${kind} is stuck in ${stage}`)
    }
  })

for (const kind of handled)
  test(`${kind}: every stage of its life is reached, and its sender can always do or say something until it ends`, () => {
    const strict = kind === 'complaint' || kind === 'denunciation'
    const all = stages.filter((stage) => strict || (stage !== 'checking' && stage !== 'suspended'))
    assert.deepEqual([...reachable('received', kind)].sort(), [...all].sort())
    for (const stage of all.filter((stage) => stage !== 'closed' && stage !== 'ended'))
      assert.notDeepEqual(movesOpen(['sender'], standing(stage, kind)), [], `no way out of ${stage}`)
  })

test('what was refused can be looked at once more; what ended otherwise cannot', () => {
  const ended = (more: Partial<Standing>) => movesOpen(['sender'], standing('ended', 'petition', more))
  assert.deepEqual(ended({ outcome: 'rejected' }), ['object'])
  assert.deepEqual(ended({ outcome: 'rejected', objected: true }), [])
  assert.deepEqual(ended({ outcome: 'withdrawn' }), [])
})

const person = (role: Role, bodyId: Id<'body'>): Actor => ({
  ...{ kind: 'person', personId: 1 as Id<'person'>, name: 'giả định', scopes: null },
  roles: [{ role, bodyId, deputyFor: null }],
})

test('who has which part: by role and body, and nobody else any', () => {
  const at = standing('open', 'petition')
  const partsBy = (role: Role, body: Id<'body'>) => partsOf(person(role, body), at)
  assert.deepEqual(partsBy('receiver', desk!), ['desk'])
  assert.deepEqual(partsBy('head', desk!), ['deskHead'])
  assert.deepEqual(partsBy('handler', lead!), ['lead'])
  assert.deepEqual(partsBy('handler', support!), ['support'])
  assert.deepEqual(partsBy('head', support!), ['support'])
  assert.deepEqual(partsBy('head', lead!), ['leadHead'])
  for (const role of [
    'officer',
    'clerk',
    'reporter',
    'administrator',
    'dataProtection',
    'sealOpener',
    'inspector',
  ] as const)
    assert.deepEqual(partsBy(role, desk!), [], role)
  for (const role of ['receiver', 'handler', 'head'] as const) assert.deepEqual(partsBy(role, elsewhere!), [])
  assert.deepEqual(partsOf({ kind: 'anonymous' }, at), [])
})

const byWhom: Record<string, string[]> = {
  sort: ['desk', 'deskHead'],
  accept: ['deskHead'],
  answer: ['lead', 'leadHead'],
  rate: ['sender'],
}
for (const move of moves)
  test(`${move}: by the right part from the right stage only, refused to everybody else with a reason`, () => {
    const tried = parts.map((part) =>
      stages.filter((stage) => whyNot([part], move, standing(stage, 'complaint')) === null),
    )
    const some = kinds.some((kind) =>
      stages.some((stage) =>
        parts.some((part) => whyNot([part], move, standing(stage, kind, { outcome: 'rejected' })) === null),
      ),
    )
    assert.ok(some, 'nobody can ever do it')
    const expected = byWhom[move]
    if (expected)
      for (const [i, part] of parts.entries()) if (!expected.includes(part)) assert.deepEqual(tried[i], [], part)
    assert.equal(whyNot([], move, standing('open', 'petition'))!.refusal.code, 'not-your-submission')
  })

/** Two moves are one operation where the sender need not know which it is, and two where the office enters one. */
const asked: Record<string, string> = { complete: 'tell', file: 'fileAway' }
test('every move has an operation that makes it', () => {
  const names = new Set(caseOperations.map(({ name }) => name.replace('submissions.', '')))
  assert.deepEqual(
    moves.filter((move) => !names.has(asked[move] ?? move)),
    [],
  )
})
