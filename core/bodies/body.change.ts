// Changes of one body: another name from a day on, functions given and ended.
import { z } from 'zod'
import { shownDay, daySchema } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { nameTyped } from './body.create.ts'
import { saved } from './body.outputs.ts'
import { lastVersionOn, openForChange, unknownFunction } from './body.steps.ts'
import { functionsOf } from './body.store.ts'
import type { BodyVersion } from './body.ts'
import { endFunction as endHeld, insertFunction, insertSuccessions, replaceVersion } from './body.write.store.ts'

/** The body, and the version of it that was looked at. */
export const meant = { id: idOf('body'), expectedVersion: seenVersion(1) }

const renameInput = z.object({
  ...meant,
  on: daySchema.meta({ description: 'ngày đầu tiên mang tên mới' }),
  name: nameTyped,
  shortName: nameTyped.optional(),
  symbol: z.string().trim().min(1).max(30).optional(),
  note: z.string().trim().max(500).nullish(),
})

export const rename = writing({
  name: 'bodies.rename',
  summary: 'Đổi tên một tổ chức từ một ngày; tên cũ vẫn giữ cho những ngày trước',
  http: { method: 'POST', path: '/bodies/{id}/rename' },
  who: { roles: ['administrator'] },
  input: renameInput,
  output: saved,
  run: renameBody,
})

export async function renameBody(context: WriteContext, input: z.output<typeof renameInput>) {
  const opened = await openForChange(context, 'rename', input)
  if (!opened.ok) return opened
  const old = lastVersionOn(opened.value.versions, input.on)
  if (!old || old.validFrom === input.on) return invalid([notAfterTheLast(opened.value.versions)])
  const { id, on, name, shortName = name, symbol = old.symbol } = input
  if (old.name === name && old.shortName === shortName && old.symbol === symbol) return sameName
  await replaceVersion(context.db, old, { ...old, validFrom: on, name, shortName, symbol })
  await insertSuccessions(context.db, id, { to: [id], on, kind: 'renamed', note: input.note ?? null })
  await context.record({ noun: 'body', id, move: 'rename', changes: { on, from: old.name, to: name } })
  return ok({ id, version: input.expectedVersion + 1 })
}

/** Only the last version is followed by another: what was in between is history. */
export function notAfterTheLast(versions: readonly BodyVersion[]): Problem {
  const last = versions.at(-1)!
  const since = last.validFrom && ` Tên hiện nay dùng từ ngày ${shownDay(last.validFrom)}.`
  return problem(
    'on',
    'not-after-the-last',
    `Ngày này phải sau ngày bắt đầu của tên hiện nay và khi tổ chức còn hoạt động.${since ?? ''}`,
    'The day must come after the present name began and while the body is in force.',
  )
}

const sameName = invalid([
  problem('name', 'same', 'Tên mới giống tên hiện nay; không có gì để đổi.', 'The new name is the present one.'),
])

const functionTyped = z.string().meta({ description: 'khoá trong danh mục: bodies.catalogue' })

const giveInput = z.object({
  ...meant,
  function: functionTyped,
  from: daySchema.optional().meta({ description: 'không ghi: từ khi có tổ chức' }),
})

export const giveFunction = writing({
  name: 'bodies.giveFunction',
  summary: 'Giao một chức năng cho tổ chức từ một ngày',
  http: { method: 'POST', path: '/bodies/{id}/functions' },
  who: { roles: ['administrator'] },
  input: giveInput,
  output: saved,
  run: giveBodyFunction,
})

export async function giveBodyFunction(context: WriteContext, input: z.output<typeof giveInput>) {
  const faults = await unknownFunction(context.db, input.function)
  if (faults.length > 0) return invalid(faults)
  const opened = await openForChange(context, 'giveFunction', input)
  if (!opened.ok) return opened
  const { versions } = opened.value
  const [first, last] = [versions[0]!, versions.at(-1)!]
  const from = input.from ?? first.validFrom
  if (from !== null && outside(from, first, last)) return invalid([notInForce])
  if (await overlaps(context.db, input, { from, to: last.validTo })) return alreadyHeld
  await insertFunction(context.db, input.id, { function: input.function, validFrom: from, validTo: last.validTo })
  const changes = { function: input.function, from }
  await context.record({ noun: 'body', id: input.id, move: 'giveFunction', changes })
  return ok({ id: input.id, version: input.expectedVersion + 1 })
}

function outside(day: string, first: BodyVersion, last: BodyVersion): boolean {
  return (first.validFrom !== null && day < first.validFrom) || (last.validTo !== null && day > last.validTo)
}

async function overlaps(
  db: Parameters<typeof functionsOf>[0],
  { id, function: key }: { id: BodyVersion['bodyId']; function: string },
  span: { from: string | null; to: string | null },
): Promise<boolean> {
  return (await functionsOf(db, id)).some(
    (held) =>
      held.function === key &&
      (held.validTo === null || span.from === null || span.from <= held.validTo) &&
      (held.validFrom === null || span.to === null || held.validFrom <= span.to),
  )
}

const notInForce = problem(
  'from',
  'not-in-force',
  'Tổ chức không hoạt động vào ngày này.',
  'The body is not in force on that day.',
)

const alreadyHeld = conflict(
  'already-held',
  'Tổ chức đã giữ chức năng này trong thời gian đó. Hãy kết thúc lần giao trước rồi giao lại.',
  'The body already holds this function in that time. End the earlier one first.',
)

export const endFunction = writing({
  name: 'bodies.endFunction',
  summary: 'Kết thúc một chức năng của tổ chức sau một ngày',
  http: { method: 'POST', path: '/bodies/{id}/functions/end' },
  who: { roles: ['administrator'] },
  input: z.object({ ...meant, function: functionTyped, lastDay: daySchema }),
  output: saved,
  async run(context, { id, expectedVersion, function: key, lastDay }) {
    const opened = await openForChange(context, 'endFunction', { id, expectedVersion })
    if (!opened.ok) return opened
    if (!(await endHeld(context.db, id, { function: key, lastDay }))) return notHeld
    await context.record({ noun: 'body', id, move: 'endFunction', changes: { function: key, lastDay } })
    return ok({ id, version: expectedVersion + 1 })
  },
})

const notHeld = conflict(
  'not-held',
  'Vào ngày đó tổ chức không giữ chức năng này, nên không có gì để kết thúc.',
  'The body does not hold this function on that day.',
)
