// The first administrator: made once, through a link that only the operator of the machine has read.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { App } from '../app.ts'
import { create as createBody } from '../bodies/body.create.ts'
import { organisations } from '../bodies/body.read.ts'
import { operator } from '../shared/actor.ts'
import { dayAt } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { forbidden, invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { hashPassword } from './password.ts'
import { usernameTaken } from './person.create.ts'
import { passwordFaults, usernameFaults, usernameOf } from './person.ts'
import { takenUsernames } from './person.store.ts'
import { insertPerson } from './person.write.store.ts'
import { otherAdministrators } from './reach.store.ts'
import { faultsOfRole } from './role.operations.ts'
import { anyBody, insertLink, lockSetup, topBodies, usableLink, useLink } from './setup.store.ts'
import { tokenHash } from './sign-in.ts'

const day = 24 * 60 * 60_000

/** The address where the first administrator is made, good for a day; null when there is an administrator. */
export async function setupLink(app: App): Promise<string | null> {
  const at = app.clock()
  if ((await otherAdministrators(app.db, null, dayAt(at))) > 0) return null
  const token = randomBytes(24).toString('base64url')
  await insertLink(app.db, { hash: tokenHash(token), at, expiresAt: new Date(at.getTime() + day) })
  return `${app.origin}/cai-dat/${token}`
}

const token = z.string().max(200)

export const look = reading({
  name: 'setup.look',
  summary: 'Đường dẫn cài đặt còn dùng được không, và đã có tổ chức nào chưa',
  http: { method: 'GET', path: '/setup/{token}' },
  who: 'anyone',
  input: z.object({ token }),
  output: z.object({
    bodies: z.array(z.object({ id: z.number().int(), name: z.string() })),
    organisations: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  async run({ db, now, today }, input) {
    if (!(await usableLink(db, tokenHash(input.token), now))) return linkGone
    if ((await otherAdministrators(db, null, today)) > 0) return linkGone
    const kinds = (await organisations(db)).map(({ key, name }) => ({ key, name }))
    return ok({ bodies: await topBodies(db, today), organisations: kinds })
  },
})

const firstBody = z.object({
  name: z.string().trim().min(1).max(300),
  organisation: z.string(),
  placeId: idOf('place'),
  symbol: z.string().trim().max(30).optional(),
})

const beginInput = z.object({
  token,
  bodyId: idOf('body').optional().meta({ description: 'đơn vị đã có, nơi người quản trị làm việc' }),
  body: firstBody.optional().meta({ description: 'đơn vị đầu tiên, khi chưa có đơn vị nào' }),
  name: z.string().trim().min(1).max(200).meta({ description: 'chức danh và họ tên, như hiển thị' }),
  username: z.string().transform(usernameOf),
  password: z.string().max(1000),
})

export const begin = writing({
  name: 'setup.begin',
  summary: 'Đặt người quản trị đầu tiên bằng đường dẫn cài đặt dùng một lần',
  http: { method: 'POST', path: '/setup/{token}' },
  who: 'anyone',
  input: beginInput,
  output: z.object({ username: z.string() }),
  async run(context, input) {
    const { db, now, today } = context
    await lockSetup(db)
    const link = await usableLink(db, tokenHash(input.token), now)
    if (!link || (await otherAdministrators(db, null, today)) > 0) return linkGone
    const faults = await faultsOf(context, input)
    if (faults.length > 0) return invalid(faults)
    const bodyId = await bodyOf(context, input)
    if (!bodyId.ok) return bodyId
    const id = await insertPerson(db, {
      ...{ name: input.name, username: input.username, at: now },
      passwordHash: await hashPassword(input.password),
      roles: [{ role: 'administrator', bodyId: bodyId.value, validFrom: today }],
    })
    await useLink(db, link, now)
    const changes = { role: 'administrator', bodyId: bodyId.value, first: true }
    await context.record({ noun: 'person', id, move: 'create', changes })
    return ok({ username: input.username })
  },
})

async function faultsOf(context: WriteContext, input: z.output<typeof beginInput>): Promise<Problem[]> {
  const { username, password, bodyId, body } = input
  const { db, today } = context
  const faults = [...usernameFaults(username), ...passwordFaults(password, username)]
  if ((await takenUsernames(db, [username])).size > 0) faults.push(usernameTaken(username))
  if (bodyId !== undefined) faults.push(...(await faultsOfRole(context, { bodyId, from: today, to: null })))
  else if (body === undefined) faults.push(noBody)
  else if (await anyBody(db)) faults.push(chooseBody)
  return faults
}

/** A new body is made by the operation for it: should the rest fail, it is there to be chosen the next time. */
async function bodyOf({ app }: WriteContext, input: z.output<typeof beginInput>): Promise<Result<Id<'body'>>> {
  if (input.bodyId !== undefined) return ok(input.bodyId)
  const made = await createBody.ask(app, operator, input.body)
  if (made.ok) return ok(made.value.id as Id<'body'>)
  if (made.refusal.kind !== 'invalid') return made
  return invalid(made.refusal.problems.map((fault) => ({ ...fault, field: `body.${fault.field}` })))
}

const noBody = problem(
  'body.name',
  'missing',
  'Hãy ghi đơn vị đầu tiên: tên, loại tổ chức và địa bàn.',
  'Enter the first body: its name, kind and place.',
)
const chooseBody = problem(
  'bodyId',
  'choose',
  'Đã có đơn vị trong hệ thống. Hãy chọn một đơn vị trong danh sách.',
  'There are bodies already. Choose one from the list.',
)

const linkGone = forbidden(
  'link-gone',
  'Đường dẫn cài đặt này đã dùng, quá 24 giờ, hoặc đã có quản trị viên. Người vận hành máy chủ khởi động lại để có đường dẫn mới.',
  'This set-up link was used, is older than 24 hours, or there is an administrator already. The operator restarts the server to get a new one.',
)
