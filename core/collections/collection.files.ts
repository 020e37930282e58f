// Files that go out: a body's own form, the original filled with what came, or one copy for each body in a ZIP.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { conflict, forbidden, must, ok } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'
import { askedCells, type AskedCell, type Collection } from './collection.ts'
import { fileOut, xlsxType } from './collection.schema.ts'
import { bookOf, findFor, sheetOf } from './collection.steps.ts'
import { addresseesOf, areasOf, fileOf, type Addressee } from './collection.store.ts'
import { findAsked, formFor, whyNotSee } from './replies/reply.steps.ts'
import { findReply, sentValues } from './replies/reply.store.ts'
import type { Values } from './replies/reply.ts'
import { fillWorkbook, type Write } from './sheet/fill.ts'
import { zipOf } from './sheet/zip.ts'

/** What is written: the value of every asked cell, and nothing where there is none. */
function writesOf(cells: readonly AskedCell[], values: Values): Write[] {
  return cells.map(({ row, column, ref, type }) => ({
    ...{ row, column },
    value: values[ref] === undefined ? null : { kind: type, text: values[ref] },
  }))
}

export const replyFile = reading({
  name: 'replies.file',
  summary: 'Tải biểu Excel của đơn vị, đã có những ô đã lưu, để điền rồi tải lên',
  http: { method: 'GET', path: '/collections/{collection}/replies/{body}/file' },
  who: 'signedIn',
  input: z.object({ collection: idOf('collection'), body: idOf('body') }),
  output: fileOut,
  async run({ db, actor }, at) {
    const found = await findAsked(db, at)
    if (!found.ok) return found
    const { collection, addressee } = found.value
    const refusal = await whyNotSee(db, actor, { collection, body: at.body })
    if (refusal) return refusal
    const form = await formFor(db, found.value)
    const reply = await findReply(db, { collectionId: collection.id, bodyId: at.body })
    const filled = form.cells.filter(({ ref }) => reply?.cells[ref] !== undefined)
    const bytes = fillWorkbook(form.book, form.sheet.part, writesOf(filled, reply?.cells ?? {}))
    return ok({ fileName: nameFor(collection, addressee.name), mediaType: xlsxType, content: bytes.toString('base64') })
  },
})

export const originalFile = reading({
  name: 'collections.original',
  summary: 'Tải tệp gốc cấp trên gửi, nguyên từng byte',
  http: { method: 'GET', path: '/collections/{id}/original' },
  who: 'signedIn',
  input: z.object({ id: idOf('collection') }),
  output: fileOut,
  async run({ db, actor }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const content = (await fileOf(db, id)).toString('base64')
    return ok({ fileName: found.value.collection.fileName, mediaType: xlsxType, content })
  },
})

export const filledFile = reading({
  name: 'collections.filled',
  summary: 'Tải kết quả: chính tệp gốc đã điền, hoặc tệp ZIP mỗi đơn vị một bản; ô của đơn vị chưa gửi để trống',
  http: { method: 'GET', path: '/collections/{id}/filled' },
  who: 'signedIn',
  input: z.object({ id: idOf('collection') }),
  output: fileOut.extend({ missing: z.array(z.string()) }),
  async run({ db, actor }, { id }) {
    const found = await findFor(db, actor, id)
    if (!found.ok) return found
    const { collection, all } = found.value
    if (!all) return notAll
    if (collection.stage === 'draft') return notSent
    const bodies = await addresseesOf(db, collection)
    const came = new Map((await sentValues(db, id)).map(({ body, cells }) => [body, cells]))
    const missing = bodies.filter(({ body }) => !came.has(body)).map(({ name }) => name)
    const book = await bookOf(db, id)
    const sheet = must(sheetOf(book, collection.sheet!))
    const areas = await areasOf(db, id)
    if (collection.mode === 'rows') {
      const writes = bodies.flatMap(({ body, row }) => writesOf(askedCells(sheet, areas, row), came.get(body) ?? {}))
      const content = fillWorkbook(book, sheet.part, writes).toString('base64')
      return ok({ fileName: collection.fileName, mediaType: xlsxType, content, missing })
    }
    const cells = askedCells(sheet, areas, null)
    const files = bodies
      .filter(({ body }) => came.has(body))
      .map(({ body, name }, at) => ({
        name: `${String(at + 1).padStart(3, '0')}-${nameFor(collection, name)}`,
        bytes: fillWorkbook(book, sheet.part, writesOf(cells, came.get(body)!)),
      }))
    const content = zipOf([...files, listOf(bodies, missing)]).toString('base64')
    const fileName = collection.fileName.replace(/\.xlsx$/i, '.zip')
    return ok({ fileName, mediaType: 'application/zip', content, missing })
  },
})

/** Beside the copies: who has answered and who has not. */
function listOf(bodies: readonly Addressee[], missing: readonly string[]) {
  const text = [
    `Đã gửi ${bodies.length - missing.length}/${bodies.length} đơn vị.`,
    ...(missing.length > 0 ? ['Chưa gửi:', ...missing.map((name) => `- ${name}`)] : []),
  ].join('\r\n')
  return { name: '000-danh-sach.txt', bytes: Buffer.from(`\ufeff${text}\r\n`) }
}

function nameFor({ fileName }: Collection, body: string): string {
  return `${fileName.replace(/\.xlsx$/i, '')}-${searchKey(body).replaceAll(' ', '-')}.xlsx`
}

const notAll = forbidden(
  'not-your-collection',
  'Kết quả chung chỉ đơn vị thu thập và cấp trên tải được.',
  'The whole result is for the collecting body and the bodies above it.',
)
const notSent = conflict('wrong-stage', 'Đợt thu thập đang soạn, chưa gửi đi.', 'The collection was not sent yet.')
