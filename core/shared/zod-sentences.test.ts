// What is missing is called missing, whatever type it should have had.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import type { App } from '../app.ts'
import { operator } from './actor.ts'
import { daySchema } from './day.ts'
import { idOf } from './id.ts'
import { writing } from './operation.ts'
import { ok } from './result.ts'
import { sentenceOfIssue } from './zod-sentences.ts'

test('every fault of an input in plain words', () => {
  const schema = z.object({
    ...{ name: z.string(), kind: z.enum(['a', 'b']), count: z.number(), on: daySchema, other: z.enum(['a', 'b']) },
    ...{ vote: z.stringbool().or(z.boolean()), pending: z.stringbool().or(z.boolean()) },
  })
  const result = schema.safeParse(
    { count: 'ba', on: '2025-02-30', other: 'c', pending: 'có lẽ' },
    { reportInput: true },
  )
  assert.deepEqual(
    result.error!.issues.map((issue) => [issue.path[0], sentenceOfIssue(issue).vi]),
    [
      ['name', 'Còn thiếu mục này. Hãy điền vào.'],
      ['kind', 'Còn thiếu mục này. Hãy điền vào.'],
      ['count', 'Phải là một số.'],
      ['on', 'Ngày này không có trên lịch hoặc viết chưa đúng. Viết như 14/12/2023.'],
      ['other', 'Chỉ nhận một trong các giá trị: a, b.'],
      ['vote', 'Còn thiếu mục này. Hãy điền vào.'],
      ['pending', 'Giá trị không dùng được ở đây.'],
    ],
  )
})

test('a choice of a number that was not made is missing, not “no number”', async () => {
  const asked = writing({
    ...{
      name: 'test.choice',
      summary: 'Thử',
      http: { method: 'POST', path: '/test' } as const,
      who: 'anyone' as const,
    },
    input: z.object({ body: idOf('body') }),
    output: z.object({}),
    run: async () => ok({}),
  })
  const app = { clock: () => new Date(), log: { info() {} } } as unknown as App
  const said = async (input: object) => {
    const result = await asked.ask(app, operator, input)
    return !result.ok && result.refusal.kind === 'invalid' && result.refusal.problems[0]!.sentence.vi
  }
  assert.equal(await said({}), 'Còn thiếu mục này. Hãy điền vào.')
  assert.equal(await said({ body: 'abc' }), 'Phải là một số.')
})
