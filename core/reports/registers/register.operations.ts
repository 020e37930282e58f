// The register of outgoing documents as a file, with every field of the paper one.
import { z } from 'zod'
import { bodyAt } from '../../bodies/body.read.ts'
import { linesOf } from '../../documents/register.read.ts'
import { dayOf, whyNotRead } from '../../documents/register.rights.ts'
import { idOf } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { searchKey } from '../../shared/text.ts'
import { registerPdf, registerWorkbook } from './register.file.ts'
import { registerColumns, registerRows } from './rows.ts'

const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const registerFile = reading({
  name: 'documents.registerFile',
  summary: 'Sổ đăng ký văn bản đi để in hoặc mở bằng Excel, đủ các cột của sổ giấy (PDF, XLSX)',
  http: { method: 'GET', path: '/bodies/{body}/documents/files/{format}' },
  who: { roles: ['clerk', 'officer', 'head', 'standingBoard'] },
  input: z.object({
    body: idOf('body'),
    format: z.enum(['pdf', 'xlsx']),
    year: z.coerce.number().int().min(1945).max(2200).optional(),
  }),
  output: z.object({
    fileName: z.string(),
    mediaType: z.string(),
    content: z.string().meta({ description: 'base64' }),
  }),
  async run({ db, app, actor, today }, { body: bodyId, format, year = null }) {
    const refusal = await whyNotRead(db, { actor, body: bodyId, today })
    if (refusal) return refusal
    const name = (await bodyAt(db, bodyId, await dayOf(db, bodyId, today)))?.name ?? ''
    const rows = registerRows(await linesOf(db, { bodyId, kind: null, year }))
    const span = year ? `Năm ${year}` : 'Mọi năm'
    const sheet = {
      title: 'Sổ đăng ký văn bản đi',
      body: name,
      span,
      columns: registerColumns,
      rows,
      illustrative: app.sample,
    }
    const bytes = format === 'pdf' ? await registerPdf(sheet) : await registerWorkbook(sheet)
    const fileName = `so-van-ban-di-${searchKey(name).replaceAll(' ', '-')}${year ? `-${year}` : ''}.${format}`
    return ok({ fileName, mediaType: mediaTypes[format], content: bytes.toString('base64') })
  },
})
