// The tables of a desk on paper, as its reader may see them.
import { z } from 'zod'
import { bodyAt, organisations } from '../bodies/body.read.ts'
import { newestFixed } from '../cases/case.read.ts'
import { periodOf } from '../cases/tables/period.ts'
import { leastCell } from '../cases/tables/rules.ts'
import { reaches, tableFor } from '../cases/tables/scope.ts'
import { periodKey } from '../cases/tables/table.schema.ts'
import { tell } from '../cases/tables/table.ts'
import { familyOf, layoutOf } from '../documents/layout.ts'
import { signatureLines, signatureRule, usualAuthority } from '../documents/signature.ts'
import { templateInUse } from '../documents/template.ts'
import { docxFile } from '../reports/docx/docx.ts'
import { pdfFile } from '../reports/pdf/pdf.ts'
import { mediaTypes } from '../reports/render.ts'
import { dayAt } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { placeOf } from './facts.ts'
import { fileSchema, formatSchema } from './paper.operations.ts'
import { composeTable } from './table.compose.ts'

export const printTable = reading({
  name: 'caseTables.print',
  summary: 'Bảng số liệu đơn thư thành biểu in được, tệp Word hoặc PDF, như người xem được thấy',
  http: { method: 'GET', path: '/case-tables/{body}/print/{format}' },
  who: { roles: ['receiver', 'head', 'officer', 'standingBoard'] },
  sends: 'content',
  input: z.object({
    body: idOf('body'),
    reach: z.enum(reaches).default('desk'),
    period: periodKey,
    format: formatSchema,
  }),
  output: fileSchema,
  async run(context, { body: id, reach, period: key, format }) {
    const { app, db, today, now } = context
    const found = await tableFor(context, { body: id, reach })
    if (!found.ok) return found
    const period = periodOf(key)!
    const body = await bodyAt(db, id, today)
    if (!body) return noSuchBody
    const told = await tell({ db, now, today }, found.value, period)
    const [fixed] = reach === 'desk' ? await newestFixed(db, { bodies: [id], period: key }) : []
    const rule = signatureRule(body.organisation)
    const template = await templateInUse(
      db,
      familyOf((await organisations(db)).find((one) => one.key === body.organisation)),
    )
    const layout = layoutOf(template.lines)
    const upper = !rule.collective && body.parentId ? await bodyAt(db, body.parentId, today) : undefined
    const facts = { told, name: found.value.name, period, least: leastCell.value }
    const document = composeTable(
      { ...facts, fixed: fixed ? { no: fixed.no, on: dayAt(fixed.fixedAt) } : null },
      {
        ...{ family: template.family, layout, issuer: body.name, upper: upper?.name ?? null, dated: today },
        ...{ place: await placeOf(db, body.placeId, today), office: body.shortName, illustrative: app.sample },
        signature: {
          lines: signatureLines(layout, rule, { authority: usualAuthority(rule, false), title: rule.head, name: '' }),
          name: '',
        },
      },
    )
    const write = format === 'pdf' ? pdfFile : docxFile
    const content = new Uint8Array(await write(document, layout, { 'dong-thuan-case-table': `${id} ${reach} ${key}` }))
    return ok({ fileName: `don-thu-${id}-${reach}-${key}.${format}`, mediaType: mediaTypes[format], content })
  },
})

const noSuchBody = notFound('no-such-body', 'Không có cơ quan này.', 'There is no such body.')
