// Every move of calls and answers from every stage, by the right and by the wrong person; every outline is whole.
import assert from 'node:assert/strict'
import test from 'node:test'
import { operations } from '../http/operations.ts'
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { answerMoves, whyNotAnswer, type AnswerStanding } from './answers/answer.moves.ts'
import { answerStages } from './answers/answer.ts'
import { callKinds, callStages, paragraphsOf } from './call.ts'
import { callMoves, whyNotCall } from './call.moves.ts'
import { proposeGroups, similarity, wordsOf } from './groups/similar.ts'
import { callOutlineOf } from './outline.ts'

const [unit, board, elsewhere] = [1, 2, 3] as Id<'body'>[]
const person = (personId: number, role: Role, bodyId: Id<'body'>): Actor => ({
  ...{ kind: 'person', personId: personId as Id<'person'>, name: 'giả định', scopes: null },
  roles: [{ role, bodyId, deputyFor: null }],
})
const standing = (stage: AnswerStanding['stage'], more: Partial<AnswerStanding> = {}): AnswerStanding => ({
  ...{ stage, bodyId: unit!, staff: [board!], callStage: 'issued', savedBy: 1 as Id<'person'>, submittedBy: null },
  ...more,
})
const allowedAnswer: Record<string, string[]> = {
  save: ['none', 'draft', 'returned'],
  submit: ['none', 'draft', 'returned'],
  takeBack: ['submitted'],
  return: ['submitted'],
  accept: ['submitted'],
  reopen: ['accepted'],
}
const byUnit = ['save', 'submit', 'takeBack']

for (const move of answerMoves)
  test(`answers.${move}: đúng người đúng bước; người khác, bước khác, lúc khác thì nói vì sao`, () => {
    const [writer, accepter] = [person(1, 'reporter', unit!), person(2, 'officer', board!)]
    const [right, wrong] = byUnit.includes(move) ? [writer, accepter] : [accepter, writer]
    for (const stage of ['none', ...answerStages] as const) {
      const refusal = whyNotAnswer(right, move, standing(stage))
      assert.equal(refusal === null, allowedAnswer[move]!.includes(stage), `${move} từ ${stage}`)
      assert.equal(whyNotAnswer(wrong, move, standing(stage))!.refusal.kind, 'forbidden')
      const closed = whyNotAnswer(right, move, standing(stage, { callStage: 'closed' }))
      assert.equal(closed === null, move === 'accept' && stage === 'submitted')
      assert.equal(whyNotAnswer(right, move, standing(stage, { callStage: 'draft' }))!.refusal.code, 'call-not-issued')
    }
    assert.equal(whyNotAnswer({ kind: 'anonymous' }, move, standing('draft'))!.refusal.code, 'sign-in-needed')
    assert.ok(operations.some((operation) => operation.name === `answers.${move}`))
  })

test('không ai tự nhận báo cáo do chính mình viết', () => {
  const both = person(1, 'head', board!)
  assert.equal(whyNotAnswer(both, 'accept', standing('submitted'))!.refusal.code, 'own-answer')
})

const allowedCall: Record<string, [Role, string[]]> = {
  create: ['officer', ['none']],
  edit: ['officer', ['draft']],
  issue: ['standingBoard', ['draft']],
  close: ['officer', ['issued']],
  reopen: ['head', ['closed']],
  group: ['officer', ['issued', 'closed']],
}

for (const move of callMoves)
  test(`calls.${move}: đúng vai đúng bước`, () => {
    const [role, from] = allowedCall[move]!
    for (const stage of ['none', ...callStages] as const) {
      const at = { stage, staff: [board!] }
      assert.equal(whyNotCall(person(1, role, board!), move, at) === null, from.includes(stage), `${move} từ ${stage}`)
      assert.equal(whyNotCall(person(1, role, elsewhere!), move, at)!.refusal.code, 'not-your-call')
      assert.equal(whyNotCall({ kind: 'anonymous' }, move, at)!.refusal.code, 'sign-in-needed')
    }
    const name = move === 'group' ? 'groups.make' : `calls.${move}`
    assert.ok(operations.some((operation) => operation.name === name))
  })

test('loại nào cũng có đề cương mẫu, nêu căn cứ, mã mục không trùng', () => {
  for (const kind of callKinds) {
    const { sections, basis } = callOutlineOf(kind)
    assert.ok(basis.length > 20)
    assert.equal(new Set(sections.map(({ key }) => key)).size, sections.length, kind)
  }
})

test('đoạn là dòng có chữ, bỏ dấu gạch; ý giống nhau gặp nhau, ý khác thì không', () => {
  assert.deepEqual(paragraphsOf('Một.\n\n- Hai\r\n  – ba '), ['Một.', 'Hai', 'ba'])
  assert.equal(similarity(wordsOf('Thiếu nước sạch mùa khô'), wordsOf('Mùa khô thiếu nước sạch sinh hoạt')) > 0.5, true)
  const item = (at: number, text: string) => ({ unit: at, version: at, paragraph: 1, text })
  const texts = ['Thiếu nước sạch vào mùa khô.', 'Thủ tục đất đai chậm.', 'Mùa khô thiếu nước sạch sinh hoạt.']
  assert.deepEqual(
    proposeGroups(texts.map((text, at) => item(at, text))).map(({ label, units }) => [label, units]),
    [['Thiếu nước sạch vào mùa khô.', 2]],
  )
})
