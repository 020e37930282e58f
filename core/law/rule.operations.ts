// What can be asked of the time limits of the law: which there are, the versions of one, one version more.
import { z } from 'zod'
import { administersAll, mayChangeAll, notAll } from '../people/whole-platform.ts'
import { daySchema } from '../shared/day.ts'
import { seenVersion } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { longest, units } from './clock.ts'
import { confidences } from './holidays.ts'
import { inForce } from './rule.ts'
import { ruleHead, versionShown } from './rule.schema.ts'
import { addVersion as insertVersion, ruleOf, rulesOf } from './rule.store.ts'
import { amount } from './typed.ts'

export const noSuchRule = notFound(
  'no-such-rule',
  'Không có thời hạn nào mang khoá này. Xem danh sách: npm run -s cli -- law list, hoặc trang Thời hạn theo luật.',
  'There is no time limit with this key. See the list.',
)

const key = z.string().max(80)

export const list = reading({
  name: 'lawRules.list',
  summary: 'Các thời hạn theo luật, theo từng luật, bản có hiệu lực vào một ngày',
  http: { method: 'GET', path: '/law-rules' },
  who: 'anyone',
  input: z.object({ on: daySchema.optional().meta({ description: 'không ghi: hôm nay' }) }),
  output: z.object({
    on: z.string(),
    rules: z.array(z.object({ ...ruleHead, inForce: versionShown.nullable(), versions: z.number().int() })),
  }),
  async run({ db, today }, { on = today }) {
    const rules = (await rulesOf(db)).map(({ versions, ...rule }) => ({
      ...{ ...rule, inForce: inForce(versions, on), versions: versions.length },
    }))
    return ok({ on, rules })
  },
})

export const show = reading({
  name: 'lawRules.show',
  summary: 'Một thời hạn theo luật, mọi bản theo ngày hiệu lực',
  http: { method: 'GET', path: '/law-rules/{key}' },
  who: 'anyone',
  input: z.object({ key }),
  output: z.object({
    ...ruleHead,
    versions: z.array(versionShown),
    inForce: z.number().int().nullable(),
    mayChange: z.boolean(),
  }),
  async run(context, { key }) {
    const rule = await ruleOf(context.db, key)
    if (!rule) return noSuchRule
    const holds = inForce(rule.versions, context.today)?.no ?? null
    return ok({ ...rule, inForce: holds, mayChange: await mayChangeAll(context) })
  },
})

export const addVersion = writing({
  name: 'lawRules.addVersion',
  summary: 'Thêm một bản của thời hạn, từ ngày có hiệu lực; bản cũ giữ nguyên cho việc đã nhận',
  http: { method: 'POST', path: '/law-rules/{key}/versions' },
  who: { roles: ['administrator'] },
  input: z.object({
    key,
    /** The number of versions that was seen. */
    expectedNo: seenVersion(1),
    validFrom: daySchema,
    value: amount,
    unit: z.enum(units),
    article: z.string().trim().min(5, 'Ghi văn bản và điều khoản.').max(300),
    confidence: z.enum(confidences),
    note: z.string().trim().max(500).nullish(),
  }),
  output: z.object({ key: z.string(), no: z.number().int() }),
  async run(context, { expectedNo, note, ...made }) {
    const { db, now, actor, record } = context
    if (!(await administersAll(context))) return notAll
    const rule = await ruleOf(db, made.key)
    if (!rule) return noSuchRule
    if (made.value > longest[made.unit]) return tooLong(longest[made.unit])
    const no = rule.versions.length + 1
    if (expectedNo !== rule.versions.length) return changedMeanwhile
    const by = actor.kind === 'person' ? actor.personId : null
    const id = await insertVersion(db, { ...made, no, note: note || null, shipped: false, by, at: now })
    if (id === null) return changedMeanwhile
    await record({ noun: 'lawRule', id, move: 'addVersion', changes: { ...made, no } })
    return ok({ key: made.key, no })
  },
})

const tooLong = (most: number) =>
  invalid([problem('value', 'too-long', `Ghi số không quá ${most}.`, `At most ${most}.`)])
const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Thời hạn này vừa được người khác thêm bản. Hãy xem bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just added a version. Look at it and try again; nothing of yours was saved.',
)
