// Whom an administrator administers, and in which bodies.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading, type ReadContext } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { listPeople } from './person.list.store.ts'
import { personListed } from './person.outputs.ts'
import { roleShownOf } from './person.show.ts'
import { reachOf } from './person.steps.ts'
import { rolesOf } from './person.store.ts'
import { inForceOn } from './person.ts'
import { bodiesToChoose } from './reach.store.ts'

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

const mostChoices = 300

export const bodies = reading({
  name: 'people.bodies',
  summary: 'Các đơn vị mình quản trị, để chọn khi lập tài khoản hay giao vai trò',
  http: { method: 'GET', path: '/people/bodies' },
  who: administrators,
  input: z.object({ q: z.string().trim().max(100).default('') }),
  output: z.object({
    total: z
      .number()
      .int()
      .meta({ description: `nhiều hơn ${mostChoices} thì chỉ trả về phần đầu; hãy tìm theo tên` }),
    bodies: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        endedOn: z.string().nullable().meta({ description: 'ngày cuối cùng; null: đang hoạt động' }),
      }),
    ),
  }),
  async run({ db, actor, today }, { q }) {
    const found = await bodiesToChoose(db, { reach: await reachOf(db, actor, today), q, today, most: mostChoices })
    return ok({ total: found[0]?.total ?? 0, bodies: found.map(({ total: _total, ...body }) => body) })
  },
})
