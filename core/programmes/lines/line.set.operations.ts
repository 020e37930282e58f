// Saying once for every body of a form who receives it in the organisation's own line.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../../shared/result.ts'
import { whyNotDefine } from '../forms/form.operations.ts'
import { dutiesFor, unknownBodies } from '../forms/form.write.store.ts'
import { setLines } from './line.list.store.ts'
import { sameReceiver } from './line.ts'

const noSuchBody = notFound('no-such-body', 'Không có đơn vị này.', 'No such body.')

export const setLine = writing({
  name: 'duties.setLine',
  summary:
    'Ghi nơi nhận theo ngành dọc cho mọi đơn vị của một biểu: một cấp trên chung, cấp trên của từng đơn vị, hoặc không có',
  http: { method: 'POST', path: '/forms/{form}/line' },
  who: { roles: ['officer', 'head'] },
  input: z.object({
    form: idOf('form'),
    way: z.enum(['body', 'parent', 'none']).meta({
      description:
        'body: một đơn vị nêu ở line; parent: cấp trên cùng tổ chức của từng đơn vị; none: không có ngành dọc',
    }),
    line: idOf('body').nullish(),
  }),
  output: z.object({ set: z.number().int() }),
  async run(context, input) {
    const { db } = context
    const owner = await dutiesFor(db, input.form)
    if (!owner) return notFound('no-such-form', 'Không có biểu này.', 'No such form.')
    const refusal = await whyNotDefine(context, owner.bodyId)
    if (refusal) return refusal
    if (input.way === 'body' && !input.line)
      return invalid([problem('line', 'missing', 'Chọn đơn vị nhận theo ngành dọc.', 'Choose the body of the line.')])
    const line = input.way === 'body' ? input.line! : null
    if (line && (await unknownBodies(db, [line])).size > 0) return noSuchBody
    if (owner.duties.some((duty) => duty.to === line)) return invalid([sameReceiver('line')])
    const set = await setLines(db, { formId: input.form, way: input.way, line, today: context.today })
    await context.record({ noun: 'form', id: input.form, move: 'setLine', changes: { way: input.way, line, set } })
    return ok({ set })
  },
})
