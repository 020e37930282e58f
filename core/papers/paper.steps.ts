// The steps that making a paper shares: whose case it is, which forms its moves have, composing and keeping one.
import { z } from 'zod'
import { bodyAt, organisations } from '../bodies/body.read.ts'
import { actsOf, noSuchSubmission, readSubmission, standingOf, whyKeptAway, type Act } from '../cases/case.read.ts'
import type { Submission } from '../cases/submission.ts'
import { notYours, partsOf } from '../cases/submission.moves.ts'
import { familyOf, layoutOf } from '../documents/layout.ts'
import { authorities, signatureLines, signatureRule, usualAuthority, whyNotSigned } from '../documents/signature.ts'
import { keepTemplate } from '../documents/template.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { dayAt, daySchema, instantSchema } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import type { ReadContext, WriteContext } from '../shared/operation.ts'
import { invalid, notFound, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { composePaper } from './compose.ts'
import { factsOf, placeOf } from './facts.ts'
import { formAs, formsOf, type Form } from './form.ts'
import { insertPaper, papersOf, type PaperRow } from './paper.store.ts'

export interface Open {
  submission: Submission
  acts: Act[]
}

const kindOf = ({ kind, door }: Submission) => kind ?? door

/**
 * Who works on the case makes its papers. A desk that passed it on makes those of what it did itself, though the case is no
 * longer its: the slip goes with the letter.
 */
export async function openFor(context: ReadContext | WriteContext, id: Id<'submission'>): Promise<Result<Open>> {
  const { db, actor } = context
  const submission = await readSubmission(db, id)
  if (!submission) return noSuchSubmission
  const away = await whyKeptAway(context, id)
  if (away) return away
  // What is copied into a joined letter for its sender to read was done with the other case.
  const acts = (await actsOf(db, id)).filter(({ facts }) => !facts.ofJoined)
  const parts = partsOf(actor, await standingOf(db, submission)).filter((part) => part !== 'support')
  if (parts.length > 0) return ok({ submission, acts })
  const mine = new Set<number>(bodiesWhere(actor, 'receiver', 'head'))
  const own = acts.filter(({ bodyId }) => bodyId !== null && mine.has(bodyId))
  return own.length > 0 ? ok({ submission, acts: own }) : notYours
}

export const formShown = z.object({
  act: z.number().int().meta({ description: 'bước đã ghi, theo số thứ tự' }),
  move: z.string(),
  at: instantSchema,
  form: z.string(),
  name: z.string(),
  number: z.string().nullable().meta({ description: 'số mẫu' }),
  article: z.string(),
  confidence: z.enum(['read', 'secondHand', 'assumed']),
  validFrom: z.string(),
  source: z.string(),
  fields: z.array(z.object({ key: z.string(), name: z.string(), lines: z.number().int(), needed: z.boolean() })),
  document: z.string().meta({ description: 'số, ngày văn bản đã ghi ở bước này' }),
})

export const paperShown = z.object({
  id: z.number().int(),
  act: z.number().int(),
  form: z.string(),
  name: z.string(),
  formNumber: z.string().nullable(),
  number: z.string().nullable(),
  dated: z.string(),
  madeAt: instantSchema,
  by: z.string().nullable(),
  names: z.boolean().meta({ description: 'có chỗ nêu người gửi' }),
})

export function formsShown({ submission, acts }: Open, sealed: boolean): z.input<typeof formShown>[] {
  return acts.flatMap((act) =>
    formsOf(act, { kind: kindOf(submission), sealed }).map((form) => ({
      ...{ act: act.no, move: act.move, at: act.at, form: form.key, name: form.name, number: form.number ?? null },
      ...{ article: form.article, confidence: form.confidence, validFrom: form.validFrom, source: form.source },
      fields: form.fields,
      document: typeof act.facts.document === 'string' ? act.facts.document : '',
    })),
  )
}

export async function papersShown(
  { db }: Pick<ReadContext, 'db'>,
  { submission, acts }: Open,
  sealed: boolean,
): Promise<z.input<typeof paperShown>[]> {
  const mine = new Set(acts.map(({ no }) => no))
  const kept = await papersOf(db, submission.id)
  return kept.flatMap((row) => {
    const form = formAs(row.form, row.formFrom)
    return form && form.sealed === sealed && mine.has(row.actNo) ? [shown(row, form)] : []
  })
}

function shown(row: PaperRow, form: Form): z.input<typeof paperShown> {
  const { id, actNo, number, dated, madeAt, madeBy, document } = row
  return {
    ...{ id, act: actNo, form: form.key, name: form.name, formNumber: form.number ?? null, number, dated, madeAt },
    by: madeBy,
    names: /\{sender\}/.test(JSON.stringify(document)),
  }
}

export const makingSchema = {
  act: z.coerce.number().int().min(1).max(100_000),
  form: z.string().max(60),
  number: z.string().trim().max(60).default('').meta({ description: 'số, ký hiệu; để trống: chừa chỗ ghi tay' }),
  dated: daySchema.optional().meta({ description: 'ngày văn bản; không ghi: ngày của bước' }),
  authority: z.enum(authorities).optional().meta({ description: 'thể thức ký; không ghi: thể thức thường dùng' }),
  title: z.string().trim().max(100).default('').meta({ description: 'chức vụ người ký' }),
  signer: z.string().trim().max(100).default('').meta({ description: 'họ tên người ký; để trống: chừa chỗ' }),
  typed: z
    .record(z.string().max(40), z.string().max(10_000))
    .default({})
    .meta({ description: 'các phần mẫu cần mà không bước nào ghi; không nêu tên người gửi' }),
}
export type Making = z.output<z.ZodObject<typeof makingSchema>>

/** Made of the recorded move, and kept. */
export async function make(
  context: WriteContext,
  open: Open,
  wanted: Making,
  sealed: boolean,
): Promise<Result<Id<'case_paper'>>> {
  const { db, now, actor, app, record } = context
  const { submission } = open
  const act = open.acts.find(({ no }) => no === wanted.act)
  const form = act && formsOf(act, { kind: kindOf(submission), sealed }).find(({ key }) => key === wanted.form)
  if (!act || !form) return noSuchForm
  const dated = wanted.dated ?? dayAt(act.at)
  const typed = Object.fromEntries(form.fields.map(({ key }) => [key, plainText(wanted.typed[key] ?? '').trim()]))
  const faults = faultsOf(form, typed, { dated, from: dayAt(act.at), today: context.today })
  if (faults.length > 0) return invalid(faults)
  const bodyId = act.bodyId ?? submission.deskId
  const body = (await bodyAt(db, bodyId, dated)) ?? (await bodyAt(db, bodyId, context.today))
  if (!body) return noSuchForm
  const rule = signatureRule(body.organisation)
  const authority = wanted.authority ?? usualAuthority(rule, false)
  const wrong = whyNotSigned(rule, authority, false)
  if (wrong) return wrong
  const family = familyOf((await organisations(db)).find(({ key }) => key === body.organisation))
  const template = await keepTemplate(db, family, now)
  const layout = layoutOf(template.lines)
  const upper = !rule.collective && body.parentId ? await bodyAt(db, body.parentId, dated) : undefined
  const title = wanted.title || rule.head
  const alone = form.byHead && wanted.authority === undefined
  const lines = alone ? [title.toUpperCase()] : signatureLines(layout, rule, { authority, title, name: wanted.signer })
  const facts = { ...(await factsOf(db, submission, act)), ...filledIn(typed) }
  const document = composePaper(form, facts, {
    ...{ family, layout, issuer: body.name, upper: upper?.name ?? null, dated, illustrative: app.sample },
    ...{
      place: await placeOf(db, body.placeId, dated),
      number: wanted.number || null,
      office: `hồ sơ ${facts.number}`,
    },
    signature: { lines, name: wanted.signer },
    decider: `${rule.head} ${body.name}`,
  })
  const id = await insertPaper(db, {
    ...{
      submissionId: submission.id,
      actNo: act.no,
      form: form.key,
      formFrom: form.validFrom,
      templateId: template.id,
    },
    ...{ number: wanted.number || null, dated, document, madeAt: now, bodyId },
    by: actor.kind === 'person' ? actor.personId : null,
  })
  await record({
    noun: 'casePaper',
    id,
    move: 'make',
    changes: { submission: submission.id, form: form.key, act: act.no },
  })
  return ok(id)
}

function faultsOf(
  form: Form,
  typed: Record<string, string>,
  { dated, from, today }: { dated: string; from: string; today: string },
): Problem[] {
  const missing = form.fields.filter(({ key, needed }) => needed && !typed[key])
  return [
    ...missing.map(({ key, name }) =>
      problem(`typed.${key}`, 'missing', `Ghi: ${lowerFirst(name)}.`, `Fill in: ${name}.`),
    ),
    ...(dated < from ? [tooEarly] : []),
    ...(dated > today ? [inFuture] : []),
  ]
}

/** What was left empty hides nothing that is recorded. */
const filledIn = (typed: Record<string, string>) =>
  Object.fromEntries(Object.entries(typed).filter(([, words]) => words))
const lowerFirst = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1)
const noSuchForm = notFound(
  'no-such-form',
  'Bước này không có mẫu giấy đó. Hãy chọn lại trong danh sách giấy tờ của hồ sơ.',
  'This move has no such form. Choose one from the list of papers of the case.',
)
const tooEarly = problem(
  'dated',
  'before-the-move',
  'Ngày văn bản ở trước ngày của bước đã ghi. Ghi ngày của bước, hoặc ngày sau đó.',
  'The paper cannot be dated before the move it is made from.',
)
const inFuture = problem(
  'dated',
  'in-future',
  'Ngày văn bản ở sau hôm nay. Văn bản ghi ngày ký.',
  'The date is in the future. A paper bears the day it is signed.',
)
export const submissionId = idOf('submission')
