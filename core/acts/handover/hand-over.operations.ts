// Hand-over of open work: the batch that gives it to takers, with its minutes, all or nothing.
import { z } from 'zod'
import { bodiesAt } from '../../bodies/body.read.ts'
import { whyNotReach } from '../../bodies/body.moves.ts'
import { standingOf } from '../../bodies/body.steps.ts'
import { addDays, daySchema } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../../shared/result.ts'
import { administrators } from '../act.operations.ts'
import { personOf } from '../act.steps.ts'
import { circles, faultsOfLine, inCircle } from './hand-over.ts'
import { handOverId, thingsOpen } from './hand-over.steps.ts'
import * as store from './hand-over.store.ts'
import { handOverParts, type Batch, type HandOverLine } from './registry.ts'

type BodyId = Id<'body'>

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
    await context.tell({
      topic: 'handOver.save',
      bodyId: to,
      payload: { handOver: id, title: number, body: to, count },
    })
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
