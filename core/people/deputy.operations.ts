// Absence: for some days a colleague acts in somebody's role, under his own name.
import { z } from 'zod'
import { shownDay, addDays, daySchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { expectedVersion, saved } from './person.outputs.ts'
import { openForChange } from './person.steps.ts'
import { noSuchRole } from './role.operations.ts'
import {
  deputyById,
  endDeputy,
  holdsRoleIn,
  insertDeputy,
  overlappingDeputy,
  roleById,
  type Deputy,
  type Held,
} from './role.store.ts'

const setInput = z.object({
  id: idOf('role_held'),
  deputyId: idOf('person'),
  from: daySchema,
  to: daySchema.meta({ description: 'ngày cuối vắng mặt' }),
  reason: z.string().trim().min(1).max(300),
})

export const set = writing({
  name: 'deputies.set',
  summary: 'Cử người thay một vai trò khi người giữ vai trò vắng mặt, có ngày đi và ngày về',
  http: { method: 'POST', path: '/roles/{id}/deputies' },
  who: 'signedIn',
  input: setInput,
  output: saved.extend({ deputyRowId: z.number().int() }),
  async run(context, input) {
    const held = await roleById(context.db, input.id)
    if (!held) return noSuchRole
    // First the right: who may not is not told whether the days would fit.
    const opened = await openForChange(context, 'setDeputy', { id: held.personId, role: held.role })
    if (!opened.ok) return opened
    const faults = await faultsOf(context, held, input)
    if (faults.length > 0) return invalid(faults)
    const other = await overlappingDeputy(context.db, held.id, input)
    if (other) return alreadyDeputised(other)
    const { deputyId, from, to, reason } = input
    const made = await insertDeputy(context.db, { roleId: held.id, deputyId, from, to, reason })
    const changes = { roleId: held.id, role: held.role, bodyId: held.bodyId, deputyId, from, to }
    await context.record({ noun: 'person', id: held.personId, move: 'setDeputy', changes })
    return ok({ id: held.personId, version: opened.value.version, deputyRowId: made })
  },
})

async function faultsOf({ db, today }: WriteContext, held: Held, input: z.output<typeof setInput>): Promise<Problem[]> {
  const { from, to, deputyId } = input
  const faults: Problem[] = []
  if (to < from)
    faults.push(problem('to', 'reversed', 'Ngày về phải sau ngày đi.', 'The last day must not be before the first.'))
  if (to < today) faults.push(problem('to', 'past', 'Những ngày này đã qua.', 'These days are over.'))
  if (from < held.validFrom || (held.validTo !== null && to > held.validTo)) faults.push(outsideRole(held))
  if (deputyId === held.personId) faults.push(notHimself)
  else if (!(await holdsRoleIn(db, deputyId, { bodyId: held.bodyId, day: from < today ? today : from })))
    faults.push(notAColleague)
  return faults
}

function outsideRole({ validFrom, validTo }: Held): Problem {
  const until = validTo ? ` đến ${shownDay(validTo)}` : ''
  return problem(
    'from',
    'outside-role',
    `Người vắng chỉ giữ vai trò này từ ${shownDay(validFrom)}${until}.`,
    `The role is held from ${validFrom}${validTo ? ` to ${validTo}` : ''} only.`,
  )
}

const notHimself = problem('deputyId', 'himself', 'Hãy chọn một người khác.', 'Choose somebody else.')

const notAColleague = problem(
  'deputyId',
  'not-a-colleague',
  'Người thay phải có tài khoản đang dùng và có vai trò của chính mình ở cùng đơn vị vào những ngày đó.',
  'A deputy needs an open account and a role of his own in the same body on those days.',
)

function alreadyDeputised({ deputyName, validFrom, validTo }: Deputy) {
  return conflict(
    'already-deputised',
    `Đã cử ${deputyName} thay từ ${shownDay(validFrom)} đến ${shownDay(validTo)}. Hãy kết thúc lần đó trước.`,
    `${deputyName} already deputises from ${validFrom} to ${validTo}. End that first.`,
  )
}

export const end = writing({
  name: 'deputies.end',
  summary: 'Kết thúc việc thay: người vắng trở lại sớm, hoặc thôi không cử nữa',
  http: { method: 'POST', path: '/deputies/{id}/end' },
  who: 'signedIn',
  input: z.object({
    id: idOf('deputising'),
    lastDay: daySchema.optional().meta({ description: 'ngày cuối còn thay; không ghi: hôm qua' }),
    expectedVersion: expectedVersion.optional(),
  }),
  output: saved,
  async run(context, input) {
    const deputy = await deputyById(context.db, input.id)
    if (!deputy) return noSuchDeputy
    const held = (await roleById(context.db, deputy.roleId))!
    const wanted = { id: held.personId as Id<'person'>, role: held.role, expectedVersion: input.expectedVersion }
    const opened = await openForChange(context, 'endDeputy', wanted)
    if (!opened.ok) return opened
    const lastDay = input.lastDay ?? addDays(context.today, -1)
    if (deputy.validTo < context.today) return alreadyOver
    if (lastDay > deputy.validTo) return notLonger
    await endDeputy(context.db, deputy.id, lastDay)
    const changes = { roleId: held.id, role: held.role, bodyId: held.bodyId, deputyId: deputy.deputyId, lastDay }
    await context.record({ noun: 'person', id: held.personId, move: 'endDeputy', changes })
    return ok({ id: held.personId, version: opened.value.version })
  },
})

const noSuchDeputy = notFound(
  'no-such-deputy',
  'Không có lần cử người thay này. Hãy tải lại trang.',
  'There is no such absence. Load the page again.',
)
const alreadyOver = conflict('already-over', 'Lần thay này đã kết thúc rồi.', 'This absence is over already.')
const notLonger = invalid([
  problem(
    'lastDay',
    'longer',
    'Ngày này muộn hơn ngày đã định; muốn kéo dài hãy cử thêm một lần nữa.',
    'That is later than agreed; add another absence to make it longer.',
  ),
])
