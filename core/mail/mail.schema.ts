// What goes out at the door about mails.
import { z } from 'zod'
import { instantSchema } from '../shared/day.ts'
import { states } from './mail.ts'

const count = z.number().int()

export const lastTestShown = z
  .object({ state: z.enum(states), at: instantSchema, reply: z.string().nullable(), tries: count })
  .nullable()

export const overviewShown = z.object({
  from: z.string().nullable().meta({ description: 'địa chỉ gửi; null: chưa đặt SMTP_URL và MAIL_FROM' }),
  days: count.meta({ description: 'đã gửi và đã bỏ đếm trong bấy nhiêu ngày gần đây' }),
  counts: z.object({
    unspread: count.meta({ description: 'lời nhắc chưa lập thành thư' }),
    waiting: count,
    delayed: count.meta({ description: 'trong số đang chờ: đã thử mà chưa được' }),
    sent: count,
    refused: count,
    dropped: count.meta({ description: 'không còn gì để báo, nên không gửi' }),
  }),
  failed: z.array(
    z.object({
      id: count,
      personId: count,
      personName: z.string(),
      kind: z.enum(['message', 'digest', 'test', 'account']),
      state: z.enum(states),
      at: instantSchema,
      tries: count,
      reply: z.string().nullable().meta({ description: 'máy chủ thư đáp gì' }),
      nextTryAt: instantSchema.nullable(),
    }),
  ),
  mine: z.object({ address: z.string().nullable(), lastTest: lastTestShown }),
})
