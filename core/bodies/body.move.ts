// A body goes on at another place or under another upper body from a day; where it was stays in its history.
import { z } from 'zod'
import { versionAt } from '../places/place.read.ts'
import { shownDay, daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../shared/result.ts'
import { meant, notAfterTheLast } from './body.change.ts'
import { nameTyped } from './body.create.ts'
import { whyNot } from './body.moves.ts'
import { saved } from './body.outputs.ts'
import { lastVersionOn, openForChange, standingOf } from './body.steps.ts'
import { bodiesBelow, bodyAt } from './body.store.ts'
import { replaceVersion } from './body.write.store.ts'

const input = z.object({
  ...meant,
  on: daySchema.meta({ description: 'ngày đầu tiên ở địa bàn mới hoặc dưới cấp trên mới' }),
  placeId: idOf('place').optional().meta({ description: 'không ghi: giữ nguyên' }),
  parentId: idOf('body').nullish().meta({ description: 'không ghi: giữ nguyên; null: không có cấp trên' }),
  name: nameTyped.optional().meta({ description: 'tên mới nếu đổi cùng lúc' }),
  shortName: nameTyped.optional(),
})

export const move = writing({
  name: 'bodies.move',
  summary: 'Chuyển một tổ chức sang địa bàn khác hoặc về cấp trên khác từ một ngày',
  http: { method: 'POST', path: '/bodies/{id}/move' },
  who: { roles: ['administrator'] },
  input,
  output: saved,
  run: moveBody,
})

export async function moveBody(context: WriteContext, typed: z.output<typeof input>) {
  const { db } = context
  const { id, on } = typed
  const opened = await openForChange(context, 'move', typed)
  if (!opened.ok) return opened
  const old = lastVersionOn(opened.value.versions, on)
  if (!old || old.validFrom === on) return invalid([notAfterTheLast(opened.value.versions)])
  const { placeId = old.placeId, parentId = old.parentId, name = old.name } = typed
  const shortName = typed.shortName ?? (typed.name ? name : old.shortName)
  const faults = await faultsOf(context, { id, on, placeId, parentId })
  if (placeId === old.placeId && parentId === old.parentId) faults.push(stays)
  if (faults.length > 0) return invalid(faults)
  const there = await standingOf(db, { bodyId: parentId, placeId, day: on })
  const refusal = whyNot(context.actor, 'create', there)
  if (refusal) return refusal
  await replaceVersion(db, old, { ...old, validFrom: on, placeId, parentId, name, shortName })
  await context.record({ noun: 'body', id, move: 'move', changes: { on, placeId, parentId, name } })
  return ok({ id, version: typed.expectedVersion + 1 })
}

async function faultsOf(
  { db }: WriteContext,
  to: Required<Pick<z.output<typeof input>, 'id' | 'on' | 'placeId' | 'parentId'>>,
): Promise<Problem[]> {
  const { id, on, placeId, parentId } = to
  const day = shownDay(on)
  const faults: Problem[] = []
  if (!(await versionAt(db, placeId, on)))
    faults.push(problem('placeId', 'not-there', `Địa bàn này không có vào ngày ${day}.`, `No such place on ${on}.`))
  if (parentId === null) return faults
  if (!(await bodyAt(db, parentId, on)))
    faults.push(
      problem('parentId', 'not-there', `Cấp trên không hoạt động vào ngày ${day}.`, `No such upper body on ${on}.`),
    )
  if ((await bodiesBelow(db, [id], on)).includes(parentId)) faults.push(belowItself)
  return faults
}

const stays = problem('placeId', 'same', 'Tổ chức đã ở đó rồi; không có gì để chuyển.', 'The body is there already.')

const belowItself = problem(
  'parentId',
  'below-itself',
  'Cấp trên mới đang trực thuộc chính tổ chức này. Hãy chọn tổ chức khác.',
  'The new upper body is below this very body. Choose another.',
)
