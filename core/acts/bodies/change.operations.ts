// The second step of an act: its bodies follow. Proposed, then done all at once by the moves bodies have anyway.
import { z } from 'zod'
import { bodiesAbove, bodiesAt, functionKinds, organisations, standingAt } from '../../bodies/body.read.ts'
import { createBody } from '../../bodies/body.create.ts'
import { giveBodyFunction, renameBody } from '../../bodies/body.change.ts'
import { moveBody } from '../../bodies/body.move.ts'
import { succeedBody } from '../../bodies/body.succeed.ts'
import { wentBy } from '../../places/act/act.read.ts'
import type { Id } from '../../shared/id.ts'
import { reading, writing, type ReadDb, type WriteContext } from '../../shared/operation.ts'
import { invalid, ok, problem, type Problem, type Result } from '../../shared/result.ts'
import { administrators } from '../act.operations.ts'
import { bodyId, draftId, expectedVersion, placeId, saved } from '../act.schema.ts'
import { changedMeanwhile, openAct } from '../act.steps.ts'
import { markBodies, type Draft } from '../act.store.ts'
import { actions, proposeBodies, type Change, type Ref } from './proposal.ts'

const ref = z.string().regex(/^[bn]\d{1,9}$/, 'Chọn một tổ chức trong danh sách.')
const day = z.string().meta({ format: 'date' })
const named = z.object({ ref: z.string(), name: z.string() })

const toMake = z.object({
  key: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  placeId,
  placeName: z.string(),
  name: z.string(),
  shortName: z.string(),
  symbol: z.string().nullable(),
  parent: z.string().nullable(),
  functions: z.array(z.string()),
})

const toChange = z.object({
  body: bodyId,
  version: z.number().int(),
  name: z.string(),
  placeName: z.string(),
  action: z.enum(actions),
  to: z.array(z.string()),
  newName: z.string(),
  newShortName: z.string(),
  places: z.array(z.object({ placeId, fullName: z.string() })),
})

export const propose = reading({
  name: 'acts.proposeBodies',
  summary: 'Đề xuất các tổ chức ở địa bàn vừa thay đổi sẽ kết thúc, nhập, đổi tên hay lập mới ra sao',
  http: { method: 'GET', path: '/acts/{id}/bodies' },
  who: administrators,
  input: z.object({ id: draftId }),
  output: z.object({
    on: day,
    make: z.array(toMake),
    change: z.array(toChange),
    uppers: z.array(named).meta({ description: 'tổ chức có thể làm cấp trên hay nơi tiếp nhận, ngoài tổ chức mới' }),
    functions: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  async run(context, { id }) {
    const { db } = context
    const opened = await openAct(context, id, 'changeBodies')
    if (!opened.ok) return opened
    const { effectiveOn: on } = opened.value
    const { make, change, there } = await proposalFor(db, opened.value)
    const kindOf = new Map((await organisations(db)).map(({ key, name }) => [key, name]))
    const parents = [...new Set(make.flatMap(({ parent }) => idsOf(parent)))]
    const uppers = [...(await bodiesAt(db, parents, on)), ...there]
    const seen = new Map(uppers.map(({ bodyId, name }) => [`b${bodyId}`, name]))
    return ok({
      ...{ on, change, functions: await functionKinds(db) },
      make: make.map((one) => ({ ...one, organisationName: kindOf.get(one.organisation) ?? one.organisation })),
      uppers: [...seen].map(([ref, name]) => ({ ref, name })),
    })
  },
})

const idsOf = (ref: Ref | null) => (ref?.startsWith('b') ? [Number(ref.slice(1)) as Id<'body'>] : [])

async function proposalFor(db: ReadDb, { actId, effectiveOn }: Draft) {
  const went = await wentBy(db, actId!, effectiveOn)
  const changes = went.map((one): Change => {
    const old = { placeId: one.oldId, name: one.oldName, fullName: one.oldFullName }
    const now = one.newId && { placeId: one.newId, name: one.newName!, fullName: one.newFullName! }
    return { old, kind: one.kind, now: now || null }
  })
  const olds = new Set(went.map(({ oldId }) => oldId))
  const news = went.flatMap(({ newId }) => (newId === null || olds.has(newId) ? [] : [newId]))
  const there = await standingAt(db, [...new Set(news)], effectiveOn)
  return { ...proposeBodies(changes, await standingAt(db, [...olds], effectiveOn), there), there }
}

const makeTyped = z.object({
  key: ref,
  organisation: z.string(),
  placeId,
  name: z.string().trim().min(1).max(300),
  shortName: z.string().trim().min(1).max(300).optional(),
  symbol: z.string().trim().max(30).nullish(),
  parent: ref.nullish().meta({ description: 'b12: tổ chức đang có; n1: tổ chức lập cùng lần này' }),
  functions: z.array(z.string()).default([]),
})

const changeTyped = z.object({
  body: bodyId,
  version: expectedVersion,
  action: z.enum(actions).meta({ description: 'keep: để lại, làm sau' }),
  to: z.array(ref).default([]).meta({ description: 'nơi tiếp nhận khi kết thúc' }),
  name: z.string().trim().min(1).max(300).optional(),
  placeId: placeId.optional(),
  parent: ref.nullish(),
})

const input = z.object({
  id: draftId,
  expectedVersion,
  make: z.array(makeTyped).max(5000).default([]),
  change: z.array(changeTyped).max(5000).default([]),
})
type Input = z.output<typeof input>

export const changeBodies = writing({
  name: 'acts.changeBodies',
  summary: 'Lập, nhập, đổi tên, chuyển, kết thúc các tổ chức theo một văn bản đã lưu: tất cả hoặc không gì cả',
  http: { method: 'POST', path: '/acts/{id}/bodies' },
  who: administrators,
  input,
  output: saved.extend({ made: z.array(z.object({ bodyId, name: z.string() })), ended: z.array(bodyId) }),
  async run(context, typed) {
    const { id, expectedVersion } = typed
    const opened = await openAct(context, id, 'changeBodies')
    if (!opened.ok) return opened
    if (!(await markBodies(context.db, { id, expectedVersion, now: context.now }))) return changedMeanwhile
    const doing: Doing = {
      context,
      on: opened.value.effectiveOn,
      note: opened.value.number,
      ids: new Map(),
      faults: [],
    }
    const made = await makeAll(doing, typed.make)
    const ended = await changeAll(doing, typed)
    if (doing.faults.length > 0) return invalid(doing.faults, 'body-faults')
    const changes = { on: doing.on, made: made.length, ended: ended.length }
    await context.record({ noun: 'act', id, move: 'changeBodies', changes })
    return ok({ id, version: expectedVersion + 1, made, ended })
  },
})

interface Doing {
  context: WriteContext
  on: string
  /** Number of the act, kept with each succession. */
  note: string
  /** Of the new bodies, by key. */
  ids: Map<Ref, Id<'body'>>
  faults: Problem[]
}

/** Upper bodies first, so that those below them find them. */
async function makeAll(doing: Doing, typed: Input['make']) {
  const made: { bodyId: Id<'body'>; name: string }[] = []
  let left = typed
  while (left.length > 0) {
    const waiting = new Set(left.map(({ key }) => key))
    const ready = left.filter(({ parent }) => !parent || !waiting.has(parent))
    for (const one of ready.length > 0 ? ready : left) {
      const bodyId = await makeOne(doing, one, typed.indexOf(one))
      if (bodyId) made.push({ bodyId, name: one.name })
    }
    left = ready.length > 0 ? left.filter((one) => !ready.includes(one)) : []
  }
  return made
}

async function makeOne(doing: Doing, one: Input['make'][0], at: number): Promise<Id<'body'> | null> {
  const { context, on, ids } = doing
  const { key, name, shortName = name, organisation, placeId, symbol = null, functions } = one
  const parentId = bodyOf(doing, one.parent ?? null, { field: `make.${at}.parent`, name })
  if (parentId === undefined) return null
  const plain = { name, shortName, organisation, placeId, symbol, parentId, validTo: null, illustrative: false }
  const created = said(doing, { field: `make.${at}`, name }, await createBody(context, { ...plain, validFrom: on }))
  if (!created) return null
  ids.set(key, created.id)
  let { version } = created
  for (const key of functions) {
    const given = { id: created.id, function: key, from: on, expectedVersion: version }
    version =
      said(doing, { field: `make.${at}.functions`, name }, await giveBodyFunction(context, given))?.version ?? version
  }
  return created.id
}

/** What goes on first; then the ends, lower bodies before upper ones, so that nobody is left under an ended body. */
async function changeAll(doing: Doing, { change }: Input): Promise<Id<'body'>[]> {
  const { context, on } = doing
  const names = new Map(
    (
      await bodiesAt(
        context.db,
        change.map(({ body }) => body),
        on,
      )
    ).map((one) => [one.bodyId, one.name]),
  )
  const depth = new Map<Id<'body'>, number>()
  for (const { body } of change) depth.set(body, (await bodiesAbove(context.db, body, on)).length)
  const numbered = change.map((one, at) => ({ one, where: { field: `change.${at}`, name: names.get(one.body) ?? '' } }))
  for (const { one, where } of numbered)
    if (one.action === 'rename' || one.action === 'move') await goOn(doing, one, where)
  const ending = numbered.filter(({ one }) => one.action === 'end')
  ending.sort((a, b) => depth.get(b.one.body)! - depth.get(a.one.body)!)
  const ended: Id<'body'>[] = []
  for (const { one, where } of ending) if (await endOne(doing, one, where)) ended.push(one.body)
  return ended
}

async function goOn(doing: Doing, one: Input['change'][0], where: Where): Promise<void> {
  const { context, on, note } = doing
  const { body: id, version: expectedVersion, name } = one
  if (one.action === 'rename') {
    const renamed = { id, expectedVersion, on, name: name ?? where.name, note }
    said(doing, { ...where, field: `${where.field}.name` }, await renameBody(context, renamed))
    return
  }
  const parentId = one.parent === undefined ? undefined : bodyOf(doing, one.parent, where)
  said(doing, where, await moveBody(context, { id, expectedVersion, on, name, placeId: one.placeId, parentId }))
}

async function endOne(doing: Doing, one: Input['change'][0], where: Where): Promise<boolean> {
  const toIds = one.to.map((ref) => bodyOf(doing, ref, { ...where, field: `${where.field}.to` }))
  if (toIds.some((to) => to === undefined)) return false
  const kind = toIds.length === 0 ? 'dissolved' : toIds.length === 1 ? 'merged' : 'split'
  const { body: id, version: expectedVersion } = one
  const ending = { id, expectedVersion, kind, toIds: toIds as Id<'body'>[], on: doing.on, note: doing.note } as const
  return said(doing, where, await succeedBody(doing.context, ending)) !== null
}

interface Where {
  field: string
  name: string
}

/** The id behind a reference; undefined, and said, when it is to a new body that is not made. */
function bodyOf(doing: Doing, ref: Ref | null, { field, name }: Where): Id<'body'> | null | undefined {
  if (ref === null) return null
  const id = ref.startsWith('b') ? (Number(ref.slice(1)) as Id<'body'>) : doing.ids.get(ref)
  if (id === undefined)
    doing.faults.push(problem(field, 'not-made', `${name}: ${notMade.vi}`, `${name}: ${notMade.en}`))
  return id
}

const notMade = {
  vi: 'tổ chức mới được chọn không lập, nên không nhận hay làm cấp trên được. Chọn tổ chức khác.',
  en: 'the new body chosen is not made. Choose another.',
}

/** The value; a refusal is kept under the name of the body, and null answered. */
function said<Value>({ faults }: Doing, { field, name }: Where, result: Result<Value>): Value | null {
  if (result.ok) return result.value
  const { refusal } = result
  const sentences = refusal.kind === 'invalid' ? refusal.problems.map(({ sentence }) => sentence) : [refusal.sentence]
  for (const { vi, en } of sentences) faults.push(problem(field, refusal.code, `${name}: ${vi}`, `${name}: ${en}`))
  return null
}
