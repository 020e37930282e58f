// A model is written, registered with the body that guides, accepted or given back, begun, withdrawn; others copy it.
import { z } from 'zod'
import { bodiesAbove, bodyAt } from '../bodies/body.read.ts'
import { ancestorsOf } from '../places/place.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb, type WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { faultsOfEffect, kinds, missingToRegister, resourceKinds, resourceSources, type Told } from './model.ts'
import { stageAfter } from './model.moves.ts'
import { begin, make, noSuchModel, personOf } from './model.steps.ts'
import * as store from './model.store.ts'

const writers = { roles: ['reporter', 'officer', 'head'] } as const
const seen = { id: idOf('model'), expectedVersion: seenVersion(1) }
const movedSchema = z.object({ id: z.number().int(), stage: z.string(), version: z.number().int() })
export { movedSchema, seen }

const text = (most: number) => z.string().trim().max(most, `Tối đa ${most} ký tự.`).default('').transform(plainText)
const count = z.coerce
  .number()
  .int()
  .min(0)
  .max(100_000_000)
  .nullish()
  .transform((value) => value ?? null)
const figure = z.coerce
  .number()
  .min(-1e12)
  .max(1e12)
  .nullish()
  .transform((value) => value ?? null)
const day = daySchema.nullish().transform((value) => value ?? null)

const told = {
  kind: z.enum(kinds).default('model'),
  field: z.string().max(40),
  year: z.coerce.number().int().min(2009).max(2100),
  name: text(300),
  leaderPost: text(200),
  contact: text(300),
  forces: text(1000),
  problem: text(4000),
  objective: text(4000),
  content: text(10_000),
  expected: text(4000),
  participants: count,
  beneficiaries: count,
  startsOn: day,
  endsOn: day,
  changed: text(2000).meta({ description: 'mô hình nhân rộng: đã đổi gì so với nơi đầu tiên' }),
  effect: z.enum(['notMeasured', 'measured']).default('notMeasured'),
  effectOf: text(200),
  effectUnit: text(60),
  effectBefore: figure,
  effectAfter: figure,
  effectAgainst: text(500).meta({ description: 'so với cái gì' }),
}
const resources = z
  .array(
    z.object({
      kind: z.enum(resourceKinds),
      source: z.enum(resourceSources),
      amount: z.coerce.number().min(0).max(1e13),
      note: text(300),
    }),
  )
  .max(40)
  .default([])

export const choices = reading({
  name: 'models.choices',
  summary: 'Để điền đăng ký: lĩnh vực, cơ quan của mình, cơ quan phát động nhận đăng ký',
  http: { method: 'GET', path: '/models/choices' },
  who: writers,
  input: z.object({}),
  output: z.object({
    fields: z.array(z.object({ key: z.string(), name: z.string() })),
    owners: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        guides: z.array(z.object({ id: z.number().int(), name: z.string() })),
      }),
    ),
  }),
  async run({ db, actor, today }) {
    const owners = []
    for (const id of new Set(bodiesWhere(actor, ...writers.roles))) {
      const body = await bodyAt(db, id, today)
      if (body) owners.push({ id, name: body.name, guides: await guidesOf(db, id, today) })
    }
    return ok({ fields: await store.fieldsOf(db, today), owners })
  },
})

/** Whoever leads the mobilisation work at its place or above, and the bodies above it; never itself. */
export async function guidesOf(db: ReadDb, owner: Id<'body'>, today: string): Promise<store.Guide[]> {
  const body = await bodyAt(db, owner, today)
  if (!body) return []
  const places = [body.placeId, ...(await ancestorsOf(db, body.placeId, today)).map(({ placeId }) => placeId)]
  const found = await store.guidesAt(db, places, today)
  for (const id of await bodiesAbove(db, owner, today)) {
    const upper = await bodyAt(db, id, today)
    if (upper && !found.some((one) => one.id === id)) found.push({ id, name: upper.name })
  }
  return found.filter(({ id }) => id !== owner)
}

export const create = writing({
  name: 'models.create',
  summary: 'Viết đăng ký một mô hình, điển hình “Dân vận khéo”; chưa gửi, lưu dần được',
  http: { method: 'POST', path: '/models' },
  who: writers,
  input: z.object({ ...told, owner: idOf('body'), guide: idOf('body'), resources }),
  output: movedSchema.extend({ code: z.string() }),
  run: (context, input) => createOne(context, input, null),
})

type Typed = Told & { owner: Id<'body'>; guide: Id<'body'>; resources: z.output<typeof resources> }

export async function createOne(
  context: WriteContext,
  { owner, guide, resources: given, ...rest }: Typed,
  originId: Id<'model'> | null,
): Promise<Result<{ id: number; stage: string; version: number; code: string }>> {
  const { app, db, actor, today, now } = context
  if (actor.kind !== 'operator' && !bodiesWhere(actor, ...writers.roles).includes(owner)) return notYourBody
  const body = await bodyAt(db, owner, today)
  if (!body) return bodyEnded
  const faults = await faultsOf(context, rest)
  if (!(await guidesOf(db, owner, today)).some(({ id }) => id === guide)) faults.push(notAGuide)
  if (faults.length > 0) return invalid(faults)
  const by = { by: personOf(actor), at: now }
  const at = { ownerId: owner, placeId: body.placeId, guideId: guide, originId, illustrative: app.sample }
  const made = await store.insertModel(db, { told: rest, ...at, ...by })
  await store.writeResources(db, made.id, given)
  const facts = { origin: originId }
  await store.insertAct(db, made.id, {
    ...{ move: originId === null ? 'save' : 'replicate', at: now, note: '', facts, personId: by.by, bodyId: owner },
  })
  await context.record({ noun: 'model', id: made.id, move: 'create', changes: facts })
  return ok({ ...made, stage: 'draft', version: 1 })
}

async function faultsOf({ db, today }: WriteContext, typed: Told): Promise<Problem[]> {
  const faults = faultsOfEffect(typed)
  if (typed.name === '') faults.push(problem('name', 'missing', 'Đặt tên cho mô hình, điển hình.', 'Give it a name.'))
  const known = await store.fieldsOf(db, today)
  if (!known.some(({ key }) => key === typed.field)) faults.push(noSuchField)
  if (typed.startsOn && typed.endsOn && typed.endsOn < typed.startsOn) faults.push(endsBefore)
  return faults
}

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
    const faults = [...(await faultsOf(context, rest)), ...(changed ? [kindStays] : [])]
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

const noteSchema = z.string().trim().min(10, 'Nêu lý do hoặc lời hướng dẫn, ít nhất một câu.').max(2000)

export const accept = writing({
  name: 'models.accept',
  summary: 'Cơ quan phát động nhận đăng ký và hướng dẫn',
  http: { method: 'POST', path: '/models/{id}/accept' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ ...seen, note: z.string().trim().max(2000).default('') }),
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

export const replicate = writing({
  name: 'models.replicate',
  summary: 'Nhân rộng: bắt đầu đăng ký ở nơi mình từ một mô hình đã công nhận, giữ nguồn gốc',
  http: { method: 'POST', path: '/models/{id}/replicate' },
  who: writers,
  input: z.object({ id: idOf('model'), owner: idOf('body'), guide: idOf('body') }),
  output: movedSchema.extend({ code: z.string() }),
  async run(context, { id, owner, guide }) {
    const origin = await store.modelOf(context.db, id)
    if (!origin) return noSuchModel
    if (origin.stage !== 'recognised') return notRecognised
    if (origin.kind !== 'model') return notAModel
    const { problem, objective, content, expected, forces, kind, field, name } = origin
    const own = { leaderPost: '', contact: '', participants: null, beneficiaries: null, startsOn: null, endsOn: null }
    const measured = { effect: 'notMeasured' as const, effectOf: '', effectUnit: '', effectBefore: null }
    const year = Number(context.today.slice(0, 4))
    const copied = { kind, field, year, name, problem, objective, content, expected, forces, changed: '' }
    const made = { ...copied, ...own, ...measured, effectAfter: null, effectAgainst: '' }
    return createOne(context, { ...made, owner, guide, resources: [] }, id)
  },
})

const notYourBody = forbidden(
  'not-your-body',
  'Đồng chí chỉ đăng ký cho cơ quan của mình.',
  'You register for your own body only.',
)
const bodyEnded = conflict(
  'body-ended',
  'Cơ quan này không còn hoạt động; hãy đăng ký ở cơ quan kế tục.',
  'This body has ended; register at its successor.',
)
const notAGuide = problem(
  'guide',
  'not-a-guide',
  'Chọn cơ quan phát động ở cùng địa bàn hoặc cấp trên, không phải chính đơn vị đăng ký.',
  'Choose a body at the place or above, not the one that registers.',
)
const noSuchField = problem(
  'field',
  'no-such-field',
  'Chọn một lĩnh vực trong danh sách.',
  'Choose a field from the list.',
)
const endsBefore = problem('endsOn', 'ends-before', 'Ngày kết thúc trước ngày bắt đầu.', 'It ends before it begins.')
const kindStays = problem(
  'kind',
  'kind-stays',
  'Đã đăng ký thì không đổi loại được; hãy rút và đăng ký lại.',
  'Registered, its kind stays; withdraw it and register anew.',
)
const notRecognised = conflict(
  'not-recognised',
  'Chỉ nhân rộng mô hình đã được công nhận và còn hoạt động.',
  'Only a recognised model that goes on is copied.',
)
const notAModel = conflict(
  'not-a-model',
  'Điển hình là một tập thể, một con người, không nhân rộng được; hãy viết điển hình mới.',
  'An exemplary collective or person is not copied; write a new one.',
)
