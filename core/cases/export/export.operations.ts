// The register of the desks where I work, out as a file: for the office, and in the shape a national database can take.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { daySchema } from '../../shared/day.ts'
import { reading } from '../../shared/operation.ts'
import { invalid, ok, problem } from '../../shared/result.ts'
import { scopeOf } from '../queue.operations.ts'
import { registerCsv, registerJson, registerWorkbook } from './export.file.ts'
import { registerRows } from './export.store.ts'

const formats = {
  csv: { mediaType: 'text/csv', write: registerCsv },
  json: { mediaType: 'application/json', write: registerJson },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: registerWorkbook },
} as const

export const exportRegister = reading({
  name: 'submissions.export',
  summary:
    'Xuất sổ tiếp nhận của nơi tôi làm việc (CSV, XLSX, JSON): loại, hạn, kết quả; không có người gửi và nội dung',
  http: { method: 'GET', path: '/submissions/export' },
  who: { roles: ['receiver', 'head'] },
  sends: 'content',
  input: z.object({
    from: daySchema.meta({ description: 'nhận từ ngày' }),
    to: daySchema.meta({ description: 'đến hết ngày' }),
    format: z.enum(['csv', 'json', 'xlsx']).default('csv'),
  }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) }),
  async run({ app, db, actor, today }, { from, to, format }) {
    if (to < from) return invalid([problem('to', 'before-from', ...backwards)])
    const { near } = await scopeOf(db, actor, today)
    const rows = await registerRows(db, { desks: bodiesWhere(actor, 'receiver', 'head'), near, from, to, today })
    const { mediaType, write } = formats[format]
    const content = new Uint8Array(await write({ rows, illustrative: app.sample }))
    return ok({ fileName: `so-tiep-nhan-${from}-${to}.${format}`, mediaType, content })
  },
})

const backwards = ['Ngày cuối phải từ ngày đầu trở đi.', 'The last day must not lie before the first.'] as const
