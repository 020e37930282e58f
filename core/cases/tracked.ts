// What its sender sees: every move with its day and reason, who has it, until when by which article, the answer with proof.
import { z } from 'zod'
import { instantSchema } from '../shared/day.ts'
import type { Running } from '../law/running.ts'
import type { ReadDb } from '../shared/operation.ts'
import { conclusionOf, ways } from './follow/conclusion.store.ts'
import { promisesOf } from './follow/promise.store.ts'
import { filesOf, pointsOf, type KeptFile } from './letter.store.ts'
import { actsOf, answersOf, messagesOf, type Act } from './life.store.ts'
import { limitsOf } from './limits.ts'
import { dueSchema, dueShown } from './shown.ts'
import { kinds, lineNumber, outcomes, stages, urgencies, type Submission } from './submission.ts'
import { moves, type Move } from './submission.moves.ts'
import { readSubmission } from './submission.store.ts'

/** Moves that are nobody's business but the office's. */
const unseen: readonly Act['move'][] = ['look', 'note', 'rate', 'tell', 'write']

const proofStates = ['ready', 'coming', 'spoilt'] as const

export const proofSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  mediaType: z.string(),
  state: z.enum(proofStates).meta({ description: 'coming: ảnh đang làm sạch; spoilt: tệp hỏng, không xem được' }),
})

export const trackedSchema = z.object({
  id: z.number().int(),
  code: z.string(),
  number: z.string(),
  desk: z.string(),
  lead: z.string().nullable(),
  stage: z.enum(stages),
  outcome: z.enum(outcomes).nullable(),
  kind: z.enum(kinds).nullable(),
  door: z.enum(kinds),
  topic: z.string().nullable(),
  urgency: z.enum(urgencies),
  receivedAt: instantSchema,
  reopened: z.number().int(),
  illustrative: z.boolean(),
  limits: z.array(dueSchema),
  acts: z.array(
    z.object({
      move: z.enum(['receive', 'limitMoved', ...moves]),
      at: instantSchema,
      body: z.string().nullable(),
      note: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  points: z.array(z.object({ no: z.number().int(), text: z.string(), answered: z.boolean() })),
  answers: z.array(
    z.object({
      no: z.number().int(),
      text: z.string(),
      document: z.string(),
      body: z.string(),
      at: instantSchema,
      stars: z.number().int().nullable(),
      proof: z.array(proofSchema),
    }),
  ),
  promises: z
    .array(
      z.object({
        id: z.number().int(),
        text: z.string(),
        body: z.string(),
        firstDue: z.string(),
        due: z.string(),
        kept: instantSchema.nullable(),
        how: z.string(),
        document: z.string(),
        proof: z.array(proofSchema),
      }),
    )
    .meta({ description: 'việc đã hứa, đã giao: cơ quan nào, ngày nào, bằng chứng' }),
  conclusion: z
    .object({ id: z.number().int(), way: z.enum(ways), on: z.string(), document: z.string() })
    .nullable()
    .meta({ description: 'kết luận, quyết định đã công khai thế nào' }),
  /** Joined to another one: how that one stands. */
  joinedTo: z
    .object({ stage: z.enum(stages), outcome: z.enum(outcomes).nullable(), lead: z.string().nullable() })
    .nullable(),
  messages: z.array(z.object({ fromSender: z.boolean(), text: z.string(), at: instantSchema })),
  /** What the sender may do now. */
  moves: z.array(z.enum(moves)),
})

export async function trackedOf(
  db: ReadDb,
  submission: Submission,
  may: Move[],
): Promise<z.input<typeof trackedSchema>> {
  const { id, code, deskName, leadName, stage, outcome, kind, door, topicName, urgency, receivedAt } = submission
  // Joined to another: the answer to that one is the answer to this one.
  const answered = submission.joinedId ?? id
  const files = await filesOf(db, answered)
  const answers = (await answersOf(db, answered)).map((one) => ({
    ...{ no: one.no, text: one.text, document: one.document, body: one.bodyName, at: one.at },
    stars: submission.joinedId === null ? one.stars : null,
    proof: files.filter((file) => file.answerNo === one.no).map(proofShown),
  }))
  const promises = (await promisesOf(db, answered)).map(({ bodyId: _, keptAt, ...one }) => ({
    ...{ ...one, kept: keptAt, proof: files.filter((file) => file.promiseId === one.id).map(proofShown) },
  }))
  const conclusion = await conclusionOf(db, id)
  const root = submission.joinedId === null ? null : await readSubmission(db, submission.joinedId)
  const acts = (await actsOf(db, id)).filter(({ move }) => !unseen.includes(move))
  const points = await pointsOf(db, id)
  const { reopened, illustrative } = submission
  return {
    ...{
      id,
      code,
      number: lineNumber(submission),
      desk: deskName,
      lead: leadName,
      stage,
      outcome,
      kind,
      door,
      urgency,
    },
    ...{ topic: topicName, receivedAt, reopened, illustrative, moves: may, answers, promises },
    conclusion: conclusion && {
      ...{ id: conclusion.id, way: conclusion.way, on: conclusion.on, document: conclusion.document },
    },
    joinedTo: root && { stage: root.stage, outcome: root.outcome, lead: root.leadName },
    limits: (await limitsOf(db, id)).filter(saysMore).map(dueShown),
    acts: acts.map(({ move, at, bodyName, note, facts }) => ({ move, at, body: bodyName, note, facts })),
    points: points.map(({ no, text, answeredIn }) => ({ no, text, answered: answeredIn !== null })),
    messages: (await messagesOf(db, id)).map(({ fromSender, text, at }) => ({ fromSender, text, at })),
  }
}

export function proofShown({ id, name, mediaType, cleanSha256, verdict, spoilt }: KeptFile) {
  const broken = verdict === 'found' || spoilt
  const ready = cleanSha256 !== null || !mediaType.startsWith('image/')
  const state = broken ? 'spoilt' : ready ? 'ready' : 'coming'
  return { id, name, mediaType, state } as const
}

/** Sorting is under the same limit as what follows it, unless the law has one for it alone. */
function saysMore({ limit, ruleKey }: Running, _: number, all: readonly Running[]): boolean {
  return limit !== 'sort' || !all.some((other) => other.limit !== 'sort' && other.ruleKey === ruleKey)
}
