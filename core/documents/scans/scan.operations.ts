// Scans of documents with a number: the signed paper beside the line of the register.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { reading, writing, type ReadContext } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { whyNotRegister } from '../register.moves.ts'
import { standingAt, whyNotRead } from '../register.rights.ts'
import { noSuchLine } from '../register.schema.ts'
import { lockLine, readLine } from '../register.store.ts'
import { keptFileOut, keptScan, scanAt, scanInput, scanSchema } from './scan.schema.ts'
import { keepScan, openScan } from './scan.steps.ts'
import { scansOf } from './scan.store.ts'

export const keep = writing({
  name: 'scans.keep',
  summary: 'Tải lên bản quét của văn bản đã ký, đóng dấu (PDF, JPEG, PNG); bản trước được giữ cùng lý do thay',
  http: { method: 'POST', path: '/documents/{id}/scans' },
  who: { roles: ['clerk'] },
  input: z.object({ id: idOf('register_line'), ...scanInput }),
  output: keptScan,
  async run(context, { id, ...given }) {
    const line = await lockLine(context.db, id)
    if (!line) return noSuchLine
    const standing = await standingAt(context.db, line.bodyId, line.dated)
    const refusal = whyNotRegister(context.actor, 'scan', standing)
    if (refusal) return refusal
    if (line.cancelledAt) return cancelled
    return keepScan(context, { of: { lineId: id }, bodies: [line.bodyId, ...standing.above] }, given)
  },
})

const cancelled = conflict(
  'number-cancelled',
  'Số này đã huỷ nên không có bản giấy để lưu.',
  'This number was cancelled; there is no paper to keep.',
)

const who = { roles: ['clerk', 'officer', 'head', 'standingBoard'] } as const

export const list = reading({
  name: 'scans.list',
  summary: 'Các bản quét của một văn bản: bản đang dùng và những bản đã thay',
  http: { method: 'GET', path: '/documents/{id}/scans' },
  who,
  input: z.object({ id: idOf('register_line') }),
  output: z.object({ scans: z.array(scanSchema) }),
  async run(context, { id }) {
    return (await whyNotSee(context, id)) ?? ok({ scans: await scansOf(context.db, { lineId: id }) })
  },
})

export const file = reading({
  name: 'scans.file',
  summary: 'Tải một tệp của bản quét, nguyên từng byte như đã lưu',
  http: { method: 'GET', path: '/documents/{id}/scans/{scan}/files/{no}' },
  who,
  sends: 'file',
  input: z.object({ id: idOf('register_line'), ...scanAt }),
  output: keptFileOut,
  async run(context, { id, ...at }) {
    return (await whyNotSee(context, id)) ?? openScan(context, { lineId: id }, at)
  },
})

async function whyNotSee({ db, actor, today }: ReadContext, id: Parameters<typeof readLine>[1]) {
  const line = await readLine(db, id)
  return line ? whyNotRead(db, { actor, body: line.bodyId, today }) : noSuchLine
}
