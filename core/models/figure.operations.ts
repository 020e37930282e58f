// Figures a model rests on: chosen among what its body reported in a programme, kept by name, told when they change.
import { z } from 'zod'
import { ownFigure, ownFigures, ownFigureText, periodsWith, type OwnFigure } from '../programmes/programme.read.ts'
import { instantSchema, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import type { CitedPiece } from './effect.ts'
import { evidenceOf, indicatorOf, insertEvidence, type Evidence } from './evidence.store.ts'
import { movedSchema, seen, writers } from './model.schema.ts'
import { partsOf, whyNot } from './model.moves.ts'
import { begin, make, noSuchModel, personOf } from './model.steps.ts'
import { modelOf } from './model.store.ts'

const figureSchema = z.object({
  figure: z.string().meta({ description: 'mã của con số; hỏi “vì sao có số này” bằng mã này' }),
  indicator: z.string(),
  unit: z.enum(['%', 'count']),
  programme: z.string(),
  period: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  value: z.string().nullable(),
})

const shown = ({ figure, indicator, programme, period, numerator, denominator, value }: OwnFigure) => ({
  ...{ figure, indicator: indicator.name, unit: indicator.unit, period: period.name, numerator, denominator, value },
  programme: [programme.number, programme.title].filter(Boolean).join(', '),
})

export const figures = reading({
  name: 'models.figures',
  summary: 'Số liệu cơ quan đăng ký đã báo cáo trong các chương trình, theo kỳ, để dẫn làm minh chứng',
  http: { method: 'GET', path: '/models/{id}/figures' },
  who: writers,
  input: z.object({ id: idOf('model'), period: idOf('period').optional() }),
  output: z.object({
    periods: z.array(z.object({ id: z.number().int(), name: z.string(), calendar: z.string() })),
    period: z.number().int().nullable(),
    figures: z.array(figureSchema),
  }),
  async run({ db, actor, today }, { id, period: asked }) {
    const model = await modelOf(db, id)
    if (!model) return noSuchModel
    const refusal = whyNot(partsOf(actor, model), 'addEvidence', model)
    if (refusal) return refusal
    const periods = await periodsWith(db, model.ownerId)
    const period = (periods.find((one) => one.id === asked) ?? periods[0])?.id ?? null
    const found = period === null ? [] : await ownFigures(db, { bodyId: model.ownerId, periodId: period, today })
    return ok({ periods, period, figures: found.map(shown) })
  },
})

export const cite = writing({
  name: 'models.cite',
  summary: 'Dẫn một con số cơ quan mình đã báo cáo và đã được nhận làm minh chứng; số đổi về sau thì được báo',
  http: { method: 'POST', path: '/models/{id}/figures' },
  who: writers,
  input: z.object({
    ...seen,
    figure: z.string({ error: 'Chọn một con số.' }).max(80),
    title: typedText().max(300).default('').meta({ description: 'nói lên điều gì; không ghi: tên chỉ số' }),
  }),
  output: movedSchema.extend({ evidence: z.number().int() }),
  async run(context, { figure, title, ...at }) {
    const { db, today, actor, now } = context
    const begun = await begin(context, at, 'addEvidence')
    if (!begun.ok) return begun
    const { model } = begun.value
    const found = await ownFigure(db, figure, today)
    if (!found || found.body !== model.ownerId || found.value === null) return invalid([noSuchFigure])
    const name = found.figure
    if ((await evidenceOf(db, at.id)).some(({ cites }) => cites === name)) return citedAlready
    const evidence = await insertEvidence(db, at.id, {
      ...{ kind: 'figure', title: title || found.indicator.name, on: today, name: '', mediaType: '', bytes: null },
      ...{ sha256: null, cleanSha256: null, mayShow: false, figure: ownFigureText(found), cites: name },
      ...{ citedNumerator: found.numerator, citedDenominator: found.denominator },
      indicatorId: await indicatorOf(db, found.indicator.key),
      ...{ by: personOf(actor), at: now },
    })
    const facts = { evidence, kind: 'figure', figure: name }
    const version = await make(context, begun.value, { move: 'addEvidence', facts })
    return ok({ id: at.id, stage: model.stage, version, evidence })
  },
})

export const citedSchema = z.object({
  figure: z.string(),
  programme: z.string(),
  period: z.string(),
  changed: z.boolean().meta({ description: 'đã đổi sau khi dẫn' }),
  now: z.string().nullable().meta({ description: 'nay đọc là; null: nay không còn số' }),
  inputs: z.array(
    z.object({
      ...{ name: z.string(), value: z.number(), version: z.number().int() },
      ...{ reportedBy: z.string().nullable(), reportedAt: instantSchema.nullable() },
      ...{ acceptedBy: z.string().nullable(), acceptedAt: instantSchema.nullable() },
    }),
  ),
})

/** Of each cited piece how the figure reads now, and who reported what it is made of. */
export async function citedNow(db: ReadDb, evidence: readonly Evidence[], today: Day) {
  const found = new Map<Evidence['id'], z.input<typeof citedSchema>>()
  for (const { id, cites, citedNumerator, citedDenominator } of evidence) {
    const now = cites === null ? null : await ownFigure(db, cites, today)
    if (cites === null) continue
    const same = now?.numerator === citedNumerator && now.denominator === citedDenominator
    found.set(id, {
      ...{ figure: cites, changed: !same, now: now && now.value !== null ? ownFigureText(now) : null },
      ...{ programme: now ? shown(now).programme : '', period: now?.period.name ?? '' },
      inputs: (now?.inputs ?? []).map(({ countName: name, value, versionNo: version, ...who }) => ({
        ...{ name, value, version, ...who },
      })),
    })
  }
  return found
}

/** Of evidence that cites: of which indicator and until when; what no longer is a figure of the body is none. */
export async function citedPieces(db: ReadDb, evidence: readonly Evidence[], today: Day): Promise<CitedPiece[]> {
  const pieces: CitedPiece[] = []
  for (const { id, cites, indicatorId } of evidence) {
    const now = cites === null ? null : await ownFigure(db, cites, today)
    if (now) pieces.push({ id, indicatorId, endsOn: now.period.endsOn })
  }
  return pieces
}

const noSuchFigure = problem(
  'figure',
  'no-such-figure',
  'Chọn một con số cơ quan đăng ký đã báo cáo và đã được nhận.',
  'Choose a figure that the body has reported and that was accepted.',
)
const citedAlready = conflict(
  'cited-already',
  'Con số này đã được dẫn ở mô hình này.',
  'This figure is cited here already.',
)
