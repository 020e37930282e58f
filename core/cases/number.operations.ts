// The desk's numbers that no rule of the law page holds, for everybody.
import { z } from 'zod'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { numbersShown } from './numbers.ts'

export const listNumbers = reading({
  name: 'submissions.numbers',
  summary: 'Các con số của nơi tiếp nhận không có trong bảng thời hạn: để làm gì, căn cứ nào hay do phần mềm đặt',
  http: { method: 'GET', path: '/submissions/numbers' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    numbers: z.array(
      z.object({
        key: z.string(),
        value: z.number(),
        unit: z.string(),
        what: z.string(),
        basis: z.string().nullable().meta({ description: 'null: phần mềm tự đặt, chưa văn bản nào quy định' }),
      }),
    ),
  }),
  run: async () => ok({ numbers: numbersShown }),
})
