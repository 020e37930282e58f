// Criteria sets in the interface: read by everybody, written as new versions by who watches over the body they are for.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { typedText } from '../shared/typed.ts'
import { faultsOfSet, purposes, unitKinds } from './criteria.ts'
import * as store from './criteria.store.ts'

const writers = { roles: ['officer', 'head', 'administrator'] } as const
const confidence = z.enum(['read', 'secondHand', 'assumed'])
const setSchema = z.object({
  id: z.number().int(),
  key: z.string(),
  no: z.number().int(),
  purpose: z.enum(purposes),
  ofKind: z.enum(unitKinds),
  level: z.string().nullable().meta({ description: 'cấp nơi nhận đăng ký; null: mọi cấp' }),
  name: z.string(),
  bodyId: z.number().int().nullable(),
  body: z.string().nullable(),
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
  output: z.object({ sets: z.array(setSchema), levels: z.array(z.object({ key: z.string(), name: z.string() })) }),
  run: async ({ db }) =>
    ok({ sets: await store.allSets(db), levels: (await store.levelsOf(db)).map(({ key, name }) => ({ key, name })) }),
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

export const choices = reading({
  name: 'criteria.choices',
  summary: 'Để viết bộ tiêu chí: cơ quan mình được viết cho, các cấp đang có',
  http: { method: 'GET', path: '/criteria/choices' },
  who: writers,
  input: z.object({}),
  output: z.object({
    bodies: z.array(z.object({ id: z.number().int(), name: z.string() })),
    levels: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  async run({ db, actor, today }) {
    const bodies = []
    for (const id of new Set(bodiesWhere(actor, ...writers.roles))) {
      const body = await bodyAt(db, id, today)
      if (body) bodies.push({ id, name: body.name })
    }
    const levels = (await store.levelsOf(db)).filter(({ until }) => until === null || until >= today)
    return ok({ bodies, levels: levels.map(({ key, name }) => ({ key, name })) })
  },
})

const points = (words: string) =>
  z.coerce.number({ error: words }).min(0, 'Điểm không âm.').max(1000, 'Tối đa 1.000 điểm.')

const noText = 'Ghi nội dung tiêu chí.'
const noName = 'Ghi tên xếp loại.'

export const saveSet = writing({
  name: 'criteria.save',
  summary: 'Viết bộ tiêu chí mới, hoặc bản mới của một bộ từ một ngày; hồ sơ đã chấm giữ bản cũ',
  http: { method: 'POST', path: '/criteria' },
  who: writers,
  input: z.object({
    key: z
      .string()
      .regex(/^[a-z][A-Za-z0-9.]{1,59}$/, 'Mã gồm chữ không dấu, số và dấu chấm, như model.tanTrieu.')
      .optional()
      .meta({ description: 'không ghi: bộ mới, mã do phần mềm đặt' }),
    expectedNo: z.coerce.number().int().min(0).meta({ description: 'bản đang thấy; 0: bộ mới' }),
    purpose: z.enum(purposes),
    ofKind: z.enum(unitKinds).default(''),
    level: z
      .string()
      .max(40)
      .nullish()
      .transform((level) => level || null),
    name: typedText().min(5, 'Ghi tên bộ tiêu chí.').max(200),
    body: idOf('body').meta({ description: 'dùng cho cơ quan này và cấp dưới' }),
    validFrom: daySchema,
    validTo: daySchema.nullish().transform((day) => day ?? null),
    basis: typedText().min(5, 'Ghi văn bản ban hành, hoặc ghi rõ là chưa có.').max(500),
    confidence: confidence.default('assumed'),
    criteria: z
      .array(
        z.object({
          text: typedText(noText).min(3, noText).max(500, 'Tối đa 500 ký tự.'),
          guidance: typedText().max(1000, 'Tối đa 1.000 ký tự.').default(''),
          most: points('Ghi điểm tối đa bằng số.').positive('Điểm tối đa phải lớn hơn 0.'),
          evidence: z.coerce.boolean().default(false),
          knockOut: z.coerce.boolean().default(false),
        }),
      )
      .max(60, 'Tối đa 60 tiêu chí.')
      .default([]),
    classes: z
      .array(
        z.object({
          name: z.string({ error: noName }).trim().min(1, noName).max(60, 'Tối đa 60 ký tự.'),
          least: points('Ghi xếp loại này từ bao nhiêu điểm.'),
          passes: z.coerce.boolean().default(false),
        }),
      )
      .max(10, 'Tối đa 10 xếp loại.')
      .default([]),
  }),
  output: z.object({ id: z.number().int(), no: z.number().int() }),
  async run(context, { expectedNo, body, ...typed }) {
    const { db, actor, now } = context
    const mine = actor.kind === 'operator' || bodiesWhere(actor, ...writers.roles).includes(body)
    if (!mine) return notYourBody
    const criteria = typed.criteria.map((one, i) => ({ ...one, no: i + 1 }))
    const classes = typed.classes.map((one, i) => ({ ...one, no: i + 1 }))
    const faults = [...faultsOfSet({ criteria, classes }), ...(await faultsOf(db, typed))]
    const before = typed.key === undefined ? undefined : await store.newestOf(db, typed.key)
    if ((before?.no ?? 0) !== expectedNo) return writtenMeanwhile
    if (before && (before.bodyId !== body || before.purpose !== typed.purpose || before.ofKind !== typed.ofKind))
      return otherKey
    if (before && typed.validFrom <= before.validFrom) faults.push(laterOnly(before.validFrom))
    if (faults.length > 0) return invalid(faults)
    const key = typed.key ?? (await store.freeKey(db, `${typed.purpose}.b${body}`))
    const by = actor.kind === 'person' ? actor.personId : null
    const made = { ...typed, key, criteria, classes, no: expectedNo + 1, bodyId: body, shipped: false }
    const id = await store.insertSet(db, { ...made, by, at: now })
    if (id === null) return writtenMeanwhile
    await context.record({ noun: 'criteriaSet', id, move: 'save', changes: { key, no: expectedNo + 1 } })
    return ok({ id, no: expectedNo + 1 })
  },
})

async function faultsOf(db: ReadDb, typed: { level: string | null; validFrom: Day; validTo: Day | null }) {
  const { level, validFrom, validTo } = typed
  const faults: Problem[] = []
  if (level !== null && !(await store.levelsOf(db)).some(({ key }) => key === level)) faults.push(noSuchLevel)
  if (validTo !== null && validTo < validFrom) faults.push(endsBefore)
  return faults
}

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
const laterOnly = (before: Day) =>
  problem(
    'validFrom',
    'not-later',
    `Bản mới phải có hiệu lực sau bản trước (${written(before)}). Ghi ngày muộn hơn.`,
    `A new version begins after the one before (${before}). Write a later day.`,
  )
const written = (day: Day) => day.split('-').toReversed().join('/')
const endsBefore = problem(
  'validTo',
  'ends-before',
  'Ngày hết hiệu lực trước ngày có hiệu lực.',
  'It ends before it begins.',
)
const noSuchLevel = problem('level', 'no-such-level', 'Chọn một cấp trong danh sách.', 'Choose a level from the list.')
