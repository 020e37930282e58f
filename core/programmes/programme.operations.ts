// What can be asked of programmes: list, show, create, copy from last year, edit, texts, targets, forms, issue, close.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf, type Id, seenVersion } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { copyDefinition, insertProgramme, updateProgramme } from './programme.copy.store.ts'
import { whyNotProgramme, type ProgrammeMove, stageAfterProgramme } from './programme.moves.ts'
import { boardPlace, findProgramme, noSuchProgramme, readsAll } from './programme.rights.ts'
import { issuersFor } from './rights.store.ts'
import { documentsSchema, programmeSchema, tasksSchema, themesSchema } from './programme.schema.ts'
import {
  formsOf,
  listProgrammes,
  lockProgramme,
  setProgrammeStage,
  staffOf,
  textsOf,
  writeTexts,
} from './programme.store.ts'
import type { Programme } from './programme.ts'
import { cascadedIn, openGaps, type OpenGap } from './cascade/cascade.reads.ts'
import { tellIssued } from './cascade/told.ts'
import { unknownCalendar } from './forms/calendar.ts'
import { entryKindOf } from './forms/catalogue.store.ts'
import { targetsOf } from './targets/target.store.ts'
import { describeTarget, targetDetailSchema } from './targets/target.schema.ts'

const staff = { roles: ['officer', 'head', 'standingBoard'] } as const

export const listAll = reading({
  name: 'programmes.list',
  summary: 'Các chương trình; không đăng nhập thì chỉ thấy chương trình công khai',
  http: { method: 'GET', path: '/programmes' },
  who: 'anyone',
  input: z.object({
    year: z.coerce.number().int().min(1945).max(2200).optional(),
    number: z.string().trim().max(60).optional(),
    body: idOf('body').optional(),
  }),
  output: z.object({ programmes: z.array(programmeSchema) }),
  async run({ db, actor, today }, { year, number, body }) {
    const filter = { year, number, bodyId: body, publicOnly: actor.kind === 'anonymous' }
    const programmes = []
    for (const one of await listProgrammes(db, filter))
      if (one.stage !== 'draft' || (await readsAll(db, actor, one, today))) programmes.push(one)
    return ok({ programmes })
  },
})

export const listIssuers = reading({
  name: 'programmes.issuers',
  summary: 'Các đơn vị mà tôi được lập chương trình cho',
  http: { method: 'GET', path: '/programmes/issuers' },
  who: staff,
  input: z.object({}),
  output: z.object({ bodies: z.array(z.object({ id: z.number().int(), name: z.string(), placeName: z.string() })) }),
  async run({ db, actor }) {
    return ok({ bodies: await issuersFor(db, bodiesWhere(actor, 'officer', 'head')) })
  },
})

export const show = reading({
  name: 'programmes.show',
  summary: 'Một chương trình: căn cứ, phương châm, nhiệm vụ, chỉ tiêu, biểu',
  http: { method: 'GET', path: '/programmes/{programme}' },
  who: 'anyone',
  input: z.object({ programme: idOf('programme') }),
  output: z.object({
    programme: programmeSchema,
    documents: documentsSchema,
    themes: themesSchema,
    tasks: tasksSchema,
    targets: z.array(targetDetailSchema),
    forms: z.array(z.object({ id: z.number().int(), key: z.string(), name: z.string() })),
    /** The moves open to the reader now. */
    moves: z.array(z.string()),
    /** The place at which the reader's board begins; null: he reads the public results. */
    boardPlace: z.number().int().nullable(),
  }),
  async run({ db, actor, today }, { programme: id }) {
    const found = await findProgramme(db, id)
    if (!found.ok) return found
    const programme = found.value
    const open = programme.public && programme.stage !== 'draft'
    const mine =
      actor.kind !== 'anonymous' && (programme.stage !== 'draft' || (await readsAll(db, actor, programme, today)))
    if (!open && !mine) return noSuchProgramme
    const standing = { stage: programme.stage, staff: await staffOf(db, programme.bodyId) }
    const texts = await textsOf(db, id)
    const targets = await targetsOf(db, id)
    return ok({
      programme,
      ...texts,
      targets: targets.map(describeTarget),
      forms: await formsOf(db, id),
      moves: (['edit', 'issue', 'close', 'consolidate'] as const).filter((m) => !whyNotProgramme(actor, m, standing)),
      boardPlace: await boardPlace(db, actor, programme),
    })
  },
})

const head = {
  title: z.string().trim().min(5).max(500),
  number: z.string().trim().max(60).nullish(),
  issuedOn: daySchema.nullish(),
  motto: z.string().trim().max(500).nullish(),
  calendar: idOf('reporting_calendar').nullish(),
  public: z.union([z.boolean(), z.stringbool()]).default(false),
  sourceNote: z.string().trim().max(2000).nullish(),
}
const made = z.object({ programme: z.number().int(), version: z.number().int() })

export const create = writing({
  name: 'programmes.create',
  summary: 'Lập chương trình mới của một đơn vị cho một năm',
  http: { method: 'POST', path: '/programmes' },
  who: staff,
  input: z.object({
    body: idOf('body'),
    year: z.coerce.number().int().min(1945).max(2200),
    ...head,
    illustrative: z.union([z.boolean(), z.stringbool()]).default(false),
  }),
  output: made,
  async run(context, input) {
    const body = await bodyAt(context.db, input.body, `${input.year}-12-31`)
    if (!body) return notFound('no-such-body', 'Không có đơn vị này vào năm đó.', 'No such body in that year.')
    const refusal = whyNotProgramme(context.actor, 'create', {
      stage: 'none',
      staff: await staffOf(context.db, input.body),
    })
    if (refusal) return refusal
    const faults = await calendarFaults(context, { ...input, stage: 'draft' })
    if (faults.length > 0) return invalid(faults)
    const id = await insertProgramme(context.db, { ...input, placeId: body.placeId })
    await context.record({ noun: 'programme', id, move: 'create' })
    return ok({ programme: id, version: 1 })
  },
})

/** A calendar that is there; once issued, a programme keeps one. Left out, it stays as it was. */
async function calendarFaults(
  { db }: WriteContext,
  { calendar, stage }: { calendar?: Id<'reporting_calendar'> | null | undefined; stage: Programme['stage'] },
): Promise<Problem[]> {
  if (calendar == null) return calendar === null && stage !== 'draft' ? [calendarNeeded] : []
  return (await entryKindOf(db, calendar)) === undefined ? [unknownCalendar] : []
}

const calendarNeeded = problem(
  'calendar',
  'calendar-needed',
  'Chương trình đã ban hành phải có lịch báo cáo. Hãy chọn một lịch.',
  'An issued programme keeps a reporting calendar. Choose one.',
)

export const copy = writing({
  name: 'programmes.copy',
  summary: 'Lập chương trình năm mới từ chương trình năm trước: chỉ tiêu, nhiệm vụ, biểu dùng lại',
  http: { method: 'POST', path: '/programmes/{programme}/copy' },
  who: staff,
  input: z.object({
    programme: idOf('programme'),
    year: z.coerce.number().int().min(1945).max(2200),
    title: head.title,
  }),
  output: made,
  async run(context, input) {
    const found = await findProgramme(context.db, input.programme)
    if (!found.ok) return found
    const staffBodies = await staffOf(context.db, found.value.bodyId)
    const refusal = whyNotProgramme(context.actor, 'create', { stage: 'none', staff: staffBodies })
    if (refusal) return refusal
    const id = await copyDefinition(context.db, { from: found.value, year: input.year, title: input.title })
    await context.record({ noun: 'programme', id, move: 'copy', changes: { from: found.value.id } })
    return ok({ programme: id, version: 1 })
  },
})

const seen = { programme: idOf('programme'), expectedVersion: seenVersion(1) }

/** Locks the programme, asks the moves, compares the version; the shared beginning of every change. */
export async function beginChange(
  context: WriteContext,
  at: { programme: Id<'programme'>; expectedVersion: number },
  move: ProgrammeMove,
) {
  const programme = await lockProgramme(context.db, at.programme)
  if (!programme) return noSuchProgramme
  const standing = { stage: programme.stage, staff: await staffOf(context.db, programme.bodyId) }
  const refusal = whyNotProgramme(context.actor, move, standing)
  if (refusal) return refusal
  if (programme.version !== at.expectedVersion)
    return conflict(
      'changed-meanwhile',
      'Người khác vừa sửa chương trình này. Nội dung đồng chí gõ vẫn còn và chưa lưu; mở bản mới nhất để so rồi lưu lại.',
      'Someone has just changed this programme. What you typed is kept and not saved; compare with the newest version.',
    )
  return ok(programme)
}

export const edit = writing({
  name: 'programmes.edit',
  summary: 'Sửa phần đầu chương trình: tên, số, ngày, phương châm, lịch báo cáo, công khai',
  http: { method: 'PUT', path: '/programmes/{programme}' },
  who: staff,
  input: z.object({ ...seen, ...head }),
  output: made,
  async run(context, input) {
    const begun = await beginChange(context, input, 'edit')
    if (!begun.ok) return begun
    const faults = await calendarFaults(context, { ...input, stage: begun.value.stage })
    if (faults.length > 0) return invalid(faults)
    await updateProgramme(context.db, begun.value.id, input)
    await context.record({ noun: 'programme', id: begun.value.id, move: 'edit' })
    return ok({ programme: begun.value.id, version: begun.value.version + 1 })
  },
})

export const setTexts = writing({
  name: 'programmes.setTexts',
  summary: 'Ghi căn cứ, chủ đề và các nhóm nhiệm vụ của chương trình',
  http: { method: 'PUT', path: '/programmes/{programme}/texts' },
  who: staff,
  input: z.object({ ...seen, documents: documentsSchema, themes: themesSchema, tasks: tasksSchema }),
  output: made,
  async run(context, input) {
    const begun = await beginChange(context, input, 'edit')
    if (!begun.ok) return begun
    await writeTexts(context.db, begun.value.id, input)
    await updateProgramme(context.db, begun.value.id, {})
    await context.record({ noun: 'programme', id: begun.value.id, move: 'setTexts' })
    return ok({ programme: begun.value.id, version: begun.value.version + 1 })
  },
})

export const issue = writing({
  name: 'programmes.issue',
  summary: 'Ban hành chương trình',
  http: { method: 'POST', path: '/programmes/{programme}/issue' },
  who: { roles: ['standingBoard'] },
  input: z.object(seen),
  output: made,
  run: (context, input) => step(context, input, 'issue'),
})

export const close = writing({
  name: 'programmes.close',
  summary: 'Kết thúc chương trình sau tổng kết',
  http: { method: 'POST', path: '/programmes/{programme}/close' },
  who: { roles: ['standingBoard', 'head'] },
  input: z.object(seen),
  output: made,
  run: (context, input) => step(context, input, 'close'),
})

async function step(
  context: WriteContext,
  input: { programme: Id<'programme'>; expectedVersion: number },
  move: 'issue' | 'close',
) {
  const begun = await beginChange(context, input, move)
  if (!begun.ok) return begun
  const programme: Programme = begun.value
  if (!programme.calendarId)
    return conflict(
      'no-calendar',
      'Chọn lịch báo cáo trước khi ban hành, để các đơn vị biết hạn gửi số liệu.',
      'Choose a reporting calendar first, so that bodies know when figures are due.',
    )
  const gaps = move === 'issue' ? await openGaps(context.db, programme, context.today) : []
  if (gaps.length > 0) return stillOpen(gaps)
  await setProgrammeStage(context.db, programme.id, stageAfterProgramme(move, programme.stage))
  await context.record({ noun: 'programme', id: programme.id, move })
  if (move === 'issue')
    await tellIssued(context, programme, await cascadedIn(context.db, { programme, today: context.today }))
  return ok({ programme: programme.id, version: programme.version + 1 })
}

/** Every one by number and name: the board sees at once what is left to do. */
function stillOpen(gaps: readonly OpenGap[]) {
  const named = (side: OpenGap['side']) =>
    gaps.filter((gap) => gap.side === side).map(({ no, name }) => `${no} (${name})`)
  const [given, own] = [named('given'), named('own')]
  const vi = [
    given.length > 0 && `mức giao xuống của chỉ tiêu ${given.join(', ')} chưa khớp với chỉ tiêu`,
    own.length > 0 && `chỉ tiêu ${own.join(', ')} thấp hơn mức cấp trên giao`,
  ].filter(Boolean)
  return conflict(
    'open-gap',
    `Chưa ban hành được: ${vi.join('; ')}. Cán bộ của chương trình sửa cho khớp, hoặc ghi lý do chỗ lệch, rồi ban hành.`,
    `Not issued: targets ${gaps.map(({ no }) => no).join(', ')} do not meet what was given down, and no reason is recorded.`,
  )
}
