// A sheet that came on paper from a body nobody signs in for: entered for it with its scan; the body may object once it can.
import { z } from 'zod'
import { faultsOfScores, outcomeOf } from '../criteria/criteria.ts'
import { attachedSchema, filesAhead } from '../media/attached.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { insertPaper, paperOf } from './paper.store.ts'
import { asOf, scoresSchema } from './scoresheet.schema.ts'
import * as steps from './scoresheet.steps.ts'
import * as store from './scoresheet.store.ts'

export const enterPaper = writing({
  name: 'scoresheets.enterPaper',
  summary: 'Nhập thay phiếu tự chấm theo bản giấy của đơn vị chưa có tài khoản: số, ngày, bản quét, điểm như trên giấy',
  http: { method: 'POST', path: '/scoresheets/{id}/paper' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    ...steps.seen,
    number: typedText().min(1, 'Ghi số của bản giấy; không có số thì ghi “không số”.').max(100),
    dated: daySchema.meta({ description: 'ngày trên bản giấy' }),
    scores: scoresSchema,
    files: attachedSchema,
  }),
  output: steps.movedSchema.extend({ points: z.number(), most: z.number() }),
  ahead: filesAhead,
  async run(context, { number, dated, scores: typed, files: _, ...at }, { originals, problems }) {
    const begun = await steps.begin(context, at, 'enterPaper')
    if (!begun.ok) return begun
    const { db, now, today } = context
    const set = await steps.setOfSheet(db, begun.value)
    const scores = asOf(set, typed)
    const [file, second] = originals
    const faults = [...problems, ...faultsOfScores(set, scores)]
    if (dated > today) faults.push(problem('dated', 'in-future', ...ahead))
    if (second) faults.push(problem('files', 'too-many', ...oneFile))
    if (!file && problems.length === 0) faults.push(problem('files', 'missing', ...scanNeeded))
    if (faults.length > 0) return invalid(faults)
    const { files } = context.app
    if (!files) return noFolder
    const [sha256, by] = [await files.keep([file!.bytes]), steps.personOf(context.actor)]
    const scan = { scan: file!.name, mediaType: file!.mediaType, bytes: file!.bytes.length, sha256 }
    const bodyId = steps.actingFor(context.actor, begun.value)
    await insertPaper(db, at.id, { number, dated, ...scan, bodyId, by, at: now })
    await store.writeScores(db, at.id, 'self', scores)
    await store.dropScores(db, at.id, 'verified')
    const { points, most } = outcomeOf(set, scores)
    const facts = { number, dated, points, most, set: set.id }
    const moved = await steps.make(context, begun.value, {
      move: 'enterPaper',
      facts,
      changes: { sent: { by, at: now } },
    })
    await steps.tell(context, 'scoresheet.enterPaper', begun.value.bodyId, begun.value)
    return ok({ ...moved, points, most })
  },
})

export const object = writing({
  name: 'scoresheets.object',
  summary: 'Đơn vị không đồng ý với phiếu nhập thay, nói rõ vì sao; phiếu trở lại để đơn vị tự chấm',
  http: { method: 'POST', path: '/scoresheets/{id}/objection' },
  who: { roles: ['reporter', 'officer', 'head'] },
  input: z.object({ ...steps.seen, note: steps.noteSchema }),
  output: steps.movedSchema,
  async run(context, { note, ...at }) {
    const begun = await steps.begin(context, at, 'object')
    if (!begun.ok) return begun
    const moved = await steps.make(context, begun.value, { move: 'object', note })
    await steps.tell(context, 'scoresheet.object', begun.value.leaderId, begun.value)
    return ok(moved)
  },
})

export const openScan = reading({
  name: 'scoresheets.openScan',
  summary: 'Tải bản quét của phiếu nhập thay, nguyên như khi nộp',
  http: { method: 'GET', path: '/scoresheets/{id}/paper' },
  who: steps.working,
  sends: 'file',
  input: z.object({ id: idOf('scoresheet') }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() }),
  async run(context, { id }) {
    const sheet = await store.sheetOf(context.db, id)
    if (!sheet) return steps.noSuchSheet
    if (!(await steps.mayRead(context, sheet))) return steps.notYours
    const found = await paperOf(context.db, id)
    if (!found) return noScan
    return ok({ fileName: found.scan, mediaType: found.mediaType, bytes: found.bytes, sha256: found.sha256 })
  },
})

const ahead = ['Ngày này ở sau hôm nay. Ghi đúng ngày trên bản giấy.', 'This day lies ahead.'] as const
const scanNeeded = [
  'Chọn bản quét hoặc ảnh chụp bản giấy; nhiều trang thì gộp thành một tệp PDF.',
  'Choose the scan of the paper; several pages make one PDF.',
] as const
const oneFile = [
  'Chỉ một tệp: nhiều trang thì gộp thành một tệp PDF.',
  'One file: several pages make one PDF.',
] as const
const noScan = notFound('no-scan', 'Phiếu này không có bản giấy nhập thay.', 'No paper was entered for this sheet.')
const noFolder = conflict(
  'no-file-folder',
  'Máy chủ chưa được đặt thư mục giữ tệp (FILES), nên chưa nhận được tệp. Hãy báo người vận hành.',
  'The server was given no folder for files (FILES). Tell its operator.',
)
