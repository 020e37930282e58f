// Photos, minutes and documents with their hash and day, figures of the programme; and who agreed to be shown.
import { z } from 'zod'
import { attachedSchema, filesAhead } from '../media/attached.ts'
import { isFault } from '../media/faults.ts'
import { reencode } from '../media/workshop.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { evidenceOf, indicatorsKnown, insertEvidence, removeEvidence } from './evidence.store.ts'
import { mayRead, notYours, working } from './model.access.ts'
import { evidenceKinds } from './model.ts'
import { movedSchema, seen } from './model.schema.ts'
import { begin, make, noSuchModel, personOf } from './model.steps.ts'
import { hidePublic, insertConsent, consentOf, withdrawConsentOf } from './public.store.ts'
import { modelOf } from './model.store.ts'

const writers = { roles: ['reporter', 'officer', 'head'] } as const

export const addEvidence = writing({
  name: 'models.addEvidence',
  summary: 'Thêm minh chứng: ảnh, biên bản, văn bản; hoặc một con số gắn với chỉ số của chương trình',
  http: { method: 'POST', path: '/models/{id}/evidence' },
  who: writers,
  input: z.object({
    ...seen,
    kind: z.enum(evidenceKinds),
    title: typedText().min(3, 'Ghi minh chứng này là gì.').max(300),
    on: daySchema.meta({ description: 'ngày chụp, ngày ký, kỳ số liệu' }),
    files: attachedSchema,
    indicator: idOf('indicator').optional(),
    figure: z
      .string()
      .trim()
      .max(300)
      .default('')
      .meta({ description: 'con số và kỳ, ví dụ: 120 hộ, quý II năm 2026' }),
    mayShow: z.coerce
      .boolean()
      .default(false)
      .meta({ description: 'công khai được: không nhận ra ai, hoặc người trong ảnh đã đồng ý' }),
  }),
  output: movedSchema.extend({ evidence: z.number().int() }),
  ahead: filesAhead,
  async run(context, { kind, title, on, files: _, indicator, figure, mayShow, ...at }, { originals, problems }) {
    const begun = await begin(context, at, 'addEvidence')
    if (!begun.ok) return begun
    const [file, second] = originals
    if (second) problems.push(problem('files', 'too-many', ...oneFile))
    if (on > context.today) problems.push(problem('on', 'in-future', ...ahead))
    if (kind === 'figure' && figure === '') problems.push(problem('figure', 'missing', ...figureNeeded))
    if (
      kind === 'figure' &&
      indicator !== undefined &&
      !(await indicatorsKnown(context.db)).some(({ id }) => id === indicator)
    )
      problems.push(problem('indicator', 'no-such-indicator', ...noIndicator))
    if (kind !== 'figure' && !file && problems.length === 0) problems.push(problem('files', 'missing', ...fileNeeded))
    if (kind === 'photo' && file && !file.mediaType.startsWith('image/'))
      problems.push(problem('files', 'no-picture', ...pictureNeeded))
    if (problems.length > 0) return invalid(problems)
    const kept = kind === 'figure' || !file ? null : await keptOf(context.app.files, file)
    if (kept === 'no folder') return noFolder
    const bytes = {
      sha256: kept?.sha256 ?? null,
      cleanSha256: kept?.cleanSha256 ?? null,
      bytes: file?.bytes.length ?? null,
    }
    const evidence = await insertEvidence(context.db, at.id, {
      ...{ kind, title, on, mayShow: mayShow && kind === 'photo', figure: kind === 'figure' ? figure : '' },
      ...{ name: file?.name ?? '', mediaType: file?.mediaType ?? '', ...bytes },
      ...{ cites: null, citedNumerator: null, citedDenominator: null },
      ...{ indicatorId: kind === 'figure' ? (indicator ?? null) : null, by: personOf(context.actor), at: context.now },
    })
    const version = await make(context, begun.value, { move: 'addEvidence', facts: { evidence, kind } })
    return ok({ id: at.id, stage: begun.value.model.stage, version, evidence })
  },
})

/** The bytes as they came, whose hash stands in every inspection; of a picture one more without what a camera writes into it. */
async function keptOf(
  files: { keep(content: Iterable<Uint8Array>): Promise<string> } | null,
  { mediaType, bytes }: { mediaType: string; bytes: Uint8Array },
) {
  if (!files) return 'no folder' as const
  const sha256 = await files.keep([bytes])
  if (!mediaType.startsWith('image/')) return { sha256, cleanSha256: null }
  const made = await reencode(bytes)
  return { sha256, cleanSha256: !isFault(made) ? await files.keep([made.picture.bytes]) : null }
}

export const removeOne = writing({
  name: 'models.removeEvidence',
  summary: 'Bỏ một minh chứng; lần kiểm tra đã xem nó vẫn ghi là đã có',
  http: { method: 'DELETE', path: '/models/{id}/evidence/{evidence}' },
  who: writers,
  input: z.object({ ...seen, evidence: idOf('model_evidence') }),
  output: movedSchema,
  async run(context, { evidence, ...at }) {
    const begun = await begin(context, at, 'removeEvidence')
    if (!begun.ok) return begun
    const { effectBeforeCited, effectAfterCited } = begun.value.model
    if (evidence === effectBeforeCited || evidence === effectAfterCited) return inEffect
    if (!(await removeEvidence(context.db, { id: at.id, evidence, at: context.now }))) return noSuchEvidence
    const version = await make(context, begun.value, { move: 'removeEvidence', facts: { evidence } })
    return ok({ id: at.id, stage: begun.value.model.stage, version })
  },
})

export const openEvidence = reading({
  name: 'models.openEvidence',
  summary: 'Tải một minh chứng, nguyên như khi nộp',
  http: { method: 'GET', path: '/models/{id}/evidence/{evidence}' },
  who: working,
  sends: 'file',
  input: z.object({ id: idOf('model'), evidence: idOf('model_evidence') }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string() }),
  async run({ db, actor, today }, { id, evidence }) {
    const model = await modelOf(db, id)
    if (!model) return noSuchModel
    if (!(await mayRead({ db, actor, today }, model))) return notYours
    const found = (await evidenceOf(db, id)).find((one) => one.id === evidence)
    if (!found?.sha256) return noSuchEvidence
    return ok({ fileName: found.name, mediaType: found.mediaType, bytes: found.bytes!, sha256: found.sha256 })
  },
})

export const giveConsent = writing({
  name: 'models.giveConsent',
  summary: 'Ghi sự đồng ý của người được nêu là điển hình: bằng lời nào, ngày nào, cách nào',
  http: { method: 'POST', path: '/models/{id}/consent' },
  who: writers,
  input: z.object({
    ...seen,
    words: typedText().min(20, 'Chép lại lời đồng ý: đồng ý công khai điều gì, ở đâu.').max(2000),
    on: daySchema,
    channel: z.enum(['paper', 'inPerson', 'electronic']),
    document: typedText().max(200).default(''),
  }),
  output: movedSchema,
  async run(context, { words, on, channel, document, ...at }) {
    const begun = await begin(context, at, 'giveConsent')
    if (!begun.ok) return begun
    const { model } = begun.value
    if (model.kind !== 'exemplarPerson') return personsOnly
    if (on > context.today) return invalid([problem('on', 'in-future', ...ahead)])
    if (await consentOf(context.db, at.id)) return consentThere
    const by = { by: personOf(context.actor), at: context.now }
    await insertConsent(context.db, at.id, { words, on, channel, document, ...by })
    const version = await make(context, begun.value, { move: 'giveConsent', facts: { on, channel } })
    return ok({ id: at.id, stage: model.stage, version })
  },
})

export const withdrawConsent = writing({
  name: 'models.withdrawConsent',
  summary: 'Người được nêu rút lại sự đồng ý: từ lúc này không còn ở trang, danh sách, tin, bản đồ nào',
  http: { method: 'POST', path: '/models/{id}/consent/withdraw' },
  who: writers,
  input: z.object({ ...seen, why: typedText().max(500).default('') }),
  output: movedSchema,
  async run(context, { why, ...at }) {
    const begun = await begin(context, at, 'withdrawConsent')
    if (!begun.ok) return begun
    if (!(await withdrawConsentOf(context.db, at.id, { why, at: context.now }))) return noConsent
    await hidePublic(context.db, at.id)
    const version = await make(context, begun.value, { move: 'withdrawConsent' })
    return ok({ id: at.id, stage: begun.value.model.stage, version })
  },
})

const ahead = ['Ngày này ở sau hôm nay.', 'This day lies ahead.'] as const
const figureNeeded = ['Ghi con số và kỳ của nó.', 'Give the figure and its period.'] as const
const noIndicator = ['Chọn chỉ số trong danh sách.', 'Choose an indicator of the list.'] as const
const fileNeeded = ['Chọn tệp: ảnh hoặc PDF.', 'Choose a file: a picture or a PDF.'] as const
const oneFile = [
  'Mỗi minh chứng một tệp; tệp khác ghi thành minh chứng khác.',
  'One file each; add the other one apart.',
] as const
const pictureNeeded = ['Đây không phải ảnh. Chọn “văn bản” hoặc chọn tệp ảnh.', 'This is no picture.'] as const
const noSuchEvidence = notFound('no-such-evidence', 'Không có minh chứng này.', 'There is no such evidence.')
const inEffect = conflict(
  'in-effect',
  'Con số này đang đứng ở “Hiệu quả trước và sau”. Sửa mục ấy trước, rồi mới bỏ được.',
  'This figure stands in the effect before and after. Change that first.',
)
const noFolder = conflict(
  'no-file-folder',
  'Máy chủ chưa được đặt thư mục giữ tệp (FILES), nên chưa nhận được tệp. Hãy báo người vận hành.',
  'The server was given no folder for files (FILES). Tell its operator.',
)
const personsOnly = conflict(
  'persons-only',
  'Chỉ điển hình cá nhân cần ghi sự đồng ý.',
  'Only of an exemplary person a consent is entered.',
)
const consentThere = conflict('consent-there', 'Đã có sự đồng ý đang hiệu lực.', 'A consent is in force already.')
const noConsent = conflict('no-consent', 'Không có sự đồng ý nào đang hiệu lực.', 'No consent is in force.')
