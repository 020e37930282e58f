// Hand-over of open work: what is open in bodies that ended, and the batch that gives it to takers, with its minutes.
import { z } from 'zod'
import { bodiesAt, bodiesBelow } from '../../bodies/body.read.ts'
import { whyNotReach } from '../../bodies/body.moves.ts'
import { standingOf } from '../../bodies/body.steps.ts'
import { bodiesWhere } from '../../shared/actor.ts'
import { addDays, daySchema, instantSchema } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type ReadContext, type WriteContext } from '../../shared/operation.ts'
import { invalid, notFound, ok, problem, type Problem } from '../../shared/result.ts'
import { administrators } from '../act.operations.ts'
import { bodyId, draftId } from '../act.schema.ts'
import { noSuchAct, openAct, personOf } from '../act.steps.ts'
import { circles, faultsOfLine, inCircle, proposedTaker } from './hand-over.ts'
import * as store from './hand-over.store.ts'
import { handOverParts, partKeys, type Batch, type HandOverLine } from './registry.ts'

type BodyId = Id<'body'>
const day = z.string().meta({ format: 'date' })
const handOverId = idOf('hand_over') as z.ZodType<Id<'hand_over'>, Id<'hand_over'>>
const bodyNamed = z.object({ bodyId, name: z.string() })
const thing = z.object({
  part: z.enum(partKeys),
  noun: z.string(),
  id: z.number().int(),
  bodyId,
  what: z.string(),
  dueOn: day.nullable(),
})

const openShown = z.object({
  bodies: z.array(
    z.object({
      ...{ bodyId, name: z.string(), on: day.meta({ description: 'ngày đầu tiên không còn tổ chức' }) },
      proposed: bodyId.nullable().meta({ description: 'đơn vị nhận được đề xuất' }),
      takers: z.array(bodyNamed).meta({ description: 'đơn vị kế tục và cấp trên' }),
      things: z.array(thing),
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
  input: z.object({ act: draftId.optional(), body: idOf('body').optional() }),
  output: openShown,
  async run(context, asked) {
    const ended = await endedFor(context, asked)
    if (!ended.ok) return ended
    return ok({ bodies: await openOf(context, ended.value) })
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

/** Bodies ever at or below the administrator's; null for the operator. */
async function reachedEver({ db, actor, today }: Pick<ReadContext, 'db' | 'actor' | 'today'>) {
  if (actor.kind !== 'person') return null
  return new Set(await store.belowEver(db, await bodiesBelow(db, bodiesWhere(actor, 'administrator'), today)))
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

async function thingsOpen(db: ReadContext['db'], ended: readonly { bodyId: BodyId; on: string }[]) {
  const all = []
  for (const part of handOverParts())
    for (const thing of await part.open(db, ended)) all.push({ ...thing, part: part.key })
  return all
}

export const save = writing({
  name: 'handOvers.save',
  summary: 'Bàn giao việc còn dang dở của các tổ chức đã kết thúc, kèm biên bản: tất cả hoặc không gì cả',
  http: { method: 'POST', path: '/hand-overs' },
  who: administrators,
  input: z.object({
    number: z.string().trim().min(1).max(60).meta({ description: 'số biên bản bàn giao' }),
    dated: daySchema.meta({ description: 'ngày lập biên bản' }),
    note: z
      .string()
      .trim()
      .max(1000)
      .nullish()
      .transform((text) => text || null),
    lines: z
      .array(z.object({ from: idOf('body'), to: idOf('body') }))
      .min(1)
      .max(1000)
      .meta({ description: 'mỗi tổ chức đã kết thúc, và đơn vị nhận' }),
    endRoles: z
      .array(z.coerce.number().int().positive())
      .default([])
      .meta({ description: 'vai trò chỉ kết thúc, không chuyển sang đơn vị nhận' }),
  }),
  output: z.object({ id: handOverId, things: z.number().int() }),
  async run(context, typed) {
    const { db } = context
    await store.lockHandOvers(db)
    const judged = await judgedLines(context, typed)
    if (!judged.ok) return judged
    const { number, dated, note } = typed
    const id = await store.insertHandOver(db, { number, dated, note, by: personOf(context.actor), at: context.now })
    await store.insertLines(db, id, judged.value)
    const things = await thingsOpen(
      db,
      judged.value.map(({ from, on }) => ({ bodyId: from, on })),
    )
    await store.insertThings(db, id, things)
    await perform(context, { id, number, lines: judged.value, endRoles: new Set(typed.endRoles) }, things)
    return ok({ id, things: things.length })
  },
})

type Things = Awaited<ReturnType<typeof thingsOpen>>

/** One line for each thing, then what each slice has to do, then the batch itself and those who take over are told. */
async function perform(context: WriteContext, batch: Omit<Batch, 'takerOf'>, things: Things): Promise<void> {
  const { id, number, lines } = batch
  const toOf = new Map(lines.map(({ from, to }) => [from, to]))
  for (const { noun, id: thing, bodyId, part } of things)
    await context.record({
      ...{ noun, id: thing, move: 'handOver' },
      changes: { handOver: id, part, from: bodyId, to: toOf.get(bodyId) },
    })
  const earlier = await store.takersOf(context.db, await store.everHandedOver(context.db))
  const takerOf = (body: BodyId): BodyId => earlier.get(body) ?? body
  for (const part of handOverParts()) await part.take?.(context, { ...batch, takerOf })
  const changes = { number, bodies: lines.length, things: things.length }
  await context.record({ noun: 'handOver', id, move: 'save', changes })
  for (const to of new Set(lines.map((line) => line.to))) {
    const count = things.filter(({ bodyId }) => toOf.get(bodyId) === to).length
    await context.tell({ topic: 'handOver.save', bodyId: to, payload: { handOver: id, number, count } })
  }
}

async function judgedLines(context: WriteContext, { lines }: { lines: readonly { from: BodyId; to: BodyId }[] }) {
  const { db, actor } = context
  const ids = [...new Set(lines.map(({ from }) => from))]
  if (ids.length < lines.length) return invalid([twice])
  const ended = new Map((await store.endedBodies(db, ids)).map((one) => [one.bodyId, one]))
  const taken = await store.takersOf(db, ids)
  const successors = await store.successorsOf(db, ids)
  const faults: Problem[] = circles(lines) ? [inCircle] : []
  const judged: HandOverLine[] = []
  for (const [at, { from, to }] of lines.entries()) {
    const one = ended.get(from)
    const on = one?.on ?? null
    const wanted = [...new Set([to, ...(successors.get(from) ?? [])])]
    const inForce = on === null ? [] : (await bodiesAt(db, wanted, on)).map((body) => body.bodyId)
    const takerInForce = inForce.includes(to)
    const name = one?.name ?? `#${from}`
    faults.push(...faultsOfLine({ at, name, from, to, on, takenAlready: taken.has(from), takerInForce }))
    if (!one) continue
    const refusal =
      whyNotReach(actor, await standingOf(db, { bodyId: from, placeId: one.placeId, day: addDays(one.on, -1) })) ??
      (await whyNotTaker(context, to, one.on))
    if (refusal) return refusal
    judged.push({ from, to, on: one.on, heirs: inForce })
  }
  return faults.length > 0 ? invalid(faults, codeOf(faults)) : ok(judged)
}

/** Sent twice is told apart from a faulty form, so that the page can say so. */
const codeOf = (faults: readonly Problem[]) =>
  faults.every(({ code }) => code === 'handed-over-already') ? 'handed-over-already' : 'hand-over-faults'

async function whyNotTaker({ db, actor }: WriteContext, to: BodyId, day: string) {
  const [taker] = await bodiesAt(db, [to], day)
  if (!taker) return null // said as a fault of its line
  return whyNotReach(actor, await standingOf(db, { bodyId: to, placeId: taker.placeId, day }))
}

const twice = problem(
  'lines',
  'twice',
  'Một tổ chức có ở hai dòng. Mỗi tổ chức chỉ bàn giao cho một đơn vị.',
  'A body stands in two lines; each is handed over to one.',
)

const keptShown = {
  ...{ id: handOverId, number: z.string(), dated: day, note: z.string().nullable() },
  ...{ madeAt: instantSchema, madeBy: z.string().nullable() },
}

export const list = reading({
  name: 'handOvers.list',
  summary: 'Các biên bản bàn giao việc',
  http: { method: 'GET', path: '/hand-overs' },
  who: administrators,
  input: z.object({}),
  output: z.object({
    handOvers: z.array(z.object({ ...keptShown, bodies: z.number().int(), things: z.number().int() })),
  }),
  async run(context) {
    const reached = await reachedEver(context)
    return ok({ handOvers: await store.handOversOf(context.db, reached && [...reached]) })
  },
})

export const show = reading({
  name: 'handOvers.show',
  summary: 'Một biên bản bàn giao: ai giao, ai nhận, những việc gì',
  http: { method: 'GET', path: '/hand-overs/{id}' },
  who: 'signedIn',
  input: z.object({ id: handOverId }),
  output: z.object({
    ...keptShown,
    lines: z.array(z.object({ from: bodyId, fromName: z.string(), to: bodyId, toName: z.string(), on: day })),
    things: z.array(thing),
  }),
  async run(context, { id }) {
    const { db, actor } = context
    const kept = await store.handOverById(db, id)
    if (!kept) return noSuchHandOver
    const lines = await store.linesOf(db, id)
    const mine = new Set(actor.kind === 'person' ? actor.roles.map((held) => held.bodyId) : [])
    const reached = await reachedEver(context)
    const sees = ({ from, to }: { from: BodyId; to: BodyId }) =>
      [from, to].some((body) => mine.has(body) || reached?.has(body))
    if (reached !== null && !lines.some(sees)) return noSuchHandOver
    return ok({ ...kept, lines, things: await store.thingsOf(db, id) })
  },
})

const noSuchHandOver = notFound(
  'no-such-hand-over',
  'Không có biên bản này, hoặc không thuộc đơn vị của đồng chí.',
  'There is no such hand-over, or it is not of your bodies.',
)

export const ofBody = reading({
  name: 'handOvers.ofBody',
  summary: 'Một tổ chức đã kết thúc bàn giao việc cho ai',
  http: { method: 'GET', path: '/bodies/{body}/hand-over' },
  who: 'anyone',
  input: z.object({ body: idOf('body') }),
  output: z.object({
    handOver: z
      .object({ number: z.string(), dated: day, toId: bodyId, toName: z.string(), on: day })
      .nullable()
      .meta({ description: 'null: chưa bàn giao, hoặc tổ chức đang hoạt động' }),
  }),
  async run({ db }, { body }) {
    const found = await store.handOverOf(db, body)
    if (!found) return ok({ handOver: null })
    const { id: _id, ...handOver } = found
    return ok({ handOver })
  },
})
