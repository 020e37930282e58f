// What can be read of collections: the list, one with who has answered, its sheet as a table, who may be asked.
import { z } from 'zod'
import { bodiesWhere } from '../shared/actor.ts'
import { instantSchema } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { idOf } from '../shared/id.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { askedCells, rowsOf, type Collection } from './collection.ts'
import { collectionMoves, whyNotCollection } from './collection.moves.ts'
import { areaSchema, collectionSchema } from './collection.schema.ts'
import { bookOf, findFor, readsAll, sheetOf, standingOf } from './collection.steps.ts'
import { addresseesOf, allCollections, areasOf, collectionsTo, readCollection } from './collection.store.ts'
import { shownAt } from './heads.ts'
import { allowedFor } from './marking.ts'
import { replyLines } from './replies/reply.store.ts'
import { replyStages } from './replies/reply.ts'
import { columnNumber } from './sheet/ref.ts'
import { tableOf, tableSchema } from './table.ts'

const standing = z.object({
  body: z.number().int(),
  bodyName: z.string(),
  row: z.number().int().nullable(),
  stage: z.enum(['none', ...replyStages]),
  filled: z.number().int(),
  submittedAt: instantSchema.nullable(),
  /** Hours after the due time: of the sending, or until now; 0: in time. */
  hoursLate: z.number().int(),
})

/** Everybody asked, with how far he is. */
async function standingsOf(db: ReadDb, collection: Collection, now: Date) {
  const lines = new Map((await replyLines(db, collection.id)).map((line) => [line.body, line]))
  return (await addresseesOf(db, collection)).map(({ body, name, row }) => {
    const line = lines.get(body)
    const sent = line?.stage === 'submitted' || line?.stage === 'accepted' ? line.submittedAt : null
    const hoursLate = Math.max(0, Math.ceil(((sent ?? now).getTime() - collection.dueAt.getTime()) / 3_600_000))
    return {
      body,
      bodyName: name,
      row,
      stage: line?.stage ?? ('none' as const),
      filled: line?.filled ?? 0,
      submittedAt: sent,
      hoursLate,
    }
  })
}

export const listCollections = reading({
  name: 'collections.list',
  summary: 'Các đợt thu thập của đơn vị tôi và cấp dưới, và những đợt đơn vị tôi phải điền',
  http: { method: 'GET', path: '/collections' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    ours: z.array(
      collectionSchema.extend({
        addressed: z.number().int(),
        submitted: z.number().int(),
        accepted: z.number().int(),
        mine: z.boolean().meta({ description: 'người đọc được lập, gửi, nhận' }),
      }),
    ),
    toAnswer: z.array(z.object({ collection: collectionSchema, standing })),
    mayCreate: z.boolean(),
  }),
  async run({ db, actor, now }) {
    const collecting = bodiesWhere(actor, 'officer', 'head')
    const ours = []
    for (const collection of await allCollections(db)) {
      if (!(await readsAll(db, actor, collection))) continue
      const lines = await replyLines(db, collection.id)
      const { staff } = await standingOf(db, collection)
      ours.push({
        ...collection,
        addressed: (await addresseesOf(db, collection)).length,
        submitted: lines.filter(({ stage }) => stage === 'submitted').length,
        accepted: lines.filter(({ stage }) => stage === 'accepted').length,
        mine: collecting.some((body) => staff.includes(body)),
      })
    }
    const toAnswer = []
    for (const { id, body } of await collectionsTo(db, bodiesWhere(actor, 'reporter', 'officer', 'head'))) {
      const collection = (await readCollection(db, id))!
      const line = (await standingsOf(db, collection, now)).find((one) => one.body === body)
      if (line) toAnswer.push({ collection, standing: line })
    }
    return ok({ ours, toAnswer, mayCreate: collecting.length > 0 })
  },
})

export const showCollection = reading({
  name: 'collections.show',
  summary: 'Một đợt thu thập: tệp, vùng cần điền, hạn, ai đã gửi, việc làm được bây giờ',
  http: { method: 'GET', path: '/collections/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('collection') }),
  output: z.object({
    collection: collectionSchema,
    areas: z.array(areaSchema),
    /** Everybody for those who read all; otherwise only the reader's own. */
    bodies: z.array(standing),
    readsAll: z.boolean(),
    moves: z.array(z.enum(collectionMoves)),
  }),
  async run({ db, actor, now }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { collection, all, mine } = found.value
    const lines = await standingsOf(db, collection, now)
    const at = await standingOf(db, collection)
    return ok({
      collection,
      areas: await areasOf(db, id),
      bodies: lines.filter(({ body }) => all || mine.includes(body)),
      readsAll: all,
      moves: collectionMoves.filter((move) => move !== 'create' && !whyNotCollection(actor, move, at)),
    })
  },
})

export const showMarking = reading({
  name: 'collections.marking',
  summary:
    'Trang tính của tệp như một bảng, ô nào đang được đánh dấu, dòng nào của đơn vị nào, có thể hỏi những đơn vị nào',
  http: { method: 'GET', path: '/collections/{id}/marking' },
  who: { roles: ['officer', 'head', 'standingBoard', 'clerk'] },
  input: z.object({ id: idOf('collection'), sheet: z.string().max(100).optional() }),
  output: z.object({
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    sheet: z.string(),
    table: tableSchema,
    areas: z.array(areaSchema),
    /** Where every body is a row: the rows of the areas, the name each holds, and whose it is. */
    rows: z.array(z.object({ row: z.number().int(), name: z.string(), body: z.number().int().nullable() })),
    cells: z.number().int(),
    groups: z.array(
      z.object({
        organisation: z.string(),
        name: z.string(),
        bodies: z.array(z.object({ id: z.number().int(), name: z.string(), addressed: z.boolean() })),
      }),
    ),
  }),
  async run({ db, actor }, { id, sheet: asked }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { collection } = found.value
    const book = await bookOf(db, id)
    const visible = book.sheets.find(({ hidden }) => !hidden) ?? book.sheets[0]!
    const name = asked ?? collection.sheet ?? visible.name
    const opened = sheetOf(book, name)
    if (!opened.ok) return opened
    const sheet = opened.value
    const areas = name === collection.sheet ? await areasOf(db, id) : []
    const addressed = await addresseesOf(db, collection)
    const bodies = new Set<Id<'body'>>(addressed.map(({ body }) => body))
    const byRow = new Map(addressed.map(({ row, body }) => [row, body]))
    const column = columnNumber(collection.nameColumn ?? '')
    const rows = column && collection.mode === 'rows' ? rowsOf(areas) : []
    const cells = askedCells(sheet, areas, null).filter(({ row }) => rows.length === 0 || byRow.has(row))
    const groups = Map.groupBy(await allowedFor(db, collection), ({ organisation }) => organisation)
    return ok({
      sheets: book.sheets.map((one) => ({ name: one.name, hidden: one.hidden })),
      sheet: name,
      table: tableOf(sheet, new Set(cells.map(({ ref }) => ref))),
      areas,
      rows: rows.map((row) => ({ row, name: shownAt(sheet, { row, column: column! }), body: byRow.get(row) ?? null })),
      cells: collection.mode === 'copies' ? cells.length * bodies.size : cells.length,
      groups: [...groups].map(([organisation, some]) => ({
        ...{ organisation, name: some[0]!.organisationName },
        bodies: some.map((one) => ({ id: one.id, name: one.name, addressed: bodies.has(one.id) })),
      })),
    })
  },
})
