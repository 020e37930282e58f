// What can be asked of acts: prepare one, look at what it would do, save it whole, discard its draft.
import { z } from 'zod'
import { bearersOn, namesAt } from '../places/act/act.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { addDays, type Day } from '../shared/day.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, ok } from '../shared/result.ts'
import { moves, whyNot } from './act.moves.ts'
import { actBrief, actShown, documentTyped, draftId, expectedVersion, saved } from './act.schema.ts'
import { changedMeanwhile, draftingBodies, judgedFor, openAct, personOf, standingOf } from './act.steps.ts'
import { changeDraft, deleteDraft, draftsOf, insertDraft, type Draft } from './act.store.ts'
import { pictureOf, type Group } from './picture.ts'

export const administrators = { roles: ['administrator'] } as const

export const list = reading({
  name: 'acts.list',
  summary: 'Các văn bản sắp xếp địa bàn đang chuẩn bị và đã lưu',
  http: { method: 'GET', path: '/acts' },
  who: administrators,
  input: z.object({}),
  output: z.object({ acts: z.array(actBrief) }),
  async run({ db, actor, today }) {
    return ok({ acts: (await draftsOf(db, await draftingBodies(db, actor, today))).map(briefOf) })
  },
})

function briefOf({ actId, bodyId: _body, ...draft }: Omit<Draft, 'lines'> & { lines: number }) {
  return { ...draft, saved: actId !== null }
}

export const show = reading({
  name: 'acts.show',
  summary: 'Một văn bản sắp xếp địa bàn: từng dòng, bức tranh trước và sau, điều còn phải sửa',
  http: { method: 'GET', path: '/acts/{id}' },
  who: administrators,
  input: z.object({ id: draftId }),
  output: actShown,
  async run(context, { id }) {
    const { db, actor, today } = context
    const opened = await openAct(context, id, 'read')
    if (!opened.ok) return opened
    const draft = opened.value
    const { lines, effectiveOn: day } = draft
    const { faults, plan } = await judgedFor(context, lines, day)
    const parents = plan.ends.flatMap(({ parentId }) => parentId ?? [])
    const newParents = plan.begins.flatMap(({ parent }) => (parent && 'id' in parent ? [parent.id] : []))
    const names = { before: await namesAt(db, parents, addDays(day, -1)), after: await namesAt(db, newParents, day) }
    const nameOf = new Map(plan.ends.map(({ code, fullName }) => [code, fullName]))
    const standing = await standingOf(db, draft, today)
    const picture = pictureOf(lines, plan, names)
    return ok({
      ...briefOf({ ...draft, lines: lines.length }),
      lines: lines.map((line) => ({ ...line, fromName: nameOf.get(line.from) ?? null })),
      faults: standing.saved ? [] : faults.map(({ vi, en, ...fault }) => ({ ...fault, sentence: { vi, en } })),
      picture: draft.actId === null ? picture : await withIds(db, picture, day),
      follow: standing.saved ? [] : plan.follow.map(({ placeId, fullName, code }) => ({ placeId, fullName, code })),
      moves: moves.filter((move) => !whyNot(actor, move, standing)),
    })
  },
})

/** Of a saved act the new places have pages. */
async function withIds(db: ReadDb, picture: readonly Group[], day: Day): Promise<Group[]> {
  const codes = picture.flatMap(({ after }) => after.flatMap(({ code }) => code ?? []))
  const idOf = await bearersOn(db, codes, day)
  return picture.map((group) => ({
    ...group,
    after: group.after.map((side) => ({ ...side, placeId: side.placeId ?? idOf.get(side.code ?? '') ?? null })),
  }))
}

export const create = writing({
  name: 'acts.create',
  summary: 'Bắt đầu một văn bản sắp xếp địa bàn: số, ngày, cơ quan ban hành, ngày hiệu lực',
  http: { method: 'POST', path: '/acts' },
  who: administrators,
  input: z.object(documentTyped),
  output: saved,
  async run(context, document) {
    const { db, actor, now } = context
    const [bodyId = null] = bodiesWhere(actor, 'administrator')
    const id = await insertDraft(db, { ...document, bodyId, lines: [], by: personOf(actor), at: now })
    await context.record({ noun: 'act', id, move: 'create', changes: { ...document } })
    return ok({ id, version: 1 })
  },
})

export const edit = writing({
  name: 'acts.edit',
  summary: 'Sửa số, ngày, cơ quan ban hành, ngày hiệu lực của bản nháp',
  http: { method: 'PUT', path: '/acts/{id}' },
  who: administrators,
  input: z.object({ id: draftId, expectedVersion, ...documentTyped }),
  output: saved,
  async run(context, { id, expectedVersion, ...document }) {
    const opened = await openAct(context, id, 'edit')
    if (!opened.ok) return opened
    if (!(await changeDraft(context.db, { id, expectedVersion }, { document }))) return changedMeanwhile
    await context.record({ noun: 'act', id, move: 'edit', changes: { ...document } })
    return ok({ id, version: expectedVersion + 1 })
  },
})

export const discard = writing({
  name: 'acts.discard',
  summary: 'Xoá bản nháp của một văn bản chưa lưu',
  http: { method: 'DELETE', path: '/acts/{id}' },
  who: administrators,
  input: z.object({ id: draftId, expectedVersion }),
  output: z.object({ id: draftId }),
  async run(context, { id, expectedVersion }) {
    const opened = await openAct(context, id, 'discard')
    if (!opened.ok) return opened
    if (!(await deleteDraft(context.db, { id, expectedVersion }))) return changedMeanwhile
    await context.record({ noun: 'act', id, move: 'discard', changes: { number: opened.value.number } })
    return ok({ id })
  },
})

export const documentThere = conflict(
  'act-there',
  'Văn bản cùng số, cùng cơ quan, cùng ngày ban hành đã có trong lịch sử địa bàn. Có thể người khác vừa lưu; hãy xem lại danh sách.',
  'An act of this number, issuer and day is in the history already. Somebody may just have saved it.',
)
