// Reports made: a first draft, and a new one that is to supersede an issued one. Both pin the figures that count now.
import { z } from 'zod'
import { bodyAt, versionsOf, type BodyVersion } from '../bodies/body.read.ts'
import { personOf } from '../documents/document.ts'
import { families } from '../documents/layout.ts'
import { signatureRule } from '../documents/signature.ts'
import { keepTemplate } from '../documents/template.ts'
import { readPeriod, readProgramme, receiversOf, staffOf } from '../programmes/programme.read.ts'
import type { Programme } from '../programmes/programme.ts'
import { findProgramme } from '../programmes/programme.rights.ts'
import { bodiesWhere } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../shared/result.ts'
import { reportKinds } from './outline.ts'
import { copyPassages } from './merge.store.ts'
import { defaultsFor } from './report.compose.ts'
import { whyNot } from './report.moves.ts'
import { headSchema } from './report.schema.ts'
import { beginMove, findPeriod, pinNow } from './report.steps.ts'
import { issuedReport } from './report.store.ts'
import { copyTexts, insertReport } from './report.write.store.ts'
import { dayText } from './words.ts'

const staff = { roles: ['officer', 'head'] } as const
const output = z.object({ report: z.number().int(), version: z.number().int() })

export const create = writing({
  name: 'reports.create',
  summary: 'Lập báo cáo của một chương trình: ghim số liệu đang được tính, mở bản nháp',
  http: { method: 'POST', path: '/programmes/{programme}/reports' },
  who: staff,
  input: z.object({
    programme: idOf('programme'),
    kind: z.enum(reportKinds).default('final'),
    period: z.string().max(20).optional(),
    body: idOf('body').optional().meta({ description: 'báo cáo của ai; không ghi: đơn vị ban hành chương trình' }),
    family: z.enum(families).optional(),
    ...headSchema.partial().shape,
  }),
  output,
  async run(context, { programme: programmeId, kind, period: key, body, family, ...head }) {
    const { db, actor, now } = context
    const found = await findProgramme(db, programmeId)
    if (!found.ok) return found
    const programme = found.value
    const asked = await findPeriod(db, programme, { key, kind })
    if (!asked.ok) return asked
    const period = asked.value
    const bodyId = body ?? programme.bodyId
    const version = await bodyAt(db, bodyId, period.endsOn)
    if (!version) return notThere(await versionsOf(db, bodyId), period.endsOn)
    const drafting = await draftingOf(db, programme, { bodyId, placeId: version.placeId })
    if (!drafting) return notOfProgramme
    const { staff: bodies, placeId } = drafting
    const nobody = { above: [], asked: [], sentTo: [], drafterId: null, submittedBy: null }
    const standing = { stage: 'none' as const, bodyId, staff: bodies, ...nobody }
    const refusal = whyNot(actor, 'create', { ...standing, rule: signatureRule(version.organisation) })
    if (refusal) return refusal
    if (await issuedReport(db, { programmeId, bodyId, periodId: period.id, kind })) return alreadyIssued
    const defaults = await defaultsFor(db, { programme, period, kind, bodyId, placeId })
    const template = await keepTemplate(db, family ?? defaults.family, now)
    const id = await insertReport(db, {
      ...{ programmeId, bodyId, placeId, periodId: period.id, kind },
      title: head.title ?? defaults.title,
      upperIssuer: head.upperIssuer ?? defaults.upperIssuer,
      issuedAtPlace: head.issuedAtPlace ?? defaults.issuedAtPlace,
      ...{ recipients: head.recipients ?? null, drafterId: personOf(actor), templateId: template.id },
      consolidationId: await pinNow(context, { programme, period, bodyId, placeId, note: 'Lập báo cáo' }),
      ...{ supersedesId: null, illustrative: programme.illustrative, now },
    })
    if (id === null) return alreadyOnTheWay
    await context.record({ noun: 'report', id, move: 'create' })
    return ok({ report: id, version: 1 })
  },
})

export const supersede = writing({
  name: 'reports.supersede',
  summary: 'Lập báo cáo mới thay báo cáo đã ban hành: giữ lời văn, lấy số liệu mới',
  http: { method: 'POST', path: '/reports/{id}/supersede' },
  who: staff,
  input: z.object({ id: idOf('report'), expectedVersion: seenVersion(1) }),
  output,
  async run(context, { id: oldId, expectedVersion }) {
    const { db, actor, now } = context
    const begun = await beginMove(context, { id: oldId, expectedVersion }, 'supersede')
    if (!begun.ok) return begun
    const old = begun.value
    const programme = (await readProgramme(db, old.programmeId))!
    const period = (await readPeriod(db, old.periodId))!
    const family = (
      await defaultsFor(db, { programme, period, kind: old.kind, bodyId: old.bodyId, placeId: old.placeId })
    ).family
    const template = await keepTemplate(db, family, now)
    const { programmeId, bodyId, placeId, periodId, kind, title, upperIssuer, issuedAtPlace, recipients } = old
    const id = await insertReport(db, {
      ...{ programmeId, bodyId, placeId, periodId, kind, title, upperIssuer, issuedAtPlace, recipients },
      ...{ drafterId: personOf(actor), templateId: template.id, supersedesId: oldId },
      consolidationId: await pinNow(context, { programme, period, bodyId, placeId, note: 'Lập báo cáo thay thế' }),
      ...{ illustrative: old.illustrative, now },
    })
    if (id === null) return alreadyOnTheWay
    await copyTexts(db, oldId, id)
    await copyPassages(db, oldId, id)
    await context.record({ noun: 'report', id: oldId, move: 'supersede', changes: { by: id } })
    await context.record({ noun: 'report', id, move: 'create', changes: { supersedes: oldId } })
    return ok({ report: id, version: 1 })
  },
})

export const drafting = reading({
  name: 'reports.drafting',
  summary: 'Tôi được lập báo cáo của những chương trình nào, cho đơn vị nào',
  http: { method: 'GET', path: '/me/report-choices' },
  who: staff,
  input: z.object({}),
  output: z.object({
    /** Bodies that receive forms of a programme and report on their own place. */
    own: z.array(
      z.object({
        body: z.number().int(),
        bodyName: z.string(),
        programme: z.number().int(),
        number: z.string().nullable(),
        title: z.string(),
      }),
    ),
  }),
  async run({ db, actor }) {
    return ok({ own: await receiversOf(db, { bodies: bodiesWhere(actor, 'officer', 'head') }) })
  },
})

/** Who drafts and of which place: the programme's people of all of it, or a body that receives its forms of its own place. */
async function draftingOf(db: ReadDb, programme: Programme, of: { bodyId: Id<'body'>; placeId: Id<'place'> }) {
  const staff = await staffOf(db, programme.bodyId)
  if (staff.includes(of.bodyId)) return { staff, placeId: programme.placeId }
  const receives = (await receiversOf(db, { programmeId: programme.id, bodies: [of.bodyId] })).length > 0
  return receives ? { staff: await staffOf(db, of.bodyId), placeId: of.placeId } : null
}

const notOfProgramme = invalid([
  problem(
    'body',
    'not-of-programme',
    'Báo cáo là của đơn vị ban hành chương trình, của ban dân vận trực thuộc, hoặc của đơn vị nhận biểu của chương trình.',
    'The report is of the programme’s body, of its mobilisation board, or of a body that receives its forms.',
  ),
])

/** A body that is not there at the end of the period: it ended before, or came later. */
function notThere(versions: readonly BodyVersion[], day: Day) {
  const [first, last] = [versions[0], versions.at(-1)]
  if (!first || !last) return notFound('no-such-body', 'Không có đơn vị này.', 'There is no such body.')
  const ended = last.validTo !== null && last.validTo < day
  const { name } = ended ? last : first
  const since = ended
    ? `${name} đã kết thúc từ sau ngày ${dayText(last.validTo!)}, trước khi hết kỳ (${dayText(day)}). Báo cáo kỳ này do đơn vị tiếp nhận lập.`
    : `${name} chưa có vào ngày cuối kỳ (${dayText(day)}). Hãy chọn kỳ sau, hoặc đơn vị khác.`
  const told = ended
    ? `${name} ended after ${last.validTo}, before the end of the period (${day}). Whoever took over makes this report.`
    : `${name} was not there yet at the end of the period (${day}). Choose a later period or another body.`
  return invalid([problem('body', ended ? 'body-ended' : 'body-not-yet', since, told)])
}

const alreadyOnTheWay = conflict(
  'already-on-the-way',
  'Đã có một báo cáo cùng loại, cùng kỳ đang soạn. Hãy mở báo cáo đó ở trang Báo cáo.',
  'A report of this kind and period is on the way already. Open that one.',
)

const alreadyIssued = conflict(
  'already-issued',
  'Báo cáo loại này của kỳ đó đã ban hành. Muốn thay, mở báo cáo đã ban hành và lập báo cáo thay thế.',
  'This report was issued already. Open it and make one that supersedes it.',
)
