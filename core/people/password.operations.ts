// Passwords given anew and accounts closed: what an administrator does when somebody forgets or leaves.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { firstPassword, hashPassword } from './password.ts'
import { expectedVersion, saved } from './person.outputs.ts'
import { openForChange } from './person.steps.ts'
import { endAllTrusted } from './second-step/trusted.store.ts'
import { forgetSteps } from './sign-in.step.store.ts'
import { endSessions, forgetDevices, revokeTokens, setDisabled, setPassword } from './person.write.store.ts'

const administrators = { roles: ['administrator'] } as const
const meant = z.object({ id: idOf('person'), expectedVersion })

export const resetPassword = writing({
  name: 'people.resetPassword',
  summary: 'Cấp lại mật khẩu lần đầu, chỉ hiện một lần; mọi phiên và mã truy cập của người đó chấm dứt',
  http: { method: 'POST', path: '/people/{id}/password' },
  who: administrators,
  input: meant,
  output: saved.extend({ username: z.string(), password: z.string() }),
  async run(context, input) {
    const opened = await openForChange(context, 'resetPassword', input)
    if (!opened.ok) return opened
    const { id, username, version } = opened.value
    const password = firstPassword()
    await setPassword(context.db, id, { hash: await hashPassword(password), mustChange: true })
    await endSessions(context.db, id, null)
    await revokeTokens(context.db, id, context.now)
    await forgetDevices(context.db, id)
    await endAllTrusted(context.db, id)
    await forgetSteps(context.db, id)
    await context.record({ noun: 'person', id, move: 'resetPassword' })
    return ok({ id, version, username, password })
  },
})

export const disable = writing({
  name: 'people.disable',
  summary: 'Ngừng dùng một tài khoản: thoát mọi phiên, huỷ mọi mã truy cập; việc đã làm vẫn giữ',
  http: { method: 'POST', path: '/people/{id}/disable' },
  who: administrators,
  input: meant,
  output: saved,
  async run(context, input) {
    const opened = await openForChange(context, 'disable', input)
    if (!opened.ok) return opened
    const { id, version } = opened.value
    await setDisabled(context.db, id, context.now)
    await endSessions(context.db, id, null)
    await endAllTrusted(context.db, id)
    await forgetSteps(context.db, id)
    await revokeTokens(context.db, id, context.now)
    await context.record({ noun: 'person', id, move: 'disable' })
    return ok({ id, version })
  },
})

export const enable = writing({
  name: 'people.enable',
  summary: 'Mở lại một tài khoản đã ngừng; vai trò còn hạn có hiệu lực trở lại',
  http: { method: 'POST', path: '/people/{id}/enable' },
  who: administrators,
  input: meant,
  output: saved,
  async run(context, input) {
    const opened = await openForChange(context, 'enable', input)
    if (!opened.ok) return opened
    const { id, version } = opened.value
    await setDisabled(context.db, id, null)
    await context.record({ noun: 'person', id, move: 'enable' })
    return ok({ id, version })
  },
})
