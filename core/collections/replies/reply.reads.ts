// What can be read of a reply: its cells as a grid with the headings of the sheet.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { collectionSchema } from '../collection.schema.ts'
import { cellTypes } from '../sheet/typed.ts'
import { gridOf } from './grid.ts'
import { replyMoves, whyNotReply } from './reply.moves.ts'
import { findAsked, formFor, replyStandingOf, whyNotSee } from './reply.steps.ts'
import { findReply } from './reply.store.ts'
import { replyStages } from './reply.ts'

const head = z.object({ text: z.string(), span: z.number().int() })

export const openOutput = z
  .object({
    collection: collectionSchema,
    body: z.object({ id: z.number().int(), name: z.string() }),
    stage: z.enum(['none', ...replyStages]),
    version: z.number().int(),
    grids: z.array(
      z.object({
        range: z.string(),
        /** Headings over the columns, top level first. */
        heads: z.array(z.array(head)),
        columns: z.array(z.object({ column: z.string(), label: z.string() })),
        rows: z.array(
          z.object({
            row: z.number().int(),
            label: z.string(),
            cells: z.array(
              z.object({
                ref: z.string(),
                column: z.string(),
                /** null: not asked; what stands there is shown. */
                type: z.enum(cellTypes).nullable(),
                required: z.boolean(),
                value: z.string(),
                span: z.number().int(),
              }),
            ),
          }),
        ),
      }),
    ),
    asked: z.number().int(),
    filled: z.number().int(),
    savedBy: z.string().nullable(),
    savedAt: instantSchema.nullable(),
    submittedBy: z.string().nullable(),
    submittedAt: instantSchema.nullable(),
    returnReason: z.string().nullable(),
    acceptedBy: z.string().nullable(),
    acceptedAt: instantSchema.nullable(),
    moves: z.array(z.enum(replyMoves)),
  })
  .meta({ id: 'OpenReply' })
export type OpenReply = z.output<typeof openOutput>

export const openReply = reading({
  name: 'replies.open',
  summary: 'Các ô một đơn vị được hỏi, với tên cột, tên dòng của tệp, giá trị đã điền và việc làm được bây giờ',
  http: { method: 'GET', path: '/collections/{collection}/replies/{body}' },
  who: 'signedIn',
  input: z.object({ collection: idOf('collection'), body: idOf('body') }),
  output: openOutput,
  async run({ db, actor }, at) {
    const found = await findAsked(db, at)
    if (!found.ok) return found
    const { collection } = found.value
    const refusal = await whyNotSee(db, actor, { collection, body: at.body })
    if (refusal) return refusal
    const form = await formFor(db, found.value)
    const reply = await findReply(db, { collectionId: collection.id, bodyId: at.body })
    const standing = await replyStandingOf(db, collection, { bodyId: at.body, reply })
    return ok({
      collection,
      body: { id: at.body, name: found.value.addressee.name },
      stage: reply?.stage ?? ('none' as const),
      version: reply?.version ?? 0,
      grids: form.areas.flatMap((area) => gridOf(form, area, reply?.cells ?? {}) ?? []),
      asked: form.cells.length,
      filled: Object.keys(reply?.cells ?? {}).length,
      savedBy: reply?.savedByName ?? null,
      savedAt: reply?.savedAt ?? null,
      submittedBy: reply?.submittedByName ?? null,
      submittedAt: reply?.submittedAt ?? null,
      returnReason: reply?.returnReason ?? null,
      acceptedBy: reply?.acceptedByName ?? null,
      acceptedAt: reply?.acceptedAt ?? null,
      moves: replyMoves.filter((move) => !whyNotReply(actor, move, standing)),
    })
  },
})
