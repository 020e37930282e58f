// Minutes that were made: their list, one of them, and who took over from a body.
import { z } from 'zod'
import { instantSchema } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading } from '../../shared/operation.ts'
import { notFound, ok } from '../../shared/result.ts'
import { administrators } from '../act.operations.ts'
import { bodyId } from '../act.schema.ts'
import { day, handOverId, reachedEver, thingShown } from './hand-over.steps.ts'
import * as store from './hand-over.store.ts'

type BodyId = Id<'body'>

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
    things: z.array(thingShown),
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
