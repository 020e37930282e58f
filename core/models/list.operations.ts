// The office's lists of models, one whole, and the counts of a year.
import { z } from 'zod'
import { criteriaSetSchema } from '../criteria/criteria.operations.ts'
import { outcomeOf } from '../criteria/criteria.ts'
import { levelsOf } from '../criteria/criteria.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { instantSchema, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'
import { effectOf, effectSchema } from './effect.reads.ts'
import { evidenceOf, indicatorsKnown, inspectionsOf, type Evidence, type Inspection } from './evidence.store.ts'
import { citedNow, citedSchema } from './figure.operations.ts'
import * as lists from './list.store.ts'
import { mayRead, notYours, scopeOf, working } from './model.access.ts'
import {
  evidenceKinds,
  kinds,
  missingToRegister,
  resourceKinds,
  resourceSources,
  reviewClasses,
  stages,
  type Model,
} from './model.ts'
import { moves, movesOpen, parts as allParts, partsOf, type Part } from './model.moves.ts'
import { noSuchModel } from './model.steps.ts'
import * as store from './model.store.ts'
import { consentOf, shownSummary } from './public.store.ts'
import { recogniser, setForModel } from './score.operations.ts'
import * as decided from './decided.store.ts'

export const list = reading({
  name: 'models.list',
  summary:
    'Mô hình của cơ quan mình và cơ quan mình hướng dẫn: đang làm, chờ nhận, chờ kiểm tra, chờ quyết định, chờ rà soát',
  http: { method: 'GET', path: '/models' },
  who: working,
  input: z.object({
    box: z.enum(lists.boxes).default('own'),
    q: z.string().max(200).default(''),
    page: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  output: z.object({
    lines: z.array(
      z.object({
        id: z.number().int(),
        code: z.string(),
        kind: z.enum(kinds),
        name: z.string(),
        fieldName: z.string(),
        year: z.number().int(),
        owner: z.string(),
        stage: z.enum(stages),
        lastClass: z.enum(reviewClasses).nullable(),
        shown: z.boolean(),
        alike: z.boolean().meta({ description: 'cùng cơ quan có mô hình trùng tên' }),
      }),
    ),
    more: z.boolean(),
    counts: z.array(z.object({ box: z.enum(lists.boxes), count: z.number().int() })),
  }),
  async run({ db, actor, today }, { box, q, page }) {
    const scope = await scopeOf({ db, actor, today })
    const year = Number(today.slice(0, 4))
    const found = await lists.linesOf(db, scope, { box, asked: store.queryOf(q), page, year })
    const counts = await lists.countsOf(db, scope, year)
    return ok({ lines: await withAlike(db, found.slice(0, lists.aPage)), more: found.length > lists.aPage, counts })
  },
})

async function withAlike(db: ReadDb, lines: readonly lists.Line[]) {
  const owners = [...new Set(lines.map(({ ownerId }) => ownerId))]
  const keyOf = (ownerId: number, name: string) => `${ownerId} ${searchKey(name)}`
  const names = Map.groupBy(await lists.namesOf(db, owners), ({ ownerId, name }) => keyOf(ownerId, name))
  return lines.map(({ ownerId, ...line }) => {
    const same = names.get(keyOf(ownerId, line.name)) ?? []
    return { ...line, alike: same.some(({ id }) => id !== line.id) }
  })
}

const scoreSchema = z.object({
  ...{ no: z.number().int(), points: z.number(), met: z.boolean(), note: z.string() },
  evidence: z.array(z.number().int()).meta({ description: 'minh chứng cơ quan đăng ký nêu cho tiêu chí này' }),
})
const outcomeSchema = z
  .object({
    points: z.number(),
    most: z.number(),
    class: z.string().nullable(),
    passes: z.boolean(),
    barredBy: z.array(z.number().int()),
  })
  .nullable()
const roundSchema = z.object({ scores: z.array(scoreSchema), outcome: outcomeSchema })

export const open = reading({
  name: 'models.open',
  summary:
    'Một mô hình: đăng ký, minh chứng, điểm tự chấm và điểm kiểm tra cạnh nhau, công nhận, rà soát, việc làm được',
  http: { method: 'GET', path: '/models/{id}' },
  who: working,
  input: z.object({ id: idOf('model') }),
  output: z.object({
    ...{ id: z.number().int(), code: z.string(), version: z.number().int(), stage: z.enum(stages) },
    told: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    kind: z.enum(kinds),
    fieldName: z.string(),
    owner: z.object({ id: z.number().int(), name: z.string() }),
    guide: z.object({ id: z.number().int(), name: z.string() }),
    place: z.string(),
    origin: z.object({ id: z.number().int(), name: z.string(), owner: z.string() }).nullable(),
    resources: z.array(
      z.object({
        kind: z.enum(resourceKinds),
        source: z.enum(resourceSources),
        amount: z.number(),
        note: z.string(),
      }),
    ),
    missing: z.array(z.object({ field: z.string(), vi: z.string(), en: z.string() })),
    effect: effectSchema,
    evidence: z.array(
      z.object({
        id: z.number().int(),
        kind: z.enum(evidenceKinds),
        title: z.string(),
        on: z.string(),
        name: z.string(),
        sha256: z.string().nullable(),
        indicator: z.string().nullable(),
        figure: z.string(),
        cited: citedSchema.nullable().meta({ description: 'null: tự ghi, hoặc không phải con số' }),
        mayShow: z.boolean(),
        sinceInspection: z.boolean().meta({ description: 'thêm sau lần kiểm tra gần nhất' }),
      }),
    ),
    gone: z.number().int().meta({ description: 'minh chứng lúc kiểm tra đã có mà nay không còn' }),
    set: criteriaSetSchema.nullable(),
    rounds: z.record(z.string(), roundSchema),
    inspections: z.array(
      z.object({ no: z.number().int(), on: z.string(), body: z.string(), team: z.string(), minutes: z.string() }),
    ),
    recognitions: z.array(
      z.object({
        level: z.string(),
        levelName: z.string(),
        body: z.string(),
        decision: z.string(),
        on: z.string(),
        signerPost: z.string(),
        mine: z.boolean().meta({ description: 'người hỏi đính chính được' }),
      }),
    ),
    levels: z.array(z.object({ key: z.string(), name: z.string() })),
    reviews: z.array(
      z.object({ year: z.number().int(), class: z.enum(reviewClasses), note: z.string(), body: z.string() }),
    ),
    consent: z.object({ words: z.string(), on: z.string(), channel: z.string() }).nullable(),
    summary: z.string().nullable().meta({ description: 'lời đang công khai; null: chưa' }),
    indicators: z.array(z.object({ id: z.number().int(), name: z.string() })),
    acts: z.array(
      z.object({
        move: z.enum(moves),
        at: instantSchema,
        body: z.string().nullable(),
        note: z.string(),
        facts: z.record(z.string(), z.unknown()),
      }),
    ),
    illustrative: z.boolean(),
    parts: z.array(z.enum(allParts)),
    moves: z.array(z.enum(moves)),
  }),
  async run({ db, actor, today }, { id }) {
    const model = await store.modelOf(db, id)
    if (!model) return noSuchModel
    const parts = partsOf(actor, model)
    if (!(await mayRead({ db, actor, today }, model))) return notYours
    const evidence = await evidenceOf(db, id)
    const inspections = await inspectionsOf(db, id)
    const set = (await setForModel(db, model, today)) ?? null
    const cited = await citedNow(db, evidence, today)
    const scores = await store.scoresOf(db, id)
    const origin = model.originId === null ? null : await store.modelOf(db, model.originId)
    const { code, version, stage, kind, fieldName, placeName, illustrative } = model
    return ok({
      ...{ id, code, version, stage, kind, fieldName, place: placeName, illustrative, parts },
      ...{ told: toldOf(model), set, evidence: marked(evidence, inspections.at(-1), cited) },
      owner: { id: model.ownerId, name: model.ownerName },
      guide: { id: model.guideId, name: model.guideName },
      origin: origin ? { id: origin.id, name: origin.name, owner: origin.ownerName } : null,
      resources: await store.resourcesOf(db, id),
      missing: missingToRegister(model).map(({ field, sentence }) => ({ field, ...sentence })),
      effect: await effectOf(db, { model, evidence, today }),
      gone: goneSince(evidence, inspections.at(-1)),
      rounds: Object.fromEntries(
        (['self', 'inspected', 'final'] as const).map((round) => [
          round,
          roundOf(
            set,
            scores.filter((one) => one.round === round),
          ),
        ]),
      ),
      inspections: inspections.map(({ no, on, body, team, minutes }) => ({ no, on, body, team, minutes })),
      recognitions: (await decided.recognitionsOf(db, id)).map((one) => ({
        ...one,
        mine: actor.kind === 'operator' || bodiesWhere(actor, 'head').includes(one.bodyId),
      })),
      levels: (await levelsOf(db))
        .filter(({ since, until }) => since <= today && (until === null || until >= today))
        .map(({ key, name }) => ({ key, name })),
      reviews: (await decided.reviewsOf(db, id)).map(({ year, class: found, note, body }) => ({
        year,
        class: found,
        note,
        body,
      })),
      consent: await consentOf(db, id),
      summary: await shownSummary(db, id),
      indicators: await indicatorsKnown(db),
      acts: (await store.actsOf(db, id)).map(({ move, at, body, note, facts }) => ({ move, at, body, note, facts })),
      moves: await movesHere({ db, actor, today }, model, parts),
    })
  },
})

/** Others than the body that guides recognise only where their own body stands above it. */
async function movesHere(asked: { db: ReadDb; actor: Actor; today: Day }, model: Model, parts: readonly Part[]) {
  const open = movesOpen(parts, model)
  const guides = parts.includes('guideHead')
  if (guides || !open.includes('recognise') || (await recogniser(asked, model, guides)).ok) return open
  return open.filter((move) => move !== 'recognise')
}

const toldKeys = [
  ...(['kind', 'field', 'year', 'name', 'leaderPost', 'contact', 'forces', 'problem', 'objective', 'content'] as const),
  ...(['expected', 'participants', 'beneficiaries', 'startsOn', 'endsOn', 'changed', 'effect', 'effectOf'] as const),
  ...(['effectUnit', 'effectBefore', 'effectAfter', 'effectAgainst'] as const),
  ...(['effectBeforeCited', 'effectAfterCited'] as const),
] as const
const toldOf = (model: Record<(typeof toldKeys)[number], string | number | null>) =>
  Object.fromEntries(toldKeys.map((key) => [key, model[key]]))

function marked(
  evidence: readonly Evidence[],
  last: Inspection | undefined,
  cited: Awaited<ReturnType<typeof citedNow>>,
) {
  const seen = new Set(last?.evidence.map(({ id }) => id))
  return evidence.map(({ id, kind, title, on, name, sha256, indicator, figure, mayShow }) => ({
    ...{ id, kind, title, on, name, sha256, indicator, figure, mayShow },
    cited: cited.get(id) ?? null,
    sinceInspection: last !== undefined && !seen.has(id),
  }))
}

const goneSince = (evidence: readonly Evidence[], last: Inspection | undefined): number =>
  (last?.evidence ?? []).filter((was) => !evidence.some(({ id, sha256 }) => id === was.id && sha256 === was.sha256))
    .length

function roundOf(set: Parameters<typeof outcomeOf>[0] | null, scores: readonly store.GivenScore[]) {
  const shown = scores.map(({ no, points, met, note, evidence }) => ({ no, points, met, note, evidence }))
  if (!set || scores.length === 0) return { scores: shown, outcome: null }
  const { points, most, class: found, passes, barredBy } = outcomeOf(set, scores)
  return { scores: shown, outcome: { points, most, class: found?.name ?? null, passes, barredBy } }
}
