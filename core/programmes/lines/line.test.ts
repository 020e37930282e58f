// Every move of the own line from every stage, by the right and by the wrong person.
import assert from 'node:assert/strict'
import test from 'node:test'
import { operations } from '../../http/operations.ts'
import type { Actor, Role } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { lineMoves, lineStages, whyNotLine, type LineStanding } from './line.ts'

const [union, province, elsewhere] = [1, 2, 3] as Id<'body'>[]
const person = (personId: number, role: Role, bodyId: Id<'body'>): Actor => ({
  kind: 'person',
  personId: personId as Id<'person'>,
  name: 'giả định',
  roles: [{ role, bodyId, deputyFor: null }],
  scopes: null,
})
const standing = (stage: LineStanding['stage'], more: Partial<LineStanding> = {}): LineStanding => ({
  ...{ stage, lineBodyId: union!, aboveLine: [province!], periodClosed: false },
  ...{ savedBy: 9 as Id<'person'>, submittedBy: null, ...more },
})
const allowed = { acceptLine: ['waiting'], returnLine: ['waiting', 'accepted'] }

for (const move of lineMoves)
  test(`${move}: đúng người đúng bước; sai người, sai bước được nói vì sao`, () => {
    for (const stage of lineStages) {
      const refusal = whyNotLine(person(1, 'head', union!), move, standing(stage))
      assert.equal(refusal === null, allowed[move].includes(stage), stage)
      if (refusal) assert.equal(refusal.refusal.code, 'wrong-stage')
      assert.equal(whyNotLine(person(1, 'reporter', union!), move, standing(stage))!.refusal.code, 'not-your-line')
      assert.equal(whyNotLine(person(1, 'head', elsewhere!), move, standing(stage))!.refusal.code, 'not-your-line')
      assert.equal(whyNotLine({ kind: 'anonymous' }, move, standing(stage))!.refusal.code, 'sign-in-needed')
    }
    assert.equal(whyNotLine(person(1, 'officer', province!), move, standing('waiting')), null)
    assert.equal(whyNotLine(person(9, 'head', union!), move, standing('waiting'))!.refusal.code, 'own-entry')
    assert.ok(operations.some((operation) => operation.name === `entries.${move}`))
  })

test('kỳ khoá sổ: ngành dọc vẫn nhận được, nhưng trả lại thì không, vì đơn vị không sửa được', () => {
  const closed = standing('waiting', { periodClosed: true })
  assert.equal(whyNotLine(person(1, 'head', union!), 'acceptLine', closed), null)
  assert.equal(whyNotLine(person(1, 'head', union!), 'returnLine', closed)!.refusal.code, 'period-closed')
})
