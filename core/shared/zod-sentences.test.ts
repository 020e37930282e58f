// What is missing is called missing, whatever type it should have had.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { daySchema } from './day.ts'
import { sentenceOfIssue } from './zod-sentences.ts'

test('every fault of an input in plain words', () => {
  const schema = z.object({
    ...{ name: z.string(), kind: z.enum(['a', 'b']), count: z.number(), on: daySchema, other: z.enum(['a', 'b']) },
  })
  const result = schema.safeParse({ count: 'ba', on: '2025-02-30', other: 'c' }, { reportInput: true })
  assert.deepEqual(
    result.error!.issues.map((issue) => [issue.path[0], sentenceOfIssue(issue).vi]),
    [
      ['name', 'Còn thiếu mục này. Hãy điền vào.'],
      ['kind', 'Còn thiếu mục này. Hãy điền vào.'],
      ['count', 'Phải là một số.'],
      ['on', 'Ngày này không có trên lịch hoặc viết chưa đúng. Viết như 14/12/2023; qua API như 2023-12-14.'],
      ['other', 'Chỉ nhận một trong các giá trị: a, b.'],
    ],
  )
})
