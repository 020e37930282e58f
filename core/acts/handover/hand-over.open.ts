// What is open in bodies that ended, by body and kind, with the proposed taker and what stays.
import { z } from 'zod'
import { bodiesAt } from '../../bodies/body.read.ts'
import { addDays } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadContext } from '../../shared/operation.ts'
import { ok } from '../../shared/result.ts'
import { searchKey } from '../../shared/text.ts'
import { administrators } from '../act.operations.ts'
import { bodyId, draftId } from '../act.schema.ts'
import { noSuchAct, openAct } from '../act.steps.ts'
import { proposedTaker } from './hand-over.ts'
import { day, reachedEver, thingShown, thingsOpen } from './hand-over.steps.ts'
import * as store from './hand-over.store.ts'
import { handOverParts, partKeys } from './registry.ts'

type BodyId = Id<'body'>
const bodyNamed = z.object({ bodyId, name: z.string() })

/** On one page, and in one paper. */
const most = 200

const openShown = z.object({
  total: z.number().int().meta({ description: 'tất cả, kể cả những tổ chức chưa nêu ở đây' }),
  bodies: z.array(
    z.object({
      ...{ bodyId, name: z.string(), on: day.meta({ description: 'ngày đầu tiên không còn tổ chức' }) },
      proposed: bodyId.nullable().meta({ description: 'đơn vị nhận được đề xuất' }),
      takers: z.array(bodyNamed).meta({ description: 'đơn vị kế tục và cấp trên' }),
      things: z.array(thingShown),
      stays: z.array(z.object({ part: z.enum(partKeys), count: z.number().int() })),
    }),
  ),
})

export const open = reading({
  name: 'handOvers.open',
  summary:
    'Việc còn dang dở của các tổ chức đã kết thúc, chưa bàn giao; theo văn bản sắp xếp, hoặc trong phạm vi quản trị',
  http: { method: 'GET', path: '/hand-overs/open' },
  who: administrators,
  input: z.object({
    act: draftId.optional(),
    body: idOf('body').optional(),
    q: z.string().trim().max(100).optional().meta({ description: 'chỉ những tổ chức có những chữ này trong tên' }),
  }),
  output: openShown,
  async run(context, asked) {
    const ended = await endedFor(context, asked)
    if (!ended.ok) return ended
    const words = searchKey(asked.q ?? '')
      .split(' ')
      .filter(Boolean)
    const found = ended.value.filter(({ name }) => words.every((word) => ` ${searchKey(name)}`.includes(` ${word}`)))
    return ok({ total: found.length, bodies: await openOf(context, found.slice(0, most)) })
  },
})

async function endedFor(context: ReadContext, { act, body }: { act?: Id<'act_draft'>; body?: BodyId }) {
  const { db, actor, today } = context
  const waiting = async (ids: readonly BodyId[]) => {
    const taken = await store.takersOf(db, ids)
    return store.endedBodies(
      db,
      ids.filter((id) => !taken.has(id)),
    )
  }
  if (act !== undefined) {
    const opened = await openAct(context, act, 'read')
    if (!opened.ok) return opened
    if (opened.value.actId === null) return noSuchAct
    return ok(await waiting(await store.endedByAct(db, opened.value.actId, opened.value.effectiveOn)))
  }
  const reached = await reachedEver(context)
  if (body !== undefined)
    return ok((await waiting([body])).filter((one) => reached === null || reached.has(one.bodyId)))
  const all = await store.waitingIn(db, actor.kind === 'operator' ? null : [...(reached ?? [])])
  return ok(all.filter(({ on }) => on <= addDays(today, 366)))
}

async function openOf({ db }: Pick<ReadContext, 'db'>, ended: readonly store.EndedBody[]) {
  const ids = ended.map((one) => one.bodyId)
  const successors = await store.successorsOf(db, ids)
  const things = await thingsOpen(db, ended)
  const stays = await Promise.all(
    handOverParts().map(async (part) => ({ part: part.key, counts: await part.stays?.(db, ids) })),
  )
  const shown = []
  for (const one of ended) {
    const after = successors.get(one.bodyId) ?? []
    const wanted = [...new Set([...after, ...(one.parentId === null ? [] : [one.parentId])])]
    const inForce = await bodiesAt(db, wanted, one.on)
    const takers = wanted.flatMap((id) => inForce.filter(({ bodyId }) => bodyId === id))
    const proposed = proposedTaker(one, after)
    shown.push({
      ...{ bodyId: one.bodyId, name: one.name, on: one.on },
      proposed: takers.some((taker) => taker.bodyId === proposed) ? proposed : (takers[0]?.bodyId ?? null),
      takers: takers.map(({ bodyId, name }) => ({ bodyId, name })),
      things: things.filter((thing) => thing.bodyId === one.bodyId),
      stays: stays.flatMap(({ part, counts }) => {
        const count = counts?.get(one.bodyId) ?? 0
        return count > 0 ? [{ part, count }] : []
      }),
    })
  }
  return shown
}
