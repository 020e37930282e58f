// Every move from every stage, by the right and by the wrong person: the tables read aloud.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Actor, Role } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { stages } from './entry.ts'
import { moves, stageAfter, whyNot, type Standing } from './entry.moves.ts'
import { programmeMoves, whyNotProgramme } from '../programme.moves.ts'
import { operations } from '../../http/operations.ts'

const [tanAn, bloc, district, elsewhere] = [1, 2, 3, 4] as Id<'body'>[]
const person = (personId: number, role: Role, bodyId: Id<'body'>): Actor => ({
  kind: 'person',
  personId: personId as Id<'person'>,
  name: 'giả định',
  roles: [{ role, bodyId, deputyFor: null }],
  scopes: null,
})
const lan = person(1, 'reporter', tanAn!)
const minh = person(2, 'head', bloc!)
const standing = (stage: Standing['stage'], more: Partial<Standing> = {}): Standing => ({
  stage,
  bodyId: tanAn!,
  toBodyId: bloc!,
  aboveTo: [district!],
  savedBy: 1 as Id<'person'>,
  submittedBy: null,
  counted: 'estimate',
  periodClosed: false,
  ...more,
})
const byReporter = ['save', 'submit', 'takeBack', 'correct', 'finalise'] as const
const allowed: Record<string, string[]> = {
  save: ['none', 'draft', 'returned'],
  submit: ['none', 'draft', 'returned'],
  takeBack: ['submitted'],
  return: ['submitted'],
  accept: ['submitted'],
  reopen: ['accepted'],
  correct: ['accepted'],
  finalise: ['accepted'],
}

for (const move of moves)
  test(`${move}: người đúng được ở đúng bước, người khác và bước khác được nói vì sao`, () => {
    const right = byReporter.includes(move as never) ? lan : minh
    const wrong = byReporter.includes(move as never) ? minh : lan
    for (const stage of ['none', ...stages] as const) {
      const refusal = whyNot(right, move, standing(stage))
      assert.equal(refusal === null, allowed[move]!.includes(stage), `${move} từ ${stage}`)
      if (refusal) assert.equal(refusal.refusal.code, 'wrong-stage')
      assert.equal(whyNot(wrong, move, standing(stage))!.refusal.kind, 'forbidden')
      assert.equal(whyNot({ kind: 'anonymous' }, move, standing(stage))!.refusal.code, 'sign-in-needed')
      assert.equal(whyNot(right, move, standing(stage, { periodClosed: true }))!.refusal.code, 'period-closed')
    }
    assert.ok(operations.some((operation) => operation.name === `entries.${move}`))
  })

test('vai trò ở đơn vị trên với xuống để nhận, không để nhập hộ; không ai nhận số do mình nhập', () => {
  const above = person(3, 'officer', district!)
  assert.equal(whyNot(above, 'accept', standing('submitted')), null)
  assert.equal(whyNot(above, 'save', standing('draft'))!.refusal.code, 'not-your-form')
  assert.equal(whyNot(person(1, 'head', bloc!), 'accept', standing('submitted'))!.refusal.code, 'own-entry')
  assert.equal(
    whyNot(person(5, 'head', elsewhere!), 'accept', standing('submitted'))!.refusal.code,
    'not-addressed-to-you',
  )
})

test('lưu biểu bị trả lại thì vẫn là bị trả lại cho đến khi gửi', () => {
  assert.equal(stageAfter('save', 'returned'), 'returned')
  assert.equal(stageAfter('submit', 'returned'), 'submitted')
})

test('chương trình: cán bộ soạn, Thường trực ban hành, kết thúc rồi không sửa', () => {
  const staff = [district!, bloc!]
  const rights = { officer: person(7, 'officer', bloc!), standingBoard: person(8, 'standingBoard', district!) }
  const right = (move: string) => (['issue', 'close'].includes(move) ? rights.standingBoard : rights.officer)
  const from: Record<string, string> = {
    create: 'none',
    edit: 'draft',
    issue: 'draft',
    close: 'issued',
    consolidate: 'issued',
  }
  for (const move of programmeMoves) {
    assert.equal(whyNotProgramme(right(move), move, { stage: from[move] as never, staff }), null, move)
    assert.equal(whyNotProgramme(lan, move, { stage: from[move] as never, staff })!.refusal.kind, 'forbidden')
    assert.equal(whyNotProgramme({ kind: 'anonymous' }, move, { stage: 'none', staff })!.refusal.code, 'sign-in-needed')
  }
  assert.equal(whyNotProgramme(rights.officer, 'edit', { stage: 'closed', staff })!.refusal.code, 'programme-closed')
  assert.equal(whyNotProgramme(rights.officer, 'issue', { stage: 'draft', staff })!.refusal.code, 'board-only')
})
