// What a form of commendation says, as it comes in and goes out.
import { z } from 'zod'
import { ballots, formKinds, honourees } from './commendation.ts'
import { typedText } from '../shared/typed.ts'

const percent = z.coerce.number().int().min(0).max(100)
const quota = z.coerce
  .number()
  .int()
  .min(1)
  .max(10_000)
  .nullish()
  .transform((value) => value ?? null)

/** The rules, each with what holds where nothing is said. */
export const rules = {
  kind: z.enum(formKinds),
  name: typedText().min(5, 'Ghi tên hình thức khen.').max(200),
  level: z.string().max(40),
  organisations: z.array(z.string().max(60)).min(1, 'Chọn loại cơ quan được khen.').max(30),
  honours: z.array(z.enum(honourees)).min(1, 'Chọn khen tập thể, cá nhân hay cả hai.').max(2),
  waitingYears: z.coerce.number().int().min(0).max(50).default(0),
  once: z.coerce.boolean().default(false),
  quotaCollectives: quota,
  quotaPersons: quota,
  directPercent: percent.default(0).meta({ description: 'tỷ lệ ưu tiên người trực tiếp làm việc, phần trăm' }),
  commentDays: z.coerce.number().int().min(0).max(90).default(0).meta({ description: 'số ngày đưa ra lấy ý kiến' }),
  confirmation: z.coerce.boolean().default(false).meta({ description: 'phải có văn bản xác nhận của cấp uỷ' }),
  ballot: z.enum(ballots),
  quorumPercent: percent,
  majorityPercent: percent,
  majorityOver: z.coerce.boolean().default(true).meta({ description: 'phải quá tỷ lệ này; không: chỉ cần đạt' }),
  majorityOf: z.enum(['eligible', 'cast']).default('eligible'),
  basis: typedText().min(5, 'Ghi văn bản quy định, hoặc ghi rõ là chưa có.').max(500),
  confidence: z.enum(['read', 'secondHand', 'assumed']).default('assumed'),
  doubts: typedText().max(1000).default('').meta({ description: 'điều gì chưa văn bản nào quy định' }),
}

export const formSchema = z.object({
  ...{ id: z.number().int(), key: z.string(), no: z.number().int(), kind: z.enum(formKinds), name: z.string() },
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
