// Every move of collections and replies from every stage, by the right and by the wrong person; names in rows; headings.
import assert from 'node:assert/strict'
import test from 'node:test'
import { operations } from '../http/operations.ts'
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { collectionStages } from './collection.ts'
import { collectionMoves, whyNotCollection } from './collection.moves.ts'
import { bodyNamed, type Named } from './match.ts'
import { replyMoves, whyNotReply, type ReplyStanding } from './replies/reply.moves.ts'
import { replyStages } from './replies/reply.ts'

const [unit, board] = [1, 2] as Id<'body'>[]
const person = (personId: number, role: Role, bodyId: Id<'body'>): Actor => ({
  ...{ kind: 'person', personId: personId as Id<'person'>, name: 'giả định', scopes: null },
  roles: [{ role, bodyId, deputyFor: null }],
})
const standing = (stage: ReplyStanding['stage'], more: Partial<ReplyStanding> = {}): ReplyStanding => ({
  ...{
    stage,
    bodyId: unit!,
    staff: [board!],
    collectionStage: 'issued',
    savedBy: 1 as Id<'person'>,
    submittedBy: null,
  },
  ...more,
})
const allowedReply: Record<string, string[]> = {
  ...{ save: ['none', 'draft', 'returned'], submit: ['none', 'draft', 'returned'], takeBack: ['submitted'] },
  ...{ return: ['submitted'], accept: ['submitted'], reopen: ['accepted'] },
}

for (const move of replyMoves)
  test(`replies.${move}: đúng người đúng bước; người khác, bước khác, lúc khác thì nói vì sao`, () => {
    const [filler, collector] = [person(1, 'reporter', unit!), person(2, 'officer', board!)]
    const [right, wrong] = ['save', 'submit', 'takeBack'].includes(move) ? [filler, collector] : [collector, filler]
    for (const stage of ['none', ...replyStages] as const) {
      assert.equal(whyNotReply(right, move, standing(stage)) === null, allowedReply[move]!.includes(stage), stage)
      assert.equal(whyNotReply(wrong, move, standing(stage))!.refusal.kind, 'forbidden')
      const closed = whyNotReply(right, move, standing(stage, { collectionStage: 'closed' }))
      assert.equal(closed === null, move === 'accept' && stage === 'submitted')
      const unsent = whyNotReply(right, move, standing(stage, { collectionStage: 'draft' }))
      assert.equal(unsent!.refusal.code, 'collection-not-issued')
    }
    assert.equal(whyNotReply({ kind: 'anonymous' }, move, standing('draft'))!.refusal.code, 'sign-in-needed')
    assert.ok(operations.some(({ name }) => name === `replies.${move}`))
  })

test('không ai tự nhận số liệu do chính mình điền', () => {
  assert.equal(whyNotReply(person(1, 'head', board!), 'accept', standing('submitted'))!.refusal.code, 'own-reply')
})

const allowedCollection: Record<string, string[]> = {
  ...{ create: ['none'], mark: ['draft'], issue: ['draft'], close: ['issued'], reopen: ['closed'], discard: ['draft'] },
}

for (const move of collectionMoves)
  test(`collections.${move}: chuyên viên, lãnh đạo của đơn vị thu thập, đúng bước`, () => {
    for (const stage of ['none', ...collectionStages] as const) {
      const at = { stage, staff: [board!] }
      const may = allowedCollection[move]!.includes(stage)
      for (const role of ['officer', 'head'] as const)
        assert.equal(whyNotCollection(person(1, role, board!), move, at) === null, may, stage)
      for (const [role, body] of [
        ['reporter', board!],
        ['standingBoard', board!],
        ['officer', unit!],
      ] as const)
        assert.equal(whyNotCollection(person(1, role, body), move, at)!.refusal.code, 'not-your-collection')
      assert.equal(whyNotCollection({ kind: 'anonymous' }, move, at)!.refusal.code, 'sign-in-needed')
    }
    assert.ok(operations.some(({ name }) => name === `collections.${move}`))
  })

test('tên trong bảng: có dấu quyết định trước, không dấu sau; hai đơn vị cùng khớp thì để ngỏ', () => {
  const bloc = (id: number, placeName: string): Named => ({
    ...{ id: id as Id<'body'>, name: `Khối dân vận xã ${placeName}`, shortName: null },
    ...{ placeName, placeFullName: `Xã ${placeName}` },
  })
  const bodies = [bloc(1, 'Phú Lý'), bloc(2, 'Phù Ly'), bloc(3, 'Tân An')]
  const meant = ['xã PHÚ LÝ', 'Phù Ly', 'phu ly', 'UBND xã Tân An', 'X. Tân An', 'tan an', 'Xã Mã Đà', '12', '']
  assert.deepEqual(
    meant.map((text) => bodyNamed(text, bodies)),
    [1, 2, null, 3, 3, 3, null, null, null],
  )
  assert.equal(bodyNamed('Tân An', [...bodies, { ...bloc(4, 'Tân An'), name: 'Đảng ủy xã Tân An' }]), null)
})
