// What a signed decision or its entry here says wrong is put right by who awards; what stood there stays, and whoever holds an old paper reads why it differs.
import { z } from 'zod'
import { bodiesWhere } from '../shared/actor.ts'
import { shownDay, daySchema, type Day } from '../shared/day.ts'
import { idOf, seenVersion } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { forbidden, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'
import { typedText } from '../shared/typed.ts'
import { checksOf, type Form, type Held } from './commendation.ts'
import * as store from './correction.store.ts'
import * as decisions from './decision.store.ts'
import { ahead, beforeDecision, inForce, notInForce, numberTaken } from './decision.operations.ts'
import { formOf } from './form.store.ts'
import { inRoundAlready, movedSchema, seen } from './nominee.operations.ts'
import { begin, changedMeanwhile, make, personOf, tell, type Begun } from './nominee.steps.ts'
import { heldBy, identityOf, lockNominee, nomineeOf, standsInRound, type Nominee } from './nominee.store.ts'
import { lineText, nameFaults } from './nominee.told.ts'
import { meritsOf } from './merit.store.ts'
import { noSuchRound } from './round.operations.ts'
import { lockRound, lockRoundOf, type Round } from './round.store.ts'

const whyNeeded = ['Nêu vì sao phải đính chính, ít nhất một câu.', 'Say why it is put right.'] as const
const why = typedText().min(10, whyNeeded[0]).max(2000)

export const correctName = writing({
  name: 'commendations.correctName',
  summary:
    'Đính chính tên, chức danh, đơn vị ghi sai của một người, tập thể đã có quyết định: theo văn bản đính chính, hoặc cho đúng bản đã ký; điều ghi trước đó vẫn còn',
  http: { method: 'PUT', path: '/nominees/{id}/name' },
  who: { roles: ['head', 'clerk'] },
  input: z.object({
    ...seen,
    ...{ name: lineText(150), post: lineText(150), unit: lineText(200) },
    same: z.coerce.boolean().default(false).meta({ description: 'vẫn là người, tập thể ấy; đổi người thì phải huỷ' }),
    document: typedText().max(200, 'Tối đa 200 ký tự.').default('').meta({
      description: 'số văn bản đính chính; trống: quyết định đã ký ghi đúng, chỉ ở đây ghi sai',
    }),
    on: daySchema
      .nullish()
      .transform((day) => day ?? null)
      .meta({ description: 'ngày văn bản đính chính' }),
    why: typedText().max(2000).default('').meta({ description: 'phải có, ít nhất một câu' }),
  }),
  output: movedSchema,
  async run(context, { name, post, unit, same, document, on, why: reason, ...at }) {
    const { db, today, actor, now } = context
    await decisions.oneAtATime(db)
    await lockRoundOf(db, at.id)
    const begun = await begin(context, at, 'correctName')
    if (!begun.ok) return begun
    const { nominee, round } = begun.value
    const to = { kind: nominee.kind, bodyId: nominee.bodyId, name, post, unit }
    const decision = (await decisions.decisionOf(db, nominee.decisionId!))!
    const faults = [...nameFaults(to), ...documentFaults({ document, on }, { signed: decision.on, today })]
    if (nominee.kind === 'person' && [to, nominee].some((one) => isIn(one.name, document))) faults.push(namesPerson)
    if (!same) faults.push(sameNeeded)
    // Said with the rest, so that all that is wrong is said at once.
    if (reason.length < 10) faults.push(problem('why', 'missing', ...whyNeeded))
    if (name === nominee.name && post === nominee.post && unit === nominee.unit) faults.push(nothingChanged)
    if (faults.length > 0) return invalid(faults)
    const identityKey = identityOf(to)
    if (identityKey !== nominee.identityKey) {
      if (await standsInRound(db, { roundId: round.id, identityKey, not: at.id })) return inRoundAlready
      // What was revoked stands against nothing, and only its name is put right.
      const asked = { identityKey, signed: decision.on }
      const barred = nominee.stage === 'revoked' ? [] : await whyNotHis(context, begun.value, asked)
      if (barred.length > 0) return invalid(barred, 'barred')
    }
    await store.correctName(db, at.id, {
      ...{ before: nominee, to },
      made: { document, on, why: reason, by: personOf(actor), at: now },
    })
    await store.endCredentials(db, [at.id], now)
    const before = [nominee.name, nominee.post, nominee.unit].filter(Boolean).join(', ')
    const acting = { ...begun.value, bodyId: round.bodyId }
    const version = await make(context, acting, {
      ...{ move: 'correctName', note: reason, facts: { document, on }, kept: { before } },
    })
    await tellAll(context, begun.value.round, [nominee])
    return ok({ id: at.id, stage: nominee.stage, version })
  },
})

function documentFaults(
  { document, on }: { document: string; on: Day | null },
  { signed, today }: { signed: Day; today: Day },
): Problem[] {
  if (document !== '' && on === null) return [dayNeeded]
  if (document === '' && on !== null) return [documentNeeded]
  if (on !== null && on > today) return [problem('on', 'in-future', ...ahead)]
  return on !== null && on < signed ? [beforeSigned] : []
}

/** By his right name he would not have been honoured: then the decision is revoked, not put right. */
async function whyNotHis(
  { db }: WriteContext,
  { nominee, form }: Begun,
  { identityKey, signed }: { identityKey: string; signed: Day },
): Promise<Problem[]> {
  const merits = await meritsOf(db, nominee.id)
  const candidate = { kind: nominee.kind, merits, complaintPending: false }
  const field = { running: 0, persons: 0, directPersons: 0 }
  // Whichever came first stands against the other.
  const against = (one: Held) => {
    const [first, later] = [one.on, signed].sort() as [Day, Day]
    return checksOf(form, candidate, { held: [{ ...one, on: first }], field, today: later }).some(({ bars }) => bars)
  }
  return (await heldBy(db, { identityKey, id: nominee.id })).filter(against).map(heldAlready)
}

const heldAlready = ({ number, on }: Held) =>
  problem(
    'name',
    'held-already',
    `Người, tập thể mang tên này đã được khen theo quyết định ${number} ngày ${shownDay(on)} nên theo quy định không được khen lần này. Nếu đúng là người, tập thể ấy thì huỷ quyết định, không đính chính.`,
    `Whoever bears this name holds ${number} of ${on} and could not have been honoured. If it is he, revoke the decision instead.`,
  )

export const correctDecision = writing({
  name: 'commendations.correctDecision',
  summary:
    'Đính chính số, ngày, chức danh người ký đã ghi sai của một quyết định khen, cho đúng bản đã ký; đổi năm thì vào sổ năm ấy',
  http: { method: 'PUT', path: '/commendation-rounds/{round}/decisions/{decision}' },
  who: { roles: ['head', 'clerk'] },
  input: z.object({
    round: idOf('commendation_round'),
    decision: idOf('commendation_decision'),
    expectedVersion: seenVersion(1),
    number: typedText().min(3, 'Ghi số quyết định.').max(100),
    on: daySchema.meta({ description: 'ngày ký' }),
    signerPost: typedText().min(3, 'Ghi chức danh người ký.').max(200),
    why,
  }),
  output: z.object({ decision: z.number().int(), version: z.number().int() }),
  async run(context, { round: roundId, decision: id, expectedVersion, why: reason, ...to }) {
    const { db, actor, now } = context
    await decisions.oneAtATime(db)
    const round = await lockRound(db, roundId)
    if (!round) return noSuchRound
    if (actor.kind !== 'operator' && !bodiesWhere(actor, 'head', 'clerk').includes(round.bodyId)) return awarderOnly
    const decision = await decisions.decisionOf(db, id)
    if (decision?.roundId !== roundId) return noSuchDecision
    if (decision.version !== expectedVersion) return changedMeanwhile
    const honoured = []
    // In the order of their ids, as everything that takes several does.
    for (const one of await decisions.honouredIn(db, id)) honoured.push((await lockNominee(db, one))!)
    const form = (await formOf(db, round.formId))!
    const faults = entryFaults({ decision, honoured, form, to, today: context.today })
    const year = Number(to.on.slice(0, 4))
    if (await decisions.numberTaken(db, { bodyId: round.bodyId, number: to.number, year, not: id }))
      faults.push(numberTaken)
    if (faults.length > 0) return invalid(faults)
    await decisions.correctDecision(db, id, to)
    await store.endCredentials(
      db,
      honoured.map((one) => one.id),
      now,
    )
    const { number, on, signerPost } = decision
    for (const nominee of honoured.sort((one, other) => one.bookNo! - other.bookNo!)) {
      const moves = nominee.bookYear !== year
      const book = moves ? { book_year: year, book_no: await decisions.nextInBook(db, round.bodyId, year) } : {}
      const stood = { number, on, signerPost, book: moves ? `${nominee.bookNo}/${nominee.bookYear}` : null }
      const made = { move: 'correctDecision' as const, note: reason, facts: to, kept: { stood } }
      await make(context, { nominee, bodyId: round.bodyId }, made, book)
    }
    await tellAll(context, round, honoured)
    return ok({ decision: id, version: decision.version + 1 })
  },
})

/** Who proposed them, and who prints their papers again. */
async function tellAll(context: WriteContext, round: Round, all: readonly Nominee[]): Promise<void> {
  const told = new Map(all.map((nominee) => [nominee.nominatorId, nominee]))
  if (all[0]) told.set(round.deskId, all[0])
  for (const [body, nominee] of told) await tell(context, 'commendation.correct', body, { nominee, round })
}

/** One word alone is found in too many documents to mean anybody. */
const isIn = (name: string, words: string) =>
  searchKey(name).includes(' ') && searchKey(words).includes(searchKey(name))

type Entry = Pick<decisions.Decision, 'number' | 'on' | 'signerPost'>

function entryFaults(of: {
  decision: decisions.Decision
  honoured: readonly Nominee[]
  form: Form
  to: Entry
  today: Day
}): Problem[] {
  const { decision, honoured, form, to, today } = of
  const faults: Problem[] = []
  if (to.on > today) faults.push(problem('on', 'in-future', ...ahead))
  else if (!inForce(form, to.on)) faults.push(notInForce)
  const late = honoured.filter(({ presentedOn }) => presentedOn !== null && to.on > presentedOn)
  if (late.length > 0) faults.push(problem('on', 'after-presented', ...afterPresented(late)))
  const revoked = honoured.find(({ revokedOn }) => revokedOn !== null && to.on > revokedOn)
  if (revoked) faults.push(problem('on', 'after-revoked', ...afterRevoked(revoked.name)))
  if ((['number', 'on', 'signerPost'] as const).every((field) => to[field] === decision[field]))
    faults.push(problem('number', 'same', ...nothingDiffers))
  return faults
}

export const correctPresented = writing({
  name: 'commendations.correctPresented',
  summary:
    'Đính chính ngày trao đã ghi sai, nêu lý do; sửa được một lần cho mọi người cùng quyết định, cùng ngày trao ấy; ngày trước vẫn còn trong quá trình',
  http: { method: 'PUT', path: '/nominees/{id}/presentation' },
  who: { roles: ['officer', 'head', 'clerk'] },
  input: z.object({
    ...seen,
    on: daySchema.meta({ description: 'ngày trao' }),
    all: z.coerce.boolean().default(false).meta({ description: 'cả những người cùng quyết định, cùng ngày trao' }),
    why,
  }),
  output: movedSchema.extend({ corrected: z.number().int() }),
  async run(context, { on, all, why: reason, ...at }) {
    const { db, today } = context
    const decisionId = all ? (await nomineeOf(db, at.id))?.decisionId : null
    const ids = decisionId ? await decisions.honouredIn(db, decisionId) : []
    // All of them in the order of their ids, before the one that is shown.
    for (const id of ids) await lockNominee(db, id)
    const begun = await begin(context, at, 'correctPresented')
    if (!begun.ok) return begun
    const { nominee } = begun.value
    const decision = (await decisions.decisionOf(db, nominee.decisionId!))!
    if (on > today) return invalid([problem('on', 'in-future', ...ahead)])
    if (on < decision.on) return invalid([beforeDecision(nominee.name)])
    if (on === nominee.presentedOn) return invalid([problem('on', 'same', ...nothingDiffers)])
    const kept = { before: shownDay(nominee.presentedOn!) }
    const made = { move: 'correctPresented' as const, note: reason, facts: { on }, kept }
    const version = await make(context, begun.value, made, { presented_on: on })
    let corrected = 1
    for (const id of ids.filter((one) => one !== at.id)) {
      // What his own body proposed is not his to touch, as at any step.
      const other = await begin(context, { id, expectedVersion: null }, 'correctPresented')
      if (!other.ok || other.value.nominee.presentedOn !== nominee.presentedOn) continue
      await make(context, other.value, made, { presented_on: on })
      corrected += 1
    }
    return ok({ id: at.id, stage: nominee.stage, version, corrected })
  },
})

const nothingDiffers = [
  'Chưa sửa gì so với điều đang ghi. Sửa chỗ sai rồi lưu.',
  'Nothing differs from what stands there. Put right what is wrong.',
] as const
const nothingChanged = problem('name', 'same', ...nothingDiffers)
const sameNeeded = problem(
  'same',
  'missing',
  'Xác nhận vẫn là người, tập thể ấy, chỉ ghi sai. Khen nhầm người thì huỷ quyết định, không đính chính.',
  'Say that it is the same one, only written wrong. Whoever was honoured by mistake is revoked, not put right.',
)
const dayNeeded = problem('on', 'missing', 'Ghi ngày của văn bản đính chính.', 'Give the day of the document.')
const documentNeeded = problem(
  'document',
  'missing',
  'Ghi số văn bản đính chính, hoặc bỏ trống cả ngày khi quyết định đã ký ghi đúng.',
  'Give the number of the document, or leave the day empty when the signed decision is right.',
)
const beforeSigned = problem(
  'on',
  'before-decision',
  'Văn bản đính chính không thể ký trước quyết định khen. Hãy xem lại ngày.',
  'What puts a decision right is not signed before it. Look at the day again.',
)
const afterPresented = ([first, ...more]: readonly Nominee[]) =>
  [
    `Đã ghi trao trước ngày này: “${first!.name}”${more.length > 0 ? ` và ${more.length} đề nghị khác` : ''}. Hãy xem lại ngày ký, hoặc đính chính ngày trao trước.`,
    `Presented before this day: “${first!.name}”${more.length > 0 ? ` and ${more.length} more` : ''}. Look at it again, or put right the day they were presented first.`,
  ] as const
const afterRevoked = (name: string) =>
  [
    `“${name}” đã bị huỷ trước ngày này. Hãy xem lại ngày ký.`,
    `“${name}” was revoked before this day. Look at it again.`,
  ] as const
const namesPerson = problem(
  'document',
  'names-person',
  'Chỉ ghi số, ký hiệu của văn bản; không ghi tên người, vì ai cũng đọc được dòng này.',
  'Give only the number of the document, not the name of the person: everybody reads this line.',
)
const awarderOnly = forbidden(
  'awarder-only',
  'Chỉ cơ quan khen (người đứng đầu hoặc văn thư) đính chính quyết định của mình.',
  'Only the awarding body, its head or clerk, puts its decision right.',
)
const noSuchDecision = notFound('no-such-decision', 'Đợt này không có quyết định đó.', 'There is no such decision.')
