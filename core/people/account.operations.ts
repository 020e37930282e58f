// What a person asks about his own account: who am I, on which devices am I signed in, another password.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { invalid, notFound, ok, problem } from '../shared/result.ts'
import { ownId, ownIdAtPage, ownSession } from './account.steps.ts'
import { deviceWords, readDevice } from './device.ts'
import { colleaguesIn } from './person.list.store.ts'
import { accountShown, instant } from './person.outputs.ts'
import { deputisingShown, rolesWithDeputies } from './person.show.ts'
import { hashOf, personById } from './person.store.ts'
import { hashPassword, isPassword } from './password.ts'
import { passwordFaults } from './person.ts'
import { endSessions, setPassword } from './person.write.store.ts'
import { endAllTrusted } from './second-step/trusted.store.ts'
import { endSession, sessionsOf } from './session.store.ts'
import { tryLater } from './sign-in.begin.ts'
import { forgetSteps } from './sign-in.step.store.ts'
import { claimTry } from './slow-down.ts'

export const me = reading({
  name: 'people.me',
  summary: 'Tôi là ai: tên, vai trò ở từng đơn vị, ai thay tôi, tôi thay ai',
  http: { method: 'GET', path: '/me' },
  who: 'signedIn',
  input: z.object({}),
  output: accountShown,
  async run({ db, actor, today }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const { name, username, mustChangePassword, sample } = (await personById(db, id.value))!
    const roles = await rolesWithDeputies(db, id.value, today)
    const here = roles.filter((held) => held.state !== 'past' && held.role !== 'administrator')
    const found = await colleaguesIn(db, [...new Set(here.map((held) => held.bodyId))], today)
    return ok({
      ...{ id: id.value, name, username, mustChangePassword, sample, roles },
      deputisesFor: await deputisingShown(db, id.value, today),
      colleagues: found.filter((person) => person.id !== id.value),
    })
  },
})

export const listSessions = reading({
  name: 'sessions.list',
  summary: 'Các thiết bị đang đăng nhập tài khoản của tôi',
  http: { method: 'GET', path: '/me/sessions' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.number().int(),
        device: z.string().meta({ description: 'ví dụ “Chrome trên Windows”' }),
        browser: z.string().nullable(),
        system: z.string().nullable(),
        since: instant,
        lastSeenAt: instant,
        way: z.enum(['password', 'provider', 'passkey']).meta({ description: 'đã đăng nhập bằng gì' }),
        current: z.boolean().meta({ description: 'phiên đang dùng để hỏi' }),
      }),
    ),
  }),
  async run({ db, actor, now }) {
    const id = ownId(actor)
    if (!id.ok) return id
    const found = await sessionsOf(db, id.value, now)
    const sessions = found.map(({ id, device, createdAt, lastSeenAt, way }) => ({
      ...{ id, ...readDevice(device), device: deviceWords(readDevice(device)), way },
      since: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === ownSession(actor),
    }))
    return ok({ sessions })
  },
})

export const endOne = writing({
  name: 'sessions.end',
  summary: 'Thoát tài khoản của tôi trên một thiết bị',
  http: { method: 'DELETE', path: '/me/sessions/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('sign_in_session') }),
  output: z.object({ ended: z.number().int() }),
  async run({ db, actor, record }, input) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    if (!(await endSession(db, id.value, input.id))) return noSuchSession
    await record({ noun: 'person', id: id.value, move: 'endSession' })
    return ok({ ended: 1 })
  },
})

const noSuchSession = notFound(
  'no-such-session',
  'Phiên đăng nhập này đã kết thúc rồi. Hãy tải lại danh sách.',
  'This session has ended already. Load the list again.',
)

export const endOthers = writing({
  name: 'sessions.endOthers',
  summary: 'Thoát tài khoản của tôi trên mọi thiết bị khác',
  http: { method: 'POST', path: '/me/sessions/end-others' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ ended: z.number().int() }),
  async run({ db, actor, record }) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    const ended = await endSessions(db, id.value, ownSession(actor))
    await record({ noun: 'person', id: id.value, move: 'endOtherSessions', changes: { ended } })
    return ok({ ended })
  },
})

export const changePassword = writing({
  name: 'people.changePassword',
  summary: 'Đổi mật khẩu của tôi; các thiết bị khác phải đăng nhập lại, không máy nào còn được tin',
  http: { method: 'POST', path: '/me/password' },
  who: 'signedIn',
  input: z.object({ oldPassword: z.string().max(1000), password: z.string().max(1000) }),
  output: z.object({ ended: z.number().int().meta({ description: 'số phiên khác đã chấm dứt' }) }),
  async run({ app, db, actor, record }, { oldPassword, password }) {
    const id = ownIdAtPage(actor)
    if (!id.ok) return id
    const { username } = (await personById(db, id.value))!
    // Whoever finds a screen left open must not guess on without end.
    const claim = await claimTry(app, { username, device: `session ${ownSession(actor)}`, network: null })
    if (claim.wait > 0) return tryLater(claim.wait)
    const hash = await hashOf(db, id.value)
    const faults = passwordFaults(password, username)
    if (hash === null || !(await isPassword(oldPassword, hash))) faults.unshift(wrongOld)
    else if (password === oldPassword) faults.push(samePassword)
    if (faults[0] !== wrongOld) await claim.forgive()
    if (faults.length > 0) return invalid(faults)
    await setPassword(db, id.value, { hash: await hashPassword(password), mustChange: false })
    const ended = await endSessions(db, id.value, ownSession(actor))
    await endAllTrusted(db, id.value)
    await forgetSteps(db, id.value)
    await record({ noun: 'person', id: id.value, move: 'changePassword', changes: { ended } })
    return ok({ ended })
  },
})

const wrongOld = problem(
  'oldPassword',
  'wrong',
  'Mật khẩu hiện nay không đúng. Hãy nhập lại.',
  'The present password is wrong.',
)
const samePassword = problem(
  'password',
  'same',
  'Mật khẩu mới phải khác mật khẩu hiện nay.',
  'The new password must differ from the present one.',
)
