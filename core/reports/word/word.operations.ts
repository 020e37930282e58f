// Templates changed in Word: take the form, send it back, look at what it would change, make it the next version.
import { z } from 'zod'
import { personOf } from '../../documents/document.ts'
import { families, layoutLineSchema } from '../../documents/layout.ts'
import { changedMeanwhile } from '../../documents/template.operations.ts'
import { addTemplate, keepTemplate } from '../../documents/template.ts'
import { idOf } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, notFound, ok } from '../../shared/result.ts'
import { mediaTypes } from '../render.ts'
import { endDraft, insertDraft, lockDraft } from './draft.store.ts'
import { readForm, withChanges } from './draft.ts'
import { formOf } from './form.files.ts'

const family = z.enum(families)

export const send = writing({
  name: 'templates.sendWord',
  summary: 'Tải lên mẫu đã sửa trong Word: nêu mọi lỗi một lần, hoặc giữ lại để xem trước rồi xác nhận',
  http: { method: 'POST', path: '/document-templates/{family}/word' },
  who: { roles: ['administrator', 'clerk'] },
  input: z.object({
    family,
    /** The version the form was taken from. */
    expectedNo: z.coerce.number().int().min(1),
    file: z.string().default('').meta({ description: 'tệp .docx, base64' }),
    fileName: z.string().trim().max(200).default('mau.docx'),
  }),
  output: z.object({ draft: z.number().int(), family }),
  async run(context, { family, expectedNo, file, fileName }) {
    const { db, app, actor, now } = context
    if (!app.files) return noFolder
    const base = await keepTemplate(db, family, now)
    const bytes = Buffer.from(file, 'base64')
    const read = readForm(bytes, base)
    if (!read.ok) return read
    if (base.no !== expectedNo) return changedMeanwhile
    const sha256 = await app.files.keep([bytes])
    const kept = { sha256, bytes: bytes.length, mediaType: mediaTypes.docx, fileName: plainName(fileName) }
    const id = await insertDraft(db, { family, baseNo: base.no, ...kept, by: personOf(actor), now })
    await context.record({ noun: 'template_draft', id, move: 'send', changes: { family, baseNo: base.no } })
    return ok({ draft: id as number, family })
  },
})

/** The name alone, whatever folders it came with. */
function plainName(name: string): string {
  const last = name
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/[\u0000-\u001f"<>|:*?]/g, ' ')
    .normalize('NFC')
  return last.trim() || 'mau.docx'
}

export const adopt = writing({
  name: 'templates.adoptWord',
  summary: 'Xác nhận mẫu Word đã xem: thành bản tiếp theo của mẫu, văn bản đã làm giữ bản cũ',
  http: { method: 'POST', path: '/document-template-drafts/{id}/adopt' },
  who: { roles: ['administrator'] },
  input: z.object({
    id: idOf('template_draft'),
    basis: z.string().trim().min(5, 'Ghi căn cứ, ít nhất vài chữ.').max(300),
    confidence: layoutLineSchema.shape.confidence,
  }),
  output: z.object({ id: z.number().int(), family, no: z.number().int() }),
  async run(context, { id, basis, confidence }) {
    const { db, app, now } = context
    const begun = await begin(context, id)
    if (!begun.ok) return begun
    const { family, baseNo, sha256: word } = begun.value
    const old = await keepTemplate(db, family, now)
    if (old.no !== baseNo) return changedMeanwhile
    const form = await formOf(app, word)
    if (!form.ok) return form
    const read = readForm(form.value!, old)
    if (!read.ok) return read
    const { changes } = read.value
    const lines = withChanges(old.lines, changes, { basis, confidence })
    const by = personOf(context.actor)
    const made = { family, no: old.no + 1, name: old.name, basis, lines, word, by, now }
    const template = await addTemplate(db, made)
    if (template === null) return changedMeanwhile
    await endDraft(db, id, { template, by, now })
    await context.record({ noun: 'template', id: template, move: 'adopt', changes: { family, draft: id, ...changes } })
    return ok({ id: template as number, family, no: made.no })
  },
})

export const drop = writing({
  name: 'templates.dropWord',
  summary: 'Bỏ một mẫu Word đã tải lên mà chưa dùng',
  http: { method: 'POST', path: '/document-template-drafts/{id}/drop' },
  who: { roles: ['administrator', 'clerk'] },
  input: z.object({ id: idOf('template_draft') }),
  output: z.object({ id: z.number().int() }),
  async run(context, { id }) {
    const { db, actor, now } = context
    const begun = await begin(context, id)
    if (!begun.ok) return begun
    await endDraft(db, id, { template: null, by: personOf(actor), now })
    await context.record({ noun: 'template_draft', id, move: 'drop' })
    return ok({ id: id as number })
  },
})

/** The draft, locked, when nobody has ended it. */
async function begin({ db }: WriteContext, id: Parameters<typeof lockDraft>[1]) {
  const draft = await lockDraft(db, id)
  if (!draft) return noSuchDraft
  return draft.endedAt ? ended : ok(draft)
}

export const noSuchDraft = notFound(
  'no-such-draft',
  'Không có mẫu Word này. Hãy mở lại trang mẫu trình bày.',
  'There is no such form. Open the page of templates again.',
)
const ended = conflict(
  'draft-ended',
  'Mẫu Word này đã được dùng hoặc đã bỏ. Hãy xem lại trang mẫu trình bày.',
  'This form was adopted or dropped already. Look at the page of templates.',
)
const noFolder = conflict(
  'no-file-folder',
  'Máy chủ chưa được đặt thư mục giữ tệp (FILES), nên chưa nhận được mẫu Word. Hãy báo người vận hành.',
  'The server was given no folder for files (FILES). Tell its operator.',
)
