// 166 workbooks of 5,000 cells, each filled, uploaded, read and checked through the operation.
import { sql } from 'kysely'
import writeXlsxFile from 'write-excel-file/node'
import type { App } from '../core/app.ts'
import { createCollection, issueCollection, markCollection } from '../core/collections/collection.operations.ts'
import { uploadReply } from '../core/collections/replies/reply.operations.ts'
import { fillWorkbook } from '../core/collections/sheet/fill.ts'
import { openWorkbook } from '../core/collections/sheet/workbook.ts'
import { operator } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { ms, step } from './measure.ts'

const [rows, columns] = [100, 50]

export async function readWorkbooks(app: App, { body, organisation }: { body: number; organisation: string }) {
  const file = await emptyForm()
  const head = { body, title: 'Biểu đo', dueAt: '2036-02-01T16:00:00+07:00', file: file.toString('base64') }
  const { collection: id } = must(await createCollection.ask(app, operator, head))
  const areas = [{ range: `B2:AY${rows + 1}`, type: 'number', required: true }]
  const marking = { id, expectedVersion: 1, sheet: 'Biểu', mode: 'copies', areas, organisations: [organisation] }
  const { version } = must(await markCollection.ask(app, operator, marking))
  must(await issueCollection.ask(app, operator, { id, expectedVersion: version }))
  const asked = await sql<{ id: number }>`
    select body_id as id from collection_addressee where collection_id = ${id}`.execute(app.db)
  const files = await step('điền các tệp', async () => asked.rows.map(({ id }) => filled(file, id)))
  let took = 0
  await step(`${files.length} tệp được đọc và kiểm tra`, async () => {
    for (const [i, { id: bodyId }] of asked.rows.entries()) {
      const started = performance.now()
      const input = { collection: id, body: bodyId, expectedVersion: 0, file: files[i]!.toString('base64') }
      const { filled } = must(await uploadReply.ask(app, operator, input))
      took += performance.now() - started
      if (filled !== rows * columns) throw new Error(`only ${filled} cells were read`)
    }
  })
  return [`${files.length} tệp Excel, mỗi tệp ${rows * columns} ô, đọc và kiểm tra`, ms(took), '30 s']
}

/** Names of rows and columns; the cells between them are empty. */
async function emptyForm(): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String })
  const head = ['Nội dung', ...Array.from({ length: columns }, (_, i) => `Cột ${i + 1}`)].map(text)
  const body = Array.from({ length: rows }, (_, i) => [
    text(`Dòng ${i + 1}`),
    ...Array.from({ length: columns }, () => null),
  ])
  return writeXlsxFile([{ data: [head, ...body], sheet: 'Biểu' }] as never).toBuffer()
}

function filled(file: Buffer, seed: number): Buffer {
  const book = must(openWorkbook(file))
  const writes = Array.from({ length: rows * columns }, (_, i) => {
    const at = { row: 2 + Math.floor(i / columns), column: 2 + (i % columns) }
    return { ...at, value: { kind: 'number' as const, text: String((seed * 31 + i) % 1000) } }
  })
  return fillWorkbook(book, book.sheets[0]!.part, writes)
}
