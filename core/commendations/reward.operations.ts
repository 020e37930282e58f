// Reward money as data: every amount with its basis; a body writes its own from a day.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { forbidden, invalid, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { honourees } from './commendation.ts'
import { newestOf } from './form.store.ts'
import { personOf } from './nominee.steps.ts'
import * as store from './reward.store.ts'

const writers = { roles: ['head', 'administrator'] } as const
const confidence = z.enum(['read', 'secondHand', 'assumed'])
const rewardSchema = z.object({
  ...{ formKey: z.string(), honours: z.enum(honourees), validFrom: z.string(), bodyId: z.number().int().nullable() },
  ...{ amount: z.number().int(), basis: z.string(), confidence, doubts: z.string() },
})

export const listRewards = reading({
  name: 'commendations.rewards',
  summary: 'Mức tiền thưởng kèm từng hình thức, mọi bản, mỗi mức có căn cứ và độ tin',
  http: { method: 'GET', path: '/commendation-rewards' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ rewards: z.array(rewardSchema.extend({ body: z.string().nullable() })) }),
  run: async ({ db }) => ok({ rewards: await store.allRewards(db) }),
})

export const rewardChoices = reading({
  name: 'commendations.rewardChoices',
  summary: 'Cơ quan mình được ghi mức tiền thưởng',
  http: { method: 'GET', path: '/commendation-rewards/choices' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ bodies: z.array(z.object({ id: z.number().int(), name: z.string() })) }),
  async run({ db, actor, today }) {
    const bodies = []
    for (const id of new Set(bodiesWhere(actor, ...writers.roles))) {
      const body = await bodyAt(db, id, today)
      if (body) bodies.push({ id, name: body.name })
    }
    return ok({ bodies })
  },
})

export const saveReward = writing({
  name: 'commendations.saveReward',
  summary: 'Ghi mức tiền thưởng của cơ quan mình cho một hình thức, từ một ngày, có căn cứ',
  http: { method: 'POST', path: '/commendation-rewards' },
  who: writers,
  input: z.object({
    body: idOf('body').meta({ description: 'dùng cho cơ quan này và cấp dưới' }),
    formKey: z.string().max(60),
    honours: z.enum(honourees),
    validFrom: daySchema,
    amount: z.coerce.number().int().min(0).max(1_000_000_000).meta({ description: 'đồng' }),
    basis: typedText().min(5, 'Ghi văn bản quy định mức tiền.').max(500),
    confidence: confidence.default('assumed'),
    doubts: typedText().max(1000).default(''),
  }),
  output: rewardSchema,
  async run(context, { body, ...typed }) {
    const { db, actor, now } = context
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...writers.roles).includes(body)) return notYourBody
    if (!(await newestOf(db, typed.formKey))) return invalid([noSuchForm])
    const made = { ...typed, bodyId: body, by: personOf(actor), at: now }
    if (!(await store.insertReward(db, made))) return invalid([fromThatDay])
    const changes = { formKey: typed.formKey, honours: typed.honours, amount: typed.amount }
    await context.record({ noun: 'rewardAmount', id: body, move: 'save', changes })
    return ok({ ...typed, bodyId: body })
  },
})

const notYourBody = forbidden(
  'not-your-body',
  'Đồng chí chỉ ghi mức tiền của cơ quan mình.',
  'You write amounts of your own body only.',
)
const noSuchForm = problem('formKey', 'no-such-form', 'Chọn một hình thức khen.', 'Choose a form.')
const fromThatDay = problem(
  'validFrom',
  'taken',
  'Cơ quan đã ghi mức từ ngày này. Ghi ngày khác.',
  'An amount from that day is there. Write another day.',
)
