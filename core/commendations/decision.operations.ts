// Submitted, honoured by a signed decision or refused with a reason, presented; revoked by a document.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import * as store from './decision.store.ts'
import { movedSchema, noteSchema, seen } from './nominee.operations.ts'
import { begin, make, personOf, tell, whyBarred, type Begun } from './nominee.steps.ts'
import type { Move } from './nominee.moves.ts'
import { noSuchRound } from './round.operations.ts'
import { lockRound } from './round.store.ts'

export const submit = writing({
  name: 'commendations.submit',
  summary: 'Trình cơ quan khen một đề nghị hội đồng đã đồng ý; điều vướng được xem lại',
  http: { method: 'POST', path: '/nominees/{id}/submission' },
  who: { roles: ['head'] },
  input: z.object(seen),
  output: movedSchema,
  async run(context, at) {
    const begun = await begin(context, at, 'submit')
    if (!begun.ok) return begun
    if (!begun.value.nominee.passed) return notPassed
    const barred = await whyBarred(context.db, begun.value, context.today)
    if (barred) return barred
    const version = await make(context, begun.value, { move: 'submit' })
    await tell(context, 'commendation.submit', begun.value.round.bodyId, begun.value)
    return ok({ id: at.id, stage: 'submitted' as const, version })
  },
})

export const refuse = writing({
  name: 'commendations.refuse',
  summary: 'Không khen, nêu lý do: nơi thẩm định trước khi trình, cơ quan khen khi đã trình',
  http: { method: 'POST', path: '/nominees/{id}/refusal' },
  who: { roles: ['head', 'clerk'] },
  input: z.object({ ...seen, note: noteSchema }),
  output: movedSchema,
  async run(context, { note, ...at }) {
    const begun = await begin(context, at, 'refuse')
    if (!begun.ok) return begun
    const version = await make(context, begun.value, { move: 'refuse', note })
    await tell(context, 'commendation.refuse', begun.value.nominee.nominatorId, begun.value)
    return ok({ id: at.id, stage: 'refused' as const, version })
  },
})

const several = z
  .array(z.object({ id: idOf('nominee'), expectedVersion: seenVersion(1) }))
  .min(1, 'Chọn ít nhất một đề nghị.')
  .max(2000)

/** In the order of their ids, so that two at once never wait for each other in a ring; all of this round, or none. */
async function beginAll(
  context: WriteContext,
  of: { round: Id<'commendation_round'>; nominees: z.output<typeof several> },
  move: Move,
): Promise<Result<Begun[]>> {
  const begun: Begun[] = []
  const sorted = [...of.nominees].sort((a, b) => a.id - b.id)
  for (const [i, at] of sorted.entries()) {
    if (sorted[i - 1]?.id === at.id) return invalid([chosenTwice])
    const one = await begin(context, at, move)
    if (!one.ok) return one
    if (one.value.round.id !== of.round) return invalid([otherRound(one.value.nominee.name)])
    begun.push(one.value)
  }
  return ok(begun)
}

export const decide = writing({
  name: 'commendations.decide',
  summary:
    'Ghi quyết định khen đã ký cho những đề nghị đã trình: số, ngày, chức danh người ký; vào sổ và cấp mã kiểm tra',
  http: { method: 'POST', path: '/commendation-rounds/{round}/decisions' },
  who: { roles: ['head', 'clerk'] },
  input: z.object({
    round: idOf('commendation_round'),
    number: typedText().min(3, 'Ghi số quyết định.').max(100),
    on: daySchema.meta({ description: 'ngày ký' }),
    signerPost: typedText().min(3, 'Ghi chức danh người ký.').max(200),
    nominees: several,
  }),
  output: z.object({
    decision: z.number().int(),
    nominees: z.array(movedSchema.extend({ book: z.string(), code: z.string() })),
  }),
  async run(context, { round: roundId, number, on, signerPost, nominees }) {
    const { db, today, now } = context
    await store.oneAtATime(db)
    const round = await lockRound(db, roundId)
    if (!round) return noSuchRound
    const all = await beginAll(context, { round: roundId, nominees }, 'decide')
    if (!all.ok) return all
    const faults = await faultsOf(context, all.value, { number, on })
    if (faults.length > 0) return invalid(faults)
    const made = { roundId, number, on, signerPost, by: personOf(context.actor), at: now }
    const decision = await store.insertDecision(db, made)
    const year = Number(on.slice(0, 4))
    const answered = []
    for (const begun of all.value) {
      // Looked at one after another: two of one honouree in one decision are seen.
      const barred = await whyBarred(db, begun, today)
      if (barred) return barred
      const last = await store.nextInBook(db, round.bodyId, year)
      const book = { book_id: round.bodyId, book_year: year, book_no: last }
      const code = newCode()
      const facts = { number, on, signerPost, book: last }
      const acting = { ...begun, bodyId: round.bodyId }
      const changes = { decision_id: decision, code, ...book }
      const version = await make(context, acting, { move: 'decide', facts }, changes)
      await tell(context, 'commendation.decide', begun.nominee.nominatorId, begun)
      answered.push({ id: begun.nominee.id, stage: 'decided' as const, version, book: `${last}/${year}`, code })
    }
    return ok({ decision, nominees: answered })
  },
})

export const inForce = ({ validFrom, validTo }: Begun['form'], on: Day) =>
  on >= validFrom && (validTo === null || on <= validTo)

async function faultsOf(
  { db, today }: WriteContext,
  all: readonly Begun[],
  { number, on }: { number: string; on: string },
) {
  const faults: Problem[] = []
  const { form, round } = all[0]!
  if (on > today) faults.push(problem('on', 'in-future', ...ahead))
  if (!inForce(form, on)) faults.push(notInForce)
  const year = Number(on.slice(0, 4))
  if (await store.numberTaken(db, { bodyId: round.bodyId, number, year })) faults.push(numberTaken)
  return faults
}

const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** Nobody guesses the code of another certificate: 31 letters, twelve of them. Bytes that would favour some are left out. */
function newCode(): string {
  let code = ''
  while (code.length < 12)
    for (const byte of randomBytes(24)) if (byte < 248 && code.length < 12) code += letters[byte % letters.length]!
  return code
}

export const present = writing({
  name: 'commendations.present',
  summary: 'Ghi đã trao những giấy chứng nhận đã có quyết định: ngày trao',
  http: { method: 'POST', path: '/commendation-rounds/{round}/presentation' },
  who: { roles: ['officer', 'head', 'clerk'] },
  input: z.object({ round: idOf('commendation_round'), on: daySchema, nominees: several }),
  output: z.object({ nominees: z.array(movedSchema) }),
  async run(context, { round, on, nominees }) {
    const all = await beginAll(context, { round, nominees }, 'present')
    if (!all.ok) return all
    if (on > context.today) return invalid([problem('on', 'in-future', ...ahead)])
    for (const { nominee } of all.value) {
      const decision = (await store.decisionOf(context.db, nominee.decisionId!))!
      if (on < decision.on) return invalid([beforeDecision(nominee.name)])
    }
    const answered = []
    for (const begun of all.value) {
      const version = await make(context, begun, { move: 'present', facts: { on } }, { presented_on: on })
      answered.push({ id: begun.nominee.id, stage: 'presented' as const, version })
    }
    return ok({ nominees: answered })
  },
})

export const revoke = writing({
  name: 'commendations.revoke',
  summary: 'Huỷ quyết định khen với một tập thể, cá nhân: lý do, văn bản huỷ; trang kiểm tra ghi ngay là đã huỷ',
  http: { method: 'POST', path: '/nominees/{id}/revocation' },
  who: { roles: ['head', 'clerk'] },
  input: z.object({
    ...seen,
    on: daySchema.meta({ description: 'ngày văn bản huỷ' }),
    document: typedText().min(5, 'Ghi số văn bản huỷ.').max(200),
    why: noteSchema,
  }),
  output: movedSchema,
  async run(context, { on, document, why, ...at }) {
    const begun = await begin(context, at, 'revoke')
    if (!begun.ok) return begun
    const { nominee, round } = begun.value
    const decision = (await store.decisionOf(context.db, nominee.decisionId!))!
    if (on > context.today) return invalid([problem('on', 'in-future', ...ahead)])
    if (on < decision.on) return invalid([beforeDecision(nominee.name)])
    const changes = { revoked_on: on, revoked_why: why, revoked_document: document }
    const acting = { ...begun.value, bodyId: round.bodyId }
    const version = await make(context, acting, { move: 'revoke', note: why, facts: { on, document } }, changes)
    await tell(context, 'commendation.revoke', nominee.nominatorId, begun.value)
    return ok({ id: at.id, stage: 'revoked' as const, version })
  },
})

export const ahead = ['Ngày này ở sau hôm nay.', 'This day lies ahead.'] as const
const notPassed = conflict(
  'not-passed',
  'Hội đồng không đồng ý đủ tỷ lệ nên không trình được. Hãy ghi không khen, nêu lý do.',
  'The council did not carry it. Enter that it is refused, with the reason.',
)
export const notInForce = problem(
  'on',
  'not-in-force',
  'Vào ngày ký, hình thức khen này không có hiệu lực.',
  'This form was not in force on that day.',
)
export const numberTaken = problem(
  'number',
  'taken',
  'Số quyết định này đã ghi cho một quyết định khen khác trong năm. Hãy xem lại số.',
  'Another decision of that year bears this number. Look at it again.',
)
const chosenTwice = problem('nominees', 'twice', 'Một đề nghị được chọn hai lần.', 'One of them is chosen twice.')
const otherRound = (name: string) =>
  problem('nominees', 'other-round', `“${name}” thuộc đợt khen khác.`, `“${name}” is of another round.`)
export const beforeDecision = (name: string) =>
  problem('on', 'before-decision', `${name}: ngày này ở trước ngày ký quyết định.`, `${name}: before the decision.`)
