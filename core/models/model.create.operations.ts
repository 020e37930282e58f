// A registration is begun: on a blank sheet, or from a model that was recognised elsewhere.
import { z } from 'zod'
import { bodiesAbove, bodyAt, heirNames } from '../bodies/body.read.ts'
import { ancestorsOf } from '../places/place.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb, type WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { faultsOfCited, faultsOfEffect, type CitedPiece } from './effect.ts'
import type { Told } from './model.ts'
import { movedSchema, resources, told, writers } from './model.schema.ts'
import { noSuchModel, personOf } from './model.steps.ts'
import * as store from './model.store.ts'

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
async function guidesOf(db: ReadDb, owner: Id<'body'>, today: string): Promise<store.Guide[]> {
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

async function createOne(
  context: WriteContext,
  { owner, guide, resources: given, ...rest }: Typed,
  originId: Id<'model'> | null,
): Promise<Result<{ id: number; stage: string; version: number; code: string }>> {
  const { app, db, actor, today, now } = context
  if (actor.kind !== 'operator' && !bodiesWhere(actor, ...writers.roles).includes(owner)) return notYourBody
  const body = await bodyAt(db, owner, today)
  if (!body) return bodyEnded(await heirNames(db, owner, today))
  const faults = await faultsOf(context, rest)
  if (!(await guidesOf(db, owner, today)).some(({ id }) => id === guide)) faults.push(notAGuide)
  if (faults.length > 0) return invalid(faults)
  const by = { by: personOf(actor), at: now }
  const at = { ownerId: owner, placeId: body.placeId, guideId: guide, originId, illustrative: app.sample }
  const since = new Date(now.getTime() - twicePressed)
  const before = await store.sameDraft(db, { told: rest, ownerId: owner, guideId: guide, originId, by: by.by, since })
  if (before) return ok({ ...before, stage: 'draft' })
  const made = await store.insertModel(db, { told: rest, ...at, ...by })
  await store.writeResources(db, made.id, given)
  const facts = { origin: originId }
  await store.insertAct(db, made.id, {
    ...{ move: originId === null ? 'save' : 'replicate', at: now, note: '', facts, personId: by.by, bodyId: owner },
  })
  await context.record({ noun: 'model', id: made.id, move: 'create', changes: facts })
  return ok({ ...made, stage: 'draft', version: 1 })
}

/** So soon nobody writes the same registration once more on purpose. */
const twicePressed = 60_000

/** What is wrong with it whatever its stage. `cited`: the reported figures that lie there as evidence. */
export async function faultsOf(
  { db, today }: WriteContext,
  typed: Told,
  cited: readonly CitedPiece[] = [],
): Promise<Problem[]> {
  const faults = [...faultsOfEffect(typed), ...faultsOfCited(typed, cited)]
  if (typed.name === '') faults.push(problem('name', 'missing', 'Đặt tên cho mô hình, điển hình.', 'Give it a name.'))
  const known = await store.fieldsOf(db, today)
  if (!known.some(({ key }) => key === typed.field)) faults.push(noSuchField)
  if (typed.startsOn && typed.endsOn && typed.endsOn < typed.startsOn) faults.push(endsBefore)
  return faults
}

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
    const after = { effectAfter: null, effectAgainst: '', effectBeforeCited: null, effectAfterCited: null }
    const made = { ...copied, ...own, ...measured, ...after }
    return createOne(context, { ...made, owner, guide, resources: [] }, id)
  },
})

const notYourBody = forbidden(
  'not-your-body',
  'Đồng chí chỉ đăng ký cho cơ quan của mình.',
  'You register for your own body only.',
)
const bodyEnded = (heirs: string) =>
  conflict(
    'body-ended',
    heirs === ''
      ? 'Cơ quan này không còn hoạt động và chưa ghi cơ quan nào kế tục. Hãy đăng ký ở một cơ quan đang hoạt động.'
      : `Cơ quan này không còn hoạt động; nay là ${heirs}. Hãy đăng ký ở cơ quan ấy.`,
    heirs === '' ? 'This body has ended.' : `This body has ended; ${heirs} took over. Register there.`,
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
