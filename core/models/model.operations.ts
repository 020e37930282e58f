// A model is saved, registered with the body that guides, accepted or given back, begun, ended, withdrawn.
import { z } from 'zod'
import type { Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { evidenceOf } from './evidence.store.ts'
import { citedPieces } from './figure.operations.ts'
import { missingToRegister } from './model.ts'
import { faultsOf } from './model.create.operations.ts'
import { stageAfter } from './model.moves.ts'
import { movedSchema, resources, seen, told, writers } from './model.schema.ts'
import { begin, make } from './model.steps.ts'
import * as store from './model.store.ts'

export const save = writing({
  name: 'models.save',
  summary: 'Lưu đăng ký đang viết hoặc đang thực hiện',
  http: { method: 'PUT', path: '/models/{id}' },
  who: writers,
  input: z.object({ ...seen, ...told, resources }),
  output: movedSchema,
  async run(context, { id, expectedVersion, resources: given, ...rest }) {
    const begun = await begin(context, { id, expectedVersion }, 'save')
    if (!begun.ok) return begun
    const { model } = begun.value
    // Registered as one kind it is not turned into another: other criteria would hold for it.
    const changed = !['draft', 'returned'].includes(model.stage) && rest.kind !== model.kind
    const cited = await citedPieces(context.db, await evidenceOf(context.db, id), context.today)
    const faults = [...(await faultsOf(context, rest, cited)), ...(changed ? [kindStays] : [])]
    if (!['draft', 'returned'].includes(model.stage))
      faults.push(...missingToRegister({ ...rest, originId: model.originId }))
    if (faults.length > 0) return invalid(faults)
    await store.updateTold(context.db, id, rest)
    await store.writeResources(context.db, id, given)
    const version = await make(context, begun.value, { move: 'save' })
    return ok({ id, stage: model.stage, version })
  },
})

export const register = writing({
  name: 'models.register',
  summary: 'Đăng ký với cơ quan phát động: đủ mọi mục; thiếu gì thì nói rõ; trùng tên thì hỏi lại',
  http: { method: 'POST', path: '/models/{id}/register' },
  who: writers,
  input: z.object({
    ...seen,
    notTheSame: z.coerce
      .boolean()
      .default(false)
      .meta({ description: 'đã xem mô hình trùng tên; đây là mô hình khác' }),
  }),
  output: movedSchema,
  async run(context, { notTheSame, ...at }) {
    const begun = await begin(context, at, 'register')
    if (!begun.ok) return begun
    const { model } = begun.value
    const missing = missingToRegister(model)
    if (missing.length > 0) return invalid(missing)
    const alike = await store.sameName(context.db, { ...model, not: model.id })
    if (alike.length > 0 && !notTheSame) return invalid(alike.map(named), 'same-name')
    const facts = { guide: model.guideId, alike: alike.length }
    const version = await make(context, begun.value, { move: 'register', facts })
    await tell(context, 'model.register', model.guideId, model)
    return ok({ id: at.id, stage: stageAfter('register', model.stage), version })
  },
})

const named = ({ code, name, owner, year }: store.Alike) =>
  problem(
    'notTheSame',
    'same-name',
    `Đã có “${name}” (${code}, ${owner}, năm ${year}). Nếu là mô hình khác thì đánh dấu “đây là mô hình khác” rồi đăng ký.`,
    `There is “${name}” already (${code}, ${owner}, ${year}). If this is another one, tick so and register again.`,
  )

export const tell = (
  { tell: put }: WriteContext,
  topic: `model.${string}`,
  bodyId: Id<'body'>,
  { id, name }: { id: Id<'model'>; name: string },
) => put({ topic, bodyId, payload: { model: id, title: name, body: bodyId } })

const noteSchema = typedText().min(10, 'Nêu lý do hoặc lời hướng dẫn, ít nhất một câu.').max(2000)

export const accept = writing({
  name: 'models.accept',
  summary: 'Cơ quan phát động nhận đăng ký và hướng dẫn',
  http: { method: 'POST', path: '/models/{id}/accept' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ ...seen, note: typedText().max(2000).default('') }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'accept')
    if (!begun.ok) return begun
    const version = await make(context, begun.value, { move: 'accept', note })
    await tell(context, 'model.accept', begun.value.model.ownerId, begun.value.model)
    return ok({ id: at.id, stage: 'guided', version })
  },
})

export const giveBack = writing({
  name: 'models.giveBack',
  summary: 'Trả lại đăng ký hoặc bảng tự chấm để bổ sung, nói rõ thiếu gì',
  http: { method: 'POST', path: '/models/{id}/give-back' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ ...seen, note: noteSchema }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'giveBack')
    if (!begun.ok) return begun
    const { model } = begun.value
    const version = await make(context, begun.value, { move: 'giveBack', note })
    await tell(context, 'model.giveBack', model.ownerId, model)
    return ok({ id: at.id, stage: stageAfter('giveBack', model.stage), version })
  },
})

export const start = writing({
  name: 'models.start',
  summary: 'Bắt đầu thực hiện',
  http: { method: 'POST', path: '/models/{id}/start' },
  who: writers,
  input: z.object(seen),
  output: movedSchema,
  async run(context, at) {
    const begun = await begin(context, at, 'start')
    if (!begun.ok) return begun
    const version = await make(context, begun.value, { move: 'start' })
    return ok({ id: at.id, stage: 'underway', version })
  },
})

/** Both end what goes on, with a reason that stays readable. */
const ending = (move: 'end' | 'withdraw', summary: string, who: readonly ('reporter' | 'officer' | 'head')[]) =>
  writing({
    name: `models.${move}`,
    summary,
    http: { method: 'POST', path: `/models/{id}/${move}` },
    who: { roles: who },
    input: z.object({ ...seen, note: noteSchema }),
    output: movedSchema,
    async run(context, { note, ...at }) {
      const begun = await begin(context, at, move)
      if (!begun.ok) return begun
      const changes = move === 'end' ? { ended_on: context.today } : {}
      const version = await make(context, begun.value, { move, note }, changes)
      return ok({ id: at.id, stage: stageAfter(move, begun.value.model.stage), version })
    },
  })

export const end = ending('end', 'Kết thúc một mô hình, nêu lý do; mô hình vẫn còn trong sổ', [
  'reporter',
  'officer',
  'head',
])
export const withdraw = ending('withdraw', 'Rút đăng ký khi chưa có quyết định', ['reporter', 'officer', 'head'])

const kindStays = problem(
  'kind',
  'kind-stays',
  'Đã đăng ký thì không đổi loại được; hãy rút và đăng ký lại.',
  'Registered, its kind stays; withdraw it and register anew.',
)
