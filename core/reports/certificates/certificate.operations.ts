// Papers of a round of commendation: the decision with its annex, and all certificates of a decision in one file.
import { z } from 'zod'
import { bodyAt, organisations } from '../../bodies/body.read.ts'
import {
  decisionOf,
  formOf,
  honouredBy,
  roundOf,
  type Decision,
  type Round,
} from '../../commendations/commendation.read.ts'
import { familyOf, layoutOf } from '../../documents/layout.ts'
import { signatureLines, signatureRule, usualAuthority } from '../../documents/signature.ts'
import { templateInUse } from '../../documents/template.ts'
import { seatOf, versionAt } from '../../places/place.read.ts'
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import type { Day } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, type ReadDb } from '../../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem, type Result } from '../../shared/result.ts'
import { searchKey } from '../../shared/text.ts'
import { docxFile } from '../docx/docx.ts'
import { pdfFile } from '../pdf/pdf.ts'
import { mediaTypes } from '../render.ts'
import { printCertificates, printingOf } from './printer.ts'
import { decisionDocument } from './decision.ts'

export const who = { roles: ['officer', 'head', 'clerk'] } as const
export const fileSchema = z.object({
  ...{ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) },
})

/** The round and, when one is asked for, its decision; refused to whoever neither checks nor awards. */
export async function opened(
  db: ReadDb,
  actor: Actor,
  of: { round: Id<'commendation_round'>; decision?: Id<'commendation_decision'> },
): Promise<Result<{ round: Round; decision: Decision | null }>> {
  const round = await roundOf(db, of.round)
  if (!round) return noSuchRound
  const mine = bodiesWhere(actor, ...who.roles)
  if (actor.kind !== 'operator' && !mine.includes(round.deskId) && !mine.includes(round.bodyId)) return notYours
  if (of.decision === undefined) return ok({ round, decision: null })
  const decision = await decisionOf(db, of.decision)
  return decision?.roundId === round.id ? ok({ round, decision }) : noSuchDecision
}

/** Whose paper it is on the day of the decision; undefined: that body was not there. */
export async function headOf(db: ReadDb, round: Round, day: Day) {
  const body = await bodyAt(db, round.bodyId, day)
  if (!body) return undefined
  const family = familyOf((await organisations(db)).find(({ key }) => key === body.organisation))
  const parent = body.parentId ? await bodyAt(db, body.parentId, day) : undefined
  const at = await versionAt(db, body.placeId, day)
  const place = (at?.level === 'country' ? await seatOf(db, at.placeId) : at?.name) ?? ''
  const layout = layoutOf((await templateInUse(db, family)).lines)
  return { body, family, layout, place, upper: parent?.name ?? null }
}

export const decisionPaper = reading({
  name: 'commendations.decisionPaper',
  summary:
    'Quyết định khen kèm danh sách, Word hoặc PDF: dự thảo cho những đề nghị đã trình, hoặc theo quyết định đã ghi',
  http: { method: 'GET', path: '/commendation-rounds/{round}/decision-paper' },
  who,
  sends: 'content',
  input: z.object({
    round: idOf('commendation_round'),
    decision: idOf('commendation_decision').optional(),
    format: z.enum(['docx', 'pdf']).default('docx'),
  }),
  output: fileSchema,
  async run({ db, actor, today }, { format, ...of }) {
    const found = await opened(db, actor, of)
    if (!found.ok) return found
    const { round, decision } = found.value
    const honoured = await honouredBy(db, { round: round.id, decision: decision?.id ?? null })
    if (honoured.length === 0) return nobody
    const head = await headOf(db, round, decision?.on ?? today)
    if (!head) return noBody
    const { body, family, layout, place, upper } = head
    const rule = signatureRule(body.organisation)
    const by = { authority: usualAuthority(rule, false), title: decision?.signerPost ?? rule.head, name: '' }
    const form = (await formOf(db, round.formId))!
    const document = decisionDocument({
      ...{ family, issuer: body.name, upper, place, number: decision?.number ?? null, on: decision?.on ?? null },
      signature: { lines: signatureLines(layout, rule, by), name: '' },
      ...{ form: form.name, basis: form.confidence === 'read' ? form.basis : '', desk: round.desk },
      ...{ occasion: round.occasion, honoured },
      illustrative: round.illustrative,
    })
    const bytes = await (format === 'pdf' ? pdfFile : docxFile)(document, layout, {})
    const name = decision
      ? searchKey(`quyết định ${decision.number}`).replaceAll(' ', '-')
      : `du-thao-quyet-dinh-${round.id}`
    return ok({ fileName: `${name}.${format}`, mediaType: mediaTypes[format], content: new Uint8Array(bytes) })
  },
})

const titles = {
  giayKhen: 'GIẤY KHEN',
  bangKhen: 'BẰNG KHEN',
  kyNiemChuong: 'KỶ NIỆM CHƯƠNG',
  title: 'DANH HIỆU',
} as const

const place = z.coerce.number().int().min(1).max(100_000).optional()

export const certificates = reading({
  name: 'commendations.certificates',
  summary:
    'Mọi giấy chứng nhận của một quyết định trong một tệp PDF khổ A4 ngang; một tên không in được thì nói tên đó và không in',
  http: { method: 'GET', path: '/commendation-rounds/{round}/decisions/{decision}/certificates' },
  who,
  sends: 'content',
  input: z.object({
    round: idOf('commendation_round'),
    decision: idOf('commendation_decision'),
    from: place.meta({ description: 'in từ giấy thứ mấy, theo thứ tự vào sổ' }),
    to: place.meta({ description: 'đến giấy thứ mấy' }),
  }),
  output: fileSchema,
  async run({ app, db, actor }, { from = 1, to, ...of }) {
    const found = await opened(db, actor, of)
    if (!found.ok) return found
    const { round } = found.value
    const decision = found.value.decision!
    const honoured = await honouredBy(db, of)
    if (from > Math.min(honoured.length, to ?? honoured.length)) return nobody
    const head = await headOf(db, round, decision.on)
    if (!head) return noBody
    const form = (await formOf(db, round.formId))!
    const awarder = head.body.organisation === 'peoplesCommittee' ? `Chủ tịch ${head.body.name}` : head.body.name
    const award = {
      ...{ layout: head.layout, title: titles[form.kind], awarder, occasion: round.occasion, place: head.place },
      ...{ on: decision.on, number: decision.number, signerPost: decision.signerPost },
      ...{ checkAt: `${app.origin}/khen-thuong/kiem-tra`, illustrative: round.illustrative },
    }
    const printed = honoured.map(({ name, post, unit, merits, book, code }) => ({
      ...{ name, under: [post, unit].filter(Boolean).join(', '), merits, book: book!, code: code! },
    }))
    const file = await printCertificates(of.decision, { award, printed, part: { from, to: to ?? printed.length } })
    if ('faulty' in file) return invalid(file.faulty.map(unprintable), 'unprintable')
    const part = to === undefined ? '' : ` ${from} ${to}`
    const fileName = `${searchKey(`chứng nhận ${decision.number}${part}`).replaceAll(' ', '-')}.pdf`
    return ok({ fileName, mediaType: 'application/pdf', content: new Uint8Array(file) })
  },
})

export const printing = reading({
  name: 'commendations.printing',
  summary: 'Đang lập giấy chứng nhận của một quyết định đến đâu; null: không lập tệp lớn nào',
  http: { method: 'GET', path: '/commendation-rounds/{round}/decisions/{decision}/printing' },
  who,
  input: z.object({ round: idOf('commendation_round'), decision: idOf('commendation_decision') }),
  output: z.object({ progress: z.object({ done: z.number().int(), whole: z.number().int() }).nullable() }),
  async run({ db, actor }, of) {
    const found = await opened(db, actor, of)
    return found.ok ? ok({ progress: printingOf(of.decision) }) : found
  },
})

const noSuchRound = notFound('no-such-round', 'Không có đợt khen này.', 'There is no such round.')
const noSuchDecision = notFound('no-such-decision', 'Đợt này không có quyết định đó.', 'There is no such decision.')
const notYours = forbidden(
  'not-your-round',
  'Chỉ nơi thẩm định và cơ quan khen in giấy của đợt này.',
  'Only the checking and the awarding body print the papers of this round.',
)
export const nobody = conflict('nobody', 'Chưa có ai để in: chưa trình, hoặc đã huỷ.', 'There is nobody to print.')
export const noBody = conflict(
  'no-body',
  'Cơ quan khen không còn vào ngày đó.',
  'The awarding body was not there on that day.',
)
const unprintable = (name: string) =>
  problem(
    'name',
    'unprintable',
    `“${name}” không in vừa hai dòng hoặc có ký tự không in được. Cơ quan khen đính chính tên ở trang của đề nghị ấy rồi in lại; chưa giấy nào được in.`,
    `“${name}” does not fit on two lines or has letters that cannot be printed. The awarding body puts the name right on the page of the nomination; nothing was printed.`,
  )
