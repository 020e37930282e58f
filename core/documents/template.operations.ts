// What can be asked of layouts: the values in use with what they rest on, and a new version of them.
import { z } from 'zod'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { personOf } from './document.ts'
import { families, layoutLineSchema, layoutSchema, manner } from './layout.ts'
import { addTemplate, templatesOf } from './template.store.ts'
import { changeLines, keepTemplate, templateInUse } from './template.ts'

const family = z.enum(families)
const templateSchema = z.object({
  /** null: as it comes with the platform. */
  id: z.number().int().nullable(),
  family,
  no: z.number().int(),
  name: z.string(),
  basis: z.string(),
  values: z.array(layoutLineSchema),
})

const mannerSchema = { numbering: z.enum(['term', 'year']), symbolExample: z.string() }

export const list = reading({
  name: 'templates.list',
  summary: 'Mẫu trình bày văn bản: từng giá trị, căn cứ và mức chắc chắn',
  http: { method: 'GET', path: '/document-templates' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    templates: z.array(
      templateSchema.extend({
        ...mannerSchema,
        versions: z.array(z.object({ no: z.number().int(), basis: z.string() })),
      }),
    ),
  }),
  async run({ db }) {
    const templates = []
    for (const one of families) {
      const { lines, ...template } = await templateInUse(db, one)
      const versions = (await templatesOf(db, one)).map(({ no, basis }) => ({ no, basis }))
      templates.push({ ...template, ...manner(one), values: lines, versions })
    }
    return ok({ templates })
  },
})

export const edit = writing({
  name: 'templates.edit',
  summary: 'Sửa giá trị của mẫu trình bày: thêm một bản mới, văn bản đã làm giữ bản cũ',
  http: { method: 'POST', path: '/document-templates/{family}' },
  who: { roles: ['administrator'] },
  input: z.object({
    family,
    /** The version that was read. */
    expectedNo: z.coerce.number().int().min(1),
    changes: z.record(z.string(), layoutLineSchema.shape.value),
    basis: z.string().trim().min(5).max(300),
    confidence: layoutLineSchema.shape.confidence,
  }),
  output: z.object({ id: z.number().int(), no: z.number().int() }),
  async run(context, { family, expectedNo, changes, basis, confidence }) {
    const { db, now } = context
    const old = await keepTemplate(db, family, now)
    const faults = faultsOf(old.lines, changes)
    if (faults.length > 0) return invalid(faults)
    const lines = changeLines(old.lines, changes, { basis, confidence })
    const no = old.no + 1
    const made = { family, name: old.name, basis, lines, no, by: personOf(context.actor), now }
    const id = old.no === expectedNo ? await addTemplate(db, made) : null
    if (id === null) return changedMeanwhile
    await context.record({ noun: 'template', id, move: 'edit', changes })
    return ok({ id, no })
  },
})

function faultsOf(lines: readonly { key: string }[], changes: Readonly<Record<string, unknown>>) {
  const known = new Set(lines.map((line) => line.key))
  return Object.entries(changes).flatMap(([key, value]) => {
    const field = `changes.${key}`
    if (!known.has(key)) return [problem(field, 'unknown', `Mẫu không có mục “${key}”.`, `No value “${key}”.`)]
    const parsed = layoutSchema.shape[key as keyof typeof layoutSchema.shape].safeParse(value)
    return parsed.success
      ? []
      : [problem(field, 'out-of-range', `“${value}” không dùng được cho mục “${key}”.`, `“${value}” is not possible.`)]
  })
}

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Mẫu này vừa được người khác sửa. Hãy xem bản mới rồi sửa lại; chưa lưu gì.',
  'Somebody else has just changed this template. Look at the new version and try again.',
)
