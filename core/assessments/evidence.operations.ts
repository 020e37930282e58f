// Files that show for a criterion, kept by their hash; a verification notes what lay there on its day.
import { z } from 'zod'
import { attachedSchema, filesAhead } from '../media/attached.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { evidenceOf, insertEvidence, removeEvidence } from './evidence.store.ts'
import {
  begin,
  make,
  mayRead,
  movedSchema,
  noSuchSheet,
  notYours,
  personOf,
  seen,
  setOfSheet,
  working,
} from './scoresheet.steps.ts'
import { sheetOf } from './scoresheet.store.ts'

const units = { roles: ['reporter', 'officer', 'head'] } as const

export const addEvidence = writing({
  name: 'scoresheets.addEvidence',
  summary: 'Thêm tệp minh chứng cho một tiêu chí: ảnh hoặc PDF',
  http: { method: 'POST', path: '/scoresheets/{id}/evidence' },
  who: units,
  input: z.object({
    ...seen,
    no: z.coerce.number().int().min(1).max(200).meta({ description: 'tiêu chí' }),
    title: typedText().min(3, 'Ghi minh chứng này là gì.').max(300),
    files: attachedSchema,
  }),
  output: movedSchema.extend({ evidence: z.number().int() }),
  ahead: filesAhead,
  async run(context, { no, title, files: _, ...at }, { originals, problems }) {
    const begun = await begin(context, at, 'addEvidence')
    if (!begun.ok) return begun
    const set = await setOfSheet(context.db, begun.value)
    const [file, second] = originals
    if (!set.criteria.some((one) => one.no === no)) problems.push(problem('no', 'no-such-criterion', ...noCriterion))
    if (second) problems.push(problem('files', 'too-many', ...oneFile))
    if (!file && problems.length === 0) problems.push(problem('files', 'missing', ...fileNeeded))
    if (problems.length > 0) return invalid(problems)
    const { files } = context.app
    if (!files) return noFolder
    const sha256 = await files.keep([file!.bytes])
    const kept = { no, title, name: file!.name, mediaType: file!.mediaType, bytes: file!.bytes.length, sha256 }
    const evidence = await insertEvidence(context.db, at.id, { ...kept, by: personOf(context.actor), at: context.now })
    return ok({ ...(await make(context, begun.value, { move: 'addEvidence', facts: { evidence, no } })), evidence })
  },
})

export const removeOne = writing({
  name: 'scoresheets.removeEvidence',
  summary: 'Bỏ một tệp minh chứng; lần thẩm định đã xem nó vẫn ghi là đã có',
  http: { method: 'DELETE', path: '/scoresheets/{id}/evidence/{evidence}' },
  who: units,
  input: z.object({ ...seen, evidence: idOf('scoresheet_evidence') }),
  output: movedSchema,
  async run(context, { evidence, ...at }) {
    const begun = await begin(context, at, 'removeEvidence')
    if (!begun.ok) return begun
    if (!(await removeEvidence(context.db, { id: at.id, evidence, at: context.now }))) return noSuchEvidence
    return ok(await make(context, begun.value, { move: 'removeEvidence', facts: { evidence } }))
  },
})

export const openEvidence = reading({
  name: 'scoresheets.openEvidence',
  summary: 'Tải một tệp minh chứng, nguyên như khi nộp',
  http: { method: 'GET', path: '/scoresheets/{id}/evidence/{evidence}' },
  who: working,
  sends: 'file',
  input: z.object({ id: idOf('scoresheet'), evidence: idOf('scoresheet_evidence') }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() }),
  async run(context, { id, evidence }) {
    const sheet = await sheetOf(context.db, id)
    if (!sheet) return noSuchSheet
    if (!(await mayRead(context, sheet))) return notYours
    const found = (await evidenceOf(context.db, id)).find((one) => one.id === evidence)
    if (!found) return noSuchEvidence
    return ok({ fileName: found.name, mediaType: found.mediaType, bytes: found.bytes, sha256: found.sha256 })
  },
})

const noCriterion = ['Chọn tiêu chí trong danh sách.', 'Choose a criterion of the list.'] as const
const fileNeeded = ['Chọn tệp: ảnh hoặc PDF.', 'Choose a file: a picture or a PDF.'] as const
const oneFile = ['Mỗi minh chứng một tệp; tệp khác ghi riêng.', 'One file each; add the other one apart.'] as const
const noSuchEvidence = notFound('no-such-evidence', 'Không có minh chứng này.', 'There is no such evidence.')
const noFolder = conflict(
  'no-file-folder',
  'Máy chủ chưa được đặt thư mục giữ tệp (FILES), nên chưa nhận được tệp. Hãy báo người vận hành.',
  'The server was given no folder for files (FILES). Tell its operator.',
)
