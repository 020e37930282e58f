// An accepted form on paper: printed, signed under the body that holds the seal, scanned and kept beside its version.
import { z } from 'zod'
import { bodiesAbove } from '../../bodies/body.read.ts'
import {
  keepScan,
  keptFileOut,
  keptScan,
  openScan,
  scanAt,
  scanInput,
  scanSchema,
  scansOf,
} from '../../documents/paper.read.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type ReadDb } from '../../shared/operation.ts'
import { conflict, forbidden, notFound, ok } from '../../shared/result.ts'
import { findPlace } from './entry.steps.ts'
import { lockEntry, readEntry, versionsOf, type StoredEntry } from './entry.store.ts'
import { maySee, notYourEntry } from './entry.reads.ts'

const noSuchEntry = notFound('no-such-entry', 'Không có biểu này.', 'No such entry.')

/** The unit itself, or the văn thư above it who keeps its papers. */
function mayKeep(actor: Actor, { bodyId }: StoredEntry, above: readonly Id<'body'>[]): boolean {
  if (actor.kind === 'operator' || bodiesWhere(actor, 'reporter', 'officer', 'head', 'clerk').includes(bodyId))
    return true
  return bodiesWhere(actor, 'clerk').some((body) => above.includes(body))
}

export const keepOfEntry = writing({
  name: 'entries.keepScan',
  summary: 'Tải lên bản quét biểu (kèm phụ lục) đã được nhận, đã ký đóng dấu; bản trước được giữ cùng lý do thay',
  http: { method: 'POST', path: '/entries/{id}/scans' },
  who: { roles: ['reporter', 'officer', 'head', 'clerk'] },
  input: z.object({ id: idOf('entry'), ...scanInput }),
  output: keptScan,
  async run(context, { id, ...given }) {
    const { db, actor } = context
    const entry = await lockEntry(db, id)
    const found = entry && (await findPlace(db, { form: entry.formId, body: entry.bodyId, period: entry.periodId }))
    if (!entry || !found?.ok) return noSuchEntry
    const above = await bodiesAbove(db, entry.bodyId, found.value.period.endsOn)
    if (!mayKeep(actor, entry, above)) return notYours
    if (!entry.countedId) return notAccepted
    return keepScan(context, { of: { entryVersionId: entry.countedId }, bodies: [entry.bodyId, ...above] }, given)
  },
})

const notYours = forbidden(
  'not-your-paper',
  'Bản giấy của biểu do chính đơn vị báo cáo, hoặc văn thư cấp trên giữ dấu, tải lên.',
  'The paper of a form is uploaded by its own body, or by the clerk above who holds the seal.',
)
const notAccepted = conflict(
  'not-accepted',
  'Biểu chưa được nhận. Bản giấy được ký và quét sau khi cấp trên đã nhận số liệu.',
  'The form was not accepted yet. Its paper is signed and scanned afterwards.',
)

/** An entry the actor may see, with what is signed of it. */
async function findSeen(db: ReadDb, actor: Actor, id: Id<'entry'>) {
  const entry = await readEntry(db, id)
  const found = entry && (await findPlace(db, { form: entry.formId, body: entry.bodyId, period: entry.periodId }))
  if (!entry || !found?.ok) return noSuchEntry
  if (!(await maySee(db, actor, found.value))) return notYourEntry
  return ok({ entry, above: await bodiesAbove(db, entry.bodyId, found.value.period.endsOn) })
}

export const scansOfEntry = reading({
  name: 'entries.scans',
  summary: 'Các bản quét của một biểu, theo từng bản số liệu đã nhận',
  http: { method: 'GET', path: '/entries/{id}/scans' },
  who: 'signedIn',
  input: z.object({ id: idOf('entry') }),
  output: z.object({
    scans: z.array(scanSchema.extend({ versionNo: z.number().int(), counted: z.boolean() })),
    /** The reader may upload one now. */
    mayKeep: z.boolean(),
  }),
  async run({ db, actor }, { id }) {
    const found = await findSeen(db, actor, id)
    if (!found.ok) return found
    const { entry, above } = found.value
    const scans = []
    for (const version of (await versionsOf(db, entry.id)).toReversed())
      for (const scan of await scansOf(db, { entryVersionId: version.id }))
        scans.push({ ...scan, versionNo: version.no, counted: version.id === entry.countedId })
    return ok({ scans, mayKeep: entry.countedId !== null && mayKeep(actor, entry, above) })
  },
})

export const scanOfEntry = reading({
  name: 'entries.scanFile',
  summary: 'Tải một tệp của bản quét biểu',
  http: { method: 'GET', path: '/entries/{id}/scans/{scan}/files/{no}' },
  who: 'signedIn',
  sends: 'file',
  input: z.object({ id: idOf('entry'), ...scanAt }),
  output: keptFileOut,
  async run(context, { id, ...at }) {
    const found = await findSeen(context.db, context.actor, id)
    if (!found.ok) return found
    let answer = null
    for (const version of await versionsOf(context.db, found.value.entry.id)) {
      answer = await openScan(context, { entryVersionId: version.id }, at)
      if (answer.ok || answer.refusal.code === 'file-gone') return answer
    }
    return answer ?? noSuchEntry
  },
})
