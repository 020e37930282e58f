// A body ends and others go on: merged, split, remade or dissolved. Its past stays; what it held must be given anew.
import { z } from 'zod'
import { shownDay, addDays, daySchema, type Day } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { meant, notAfterTheLast } from './body.change.ts'
import { whyNot } from './body.moves.ts'
import { succeeded } from './body.outputs.ts'
import { lastVersionOn, openForChange, standingOf } from './body.steps.ts'
import { bodiesAt, bodiesBelow, childrenOf } from './body.store.ts'
import { endings, successorsAllowed, type BodyVersion } from './body.ts'
import { endBody, insertSuccessions, moveChildren } from './body.write.store.ts'

const input = z.object({
  ...meant,
  kind: z.enum(endings),
  toIds: z.array(idOf('body')).default([]).meta({ description: 'tổ chức kế tục' }),
  on: daySchema.meta({ description: 'ngày đầu tiên không còn tổ chức cũ' }),
  note: z.string().trim().max(500).nullish(),
})
type Input = z.output<typeof input>

export const succeed = writing({
  name: 'bodies.succeed',
  summary: 'Kết thúc một tổ chức: sáp nhập, chia tách, chuyển đổi hoặc giải thể, ghi rõ tổ chức kế tục',
  http: { method: 'POST', path: '/bodies/{id}/succeed' },
  who: { roles: ['administrator'] },
  input,
  output: succeeded,
  run: succeedBody,
})

export async function succeedBody(context: WriteContext, input: Input) {
  const { db } = context
  const { id, kind, toIds, on } = input
  const opened = await openForChange(context, 'succeed', input)
  if (!opened.ok) return opened
  const last = lastVersionOn(opened.value.versions, addDays(on, -1))
  const faults = [...(last ? [] : [notAfterTheLast(opened.value.versions)]), ...(await faultsOf(context, input))]
  if (!last || faults.length > 0) return invalid(faults)
  const refusal = await whyNotSuccessors(context, input)
  if (refusal) return refusal
  const children = await childrenOf(db, id, on)
  if (children.length > 0 && toIds.length !== 1) return childrenRemain(children)
  const functionsEnded = await endBody(db, last, on)
  await insertSuccessions(db, id, { to: toIds, on, kind, note: input.note ?? null })
  const moved = toIds.length === 1 ? await moveUnder(context, children, { from: id, to: toIds[0]!, on }) : []
  await context.record({ noun: 'body', id, move: 'succeed', changes: { kind, toIds, on, functionsEnded } })
  return ok({ id, version: input.expectedVersion + 1, functionsEnded, moved })
}

async function faultsOf({ db }: WriteContext, { id, kind, toIds, on }: Input): Promise<Problem[]> {
  const [least, most] = successorsAllowed[kind]
  const others = [...new Set(toIds.filter((to) => to !== id))]
  const faults: Problem[] = []
  if (others.length !== toIds.length || toIds.length < least || toIds.length > most)
    faults.push(problem('toIds', 'wrong-number', ...howMany[kind]))
  if ((await bodiesAt(db, others, on)).length < others.length) faults.push(notInForce(on))
  const below = new Set(await bodiesBelow(db, [id], on))
  if (others.some((other) => below.has(other))) faults.push(belowIt)
  return faults
}

function notInForce(on: Day): Problem {
  const vi = `Có tổ chức kế tục không hoạt động vào ngày ${shownDay(on)}. Hãy lập tổ chức đó trước.`
  return problem('toIds', 'not-in-force', vi, `A successor is not in force on ${on}. Create it first.`)
}

// Its other children would come under the successor, and the successor under itself.
const belowIt = problem(
  'toIds',
  'below-it',
  'Tổ chức kế tục đang trực thuộc chính tổ chức này. Hãy chọn tổ chức khác.',
  'A successor is below the body that ends. Choose another.',
)

/** What one takes over, one must be allowed to give: the successors lie within the actor's reach too. */
async function whyNotSuccessors({ db, actor }: WriteContext, { toIds, on }: Input) {
  for (const to of await bodiesAt(db, toIds, on)) {
    const standing = await standingOf(db, { bodyId: to.bodyId, placeId: to.placeId, day: on })
    const refusal = whyNot(actor, 'succeed', standing)
    if (refusal) return refusal
  }
  return null
}

const howMany: Record<Input['kind'], [string, string]> = {
  merged: ['Sáp nhập: hãy chọn đúng một tổ chức khác tiếp nhận.', 'Merged: choose exactly one other body.'],
  retyped: ['Chuyển đổi: hãy chọn đúng một tổ chức khác kế tục.', 'Remade: choose exactly one other body.'],
  split: ['Chia tách: hãy chọn ít nhất hai tổ chức khác kế tục.', 'Split: choose at least two other bodies.'],
  dissolved: ['Giải thể: không chọn tổ chức kế tục.', 'Dissolved: choose no successor.'],
}

function childrenRemain(children: BodyVersion[]) {
  const names = children.slice(0, 3).map((child) => child.name)
  const more = children.length > names.length ? ` (${children.length})` : ''
  return conflict(
    'children-remain',
    `Còn tổ chức trực thuộc: ${names.join(', ')}${more}. Hãy kết thúc các tổ chức đó trước, hoặc chọn một tổ chức tiếp nhận.`,
    `Bodies remain under it: ${names.join(', ')}${more}. End them first, or choose one successor.`,
  )
}

async function moveUnder(
  context: WriteContext,
  children: BodyVersion[],
  by: { from: Id<'body'>; to: Id<'body'>; on: string },
): Promise<Id<'body'>[]> {
  await moveChildren(context.db, children, by)
  for (const { bodyId } of children)
    await context.record({ noun: 'body', id: bodyId, move: 'move', changes: { parentId: by.to, on: by.on } })
  return children.map((child) => child.bodyId)
}
