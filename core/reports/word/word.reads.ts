// What is read of forms in Word: the form to take along, those that wait, and one of them with a sample in it.
import { z } from 'zod'
import { families, layoutLineSchema, layoutOf } from '../../documents/layout.ts'
import { readVersion, templateInUse } from '../../documents/template.ts'
import { instantSchema } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadContext } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { mediaTypes } from '../render.ts'
import { openDrafts, readDraft } from './draft.store.ts'
import { outsideTheRule, readForm, sampleIn } from './draft.ts'
import { formOf } from './form.files.ts'
import { formFile } from './master.ts'
import { noSuchDraft } from './word.operations.ts'

const family = z.enum(families)
const who = { roles: ['administrator', 'clerk'] } as const
const fileSchema = z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() })

export const form = reading({
  name: 'templates.wordForm',
  summary: 'Mẫu trình bày đang dùng, dạng Word có các ô của nền tảng, để sửa rồi tải lên lại',
  http: { method: 'GET', path: '/document-templates/{family}/word' },
  who: 'signedIn',
  input: z.object({ family }),
  output: fileSchema.extend({ no: z.number().int() }),
  async run({ db, app }, { family }) {
    const { lines, word, no } = await templateInUse(db, family)
    const kept = await formOf(app, word)
    if (!kept.ok) return kept
    const bytes = kept.value ?? formFile(family, layoutOf(lines))
    const fileName = `mau-${family}-ban-${no}.docx`
    return ok({ fileName, mediaType: mediaTypes.docx, content: bytes.toString('base64'), no })
  },
})

const draftSchema = z.object({
  id: z.number().int(),
  family,
  baseNo: z.number().int(),
  fileName: z.string(),
  sentBy: z.string().nullable(),
  sentAt: instantSchema,
  ended: z.boolean(),
  adoptedNo: z.number().int().nullable(),
})

export const drafts = reading({
  name: 'templates.drafts',
  summary: 'Các mẫu Word đã tải lên, chờ xem và xác nhận',
  http: { method: 'GET', path: '/document-template-drafts' },
  who,
  input: z.object({}),
  output: z.object({ drafts: z.array(draftSchema) }),
  async run({ db }) {
    return ok({ drafts: (await openDrafts(db)).map((draft) => ({ ...draft, ended: false })) })
  },
})

export const draft = reading({
  name: 'templates.draft',
  summary: 'Một mẫu Word đã tải lên: giá trị đổi, phần chỉ có trong Word, chỗ ngoài thể thức',
  http: { method: 'GET', path: '/document-template-drafts/{id}' },
  who,
  input: z.object({ id: idOf('template_draft') }),
  output: draftSchema.extend({
    /** Somebody has made a newer version since. */
    outdated: z.boolean(),
    changes: z.array(
      layoutLineSchema.pick({ key: true, name: true, unit: true }).extend({
        before: layoutLineSchema.shape.value,
        after: layoutLineSchema.shape.value,
      }),
    ),
    onlyInWord: z.array(z.string()),
    outside: z.array(z.object({ rule: z.string(), expected: z.string(), found: z.string() })),
  }),
  async run(context, { id }) {
    const found = await findDraft(context, id)
    if (!found.ok) return found
    const { draft, base, bytes, read } = found.value
    const { changes, layout, onlyInWord } = read
    const changed = base.lines.flatMap(({ key, name, unit, value: before }) => {
      const after = changes[key as keyof typeof changes]
      return after === undefined ? [] : [{ key, name, unit, before, after }]
    })
    const outside = await outsideTheRule(bytes, { family: draft.family, layout })
    const outdated = !draft.endedAt && (await templateInUse(context.db, draft.family)).no !== draft.baseNo
    return ok({ ...draft, ended: draft.endedAt !== null, outdated, changes: changed, onlyInWord, outside })
  },
})

export const sample = reading({
  name: 'templates.sample',
  summary: 'Báo cáo mẫu in theo mẫu Word đã tải lên: bản Word, và bản PDF theo các giá trị đọc được',
  http: { method: 'GET', path: '/document-template-drafts/{id}/samples/{format}' },
  who,
  input: z.object({ id: idOf('template_draft'), format: z.enum(['docx', 'pdf']) }),
  output: fileSchema,
  async run(context, { id, format }) {
    const found = await findDraft(context, id)
    if (!found.ok) return found
    const { draft, bytes, read } = found.value
    const made = await sampleIn(bytes, { family: draft.family, layout: read.layout, format })
    const fileName = `xem-truoc-mau-${draft.family}.${format}`
    return ok({ fileName, mediaType: mediaTypes[format], content: made.toString('base64') })
  },
})

async function findDraft({ db, app }: ReadContext, id: Id<'template_draft'>) {
  const draft = await readDraft(db, id)
  const base = draft && (await readVersion(db, draft.family, draft.baseNo))
  if (!draft || !base) return noSuchDraft
  const kept = await formOf(app, draft.sha256)
  if (!kept.ok) return kept
  const read = readForm(kept.value!, base)
  return read.ok ? ok({ draft, base, bytes: kept.value!, read: read.value }) : read
}
