// How long requests to open a seal wait, and openings last: data with its basis.
import { z } from 'zod'
import { watchesAll } from '../people/watch.ts'
import { seenVersion } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, forbidden, ok } from '../shared/result.ts'
import { changePolicy, policyOf } from './policy.store.ts'

/** The same bounds as in the table. */
const settable = {
  openHours: z.coerce.number().int().min(1).max(720).meta({ description: 'mỗi lần mở tối đa mấy giờ' }),
  waitDays: z.coerce.number().int().min(1).max(60).meta({ description: 'lần xin chờ duyệt mấy ngày' }),
  basis: z.string().trim().min(1).max(300).meta({ description: 'căn cứ: văn bản nào, hoặc vì sao' }),
}

export const show = reading({
  name: 'sealPolicy.show',
  summary: 'Quy định mở niêm phong: chờ duyệt mấy ngày, mở mấy giờ, căn cứ',
  http: { method: 'GET', path: '/seal/policy' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ ...settable, confidence: z.enum(['read', 'secondHand', 'assumed']), version: z.number().int() }),
  async run({ db }) {
    return ok(await policyOf(db))
  },
})

export const change = writing({
  name: 'sealPolicy.change',
  summary: 'Đổi quy định mở niêm phong; chỉ cán bộ bảo vệ dữ liệu trông nom mọi tổ chức',
  http: { method: 'PUT', path: '/seal/policy' },
  who: { roles: ['dataProtection'] },
  input: z.object({ ...settable, expectedVersion: seenVersion(1) }),
  output: z.object({ version: z.number().int() }),
  async run(context, { expectedVersion, ...to }) {
    if (!(await watchesAll(context, 'dataProtection'))) return notAll
    if (!(await changePolicy(context.db, expectedVersion, { ...to, confidence: 'read' }))) return changedMeanwhile
    await context.record({ noun: 'sealPolicy', id: 1, move: 'change', changes: to })
    return ok({ version: expectedVersion + 1 })
  },
})

const notAll = forbidden(
  'not-whole-platform',
  'Quy định này áp dụng cho mọi đơn vị, nên chỉ cán bộ bảo vệ dữ liệu trông nom mọi tổ chức đổi được.',
  'These rules hold for every body: only a data protection officer over all of them changes them.',
)
const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Quy định vừa được người khác đổi. Hãy xem bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just changed these rules. Look at the new state and try again; nothing of yours was saved.',
)
