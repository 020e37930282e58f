// Forms in the interface: read by everybody, written as new versions for one's own body and those below.
import { z } from 'zod'
import { organisations } from '../bodies/body.read.ts'
import { levelsOf } from '../criteria/criteria.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem } from '../shared/result.ts'
import { formSchema, rules } from './form.schema.ts'
import * as store from './form.store.ts'

export const listForms = reading({
  name: 'commendations.forms',
  summary: 'Các hình thức khen, mọi bản: ai được khen, thời gian chờ, hạn mức, lấy ý kiến, bỏ phiếu, căn cứ',
  http: { method: 'GET', path: '/commendation-forms' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ forms: z.array(formSchema) }),
  run: async ({ db }) => ok({ forms: await store.allForms(db) }),
})

export const saveForm = writing({
  name: 'commendations.saveForm',
  summary: 'Viết hình thức khen mới, hoặc bản mới của một hình thức từ một ngày; đợt đã mở giữ bản cũ',
  http: { method: 'POST', path: '/commendation-forms' },
  who: { roles: ['officer', 'head', 'administrator'] },
  input: z.object({
    ...rules,
    key: z.string().regex(/^[a-z][A-Za-z0-9.]{1,59}$/, 'Mã gồm chữ không dấu, số và dấu chấm, như giayKhen.tanTrieu.'),
    expectedNo: z.coerce.number().int().min(0).meta({ description: 'bản đang thấy; 0: hình thức mới' }),
    body: idOf('body').meta({ description: 'dùng cho cơ quan này và cấp dưới' }),
    validFrom: daySchema,
    validTo: daySchema.nullish().transform((value) => value ?? null),
  }),
  output: z.object({ id: z.number().int(), no: z.number().int() }),
  async run(context, { expectedNo, body, ...typed }) {
    const { db, actor, now } = context
    const mine = actor.kind === 'operator' || bodiesWhere(actor, 'officer', 'head', 'administrator').includes(body)
    if (!mine) return notYourBody
    const faults = []
    if (!(await levelsOf(db)).some(({ key }) => key === typed.level)) faults.push(noSuchLevel)
    const known = (await organisations(db)).map(({ key }) => key)
    if (!typed.organisations.every((key) => known.includes(key))) faults.push(noSuchOrganisation)
    const before = await store.newestOf(db, typed.key)
    if (before && typed.validFrom <= before.validFrom) faults.push(laterOnly)
    if (typed.validTo !== null && typed.validTo < typed.validFrom) faults.push(endsBefore)
    if (faults.length > 0) return invalid(faults)
    if ((before?.no ?? 0) !== expectedNo) return writtenMeanwhile
    if (before && before.bodyId !== body) return otherKey
    const by = actor.kind === 'person' ? actor.personId : null
    const made = { ...typed, no: expectedNo + 1, bodyId: body, shipped: false, by, at: now }
    const id = await store.insertForm(db, made)
    if (id === null) return writtenMeanwhile
    const changes = { key: typed.key, no: made.no }
    await context.record({ noun: 'commendationForm', id, move: 'save', changes })
    return ok({ id, no: made.no })
  },
})

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
  'Mã này là của hình thức do cơ quan khác viết hoặc có sẵn. Hãy chọn mã khác.',
  'This key belongs to another form. Choose another key.',
)
const laterOnly = problem(
  'validFrom',
  'not-later',
  'Bản mới phải có hiệu lực sau bản trước. Ghi ngày muộn hơn.',
  'A new version begins after the one before. Write a later day.',
)
const endsBefore = problem(
  'validTo',
  'ends-before',
  'Ngày hết hiệu lực ở trước ngày bắt đầu.',
  'It ends before it begins.',
)
const noSuchLevel = problem('level', 'no-such-level', 'Chọn một cấp trong danh sách.', 'Choose a level of the list.')
const noSuchOrganisation = problem(
  'organisations',
  'no-such-organisation',
  'Chọn loại cơ quan trong danh mục.',
  'Choose kinds of body of the catalogue.',
)
