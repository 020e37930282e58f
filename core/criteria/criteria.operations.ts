// Criteria sets in the interface: read by everybody, written as new versions by who watches over the body they are for.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../shared/result.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { faultsOfSet, purposes, unitKinds } from './criteria.ts'
import * as store from './criteria.store.ts'

const confidence = z.enum(['read', 'secondHand', 'assumed'])
const setSchema = z.object({
  id: z.number().int(),
  key: z.string(),
  no: z.number().int(),
  purpose: z.enum(purposes),
  ofKind: z.enum(unitKinds),
  name: z.string(),
  bodyId: z.number().int().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  basis: z.string(),
  confidence,
  criteria: z.array(
    z.object({
      no: z.number().int(),
      text: z.string(),
      guidance: z.string(),
      most: z.number(),
      evidence: z.boolean(),
      knockOut: z.boolean(),
    }),
  ),
  classes: z.array(z.object({ no: z.number().int(), name: z.string(), least: z.number(), passes: z.boolean() })),
})
export { setSchema as criteriaSetSchema }

export const listSets = reading({
  name: 'criteria.list',
  summary: 'Các bộ tiêu chí, mọi bản: tiêu chí, điểm tối đa, minh chứng, điều kiện bắt buộc, xếp loại, căn cứ',
  http: { method: 'GET', path: '/criteria' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ sets: z.array(setSchema) }),
  run: async ({ db }) => ok({ sets: await store.allSets(db) }),
})

export const showSet = reading({
  name: 'criteria.show',
  summary: 'Một bản của một bộ tiêu chí',
  http: { method: 'GET', path: '/criteria/{id}' },
  who: 'anyone',
  input: z.object({ id: idOf('criteria_set') }),
  output: setSchema,
  async run({ db }, { id }) {
    const found = await store.setOf(db, id)
    return found ? ok(found) : noSuchSet
  },
})

const points = z.coerce.number().min(0).max(1000)

export const saveSet = writing({
  name: 'criteria.save',
  summary: 'Viết bộ tiêu chí mới, hoặc bản mới của một bộ từ một ngày; hồ sơ đã chấm giữ bản cũ',
  http: { method: 'POST', path: '/criteria' },
  who: { roles: ['officer', 'head', 'administrator'] },
  input: z.object({
    key: z.string().regex(/^[a-z][A-Za-z0-9.]{1,59}$/, 'Mã gồm chữ không dấu, số và dấu chấm, như model.tanTrieu.'),
    expectedNo: z.coerce.number().int().min(0).meta({ description: 'bản đang thấy; 0: bộ mới' }),
    purpose: z.enum(purposes),
    ofKind: z.enum(unitKinds).default(''),
    name: z.string().trim().min(5, 'Ghi tên bộ tiêu chí.').max(200),
    body: idOf('body').meta({ description: 'dùng cho cơ quan này và cấp dưới' }),
    validFrom: daySchema,
    basis: z.string().trim().min(5, 'Ghi văn bản ban hành, hoặc ghi rõ là chưa có.').max(500),
    confidence: confidence.default('assumed'),
    criteria: z
      .array(
        z.object({
          text: z.string().trim().min(3).max(500),
          guidance: z.string().trim().max(1000).default(''),
          most: z.coerce.number().positive('Điểm tối đa phải lớn hơn 0.').max(1000),
          evidence: z.coerce.boolean().default(false),
          knockOut: z.coerce.boolean().default(false),
        }),
      )
      .max(60),
    classes: z
      .array(
        z.object({ name: z.string().trim().min(1).max(60), least: points, passes: z.coerce.boolean().default(false) }),
      )
      .max(10),
  }),
  output: z.object({ id: z.number().int(), no: z.number().int() }),
  async run(context, { expectedNo, body, ...typed }) {
    const { db, actor, now } = context
    const mine = actor.kind === 'operator' || bodiesWhere(actor, 'officer', 'head', 'administrator').includes(body)
    if (!mine) return notYourBody
    const criteria = typed.criteria.map((one, i) => ({ ...one, no: i + 1 }))
    const classes = typed.classes.map((one, i) => ({ ...one, no: i + 1 }))
    const faults = faultsOfSet({ criteria, classes })
    if (faults.length > 0) return invalid(faults)
    const before = await store.newestOf(db, typed.key)
    if ((before?.no ?? 0) !== expectedNo) return writtenMeanwhile
    if (before && (before.bodyId !== body || before.purpose !== typed.purpose || before.ofKind !== typed.ofKind))
      return otherKey
    if (before && typed.validFrom <= before.validFrom) return invalid([laterOnly])
    const by = actor.kind === 'person' ? actor.personId : null
    const made = { ...typed, criteria, classes, no: expectedNo + 1, bodyId: body, validTo: null, shipped: false }
    const id = await store.insertSet(db, { ...made, by, at: now })
    if (id === null) return writtenMeanwhile
    await context.record({ noun: 'criteriaSet', id, move: 'save', changes: { key: typed.key, no: expectedNo + 1 } })
    return ok({ id, no: expectedNo + 1 })
  },
})

const noSuchSet = notFound('no-such-set', 'Không có bộ tiêu chí này.', 'There is no such set of criteria.')
const notYourBody = forbidden(
  'not-your-body',
  'Đồng chí chỉ viết bộ tiêu chí cho cơ quan của mình.',
  'You write criteria for your own body only.',
)
const writtenMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa viết bản mới của bộ tiêu chí này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới.',
  'Somebody has just written a new version. What you typed is kept and not saved; look at the new one.',
)
const otherKey = conflict(
  'other-key',
  'Mã này là của bộ tiêu chí khác (cơ quan khác hoặc dùng cho việc khác). Hãy chọn mã khác.',
  'This key belongs to another set. Choose another key.',
)
const laterOnly = problem(
  'validFrom',
  'not-later',
  'Bản mới phải có hiệu lực sau bản trước. Ghi ngày muộn hơn.',
  'A new version begins after the one before. Write a later day.',
)
