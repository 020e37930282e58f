// The ends without an answer of one's own: passed on, guided, filed, joined, refused, not accepted, withdrawn.
import { z } from 'zod'
import type { Role } from '../shared/actor.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Result } from '../shared/result.ts'
import { handOnSealed } from '../seal/sealing.ts'
import { deskOf } from './desk.store.ts'
import { giveToCase, keepLetters } from './given.ts'
import { actsOf } from './life.store.ts'
import { moved, movedSchema } from './moved.ts'
import { nonAcceptances, rejections, type Stage, type Submission } from './submission.ts'
import { nextOf, type Move } from './submission.moves.ts'
import { begin, firstAccused, noteMove, noSuchSubmission, setStage, tellBody, whyKeptAway } from './submission.steps.ts'
import * as store from './submission.store.ts'

const seen = { id: idOf('submission'), expectedVersion: seenVersion(1) }
const receivers = { roles: ['receiver', 'head'] as Role[] }
const toSender = z
  .string()
  .trim()
  .min(10, 'Viết cho người gửi ít nhất một câu: vì sao và nên làm gì tiếp.')
  .max(4000)
  .meta({ description: 'lời viết cho người gửi; không nêu tên ai' })
const document = z.string().trim().max(200).default('').meta({ description: 'số, ngày của văn bản kèm theo' })

const sealedToo = z.coerce
  .boolean()
  .default(false)
  .meta({ description: 'nội dung là tố cáo: giữ niêm phong, không mở vào hồ sơ' })

type Ending = 'guide' | 'file' | 'split' | 'forward' | 'redirect'

/** All five end what was not sorted: with a sentence to the sender, the letter given to the file unless it must stay sealed. */
const ending = (move: Ending, summary: string, name: string = move) =>
  writing({
    name: `submissions.${name}`,
    summary,
    http: { method: 'POST', path: `/submissions/{id}/${move}` },
    who: receivers,
    input: z.object({ ...seen, note: toSender, document, keepSealed: sealedToo }),
    output: movedSchema,
    async run(context, { note, document, keepSealed, ...at }) {
      const begun = await begin(context, at, move)
      if (!begun.ok) return begun
      const { submission, bodyId } = begun.value
      const given = await letterOut(context, submission, keepSealed)
      if (!given.ok) return given
      const version = await setStage(context, at.id, move)
      await noteMove(context, at.id, { move, note, facts: { document }, bodyId })
      return ok(moved(at.id, 'ended', version))
    },
  })

const isUnsorted = (stage: Stage) => stage === 'received' || stage === 'waiting'

async function letterOut(
  context: WriteContext,
  { id, stage, door }: Submission,
  keep: boolean,
): Promise<Result<unknown>> {
  if (!isUnsorted(stage)) return ok(null)
  return keep || door === 'denunciation' ? keepLetters(context, id) : giveToCase(context, id)
}

export const guide = ending('guide', 'Hướng dẫn người gửi đến đúng nơi có thẩm quyền, hoặc làm lại đơn; kết thúc ở đây')
export const fileAway = ending('file', 'Xếp lưu đơn không đủ điều kiện xử lý; người gửi được báo lý do', 'fileAway')
export const split = ending('split', 'Đơn nhiều nội dung: hướng dẫn viết thành từng đơn riêng')
export const forward = ending('forward', 'Chuyển đến cơ quan ngoài hệ thống: công an, ủy ban kiểm tra, cơ quan khác')
export const redirect = ending(
  'redirect',
  'Chỉ sang thủ tục khác: yêu cầu cung cấp thông tin, góp ý dự thảo đang lấy ý kiến',
)

export const transfer = writing({
  name: 'submissions.transfer',
  summary: 'Chuyển sang nơi nhận khác trên hệ thống; ngày nhận đầu tiên được giữ, một nội dung chỉ chuyển một lần',
  http: { method: 'POST', path: '/submissions/{id}/transfer' },
  who: receivers,
  input: z.object({ ...seen, desk: idOf('body'), note: toSender }),
  output: movedSchema,
  async run(context, { desk, note, ...at }) {
    const begun = await begin(context, at, 'transfer')
    if (!begun.ok) return begun
    const { db, today, now } = context
    const { submission, bodyId } = begun.value
    if (submission.transfers > 0) return onlyOnce
    const to = await deskOf(db, desk, today)
    if (!to || desk === submission.deskId) return invalid([notADesk])
    if ((await firstAccused(db, at.id, { bodies: [desk], today })) !== null) return invalid([aboutThatDesk])
    for (const { handle } of await store.sealedOf(db, at.id)) {
      const handed = await handOnSealed(context, { handle, bodyId: desk })
      if (!handed.ok) return handed
    }
    const year = Number(today.slice(0, 4))
    if (!(await store.hasLine(db, desk, at.id))) await store.enterLine(db, { deskId: desk, year, id: at.id, now })
    const version = await setStage(context, at.id, 'transfer', { desk_id: desk, transfers: submission.transfers + 1 })
    await noteMove(context, at.id, { move: 'transfer', note, facts: { to: desk, toName: to.name }, bodyId })
    await tellBody(context, { topic: 'submission.receive', bodyId: desk, id: at.id })
    return ok(moved(at.id, 'received', version))
  },
})

const onlyOnce = conflict(
  'transferred-once',
  'Đơn này đã được chuyển một lần; mỗi nội dung chỉ chuyển một lần. Hãy trao đổi với nơi chuyển đến, hoặc hướng dẫn người gửi.',
  'It was transferred once already, and that is all the law allows. Talk to the desk it came from, or guide the sender.',
)
const notADesk = problem(
  'desk',
  'not-a-desk',
  'Chọn một nơi nhận đang mở khác nơi này.',
  'Choose another desk that is open.',
)

const aboutThatDesk = problem(
  'desk',
  'complained-about',
  'Đơn nói về chính cơ quan này, hoặc cấp trên của nó, nên không chuyển đến đó được. Hãy chọn nơi nhận khác.',
  'It is about this body, or one above it. Choose another desk.',
)

export const link = writing({
  name: 'submissions.link',
  summary: 'Nối vào việc đang có: người gửi nhận chung câu trả lời, việc trùng không tính là kết quả',
  http: { method: 'POST', path: '/submissions/{id}/link' },
  who: receivers,
  input: z.object({ ...seen, to: idOf('submission'), note: toSender }),
  output: movedSchema,
  async run(context, { to, note, ...at }) {
    const begun = await begin(context, at, 'link')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    if (to === at.id) return noSuchSubmission
    const other = await store.lockSubmission(context.db, to)
    if (!other || other.deskId !== submission.deskId || (await whyKeptAway(context, to))) return noSuchSubmission
    if (other.stage === 'ended' || other.kind === null || other.kind === 'denunciation') return notToJoin
    const given = await letterOut(context, submission, false)
    if (!given.ok) return given
    const version = await setStage(context, at.id, 'link', { joined_id: to, kind: other.kind, topic: other.topic })
    await noteMove(context, at.id, { move: 'link', note, facts: { to }, bodyId })
    return ok(moved(at.id, 'ended', version))
  },
})

const notToJoin = conflict(
  'not-to-join',
  'Chỉ nối vào một việc đã phân loại, chưa kết thúc, chưa nối vào việc khác và không phải tố cáo. Hãy chọn việc gốc.',
  'Join it to a sorted one that has not ended, is not joined itself and is no denunciation.',
)

export const reject = writing({
  name: 'submissions.reject',
  summary: 'Không tiếp nhận phản ánh, kiến nghị, theo một lý do có mã; người gửi được đề nghị xem lại bởi người khác',
  http: { method: 'POST', path: '/submissions/{id}/reject' },
  who: receivers,
  input: z.object({ ...seen, reason: z.enum(rejections), note: toSender }),
  output: movedSchema,
  async run(context, { reason, note, ...at }) {
    const begun = await begin(context, at, 'reject')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    const before = (await actsOf(context.db, at.id)).filter(({ move }) => move === 'reject')
    const me = context.actor.kind === 'person' ? context.actor.personId : null
    if (before.some(({ personId }) => personId === me)) return anotherPerson
    const given = await letterOut(context, submission, false)
    if (!given.ok) return given
    const version = await setStage(context, at.id, 'reject', { kind: submission.kind ?? submission.door })
    await noteMove(context, at.id, { move: 'reject', note, facts: { reason }, bodyId })
    return ok(moved(at.id, 'ended', version))
  },
})

const anotherPerson = conflict(
  'another-person',
  'Đồng chí đã từ chối việc này một lần. Người gửi đề nghị xem lại, nên lần này phải do người khác quyết định.',
  'You refused this once. The sender asked for a second look, which another person must give.',
)

export const notAccept = writing({
  name: 'submissions.notAccept',
  summary: 'Không thụ lý khiếu nại, tố cáo: thông báo bằng văn bản, nêu lý do',
  http: { method: 'POST', path: '/submissions/{id}/not-accept' },
  who: { roles: ['head'] },
  input: z.object({
    ...seen,
    note: toSender,
    document,
    reason: z
      .enum([...nonAcceptances, 'conditions'])
      .meta({ description: 'conditions: chưa đủ điều kiện thụ lý tố cáo' }),
  }),
  output: movedSchema,
  run: (context, { note, document, reason, ...at }) =>
    decided(context, at, 'notAccept', { note, facts: { document, reason } }),
})

export const notDenunciation = writing({
  name: 'submissions.notDenunciation',
  summary:
    'Không phải tố cáo (không rõ người gửi, sai hình thức): lưu, hoặc chuyển thanh tra khi có người, có bằng chứng rõ',
  http: { method: 'POST', path: '/submissions/{id}/not-denunciation' },
  who: receivers,
  input: z.object({ ...seen, note: toSender, toInspection: z.coerce.boolean().default(false) }),
  output: movedSchema,
  run: (context, { note, toInspection, ...at }) =>
    decided(context, at, 'notDenunciation', { note, facts: { toInspection } }),
})

export const terminate = writing({
  name: 'submissions.terminate',
  summary: 'Đình chỉ giải quyết khiếu nại, tố cáo bằng quyết định',
  http: { method: 'POST', path: '/submissions/{id}/terminate' },
  who: { roles: ['head'] },
  input: z.object({ ...seen, note: toSender, document: z.string().trim().min(3).max(200) }),
  output: movedSchema,
  run: (context, { note, document, ...at }) => decided(context, at, 'terminate', { note, facts: { document } }),
})

export const enterWithdrawal = writing({
  name: 'submissions.enterWithdrawal',
  summary: 'Ghi việc rút đơn bằng văn bản hoặc biên bản',
  http: { method: 'POST', path: '/submissions/{id}/withdrawal' },
  who: receivers,
  input: z.object({ ...seen, note: toSender, document: z.string().trim().min(3).max(200) }),
  output: movedSchema,
  async run(context, { note, document, ...at }) {
    const others = await store.joinedTo(context.db, at.id)
    if (others.length === 0) return decided(context, at, 'enterWithdrawal', { note, facts: { document } })
    const begun = await begin(context, at, 'enterWithdrawal')
    if (!begun.ok) return begun
    const version = await store.updateSubmission(context.db, at.id, {})
    const facts = { document, others: others.length }
    await noteMove(context, at.id, { move: 'enterWithdrawal', note, facts, bodyId: begun.value.bodyId })
    return ok(moved(at.id, begun.value.submission.stage, version))
  },
})

async function decided(
  context: WriteContext,
  at: { id: z.output<typeof seen.id>; expectedVersion: number },
  move: Move,
  said: { note: string; facts: Record<string, string | boolean> },
) {
  const begun = await begin(context, at, move)
  if (!begun.ok) return begun
  const kept = isUnsorted(begun.value.submission.stage) ? await keepLetters(context, at.id) : ok(null)
  if (!kept.ok) return kept
  const version = await setStage(context, at.id, move)
  await noteMove(context, at.id, { move, ...said, bodyId: begun.value.bodyId })
  return ok(moved(at.id, nextOf(move).to!, version))
}
