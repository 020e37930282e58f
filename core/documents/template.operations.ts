// What can be asked of layouts: the values in use with what they rest on, and a new version of them.
import { z } from 'zod'
import { instantSchema } from '../shared/day.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { personOf } from './document.ts'
import { families, layoutLineSchema, layoutSchema, manner } from './layout.ts'
import { addTemplate, templatesOf } from './template.store.ts'
import { changeLines, isSaidInWord, keepTemplate, readVersion, templateInUse } from './template.ts'

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
        /** The paper is a form made in Word. */
        word: z.boolean(),
        versions: z.array(
          z.object({ no: z.number().int(), basis: z.string(), word: z.boolean(), madeAt: instantSchema.nullable() }),
        ),
      }),
    ),
  }),
  async run({ db }) {
    const templates = []
    for (const one of families) {
      const { lines, word, ...template } = await templateInUse(db, one)
      const versions = (await templatesOf(db, one)).map((each) => ({ ...each, word: each.word !== null }))
      templates.push({ ...template, ...manner(one), values: lines, word: word !== null, versions })
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
    const faults = [...faultsOf(old.lines, changes), ...(old.word ? inWord(changes) : [])]
    if (faults.length > 0) return invalid(faults)
    const lines = changeLines(old.lines, changes, { basis, confidence })
    const no = old.no + 1
    const made = { family, name: old.name, basis, lines, word: old.word, no, by: personOf(context.actor), now }
    const id = old.no === expectedNo ? await addTemplate(db, made) : null
    if (id === null) return changedMeanwhile
    await context.record({ noun: 'template', id, move: 'edit', changes })
    return ok({ id, no })
  },
})

/** Back to an earlier version: a new one that is like it, so that nothing is ever taken away. */
export const restore = writing({
  name: 'templates.restore',
  summary: 'Quay lại một bản trước của mẫu trình bày: thêm một bản mới giống bản đó, kể cả tệp Word',
  http: { method: 'POST', path: '/document-templates/{family}/restore' },
  who: { roles: ['administrator'] },
  input: z.object({
    family,
    expectedNo: z.coerce.number().int().min(1),
    /** The version to go back to. */
    no: z.coerce.number().int().min(1),
    reason: z.string().trim().min(5, 'Ghi lý do, ít nhất vài chữ.').max(200),
  }),
  output: z.object({ id: z.number().int(), no: z.number().int() }),
  async run(context, { family, expectedNo, no: wanted, reason }) {
    const { db, now } = context
    const inUse = await keepTemplate(db, family, now)
    const old = await readVersion(db, family, wanted)
    if (!old) return noSuchVersion
    if (wanted === inUse.no) return invalid([problem('no', 'in-use', ...inUseNow)])
    const made = {
      family,
      name: old.name,
      basis: `quay lại bản ${wanted}: ${reason}`,
      lines: old.lines,
      word: old.word,
    }
    const no = inUse.no + 1
    const by = personOf(context.actor)
    const id = inUse.no === expectedNo ? await addTemplate(db, { ...made, no, by, now }) : null
    if (id === null) return changedMeanwhile
    await context.record({ noun: 'template', id, move: 'restore', changes: { family, from: wanted, reason } })
    return ok({ id, no })
  },
})

function inWord(changes: Readonly<Record<string, unknown>>) {
  const said = Object.keys(changes).filter(isSaidInWord)
  return said.map((key) => problem(`changes.${key}`, 'in-word', ...saidThere))
}

const saidThere = [
  'Mục này nằm trong mẫu Word đang dùng. Tải mẫu Word về, sửa ở đó rồi tải lên.',
  'This value is said by the Word form in use. Take the form, change it there and send it.',
] as const
const inUseNow = ['Bản này đang dùng. Chọn một bản khác.', 'This version is in use. Choose another.'] as const
const noSuchVersion = notFound('no-such-version', 'Mẫu không có bản này.', 'The template has no such version.')

export function faultsOf(lines: readonly { key: string }[], changes: Readonly<Record<string, unknown>>) {
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

export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Mẫu này vừa được người khác sửa. Hãy xem bản mới rồi sửa lại; chưa lưu gì.',
  'Somebody else has just changed this template. Look at the new version and try again.',
)
