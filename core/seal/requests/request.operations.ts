// Opening a seal: asked with a reason, decided by a second person, over by itself.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { instantSchema } from '../../shared/day.ts'
import { reading, writing } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../../shared/result.ts'
import { whyNotNear } from '../asked.ts'
import { policyOf } from '../policy.store.ts'
import { handleSchema, standingOfItem } from '../seal.ts'
import { holdItem } from '../sealed.store.ts'
import { noSuchItem } from '../sealing.ts'
import { moves, whyNot, type Move } from './request.moves.ts'
import { holdFor, moveSchema, requestInput, requestShown, shown, standingOf } from './request.steps.ts'
import { decide, endRequest, insertRequest, liveRequest, requestsFor } from './request.store.ts'

const hour = 3_600_000

export const ask = writing({
  name: 'sealRequests.ask',
  summary: 'Xin mở niêm phong danh tính, bản gốc của một đơn tố cáo, nêu lý do',
  http: { method: 'POST', path: '/seal/requests' },
  who: { roles: ['sealOpener'] },
  input: z.object({
    handle: handleSchema,
    reason: z.string().trim().min(10).max(1000).meta({ description: 'lý do; không ghi tên người gửi đơn' }),
  }),
  output: z.object({ id: z.number().int(), waitUntil: instantSchema }),
  async run({ db, actor, now, today, record, tell }, { handle, reason }) {
    const item = await holdItem(db, handle)
    if (!item) return noSuchItem
    const standing = { state: null, askedBy: null, decidedBy: null, asOne: false }
    const refusal = whyNot(actor, 'ask', { ...standing, bodyId: item.bodyId, item: standingOfItem(item) })
    if (refusal || actor.kind !== 'person') return refusal ?? noSuchItem
    const { personId } = actor
    const near = await whyNotNear(db, item.what, { handle, personId, as: 'asker', today })
    if (near) return near
    if (await liveRequest(db, { itemId: item.id, personId, now })) return askedAlready
    const waitUntil = new Date(now.getTime() + (await policyOf(db)).waitDays * 24 * hour)
    const id = await insertRequest(db, { itemId: item.id, personId, at: now, reason, waitUntil })
    await record({ noun: 'sealRequest', id, move: 'ask' })
    const told = { sealRequest: id, title: '', body: item.bodyId }
    await tell({ topic: 'sealRequest.ask', bodyId: item.bodyId, payload: told })
    return ok({ id, waitUntil })
  },
})

const askedAlready = conflict(
  'asked-already',
  'Đồng chí đã xin mở mục này rồi, lần xin ấy đang chờ hoặc đang mở.',
  'You have asked for this item already; that request waits or is open.',
)

export const approve = writing({
  name: 'sealRequests.approve',
  summary: 'Duyệt cho mở niêm phong trong một số giờ; người duyệt không phải người xin',
  http: { method: 'POST', path: '/seal/requests/{id}/approve' },
  who: { roles: ['sealOpener', 'head'] },
  input: requestInput.extend({
    hours: z.coerce
      .number()
      .int()
      .min(1)
      .max(720)
      .optional()
      .meta({ description: 'mở mấy giờ; không ghi: mức tối đa' }),
    note: z.string().trim().max(1000).optional(),
  }),
  output: z.object({ openUntil: instantSchema }),
  async run(context, { id, hours, note }) {
    const { db, now, record } = context
    const held = await holdFor(context, 'approve', id)
    if (!held.ok) return held
    const { openHours } = await policyOf(db)
    if (hours !== undefined && hours > openHours) return invalid([tooManyHours(openHours)])
    const openUntil = new Date(now.getTime() + (hours ?? openHours) * hour)
    await decide(db, id, { personId: held.value.personId, at: now, openUntil, note: note || null })
    await record({ noun: 'sealRequest', id, move: 'approve', changes: { openUntil } })
    return ok({ openUntil })
  },
})

const tooManyHours = (most: number) =>
  problem('hours', 'too-many-hours', `Mở tối đa ${most} giờ mỗi lần.`, `At most ${most} hours at a time.`)

export const refuse = writing({
  name: 'sealRequests.refuse',
  summary: 'Từ chối một lần xin mở niêm phong, nêu lý do',
  http: { method: 'POST', path: '/seal/requests/{id}/refuse' },
  who: { roles: ['sealOpener', 'head'] },
  input: requestInput.extend({ note: z.string().trim().min(1).max(1000) }),
  output: requestInput,
  async run(context, { id, note }) {
    const held = await holdFor(context, 'refuse', id)
    if (!held.ok) return held
    await decide(context.db, id, { personId: held.value.personId, at: context.now, openUntil: null, note })
    await context.record({ noun: 'sealRequest', id, move: 'refuse' })
    return ok({ id })
  },
})

export const end = writing({
  name: 'sealRequests.end',
  summary: 'Kết thúc sớm: người xin thôi xin hoặc xem xong, người duyệt thôi cho mở',
  http: { method: 'POST', path: '/seal/requests/{id}/end' },
  who: { roles: ['sealOpener', 'head'] },
  input: requestInput,
  output: requestInput,
  async run(context, { id }) {
    const held = await holdFor(context, 'end', id)
    if (!held.ok) return held
    await endRequest(context.db, id, context.now)
    await context.record({ noun: 'sealRequest', id, move: 'end' })
    return ok({ id })
  },
})

export const list = reading({
  name: 'sealRequests.list',
  summary: 'Các lần xin mở niêm phong của tôi, và các lần đang chờ tôi duyệt',
  http: { method: 'GET', path: '/seal/requests' },
  who: { roles: ['sealOpener', 'head'] },
  input: z.object({}),
  output: z.object({
    requests: z.array(
      requestShown.extend({
        mine: z.boolean(),
        moves: z.array(moveSchema).meta({ description: 'việc tôi làm được bây giờ' }),
      }),
    ),
  }),
  async run(context) {
    const { db, actor, now, today } = context
    if (actor.kind !== 'person') return ok({ requests: [] })
    const { personId } = actor
    const found = await requestsFor(db, { personId, bodies: bodiesWhere(actor, 'sealOpener', 'head'), now })
    const requests = []
    for (const request of found) {
      const mine = request.askedBy === personId
      const { what, handle, decidedBy } = request
      const near = await whyNotNear(db, what, { handle, personId, as: mine ? 'asker' : 'approver', today })
      // Whom the case keeps away does not learn that somebody asks, nor why.
      if (near && !mine && decidedBy !== personId) continue
      const standing = await standingOf(context, request)
      const may = (move: Move) => move !== 'ask' && (near === null || move === 'end') && !whyNot(actor, move, standing)
      requests.push({ ...shown(request, now), mine, moves: moves.filter(may) })
    }
    return ok({ requests })
  },
})
