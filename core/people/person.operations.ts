// What an administrator asks about one account: look at it, make it, another name.
import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing } from '../shared/operation.ts'
import { invalid, ok, problem } from '../shared/result.ts'
import { makePerson } from './person.create.ts'
import { notYours } from './person.moves.ts'
import { expectedVersion, personShown, saved } from './person.outputs.ts'
import { showPerson } from './person.show.ts'
import { noSuchPerson, openForChange, standingOf } from './person.steps.ts'
import { personById } from './person.store.ts'
import { usernameOf } from './person.ts'
import { setName } from './person.write.store.ts'

const administrators = { roles: ['administrator'] } as const

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
