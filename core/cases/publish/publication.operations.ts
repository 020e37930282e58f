// The desk shows a sorted case to everybody: with a text of its own, after looking for personal data; and takes it back.
import { z } from 'zod'
import { spotKinds } from '../../documents/mentions/spots.ts'
import { instantSchema } from '../../shared/day.ts'
import { idOf, seenVersion, type Id } from '../../shared/id.ts'
import { reading, writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem, type Result } from '../../shared/result.ts'
import { plainText } from '../../shared/text.ts'
import { filesOf, letterOf, noteLook, type KeptFile } from '../letter.store.ts'
import { answersOf, type Answer } from '../life.store.ts'
import { blurred, lineNumber, type Submission } from '../submission.ts'
import { partsOf } from '../submission.moves.ts'
import { noSuchSubmission, personOf, standingOf, whyKeptAway } from '../submission.steps.ts'
import { lockSubmission, readSubmission } from '../submission.store.ts'
import { countsOf, foundIn, leftOpen, longestPublic, personalDataLeft, proposedFor } from './publication.ts'
import { publicKinds, whyNotPublish, whyNotUnpublish, type PublicKind } from './publication.ts'
import * as store from './publication.store.ts'

const receivers = { roles: ['receiver', 'head'] } as const
const longest = z.string().max(longestPublic, `Tối đa ${longestPublic} ký tự.`)

const found = z.array(z.object({ kind: z.enum(spotKinds), words: z.string() }))
const proposal = z.object({
  text: z.string(),
  covered: found.meta({ description: 'chỗ có thể là thông tin cá nhân, đã che trong lời đề xuất' }),
})

export const publishDraft = reading({
  name: 'submissions.publishDraft',
  summary:
    'Lời đề xuất để công khai: thông tin cá nhân đã che, ảnh đã làm sạch, vị trí đã làm mờ; và lời đang công khai',
  http: { method: 'GET', path: '/submissions/{id}/publication' },
  who: receivers,
  input: z.object({ id: idOf('submission') }),
  output: z.object({
    of: z.object({ kind: z.enum(publicKinds), number: z.string(), desk: z.string() }),
    version: z.number().int().meta({ description: '0: chưa công khai' }),
    shown: z
      .object({
        text: z.string(),
        answer: z.string(),
        photos: z.array(z.number().int()),
        shownAt: instantSchema,
        changedAt: instantSchema,
        answerIsNewest: z.boolean(),
      })
      .nullable(),
    proposed: proposal,
    answer: proposal.extend({ at: instantSchema, body: z.string() }).nullable(),
    photos: z.array(z.object({ id: z.number().int(), name: z.string(), ready: z.boolean() })),
    place: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  }),
  async run(context, { id }) {
    const { app, db, now, actor } = context
    const submission = await readSubmission(db, id)
    if (!submission) return noSuchSubmission
    const away = await whyKeptAway(context, id)
    if (away) return away
    const refusal = whyNotPublish(partsOf(actor, await standingOf(db, submission)), submission)
    if (refusal) return refusal
    const personId = personOf(actor)
    if (personId !== null) await app.triesDb.transaction().execute((tx) => noteLook(tx, { id, personId, now }))
    const letter = (await letterOf(db, id))!
    const last = (await answersOf(db, id)).at(-1)
    const shown = await store.publicationOf(db, id)
    return ok({
      of: { kind: submission.kind as PublicKind, number: lineNumber(submission), desk: submission.deskName },
      version: shown?.version ?? 0,
      shown: shown && { ...shown, answerIsNewest: shown.answerNo === (last?.no ?? null) },
      proposed: proposedFor(letter.text),
      answer: last ? { ...proposedFor(last.text), at: last.at, body: last.bodyName } : null,
      photos: picturesOf(await filesOf(db, id), last),
      place: placeOf(letter),
    })
  },
})

const picturesOf = (files: readonly KeptFile[], last: Answer | undefined) =>
  files
    .filter(({ answerNo, mediaType }) => last && answerNo === last.no && mediaType.startsWith('image/'))
    .map(({ id, name, cleanSha256 }) => ({ id, name, ready: cleanSha256 !== null }))

const placeOf = ({ lat, lon }: { lat: number | null; lon: number | null }) =>
  lat === null || lon === null ? null : blurred({ lat, lon })

export const publish = writing({
  name: 'submissions.publish',
  summary: 'Công khai một phản ánh, kiến nghị, góp ý: lời cho mọi người đọc, không còn thông tin cá nhân',
  http: { method: 'POST', path: '/submissions/{id}/publication' },
  who: receivers,
  input: z.object({
    id: idOf('submission'),
    expectedVersion: seenVersion(0),
    text: longest.default(''),
    answer: longest
      .default('')
      .meta({ description: 'lời trả lời cho mọi người đọc; để trống: chưa công khai trả lời' }),
    photos: z.array(idOf('submission_file')).max(20).default([]).meta({ description: 'ảnh chứng minh được công khai' }),
    checked: z
      .array(z.string().max(400))
      .max(100)
      .default([])
      .meta({ description: 'những chữ trông như thông tin cá nhân mà đã kiểm tra là không phải' }),
  }),
  output: z.object({ id: z.number().int(), version: z.number().int() }),
  async run(context, { id, expectedVersion, checked, photos, ...typed }) {
    const { db, now, actor } = context
    const begun = await beginToShow(context, { id, expectedVersion })
    if (!begun.ok) return begun
    const [text, answer] = [plainText(typed.text).trim(), plainText(typed.answer).trim()]
    const last = (await answersOf(db, id)).at(-1)
    const faults = [
      ...(text === '' ? [textNeeded] : []),
      ...(answer !== '' && !last ? [noAnswerYet] : []),
      ...whyNotPhotos(photos, picturesOf(await filesOf(db, id), answer === '' ? undefined : last)),
    ]
    if (faults.length > 0) return invalid(faults)
    const left = [...leftOpen('text', text, checked), ...leftOpen('answer', answer, checked)]
    if (left.length > 0) return invalid(left, personalDataLeft)
    const place = placeOf((await letterOf(db, id))!)
    const answerNo = answer === '' ? null : last!.no
    const written = { text, answer, answerNo, photos, by: personOf(actor), now }
    const version = await store.writePublication(db, id, {
      ...written,
      lat: place?.lat ?? null,
      lon: place?.lon ?? null,
    })
    const letThrough = countsOf([...foundIn(text), ...foundIn(answer)])
    const changes = { version, answer: answerNo, photos: photos.length, letThrough }
    await context.record({ noun: 'submission', id, move: 'publish', changes })
    return ok({ id, version })
  },
})

export const unpublish = writing({
  name: 'submissions.unpublish',
  summary: 'Thôi công khai, nêu lý do; lời đã công khai bị xoá, hồ sơ vẫn giải quyết như thường',
  http: { method: 'DELETE', path: '/submissions/{id}/publication' },
  who: receivers,
  input: z.object({
    id: idOf('submission'),
    expectedVersion: seenVersion(1),
    reason: z.string().trim().max(500).default(''),
  }),
  output: z.object({ id: z.number().int() }),
  async run(context, { id, expectedVersion, reason }) {
    const begun = await beginToShow(context, { id, expectedVersion }, whyNotUnpublish)
    if (!begun.ok) return begun
    if (begun.value.version === 0) return notShown
    const faults = reason.length < 10 ? [reasonNeeded] : leftOpen('text', reason, [])
    if (faults.length > 0) return invalid(faults.map((fault) => ({ ...fault, field: 'reason' })))
    await store.deletePublication(context.db, id)
    await context.record({ noun: 'submission', id, move: 'unpublish', changes: { reason } })
    return ok({ id })
  },
})

/** Locked, his to do, and nobody has shown or changed it meanwhile. */
async function beginToShow(
  context: WriteContext,
  { id, expectedVersion }: { id: Id<'submission'>; expectedVersion: number },
  whyNot: typeof whyNotPublish | typeof whyNotUnpublish = whyNotPublish,
): Promise<Result<{ submission: Submission; version: number }>> {
  const submission = await lockSubmission(context.db, id)
  if (!submission) return noSuchSubmission
  const away = await whyKeptAway(context, id)
  if (away) return away
  const refusal = whyNot(partsOf(context.actor, await standingOf(context.db, submission)), submission)
  if (refusal) return refusal
  const version = (await store.publicationOf(context.db, id))?.version ?? 0
  return version === expectedVersion ? ok({ submission, version }) : shownMeanwhile
}

function whyNotPhotos(wanted: readonly number[], offered: readonly { id: number; ready: boolean }[]): Problem[] {
  const ready = new Set(offered.filter((one) => one.ready).map((one) => one.id))
  return wanted.every((id) => ready.has(id)) ? [] : [notTheirs]
}

const textNeeded = problem('text', 'missing', 'Viết lời để mọi người đọc.', 'Write the text everybody reads.')
const noAnswerYet = problem(
  'answer',
  'no-answer-yet',
  'Việc này chưa có trả lời nên chưa công khai trả lời được. Để trống ô này.',
  'There is no answer yet. Leave this empty.',
)
const notTheirs = problem(
  'photos',
  'not-these',
  'Chỉ công khai ảnh của câu trả lời đang công khai, và khi ảnh đã làm sạch nơi chụp.',
  'Only pictures of the answer that is shown, and only once they were made clean.',
)
const reasonNeeded = problem(
  'reason',
  'too-short',
  'Nêu vì sao thôi công khai, bằng một câu ngắn.',
  'Say in a few words why it is taken back.',
)
const notShown = conflict('not-shown', 'Việc này chưa công khai.', 'It is not shown.')
const shownMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa công khai hoặc sửa lời công khai. Lời đồng chí gõ vẫn còn và chưa lưu; hãy xem lời mới rồi làm lại.',
  'Somebody has just shown it or changed its public text. What you typed is kept and not saved; look at the newest text.',
)
