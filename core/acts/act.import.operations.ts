// A whole act at once from a sheet: looked at with `dryRun`, then saved, all of it or nothing.
import { z } from 'zod'
import { lockPlaces } from '../places/act/act.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { reading, writing } from '../shared/operation.ts'
import { invalid, ok } from '../shared/result.ts'
import { administrators } from './act.operations.ts'
import { countsOf, saveLines, problemOf } from './act.save.operations.ts'
import { documentTyped, draftId } from './act.schema.ts'
import { judgedFor, personOf } from './act.steps.ts'
import { insertDraft, markSaved } from './act.store.ts'
import { problemsOfSheet, readSheet, templateText } from './sheet.ts'

const counts = z.object({
  changed: z.number().int().meta({ description: 'đơn vị cũ có thay đổi' }),
  made: z.number().int().meta({ description: 'đơn vị mới' }),
  same: z.number().int().meta({ description: 'đơn vị giữ nguyên, đổi tên, loại, mã hoặc cấp trên' }),
  follow: z.number().int().meta({ description: 'đơn vị bên dưới đi theo' }),
})

export const importAct = writing({
  name: 'acts.import',
  summary: 'Lưu cả một văn bản sắp xếp địa bàn từ bảng CSV; có lỗi thì báo mọi lỗi theo dòng và không lưu gì',
  http: { method: 'POST', path: '/acts/import' },
  who: administrators,
  input: z.object({
    ...documentTyped,
    text: z.string().max(5_000_000).meta({ description: 'CSV, dòng đầu là tiêu đề; xem acts.template' }),
    dryRun: z.union([z.boolean(), z.stringbool()]).default(false).meta({ description: 'chỉ kiểm tra, không lưu' }),
  }),
  output: counts.extend({
    saved: z.boolean(),
    id: draftId.nullable().meta({ description: 'null khi mới kiểm tra' }),
    lines: z.number().int(),
  }),
  async run(context, { text, dryRun, ...document }) {
    const sheet = readSheet(text)
    if (!sheet.ok) return invalid(problemsOfSheet(sheet.faults), 'act-faults')
    const { lines } = sheet
    if (dryRun) {
      const { faults, plan } = await judgedFor(context, lines, document.effectiveOn)
      if (faults.length > 0) return invalid(faults.map(problemOf), 'act-faults')
      return ok({ saved: false, id: null, lines: lines.length, ...countsOf(plan) })
    }
    await lockPlaces(context.db)
    const written = await saveLines(context, document, lines)
    if (!written.ok) return written
    const { db, actor, now } = context
    const [bodyId = null] = bodiesWhere(actor, 'administrator')
    const id = await insertDraft(db, { ...document, bodyId, lines, by: personOf(actor), at: now })
    const by = { actId: written.value.actId, person: personOf(actor), now }
    await markSaved(db, { id, expectedVersion: 1 }, by)
    const { changes } = written.value
    await context.record({ noun: 'act', id, move: 'save', changes })
    return ok({ saved: true, id, lines: lines.length, ...changes })
  },
})

export const template = reading({
  name: 'acts.template',
  summary: 'Bảng CSV trống để ghi các thay đổi của một văn bản',
  http: { method: 'GET', path: '/acts/template' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ text: z.string() }),
  async run() {
    return ok({ text: templateText })
  },
})
