// What signing in goes by, for the whole platform: who needs a second step, how long a device is trusted.
import { z } from 'zod'
import type { App } from '../app.ts'
import { roles } from '../shared/actor.ts'
import { seenVersion } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { conflict, ok } from '../shared/result.ts'
import { changePolicy, policyOf } from './policy.store.ts'
import { administersAll, notAll } from './whole-platform.ts'

const administrators = { roles: ['administrator'] } as const
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to)

/** The same bounds as in the table. */
const settable = {
  secondStepRoles: z
    .array(z.enum(roles))
    .default([])
    .meta({ description: 'vai trò phải có bước hai; chưa đặt thì chưa làm được gì' }),
  trustedDeviceDays: whole(0, 366).meta({ description: 'tin một máy mấy ngày; 0: không tin máy nào' }),
  stepMinutes: whole(2, 60).meta({ description: 'một lần đăng nhập dở dang còn giá trị mấy phút' }),
  freshMinutes: whole(2, 240).meta({ description: 'đổi cách đăng nhập trong mấy phút sau khi đăng nhập' }),
  recoveryCodes: whole(4, 20).meta({ description: 'số mã dự phòng mỗi lần lập' }),
  providerSeconds: whole(1, 60).meta({ description: 'chờ nơi đăng nhập của cơ quan mấy giây' }),
  invitationDays: whole(1, 366).meta({ description: 'chờ người được ghi tên đến lần đầu mấy ngày' }),
  basis: z.string().trim().min(1).max(300).meta({ description: 'căn cứ: văn bản nào, hoặc vì sao' }),
  confidence: z.enum(['read', 'secondHand', 'assumed']).default('read').meta({ description: 'căn cứ chắc đến đâu' }),
}

export const show = reading({
  name: 'signInPolicy.show',
  summary: 'Quy định đăng nhập: vai trò nào phải có bước hai, tin một máy bao lâu, nơi đăng nhập của cơ quan',
  http: { method: 'GET', path: '/sign-in/policy' },
  who: administrators,
  input: z.object({}),
  output: z.object({
    ...settable,
    secondStepRoles: z.array(z.enum(roles)),
    version: z.number().int(),
    mayChange: z.boolean().meta({ description: 'chỉ quản trị trông nom mọi tổ chức' }),
    provider: z
      .object({ name: z.string(), issuer: z.string(), claim: z.string(), callback: z.string() })
      .nullable()
      .meta({ description: 'null: chưa nối' }),
  }),
  async run(context) {
    const { app, db } = context
    return ok({ ...(await policyOf(db)), mayChange: await administersAll(context), provider: providerShown(app) })
  },
})

function providerShown({ provider, origin }: App) {
  if (!provider) return null
  const { name, issuer, claim } = provider
  return { name, issuer, claim, callback: `${origin}/dang-nhap/co-quan/ve` }
}

export const change = writing({
  name: 'signInPolicy.change',
  summary: 'Đổi quy định đăng nhập; chỉ quản trị trông nom mọi tổ chức',
  http: { method: 'PUT', path: '/sign-in/policy' },
  who: administrators,
  input: z.object({ ...settable, expectedVersion: seenVersion(1) }),
  output: z.object({ version: z.number().int() }),
  async run(context, { expectedVersion, ...to }) {
    const { db, record } = context
    if (!(await administersAll(context))) return notAll
    const { basis, ...changes } = to
    if (!(await changePolicy(db, expectedVersion, to))) return changedMeanwhile
    await record({ noun: 'signInPolicy', id: 1, move: 'change', changes: { ...changes, basis } })
    return ok({ version: expectedVersion + 1 })
  },
})

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Quy định vừa được người khác đổi. Hãy xem bản mới rồi làm lại; nội dung đồng chí nhập chưa lưu.',
  'Somebody else has just changed these rules. Look at the new state and try again; nothing of yours was saved.',
)
