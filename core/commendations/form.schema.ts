// What a form of commendation says, as it comes in and goes out.
import { z } from 'zod'
import { ballots, formKinds, honourees } from './commendation.ts'
import { typedText } from '../shared/typed.ts'

/** From–to in whole numbers, said in one sentence whatever is wrong. */
const whole = (from: number, to: number, words: string) =>
  z.coerce.number({ error: words }).int(words).min(from, words).max(to, words)
const percent = whole(0, 100, 'Ghi phần trăm bằng số nguyên, từ 0 đến 100.')
const quota = whole(1, 10_000, 'Ghi hạn mức bằng số nguyên, từ 1 đến 10.000; không hạn chế thì để trống.')
  .nullish()
  .transform((value) => value ?? null)

const noName = 'Ghi tên hình thức khen.'
const noLevel = 'Chọn một cấp trong danh sách.'
const noOrganisation = 'Chọn loại cơ quan được khen.'
const noHonouree = 'Chọn khen tập thể, cá nhân hay cả hai.'
const noBasis = 'Ghi văn bản quy định, hoặc ghi rõ là chưa có.'

/** The rules, each with what holds where nothing is said. */
export const rules = {
  kind: z.enum(formKinds),
  name: typedText().min(5, noName).max(200, 'Tối đa 200 ký tự.'),
  level: z.string({ error: noLevel }).max(40),
  organisations: z.array(z.string().max(60), { error: noOrganisation }).min(1, noOrganisation).max(30),
  honours: z.array(z.enum(honourees), { error: noHonouree }).min(1, noHonouree).max(2),
  waitingYears: whole(0, 50, 'Ghi số năm bằng số nguyên, từ 0 đến 50.').default(0),
  once: z.coerce.boolean().default(false),
  quotaCollectives: quota,
  quotaPersons: quota,
  directPercent: percent.default(0).meta({ description: 'tỷ lệ ưu tiên người trực tiếp làm việc, phần trăm' }),
  commentDays: whole(0, 90, 'Ghi số ngày bằng số nguyên, từ 0 đến 90.')
    .default(0)
    .meta({ description: 'số ngày đưa ra lấy ý kiến' }),
  confirmation: z.coerce.boolean().default(false).meta({ description: 'phải có văn bản xác nhận của cấp uỷ' }),
  ballot: z.enum(ballots),
  quorumPercent: percent.default(0),
  majorityPercent: percent.default(0),
  majorityOver: z.coerce.boolean().default(true).meta({ description: 'phải quá tỷ lệ này; không: chỉ cần đạt' }),
  majorityOf: z.enum(['eligible', 'cast']).default('eligible'),
  basis: typedText().min(5, noBasis).max(500, 'Tối đa 500 ký tự.'),
  confidence: z.enum(['read', 'secondHand', 'assumed']).default('assumed'),
  doubts: typedText()
    .max(1000, 'Tối đa 1.000 ký tự.')
    .default('')
    .meta({ description: 'điều gì chưa văn bản nào quy định' }),
}

export const formSchema = z.object({
  ...{
    id: z.number().int(),
    key: z.string(),
    root: z.string(),
    no: z.number().int(),
    kind: z.enum(formKinds),
    name: z.string(),
  },
  ...{ level: z.string(), bodyId: z.number().int().nullable(), organisations: z.array(z.string()) },
  ...{ honours: z.array(z.enum(honourees)), validFrom: z.string(), validTo: z.string().nullable() },
  ...{ waitingYears: z.number().int(), once: z.boolean(), quotaCollectives: z.number().int().nullable() },
  ...{ quotaPersons: z.number().int().nullable(), directPercent: z.number().int(), commentDays: z.number().int() },
  ...{
    confirmation: z.boolean(),
    ballot: z.enum(ballots),
    quorumPercent: z.number().int(),
    majorityPercent: z.number().int(),
  },
  ...{ majorityOver: z.boolean(), majorityOf: z.enum(['eligible', 'cast']), basis: z.string() },
  ...{ confidence: z.enum(['read', 'secondHand', 'assumed']), doubts: z.string() },
})
