// What can be done with a collection: take up a file, mark its cells, send it round, close it, open it again.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { personOf } from '../documents/document.ts'
import { bodyAt } from '../bodies/body.read.ts'
import { staffOf } from '../programmes/programme.read.ts'
import { dayAt } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../shared/result.ts'
import { collectionModes, type Collection } from './collection.ts'
import { stageAfterCollection, whyNotCollection, type CollectionMove } from './collection.moves.ts'
import { areaSchema, fileSchema, headShape, movedCollection } from './collection.schema.ts'
import { beginCollection, openSent } from './collection.steps.ts'
import {
  addresseesOf,
  areasOf,
  deleteCollection,
  insertCollection,
  standingDay,
  updateCollection,
  writeMarking,
} from './collection.store.ts'
import { markingOf } from './marking.ts'

const collectors = { roles: ['officer', 'head'] } as const
const seen = { id: idOf('collection'), expectedVersion: seenVersion(1) }

export const createCollection = writing({
  name: 'collections.create',
  summary: 'Lập đợt thu thập từ một tệp Excel cấp trên gửi; tệp được giữ nguyên để điền vào chính nó',
  http: { method: 'POST', path: '/collections' },
  who: collectors,
  input: z.object({
    body: idOf('body'),
    ...headShape,
    fileName: z.string().trim().max(200).default('bieu.xlsx'),
    file: fileSchema,
    illustrative: z.boolean().default(false),
  }),
  output: movedCollection,
  async run(context, input) {
    const { db, actor, now } = context
    const dueAt = new Date(input.dueAt)
    const bodiesOn = await standingDay(db, input.body, dayAt(dueAt))
    const body = bodiesOn && (await bodyAt(db, input.body, bodiesOn))
    if (!body) return notFound('no-such-body', 'Không có đơn vị này vào ngày đó.', 'No such body on that day.')
    const refusal = whyNotCollection(actor, 'create', { stage: 'none', staff: await staffOf(db, input.body) })
    if (refusal) return refusal
    const sent = openSent(input.file)
    if (!sent.ok) return sent
    const { bytes } = sent.value
    const id = await insertCollection(db, {
      ...{
        bodyId: input.body,
        placeId: body.placeId,
        bodiesOn,
        title: input.title,
        source: input.source || null,
        dueAt,
      },
      ...{ fileName: plainName(input.fileName), fileSha256: createHash('sha256').update(bytes).digest('hex'), bytes },
      ...{ illustrative: input.illustrative, by: personOf(actor), now },
    })
    await context.record({ noun: 'collection', id, move: 'create', changes: { bytes: bytes.length } })
    return ok({ collection: id, stage: 'draft' as const, version: 1 })
  },
})

/** The name alone, without folders and marks no file name may hold. */
function plainName(name: string): string {
  const last = name
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/[\u0000-\u001f"<>|:*?]/g, ' ')
    .trim()
  return /\.xlsx$/i.test(last) ? last : `${last || 'bieu'}.xlsx`
}

export const markCollection = writing({
  name: 'collections.mark',
  summary: 'Đánh dấu ô nào cần điền và ai điền: mỗi đơn vị một dòng, hoặc mỗi đơn vị một bản',
  http: { method: 'PUT', path: '/collections/{id}/marking' },
  who: collectors,
  input: z.object({
    ...seen,
    sheet: z.string().max(100),
    mode: z.enum(collectionModes),
    nameColumn: z.string().trim().toUpperCase().max(3).nullish(),
    areas: z.array(areaSchema).max(20).default([]),
    /** Every body of these kinds at the place and below it, and bodies one by one. */
    organisations: z.array(z.string().max(60)).max(60).default([]),
    bodies: z.array(z.coerce.number().int().positive()).max(5000).default([]),
    /** Whose a row is, where it was not recognised; body 0: nobody's. */
    rows: z
      .array(z.object({ row: z.coerce.number().int().positive(), body: z.coerce.number().int().min(0) }))
      .max(5000)
      .default([]),
  }),
  output: movedCollection.extend({ addressed: z.number().int(), cells: z.number().int() }),
  async run(context, input) {
    const begun = await beginCollection(context, input, 'mark')
    if (!begun.ok) return begun
    const collection = begun.value
    const made = await markingOf(context.db, collection, input)
    if (!made.ok) return made
    const { areas, bodies, cells, nameColumn } = made.value
    await writeMarking(context.db, collection.id, { areas, bodies })
    const version = await updateCollection(context.db, collection.id, {
      ...{ sheet: input.sheet, mode: input.mode, name_column: nameColumn },
    })
    await context.record({
      noun: 'collection',
      id: collection.id,
      move: 'mark',
      changes: { bodies: bodies.length, cells },
    })
    return ok({ collection: collection.id, stage: collection.stage, version, addressed: bodies.length, cells })
  },
})

export const editCollection = writing({
  name: 'collections.edit',
  summary: 'Sửa tên, nguồn và hạn của đợt thu thập khi chưa gửi đi',
  http: { method: 'PUT', path: '/collections/{id}' },
  who: collectors,
  input: z.object({ ...seen, ...headShape }),
  output: movedCollection,
  async run(context, input) {
    const begun = await beginCollection(context, input, 'mark')
    if (!begun.ok) return begun
    const { title, source, dueAt } = input
    const facts = { title, source: source || null, due_at: new Date(dueAt) }
    const version = await updateCollection(context.db, input.id, facts)
    await context.record({ noun: 'collection', id: input.id, move: 'edit', changes: { title } })
    return ok({ collection: input.id, stage: begun.value.stage, version })
  },
})

export const issueCollection = writing({
  name: 'collections.issue',
  summary: 'Gửi đợt thu thập đến các đơn vị đã chọn',
  http: { method: 'POST', path: '/collections/{id}/issue' },
  who: collectors,
  input: z.object(seen),
  output: movedCollection,
  async run(context, input) {
    const { db, now } = context
    const begun = await beginCollection(context, input, 'issue')
    if (!begun.ok) return begun
    const collection = begun.value
    const bodies = await addresseesOf(db, collection)
    const faults = [
      ...((await areasOf(db, collection.id)).length === 0 ? [noAreas] : []),
      ...(bodies.length === 0 ? [nobodyAsked] : []),
      ...(collection.dueAt <= now ? [dueIsPast] : []),
    ]
    if (faults.length > 0) return invalid(faults, 'not-ready')
    const moved = await moveTo(context, collection, 'issue')
    for (const { body } of bodies)
      await context.tell({
        topic: 'collection.issue',
        bodyId: body,
        payload: { collection: collection.id, title: collection.title, body, dueOn: dayAt(collection.dueAt) },
      })
    return moved
  },
})

const noAreas = problem('areas', 'no-areas', 'Chưa đánh dấu ô nào cần điền.', 'No cells are marked yet.')
const nobodyAsked = problem('bodies', 'nobody-asked', 'Chưa chọn đơn vị nào.', 'Nobody is asked yet.')
const dueIsPast = problem(
  'dueAt',
  'due-is-past',
  'Hạn gửi đã qua. Hãy đặt lại hạn.',
  'The due time is past. Set another.',
)

export const closeCollection = writing({
  name: 'collections.close',
  summary: 'Kết thúc đợt thu thập: không ai điền thêm được',
  http: { method: 'POST', path: '/collections/{id}/close' },
  who: collectors,
  input: z.object(seen),
  output: movedCollection,
  run: (context, input) => step(context, input, 'close'),
})

export const reopenCollection = writing({
  name: 'collections.reopen',
  summary: 'Mở lại đợt thu thập đã kết thúc',
  http: { method: 'POST', path: '/collections/{id}/reopen' },
  who: collectors,
  input: z.object(seen),
  output: movedCollection,
  run: (context, input) => step(context, input, 'reopen'),
})

export const discardCollection = writing({
  name: 'collections.discard',
  summary: 'Bỏ đợt thu thập chưa gửi đi',
  http: { method: 'POST', path: '/collections/{id}/discard' },
  who: collectors,
  input: z.object(seen),
  output: movedCollection,
  async run(context, input) {
    const begun = await beginCollection(context, input, 'discard')
    if (!begun.ok) return begun
    const { id, stage, version, title } = begun.value
    await deleteCollection(context.db, id)
    await context.record({ noun: 'collection', id, move: 'discard', changes: { title } })
    return ok({ collection: id, stage, version })
  },
})

async function step(
  context: WriteContext,
  input: { id: Collection['id']; expectedVersion: number },
  move: 'close' | 'reopen',
) {
  const begun = await beginCollection(context, input, move)
  return begun.ok ? moveTo(context, begun.value, move) : begun
}

async function moveTo(context: WriteContext, { id, stage: from }: Collection, move: CollectionMove) {
  const stage = stageAfterCollection(move, from)
  const version = await updateCollection(context.db, id, { stage, ...(move === 'issue' && { issued_at: context.now }) })
  await context.record({ noun: 'collection', id, move, changes: {} })
  return ok({ collection: id, stage, version })
}
