// Roles: given in a body from a day on, ended on a day, with the work in hand going to a colleague.
import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { shownDay, addDays, daySchema, type Day } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { handOver } from './handover.ts'
import { notYours } from './person.moves.ts'
import { expectedVersion, saved } from './person.outputs.ts'
import { openForChange, reachesBody } from './person.steps.ts'
import { insertRole } from './person.write.store.ts'
import { hasBegun } from './reach.store.ts'
import { endRole, holdsRoleIn, overlappingRole, roleById, type Held } from './role.store.ts'

const grantInput = z.object({
  id: idOf('person'),
  role: z.enum(roles),
  bodyId: idOf('body'),
  from: daySchema.optional().meta({ description: 'không ghi: từ hôm nay' }),
  to: daySchema.nullish().meta({ description: 'ngày cuối cùng; không ghi: chưa định' }),
  expectedVersion: expectedVersion.optional(),
})

export const grant = writing({
  name: 'roles.grant',
  summary: 'Giao cho một người một vai trò trong một tổ chức, từ một ngày',
  http: { method: 'POST', path: '/people/{id}/roles' },
  who: { roles: ['administrator'] },
  input: grantInput,
  output: saved.extend({ roleId: z.number().int() }),
  async run(context, { id, role, bodyId, expectedVersion: expected, ...days }) {
    const { db, actor, today } = context
    const { from = today, to = null } = days
    const faults = await faultsOfRole(context, { bodyId, from, to })
    if (faults.length > 0) return invalid(faults)
    if (!(await reachesBody(db, actor, { bodyId, today }))) return notYours
    const opened = await openForChange(context, 'grantRole', { id, expectedVersion: expected, role })
    if (!opened.ok) return opened
    const wanted = { personId: id, role, bodyId, validFrom: from, validTo: to }
    const same = await overlappingRole(db, wanted)
    if (same) return alreadyHeld(same)
    const roleId = await insertRole(db, id, wanted)
    await context.record({ noun: 'person', id, move: 'grantRole', changes: { roleId, role, bodyId, from, to } })
    return ok({ id, version: opened.value.version, roleId })
  },
})

/** What is wrong with the body and the days of a role. */
export async function faultsOfRole(
  { db }: Pick<WriteContext, 'db'>,
  { bodyId, from, to }: { bodyId: Id<'body'>; from: Day; to: Day | null },
): Promise<Problem[]> {
  const faults: Problem[] = []
  if (to !== null && to < from)
    faults.push(problem('to', 'reversed', 'Ngày cuối phải sau ngày đầu.', 'The last day must not be before the first.'))
  if (!(await hasBegun(db, bodyId, from)))
    faults.push(
      problem(
        'bodyId',
        'not-there',
        `Đơn vị này chưa có vào ngày ${shownDay(from)}. Hãy chọn đơn vị khác hoặc ngày khác.`,
        `No such body on ${from}. Choose another body or another day.`,
      ),
    )
  return faults
}

function alreadyHeld({ validFrom, validTo }: Held) {
  const until = validTo ? ` đến ${shownDay(validTo)}` : ''
  return conflict(
    'already-held',
    `Người này đã có vai trò này ở đơn vị đó từ ${shownDay(validFrom)}${until}. Hãy kết thúc lần trước rồi giao lại.`,
    `The person already holds this role there from ${validFrom}${validTo ? ` to ${validTo}` : ''}. End that first.`,
  )
}

export const end = writing({
  name: 'roles.end',
  summary: 'Kết thúc một vai trò vào một ngày; việc đang làm chuyển cho người được nêu',
  http: { method: 'POST', path: '/roles/{id}/end' },
  who: { roles: ['administrator'] },
  input: z.object({
    id: idOf('role_held'),
    lastDay: daySchema.optional().meta({ description: 'ngày cuối cùng còn giữ vai trò; không ghi: hôm qua' }),
    handOverTo: idOf('person').nullish().meta({ description: 'ai nhận việc đang làm dở' }),
    expectedVersion,
  }),
  output: saved,
  async run(context, input) {
    const held = await roleById(context.db, input.id)
    if (!held) return noSuchRole
    const lastDay = input.lastDay ?? addDays(context.today, -1)
    const refusal = await whyNotEnd(context, held, { lastDay, handOverTo: input.handOverTo ?? null })
    if (refusal) return refusal
    const { personId: id, role, bodyId } = held
    const opened = await openForChange(context, 'endRole', { id, expectedVersion: input.expectedVersion, role })
    if (!opened.ok) return opened
    if (!(await reachesBody(context.db, context.actor, { bodyId, today: context.today }))) return notYours
    await endRole(context.db, held.id, lastDay)
    const changes = { roleId: held.id, role, bodyId, lastDay, handOverTo: input.handOverTo ?? null }
    await context.record({ noun: 'person', id, move: 'endRole', changes })
    await handOver(context, { personId: id, role, bodyId, lastDay, handOverTo: input.handOverTo ?? null })
    return ok({ id, version: opened.value.version })
  },
})

async function whyNotEnd(
  { db, today }: WriteContext,
  held: Held,
  { lastDay, handOverTo }: { lastDay: Day; handOverTo: Id<'person'> | null },
): Promise<Extract<Result<never>, { ok: false }> | null> {
  if (held.validTo !== null && held.validTo < today) return alreadyEnded
  const begun = held.validFrom <= today
  if (begun && lastDay < addDays(held.validFrom, -1))
    return invalid([problem('lastDay', 'before-start', beforeStart(held).vi, beforeStart(held).en)])
  if (handOverTo === null) return null
  const taker = { bodyId: held.bodyId, day: lastDay < today ? today : addDays(lastDay, 1) }
  return handOverTo !== held.personId && (await holdsRoleIn(db, handOverTo, taker)) ? null : noTaker
}

const beforeStart = ({ validFrom }: Held) => ({
  vi: `Vai trò này bắt đầu ngày ${shownDay(validFrom)}; ngày cuối không thể sớm hơn.`,
  en: `The role began on ${validFrom}; it cannot end earlier.`,
})

const noTaker = invalid([
  problem(
    'handOverTo',
    'not-a-colleague',
    'Người nhận việc phải có tài khoản đang dùng và có vai trò ở cùng đơn vị.',
    'Who takes over needs an open account and a role in the same body.',
  ),
])

export const noSuchRole = notFound(
  'no-such-role',
  'Không có vai trò này. Hãy mở lại trang của người đó.',
  'There is no such role. Open the page of the person again.',
)

const alreadyEnded = conflict('already-ended', 'Vai trò này đã kết thúc rồi.', 'This role has ended already.')
