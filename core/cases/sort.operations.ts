// The desk reads what came in and says what it is: here begins the lawful course of each kind.
import { z } from 'zod'
import { bodiesAbove } from '../bodies/body.read.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { scan, verdictSentence, type Verdict } from '../media/scan.ts'
import { handOnSealed } from '../seal/sealing.ts'
import { deskOf, topicsOn } from './desk.store.ts'
import { giveToCase, keepFromCase, lettersOf } from './given.ts'
import { addPoints } from './letter.store.ts'
import { whyNotLeads } from './lead.ts'
import { meetLimit, startIfAny } from './limits.ts'
import { moved, movedSchema } from './moved.ts'
import { unpacked } from './sender.ts'
import { begin, noteMove, reachOf, setStage, tellBody } from './submission.steps.ts'
import { suggestFor } from './suggest/suggest.ts'
import { limitOfDoor, limitToSolve, stages, urgencies, type Kind, type Submission, type Urgency } from './submission.ts'
import * as store from './submission.store.ts'

const suggestion = z.object({ topic: z.string(), share: z.number(), grounds: z.array(z.string()) })
const suggestedSchema = z
  .object({
    topics: z.array(suggestion).nullable(),
    leads: z.array(suggestion).nullable(),
    likely: z.array(
      z.object({
        id: z.number().int(),
        number: z.string(),
        stage: z.enum(stages),
        metres: z.number().nullable(),
        alike: z.number(),
        joins: z.boolean(),
      }),
    ),
  })
  .meta({ description: 'gợi ý của máy, kèm căn cứ; không tự áp dụng' })

const seen = { id: idOf('submission'), expectedVersion: seenVersion(1) }
const receivers = { roles: ['receiver', 'head'] } as const

export const look = writing({
  name: 'submissions.look',
  summary: 'Mở để phân loại: nội dung, người gửi, tệp kèm; mỗi lần mở được ghi lại. Phân loại xong thì thôi mở được',
  http: { method: 'POST', path: '/submissions/{id}/look' },
  who: receivers,
  input: z.object({ id: idOf('submission') }),
  output: z.object({
    version: z.number().int(),
    letters: z.array(
      z.object({
        sender: z.record(z.string(), z.string()),
        placeWords: z.string(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
        topic: z.string().nullable(),
        text: z.string(),
        originals: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.number().int() })),
      }),
    ),
    suggested: suggestedSchema,
  }),
  async run(context, { id }) {
    const begun = await begin(context, { id, expectedVersion: null }, 'look')
    if (!begun.ok) return begun
    const letters = await lettersOf(context, id)
    if (!letters.ok) return letters
    await context.record({ noun: 'submission', id, move: 'look' })
    const shown = letters.value.map(({ sender: facts, text, originals }) => {
      const { sender, place, topic } = unpacked(facts)
      const files = originals.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes: bytes.length }))
      return { sender: sender as Record<string, string>, ...place, topic, text, originals: files }
    })
    const { submission } = begun.value
    const suggested = await suggestFor(context.db, submission, {
      ...{ topic: shown[0]!.topic, lat: shown[0]!.lat, lon: shown[0]!.lon },
      text: shown.map((one) => one.text).join('\n'),
    })
    return ok({ version: submission.version, letters: shown, suggested })
  },
})

export const original = writing({
  name: 'submissions.original',
  summary: 'Xem một tệp kèm đơn khi phân loại; mỗi lần mở được ghi lại',
  http: { method: 'POST', path: '/submissions/{id}/originals/{letter}/{no}' },
  who: receivers,
  sends: 'content',
  input: z.object({
    id: idOf('submission'),
    letter: z.coerce.number().int().min(1),
    no: z.coerce.number().int().min(1),
  }),
  output: z.object({ content: z.instanceof(Uint8Array), mediaType: z.string(), fileName: z.string() }),
  async run(context, { id, letter, no }) {
    const begun = await begin(context, { id, expectedVersion: null }, 'look')
    if (!begun.ok) return begun
    const letters = await lettersOf(context, id)
    if (!letters.ok) return letters
    const found = letters.value[letter - 1]?.originals[no - 1]
    if (!found) return noSuchFile
    const verdict = await scan(context.app.clamd, found.bytes)
    if (verdict.kind === 'found' || verdict.kind === 'could-not-scan') return notOpened(verdict)
    return ok({ content: new Uint8Array(found.bytes), mediaType: found.mediaType, fileName: found.name })
  },
})

const notOpened = (verdict: Verdict) => {
  const { vi, en } = verdictSentence(verdict)
  return conflict('not-opened', vi, en)
}
const noSuchFile = conflict('no-such-file', 'Đơn này không có tệp đó.', 'This letter has no such file.')

const handled = ['fieldReport', 'regulationFeedback', 'petition', 'complaint', 'denunciation'] as const

export const sort = writing({
  name: 'submissions.sort',
  summary: 'Phân loại: là gì, khẩn hay không, hỏi những điểm nào, cơ quan nào giải quyết, nói về cơ quan nào',
  http: { method: 'POST', path: '/submissions/{id}/sort' },
  who: receivers,
  input: z.object({
    ...seen,
    kind: z.enum(handled),
    topic: z.string().max(40).default(''),
    urgency: z.enum(urgencies).default('normal'),
    lead: idOf('body').optional().meta({ description: 'cơ quan giải quyết; không ghi: chính cơ quan tiếp nhận' }),
    points: z
      .array(z.string().trim().min(1).max(500))
      .max(30)
      .default([])
      .meta({ description: 'từng điểm người gửi hỏi, để trả lời đủ' }),
    accused: z.array(idOf('body')).max(20).default([]).meta({ description: 'đơn nói về những cơ quan này' }),
    redacted: z
      .string()
      .max(20_000)
      .default('')
      .meta({ description: 'tố cáo: nội dung gõ lại, bỏ mọi dấu vết người gửi' }),
  }),
  output: movedSchema,
  async run(context, input) {
    const begun = await begin(context, input, 'sort')
    if (!begun.ok) return begun
    const { submission, bodyId } = begun.value
    const known = (await topicsOn(context.db, context.today)).map(({ key }) => key)
    const faults = faultsOf(submission, input, { known, nowhere: await store.notBodies(context.db, input.accused) })
    if (faults.length > 0) return invalid(faults)
    const away = await keepAway(context, submission, input.accused)
    if (!away.ok) return away
    const { deskId } = away.value
    const leadId = input.kind === 'complaint' || input.kind === 'denunciation' ? null : (input.lead ?? deskId)
    const wrong = leadId === null ? null : await whyNotLeads(context, { ...submission, deskId }, [leadId])
    if (wrong) return wrong
    // Last of all that may refuse: what a refused sorting released would lie in the folder of files in clear.
    const topic = await letterTo(context, submission.id, input)
    if (!topic.ok) return topic
    await addPoints(context.db, submission.id, input.points)
    await meetLimit(context.db, submission.id, { limit: 'sort', now: context.now })
    await startNext(context, submission, input)
    const version = await setStage(context, submission.id, 'sort', {
      ...{
        kind: input.kind,
        urgency: input.urgency,
        topic: input.topic || (known.find((key) => key === topic.value) ?? null),
        lead_id: leadId,
        desk_id: deskId,
      },
      ...(leadId === null && { stage: 'checking' as const }),
    })
    const facts = { kind: input.kind, urgency: input.urgency, lead: leadId, points: input.points.length }
    await noteMove(context, submission.id, { move: 'sort', bodyId, facts })
    if (leadId !== null && leadId !== submission.deskId) await tellLead(context, submission.id, leadId)
    return ok(moved(submission.id, leadId === null ? 'checking' : 'open', version))
  },
})

const tellLead = (context: WriteContext, id: Id<'submission'>, bodyId: Id<'body'>) =>
  tellBody(context, { topic: 'submission.assign', bodyId, id: id })

type Input = z.output<typeof sort.input>

function faultsOf(
  submission: Submission,
  input: Input,
  { known, nowhere }: { known: readonly string[]; nowhere: readonly number[] },
): Problem[] {
  const faults: Problem[] = []
  if (input.topic && !known.includes(input.topic)) faults.push(noSuchTopic)
  if (nowhere.length > 0) faults.push(noSuchBody)
  if (input.kind === 'denunciation' && submission.channel === 'web') faults.push(notByWeb)
  if (input.kind === 'denunciation' && input.redacted.trim().length < 20) faults.push(redactedNeeded)
  return faults
}

/** What the case gets of the letter. */
async function letterTo(context: WriteContext, id: Id<'submission'>, { kind, redacted }: Input) {
  if (kind !== 'denunciation') {
    const given = await giveToCase(context, id)
    return given.ok ? ok(given.value.topic) : given
  }
  const kept = await keepFromCase(context, id, redacted.trim())
  return kept.ok ? ok(null) : kept
}

/** Complained about the desk's own body or one above: the case goes to the first desk above that is not concerned. */
async function keepAway(
  context: WriteContext,
  { id, deskId }: Submission,
  accused: readonly Id<'body'>[],
): Promise<Result<{ deskId: Id<'body'> }>> {
  const { db, today, now } = context
  if (accused.length === 0) return ok({ deskId })
  await store.writeAccused(db, id, accused)
  const far = await reachOf({ db, today }, accused)
  if (!far.has(deskId)) return ok({ deskId })
  for (const upper of await bodiesAbove(db, deskId, today)) {
    if (far.has(upper) || !(await deskOf(db, upper, today))) continue
    await takeOver(context, { id, deskId: upper })
    await tellBody(context, { topic: 'submission.receive', bodyId: upper, id: id })
    return ok({ deskId: upper })
  }
  return invalid([nobodyAbove])

  async function takeOver(context: WriteContext, to: { id: Id<'submission'>; deskId: Id<'body'> }) {
    const year = Number(today.slice(0, 4))
    if (!(await store.hasLine(db, to.deskId, to.id))) await store.enterLine(db, { ...to, year, now })
    for (const { handle } of await store.sealedOf(db, to.id)) {
      const handed = await handOnSealed(context, { handle, bodyId: to.deskId })
      if (!handed.ok) throw new Error(handed.refusal.code)
    }
  }
}

/** Checking a complaint or denunciation runs from receipt; handling a report from its acceptance, a petition from receipt. */
async function startNext(
  { db, now }: WriteContext,
  { id, receivedAt, level, beforeId }: Submission,
  { kind, urgency }: Input,
) {
  if (kind === 'complaint' || kind === 'denunciation') {
    await startIfAny(db, id, { limit: 'accept', rule: ruleToAccept(kind, { level, beforeId }), at: receivedAt })
    return
  }
  const own = kind === 'fieldReport' ? { rule: solveRule(kind, urgency), at: now } : null
  const started = own && (await startIfAny(db, id, { limit: 'solve', ...own }))
  if (!started) await startIfAny(db, id, { limit: 'solve', rule: 'petition.answer', at: receivedAt })
}

/** A second complaint, and a denunciation that goes on after a conclusion (L-TC Điều 37), have days of their own. */
function ruleToAccept(kind: 'complaint' | 'denunciation', { level, beforeId }: Pick<Submission, 'level' | 'beforeId'>) {
  if (kind === 'denunciation') return beforeId === null ? limitOfDoor.denunciation : 'denunciation.further'
  return level === 2 ? 'complaint.accept.second' : limitOfDoor.complaint
}

const solveRule = (kind: Kind, urgency: Urgency) =>
  limitToSolve({ kind, urgency, level: 1, remote: false, complex: false })

const notByWeb = problem(
  'kind',
  'not-by-web',
  'Nội dung gửi qua mạng không thụ lý là tố cáo. Hãy hướng dẫn người gửi làm đơn hoặc đến trình bày; nội dung vẫn niêm phong.',
  'What came by the web is no denunciation. Guide the sender to write or come; it stays sealed.',
)
const redactedNeeded = problem(
  'redacted',
  'redacted-needed',
  'Gõ lại nội dung tố cáo, bỏ họ tên, địa chỉ và mọi chi tiết để nhận ra người gửi. Chỉ bản này vào hồ sơ.',
  'Type the content again without what tells who sent it. Only this copy goes into the case.',
)
const noSuchTopic = problem(
  'topic',
  'no-such-topic',
  'Không có lĩnh vực này, hoặc đã thôi dùng. Hãy chọn lại trong danh sách.',
  'There is no such topic, or it is used no more. Choose from the list.',
)
const noSuchBody = problem(
  'accused',
  'no-such-body',
  'Có cơ quan không tìm thấy. Hãy chọn lại cơ quan mà đơn nói về.',
  'One of these bodies was not found. Choose again whom it is about.',
)
const nobodyAbove = problem(
  'accused',
  'nobody-above',
  'Đơn nói về chính cơ quan tiếp nhận nhưng cấp trên chưa có nơi nhận trên hệ thống. Hãy chuyển đơn đến cấp trên bằng văn bản.',
  'It is about the receiving body, and no body above has a desk here. Pass it on by letter.',
)
