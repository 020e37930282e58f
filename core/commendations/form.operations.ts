// A form is written as a new version from a day, for one's own body and those below; rounds that are open keep theirs.
import { z } from 'zod'
import { organisations } from '../bodies/body.read.ts'
import { levelsOf } from '../criteria/criteria.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { writing, type ReadDb } from '../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { writers } from './form.read.operations.ts'
import { faultsOfForm } from './form.rules.ts'
import { rules } from './form.schema.ts'
import * as store from './form.store.ts'

export const saveForm = writing({
  name: 'commendations.saveForm',
  summary: 'Viết hình thức khen mới, hoặc bản mới của một hình thức từ một ngày; đợt đã mở giữ bản cũ',
  http: { method: 'POST', path: '/commendation-forms' },
  who: writers,
  input: z.object({
    ...rules,
    key: z
      .string()
      .regex(/^[a-z][A-Za-z0-9.]{1,59}$/, 'Mã gồm chữ không dấu, số và dấu chấm, như giayKhen.tanTrieu.')
      .optional()
      .meta({ description: 'không ghi: hình thức mới, mã do phần mềm đặt' }),
    from: idOf('commendation_form')
      .optional()
      .meta({ description: 'viết từ hình thức này: cùng một vinh dự, tính chung “chỉ một lần” và thời gian chờ' }),
    expectedNo: z.coerce.number().int().min(0).meta({ description: 'bản đang thấy; 0: hình thức mới' }),
    body: idOf('body').meta({ description: 'dùng cho cơ quan này và cấp dưới' }),
    validFrom: daySchema,
    validTo: daySchema.nullish().transform((value) => value ?? null),
  }),
  output: z.object({ id: z.number().int(), no: z.number().int() }),
  async run(context, { expectedNo, body, from, ...typed }) {
    const { db, actor, now } = context
    const mine = actor.kind === 'operator' || bodiesWhere(actor, ...writers.roles).includes(body)
    if (!mine) return notYourBody
    const before = typed.key === undefined ? undefined : await store.newestOf(db, typed.key)
    if ((before?.no ?? 0) !== expectedNo) return writtenMeanwhile
    if (before && (before.bodyId !== body || before.kind !== typed.kind)) return otherKey
    const faults = [...(await faultsOf(db, typed)), ...faultsOfForm(typed)]
    if (before && typed.validFrom <= before.validFrom) faults.push(laterOnly(before.validFrom))
    if (from !== undefined && !(await store.formOf(db, from))) faults.push(noSuchSource)
    if (faults.length > 0) return invalid(faults)
    const by = actor.kind === 'person' ? actor.personId : null
    const key = typed.key ?? (await store.freeKey(db, `${typed.kind}.b${body}`))
    const source = from === undefined ? undefined : await store.formOf(db, from)
    const root = before?.root ?? (source?.kind === typed.kind ? source.root : key)
    const made = { ...typed, key, root, no: expectedNo + 1, bodyId: body, shipped: false, by, at: now }
    const id = await store.insertForm(db, made)
    if (id === null) return writtenMeanwhile
    await context.record({ noun: 'commendationForm', id, move: 'save', changes: { key, no: made.no } })
    return ok({ id, no: made.no })
  },
})

async function faultsOf(
  db: ReadDb,
  typed: { level: string; organisations: string[]; validFrom: Day; validTo: Day | null },
): Promise<Problem[]> {
  const faults = []
  if (!(await levelsOf(db)).some(({ key }) => key === typed.level)) faults.push(noSuchLevel)
  const known = (await organisations(db)).map(({ key }) => key)
  if (!typed.organisations.every((key) => known.includes(key))) faults.push(noSuchOrganisation)
  if (typed.validTo !== null && typed.validTo < typed.validFrom) faults.push(endsBefore)
  return faults
}

const notYourBody = forbidden(
  'not-your-body',
  'Đồng chí chỉ viết hình thức khen cho cơ quan của mình.',
  'You write forms for your own body only.',
)
const writtenMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa viết bản mới của hình thức này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới.',
  'Somebody has just written a new version. What you typed is kept and not saved; look at the new one.',
)
const otherKey = conflict(
  'other-key',
  'Hình thức này có sẵn, do cơ quan khác viết, hoặc thuộc loại khác. Hãy viết hình thức của cơ quan mình.',
  'This form is shipped, another body’s, or of another kind. Write a form of your own.',
)
const laterOnly = (before: Day) =>
  problem(
    'validFrom',
    'not-later',
    `Bản mới phải có hiệu lực sau bản trước (${before.split('-').toReversed().join('/')}). Ghi ngày muộn hơn.`,
    `A new version begins after the one before (${before}). Write a later day.`,
  )
const endsBefore = problem(
  'validTo',
  'ends-before',
  'Ngày hết hiệu lực ở trước ngày bắt đầu.',
  'It ends before it begins.',
)
const noSuchSource = problem('from', 'no-such-form', 'Chọn một hình thức khen.', 'Choose a form.')
const noSuchLevel = problem('level', 'no-such-level', 'Chọn một cấp trong danh sách.', 'Choose a level of the list.')
const noSuchOrganisation = problem(
  'organisations',
  'no-such-organisation',
  'Chọn loại cơ quan trong danh mục.',
  'Choose kinds of body of the catalogue.',
)
