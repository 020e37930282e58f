// What can be done with a call once it is made: change it, issue it, close it, open it again.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { stageAfterCall } from './call.moves.ts'
import { draftShape, movedCall } from './call.schema.ts'
import { beginCall, standingOf } from './call.steps.ts'
import { addresseesOf, candidatesFor, sectionsOf, updateCall, writeAddressees, writeSections } from './call.store.ts'

const drafting = { roles: ['officer', 'head'] } as const
const seen = { id: idOf('call'), expectedVersion: seenVersion(1) }

export const editCall = writing({
  name: 'calls.edit',
  summary: 'Sửa đề cương khi chưa ban hành: tên, hạn, lời dẫn, các mục, những đơn vị phải trả lời',
  http: { method: 'PUT', path: '/calls/{id}' },
  who: drafting,
  input: z.object({ ...seen, ...draftShape }),
  output: movedCall,
  async run(context, input) {
    const { db } = context
    const begun = await beginCall(context, input, 'edit')
    if (!begun.ok) return begun
    const call = begun.value
    const { id, sections, title, dueOn, intro } = input
    const kept = sections.filter(({ heading }) => heading !== '') // an emptied heading takes its section away
    const keys = kept.map(({ key }) => key)
    if (kept.length === 0)
      return invalid([problem('sections', 'missing', 'Đề cương cần ít nhất một mục.', 'No section.')])
    if (new Set(keys).size < keys.length)
      return invalid([problem('sections', 'twice', 'Có hai mục trùng mã.', 'Two sections have the same key.')])
    const { staff } = await standingOf(db, call)
    const candidates = await candidatesFor(db, { placeId: call.placeId, day: dueOn, not: staff })
    const wanted = candidates.filter(
      (one) => input.bodies.includes(one.id) || input.organisations.includes(one.organisation),
    )
    if (input.bodies.some((body) => !candidates.some((one) => one.id === body))) return invalid([notReached])
    await writeSections(
      db,
      id,
      kept.map((section) => ({ ...section, guidance: section.guidance || null })),
    )
    await writeAddressees(
      db,
      id,
      wanted.map((one) => one.id),
    )
    const version = await updateCall(db, id, { title, due_on: dueOn, intro: intro || null })
    await context.record({ noun: 'call', id, move: 'edit', changes: { sections: keys, addressed: wanted.length } })
    return ok({ call: id, stage: call.stage, version })
  },
})

const notReached = problem(
  'bodies',
  'not-reached',
  'Có đơn vị không thuộc địa bàn của đơn vị ra đề cương. Hãy chọn lại trong danh sách.',
  'A chosen body is not at the place of the calling body. Choose from the list.',
)

export const issueCall = writing({
  name: 'calls.issue',
  summary: 'Ban hành đề cương: các đơn vị thấy trên bàn làm việc và trả lời được',
  http: { method: 'POST', path: '/calls/{id}/issue' },
  who: { roles: ['head', 'standingBoard'] },
  input: z.object(seen),
  output: movedCall,
  async run(context, input) {
    const begun = await beginCall(context, input, 'issue')
    if (!begun.ok) return begun
    const { id, title, dueOn } = begun.value
    const addressed = await addresseesOf(context.db, id)
    if (addressed.length === 0 || (await sectionsOf(context.db, id)).length === 0) return nobodyAsked
    const stage = stageAfterCall('issue', 'draft')
    const version = await updateCall(context.db, id, { stage, issued_at: context.now })
    await context.record({ noun: 'call', id, move: 'issue', changes: { addressed: addressed.length } })
    for (const bodyId of addressed)
      await context.tell({ topic: 'call.issue', bodyId, payload: { call: id, title, body: bodyId, dueOn } })
    return ok({ call: id, stage, version })
  },
})

const nobodyAsked = conflict(
  'nobody-asked',
  'Chọn ít nhất một đơn vị phải trả lời rồi mới ban hành.',
  'Choose at least one body to answer before issuing.',
)

export const closeCall = writing({
  name: 'calls.close',
  summary: 'Kết thúc nhận báo cáo: các đơn vị không gửi được nữa, báo cáo đã gửi vẫn nhận được',
  http: { method: 'POST', path: '/calls/{id}/close' },
  who: { roles: ['officer', 'head', 'standingBoard'] },
  input: z.object(seen),
  output: movedCall,
  async run(context, input) {
    const begun = await beginCall(context, input, 'close')
    if (!begun.ok) return begun
    const stage = stageAfterCall('close', begun.value.stage)
    const version = await updateCall(context.db, input.id, { stage })
    await context.record({ noun: 'call', id: input.id, move: 'close' })
    return ok({ call: input.id, stage, version })
  },
})

export const reopenCall = writing({
  name: 'calls.reopen',
  summary: 'Mở lại đề cương đã kết thúc, có thể kèm hạn mới',
  http: { method: 'POST', path: '/calls/{id}/reopen' },
  who: { roles: ['head', 'standingBoard'] },
  input: z.object({ ...seen, dueOn: daySchema.optional() }),
  output: movedCall,
  async run(context, { dueOn, ...input }) {
    const begun = await beginCall(context, input, 'reopen')
    if (!begun.ok) return begun
    const stage = stageAfterCall('reopen', begun.value.stage)
    const version = await updateCall(context.db, input.id, { stage, ...(dueOn && { due_on: dueOn }) })
    await context.record({ noun: 'call', id: input.id, move: 'reopen', changes: { dueOn: dueOn ?? null } })
    return ok({ call: input.id, stage, version })
  },
})
