// One score sheet whole: criteria, both scores side by side, evidence, verifications, decision, what may be done now.
import { z } from 'zod'
import { criteriaSetSchema } from '../criteria/criteria.operations.ts'
import { unitKinds } from '../criteria/criteria.ts'
import { instantSchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { evidenceOf } from './evidence.store.ts'
import { paperOf } from './paper.store.ts'
import { moves, movesOpen } from './scoresheet.moves.ts'
import { mayRead, mayReadAll, noSuchSheet, notYours, setOfSheet, standingOf, working } from './scoresheet.steps.ts'
import * as store from './scoresheet.store.ts'
import { purposes, shownOf, stages } from './scoresheet.ts'

const roundSchema = z.object({
  scores: z.array(
    z.object({ no: z.number().int(), points: z.number(), met: z.boolean(), note: z.string(), proof: z.string() }),
  ),
  points: z.number().nullable(),
  class: z
    .string()
    .nullable()
    .meta({ description: 'xếp loại theo điểm này; tiêu chí bắt buộc không đạt thì không được công nhận' }),
  passes: z.boolean(),
  barredBy: z.array(z.number().int()),
})

export const open = reading({
  name: 'scoresheets.open',
  summary:
    'Một phiếu chấm điểm: tiêu chí, điểm tự chấm và điểm thẩm định cạnh nhau, minh chứng, quyết định, việc làm được',
  http: { method: 'GET', path: '/scoresheets/{id}' },
  who: working,
  input: z.object({ id: idOf('scoresheet') }),
  output: z.object({
    ...{ id: z.number().int(), version: z.number().int(), stage: z.enum(stages), assessment: z.number().int() },
    body: z.object({ id: z.number().int(), name: z.string() }),
    leader: z.object({ id: z.number().int(), name: z.string() }),
    ...{ purpose: z.enum(purposes), year: z.number().int(), dueOn: z.string(), ofKind: z.enum(unitKinds) },
    set: criteriaSetSchema,
    most: z.number(),
    rounds: z.object({ self: roundSchema, verified: roundSchema }),
    paper: z
      .object({
        ...{ number: z.string(), dated: z.string(), body: z.string().nullable(), person: z.string().nullable() },
        ...{ at: instantSchema, scan: z.string() },
      })
      .nullable()
      .meta({ description: 'nhập thay theo bản giấy nào, ai nhập, lúc nào' }),
    hasAccount: z.boolean().meta({ description: 'đơn vị được chấm đã có người đăng nhập' }),
    evidence: z.array(
      z.object({
        id: z.number().int(),
        no: z.number().int(),
        title: z.string(),
        name: z.string(),
        sha256: z.string(),
        since: z.boolean().meta({ description: 'thêm sau lần thẩm định gần nhất' }),
      }),
    ),
    gone: z.number().int().meta({ description: 'tệp lúc thẩm định đã có mà nay không còn' }),
    verifications: z.array(
      z.object({
        no: z.number().int(),
        on: z.string(),
        body: z.string(),
        person: z.string().nullable(),
        team: z.string(),
        minutes: z.string(),
        points: z.number(),
      }),
    ),
    decision: z
      .object({ number: z.string(), on: z.string(), signerPost: z.string(), class: z.string(), passes: z.boolean() })
      .nullable(),
    acts: z.array(
      z.object({
        move: z.enum(moves),
        at: instantSchema,
        person: z.string().nullable(),
        body: z.string().nullable(),
        note: z.string(),
      }),
    ),
    illustrative: z.boolean(),
    readsAll: z.boolean().meta({ description: 'xem được cả đợt chấm' }),
    moves: z.array(z.enum(moves)),
  }),
  async run(context, { id }) {
    const { db, actor } = context
    const sheet = await store.sheetOf(db, id)
    if (!sheet) return noSuchSheet
    if (!(await mayRead(context, sheet))) return notYours
    const set = await setOfSheet(db, sheet)
    const standing = await standingOf(context, sheet)
    const scores = await store.scoresOf(db, id)
    const evidence = await evidenceOf(db, id)
    const verifications = await store.verificationsOf(db, id)
    const last = verifications.at(-1)
    const then = new Set(last?.evidence.map((one) => one.id))
    const round = (of: store.Round) => {
      const own = scores.filter((one) => one.round === of)
      const shown = shownOf(set, own)
      return {
        scores: own,
        points: shown?.points ?? null,
        class: shown?.decided.class ?? null,
        passes: shown?.passes ?? false,
        barredBy: shown?.barredBy ?? [],
      }
    }
    const { stage, version, purpose, year, dueOn, ofKind, illustrative } = sheet
    return ok({
      ...{ id, version, stage, assessment: sheet.assessmentId, purpose, year, dueOn, ofKind, set, illustrative },
      body: { id: sheet.bodyId, name: sheet.bodyName },
      leader: { id: sheet.leaderId, name: sheet.leaderName },
      most: set.criteria.reduce((sum, { most }) => sum + most, 0),
      rounds: { self: round('self'), verified: round('verified') },
      paper: await paperOf(db, id),
      hasAccount: standing.hasAccount,
      evidence: evidence.map((one) => ({ ...one, since: last !== undefined && !then.has(one.id) })),
      gone: [...then].filter((each) => !evidence.some((one) => one.id === each)).length,
      verifications: verifications.map((one) => ({
        ...one,
        points: one.scores.reduce((sum, { points }) => sum + points, 0),
      })),
      decision:
        sheet.decision === null
          ? null
          : {
              number: sheet.decision,
              on: sheet.decidedOn!,
              signerPost: sheet.signerPost!,
              class: sheet.class!,
              passes: sheet.passes!,
            },
      acts: await store.actsOf(db, id),
      readsAll: await mayReadAll(context, sheet),
      moves: movesOpen(actor, standing),
    })
  },
})
