// What an administrator asks about accounts: who there is, one of them, a new one, another name.
import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing, type ReadContext } from '../shared/operation.ts'
import { invalid, ok, problem } from '../shared/result.ts'
import { makePerson } from './person.create.ts'
import { listPeople } from './person.list.store.ts'
import { notYours } from './person.moves.ts'
import { expectedVersion, personListed, personShown, saved } from './person.outputs.ts'
import { roleShownOf, showPerson } from './person.show.ts'
import { noSuchPerson, openForChange, reachOf, standingOf } from './person.steps.ts'
import { personById, rolesOf } from './person.store.ts'
import { inForceOn, usernameOf } from './person.ts'
import { setName } from './person.write.store.ts'

const administrators = { roles: ['administrator'] } as const

const listInput = z.object({
  body: idOf('body').optional(),
  q: z.string().trim().max(100).optional().meta({ description: 'trong tên hiển thị và tên đăng nhập' }),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})

export const list = reading({
  name: 'people.list',
  summary: 'Những người trong hệ thống và địa bàn mình quản trị',
  http: { method: 'GET', path: '/people' },
  who: administrators,
  input: listInput,
  output: z.object({
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    people: z.array(personListed),
  }),
  async run(context, { body: bodyId, ...wanted }) {
    const { db, actor, today } = context
    const reach = await reachOf(db, actor, today)
    const { total, people } = await listPeople(db, { ...wanted, bodyId, reach, today })
    return ok({ total, page: wanted.page, size: wanted.size, people: await withRoles(context, people) })
  },
})

async function withRoles<P extends { id: z.output<typeof personListed>['id'] }>(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  people: readonly P[],
) {
  const ids = people.map((person) => person.id)
  const held = (await rolesOf(db, ids, today)).filter((row) => inForceOn(row, today))
  return people.map((person) => ({
    ...person,
    roles: held.filter((row) => row.personId === person.id).map(roleShownOf),
  }))
}

export const show = reading({
  name: 'people.show',
  summary: 'Một người: tài khoản, vai trò qua các thời kỳ, ai thay khi vắng',
  http: { method: 'GET', path: '/people/{id}' },
  who: administrators,
  input: z.object({ id: idOf('person') }),
  output: personShown,
  async run(context, { id }) {
    const person = await personById(context.db, id)
    if (!person) return noSuchPerson
    const { reached } = await standingOf(context, person)
    return reached ? ok(await showPerson(context, person)) : notYours
  },
})

const name = z.string().trim().min(1).max(200).meta({ description: 'chức danh và họ tên, như hiển thị' })

export const create = writing({
  name: 'people.create',
  summary: 'Lập tài khoản cho một người với vai trò đầu tiên; mật khẩu lần đầu chỉ hiện một lần',
  http: { method: 'POST', path: '/people' },
  who: administrators,
  input: z.object({
    name,
    username: z.string().transform(usernameOf).optional().meta({ description: 'không ghi: hệ thống đặt' }),
    bodyId: idOf('body'),
    role: z.enum(roles),
    from: daySchema.optional().meta({ description: 'không ghi: từ hôm nay' }),
    to: daySchema.nullish(),
    password: z.string().optional().meta({ description: 'chỉ dùng trên dòng lệnh của máy chủ' }),
    sample: z.boolean().default(false).meta({ description: 'người minh hoạ; chỉ dùng trên dòng lệnh của máy chủ' }),
  }),
  output: saved.extend({
    username: z.string(),
    password: z.string().nullable().meta({ description: 'mật khẩu lần đầu, chỉ hiện lần này; null: đã đặt sẵn' }),
  }),
  async run(context, input) {
    const { actor } = context
    if (actor.kind !== 'operator' && (input.password !== undefined || input.sample))
      return invalid([
        problem(
          input.sample ? 'sample' : 'password',
          'operator-only',
          'Mục này chỉ dùng trên dòng lệnh của máy chủ. Hãy bỏ trống.',
          'Only the command line of the server takes this. Leave it out.',
        ),
      ])
    return makePerson(context, input)
  },
})

export const rename = writing({
  name: 'people.rename',
  summary: 'Sửa tên hiển thị của một người',
  http: { method: 'POST', path: '/people/{id}/rename' },
  who: administrators,
  input: z.object({ id: idOf('person'), name, expectedVersion }),
  output: saved,
  async run(context, input) {
    const opened = await openForChange(context, 'rename', input)
    if (!opened.ok) return opened
    const { username, version } = opened.value
    await setName(context.db, input.id, { name: input.name, username })
    await context.record({ noun: 'person', id: input.id, move: 'rename' })
    return ok({ id: input.id, version })
  },
})
