// What reminders and mails go by, for the whole platform: on which days, what the daily mail lists, what is old news.
import { z } from 'zod'
import { administersAll, mayChangeAll, notAll } from '../people/whole-platform.ts'
import { seenVersion } from '../shared/id.ts'
import { reading, writing, type Operation } from '../shared/operation.ts'
import { conflict, invalid, ok } from '../shared/result.ts'
import { changePolicy, reminderPolicyOf } from './policy.store.ts'
import { stepsFrom, stepsText } from './policy.ts'

const administrators = { roles: ['administrator'] } as const
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to)

/** The same bounds as in the table. */
const settable = {
  steps: z.string().trim().min(1).max(100).meta({
    description:
      'nhắc trước hạn mấy ngày, cách nhau bằng dấu phẩy; số âm: sau hạn. Lịch báo cáo có mốc riêng thì theo mốc đó',
  }),
  catchUpDays: whole(0, 30).meta({ description: 'mốc nhắc bị lỡ vì máy không chạy thì nhắc bù trong mấy ngày' }),
  aheadDays: whole(0, 90).meta({ description: 'thư hằng ngày nêu việc đến hạn trong mấy ngày tới' }),
  lateDays: whole(0, 366).meta({ description: 'thư hằng ngày nêu việc quá hạn chưa đến mấy ngày' }),
  digestHour: whole(0, 23).meta({ description: 'thư hằng ngày gửi từ mấy giờ' }),
  staleDays: whole(0, 60).meta({ description: 'tin cũ quá mấy ngày thì không gửi thư, chỉ nêu ở bàn làm việc' }),
  basis: z.string().trim().min(1).max(300).meta({ description: 'căn cứ: văn bản nào, hoặc vì sao' }),
  confidence: z.enum(['read', 'secondHand', 'assumed']).default('read').meta({ description: 'căn cứ chắc đến đâu' }),
}

export const show = reading({
  name: 'reminderPolicy.show',
  summary: 'Quy định nhắc việc: nhắc vào những ngày nào, thư hằng ngày nêu gì, căn cứ',
  http: { method: 'GET', path: '/reminders/policy' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    ...settable,
    version: z.number().int(),
    mayChange: z.boolean().meta({ description: 'chỉ quản trị trông nom mọi tổ chức' }),
  }),
  async run(context) {
    const policy = await reminderPolicyOf(context.db)
    return ok({ ...policy, steps: stepsText(policy.steps), mayChange: await mayChangeAll(context) })
  },
})

export const change = writing({
  name: 'reminderPolicy.change',
  summary: 'Đổi quy định nhắc việc; chỉ quản trị trông nom mọi tổ chức',
  http: { method: 'PUT', path: '/reminders/policy' },
  who: administrators,
  input: z.object({ ...settable, expectedVersion: seenVersion(1) }),
  output: z.object({ version: z.number().int() }),
  async run(context, { expectedVersion, ...typed }) {
    if (!(await administersAll(context))) return notAll
    const steps = stepsFrom(typed.steps)
    if (!Array.isArray(steps)) return invalid([steps])
    const to = { ...typed, steps }
    if (!(await changePolicy(context.db, expectedVersion, to))) return changedMeanwhile
    await context.record({ noun: 'reminderPolicy', id: 1, move: 'change', changes: to })
    return ok({ version: expectedVersion + 1 })
  },
})

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Quy định vừa được người khác đổi. Hãy xem bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just changed these rules. Look at the new state and try again; nothing of yours was saved.',
)

export const deadlineOperations: readonly Operation[] = [show, change]
