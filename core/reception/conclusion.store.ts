// SQL about conclusions of a reception and what they promise: a body, a day, a proof.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { ConclusionStage } from './reception.ts'
import type { Tx } from './sitting.store.ts'

type ConclusionId = Id<'conclusion'>
type PointId = Id<'conclusion_point'>

export interface Conclusion {
  id: ConclusionId
  visitId: Id<'visit'>
  text: string
  stage: ConclusionStage
  lineId: Id<'register_line'> | null
  fullNumber: string | null
  issuedOn: Day | null
  signAuthority: string | null
  signerTitle: string | null
  signedBy: string | null
  templateId: Id<'document_template'> | null
  version: number
}

export interface Point {
  id: PointId
  no: number
  text: string
  bodyId: Id<'body'>
  bodyName: string
  dueOn: Day
  doneAt: Date | null
  doneText: string | null
  proof: string | null
}

const conclusions = sql`select c.id, c.visit_id as "visitId", c.text, c.stage, c.line_id as "lineId",
  c.full_number as "fullNumber", c.issued_on as "issuedOn", c.sign_authority as "signAuthority",
  c.signer_title as "signerTitle", c.signed_by as "signedBy", c.template_id as "templateId", c.version from conclusion c`

export async function conclusionOf(db: ReadDb, visitId: Id<'visit'>): Promise<Conclusion | null> {
  return (await sql<Conclusion>`${conclusions} where c.visit_id = ${visitId}`.execute(db)).rows[0] ?? null
}

export async function lockConclusion(tx: Tx, visitId: Id<'visit'>): Promise<Conclusion | null> {
  await sql`select 1 from conclusion where visit_id = ${visitId} for update`.execute(tx)
  return conclusionOf(tx, visitId)
}

const points = sql`p.id, p.no, p.text, p.body_id as "bodyId", ${lastNameOf(sql`p.body_id`)} as "bodyName", p.due_on as "dueOn",
  p.done_at as "doneAt", p.done_text as "doneText", p.proof`

export async function pointsOf(db: ReadDb, id: ConclusionId): Promise<Point[]> {
  const found = sql<Point>`select ${points} from conclusion_point p where p.conclusion_id = ${id} order by p.no`
  return (await found.execute(db)).rows
}

/** null: somebody began one at the same moment. */
export async function insertConclusion(tx: Tx, visitId: Id<'visit'>, text: string): Promise<ConclusionId | null> {
  const { rows } = await sql<{ id: ConclusionId }>`insert into conclusion (visit_id, text, stage)
    values (${visitId}, ${text}, 'draft') on conflict (visit_id) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export interface NewPoint {
  text: string
  body: Id<'body'>
  dueOn: Day
}

export async function writePoints(tx: Tx, id: ConclusionId, all: readonly NewPoint[]): Promise<void> {
  await sql`delete from conclusion_point where conclusion_id = ${id}`.execute(tx)
  for (const [at, { text, body, dueOn }] of all.entries())
    await sql`insert into conclusion_point (conclusion_id, no, text, body_id, due_on)
      values (${id}, ${at + 1}, ${text}, ${body}, ${dueOn})`.execute(tx)
}

/** Answers the new version. */
export async function updateConclusion(
  tx: Tx,
  id: ConclusionId,
  changes: {
    text?: string
    stage?: ConclusionStage
    line_id?: Id<'register_line'>
    full_number?: string
    issued_on?: Day
    sign_authority?: string
    signer_title?: string
    signed_by?: string
    template_id?: Id<'document_template'>
  },
): Promise<number> {
  const { version } = await tx
    .updateTable('conclusion')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface PointAtWork extends Point {
  visitId: Id<'visit'>
  deskId: Id<'body'>
  deskName: string
  submissionId: Id<'submission'> | null
  fullNumber: string
  visitNumber: string
}

const atWork = sql`select ${points}, c.visit_id as "visitId", v.desk_id as "deskId", ${lastNameOf(sql`v.desk_id`)} as "deskName",
  v.submission_id as "submissionId", c.full_number as "fullNumber",
  lpad(v.number::text, 4, '0') || '/' || v.year as "visitNumber"
  from conclusion_point p join conclusion c on c.id = p.conclusion_id and c.stage = 'issued'
  join visit v on v.id = c.visit_id`

interface Watched {
  desks: readonly Id<'body'>[]
  leads: readonly Id<'body'>[]
  /** Of these only what is late. */
  below: readonly Id<'body'>[]
  near: readonly Id<'body'>[]
  today: Day
}

/** What was promised by these desks, given to these bodies, or is late below them: open first, soonest due first. */
export async function pointsAtWork(db: ReadDb, of: Watched): Promise<PointAtWork[]> {
  const among = (column: string, bodies: readonly Id<'body'>[]) =>
    sql`${sql.ref(column)} = any(${bodies as Id<'body'>[]}::int[])`
  const { rows } = await sql<PointAtWork>`${atWork}
    where (${among('v.desk_id', of.desks)} or ${among('p.body_id', of.leads)}
        or (p.done_at is null and p.due_on < ${of.today} and (${among('v.desk_id', of.below)} or ${among('p.body_id', of.below)})))
      and not exists (select from submission_accused a where a.submission_id = v.submission_id
        and a.body_id = any(${of.near as Id<'body'>[]}::int[]))
    order by p.done_at is not null, p.due_on, p.id limit 500`.execute(db)
  return rows
}

export async function lockPoint(tx: Tx, id: PointId): Promise<PointAtWork | null> {
  await sql`select 1 from conclusion_point where id = ${id} for update`.execute(tx)
  return (await sql<PointAtWork>`${atWork} where p.id = ${id}`.execute(tx)).rows[0] ?? null
}

export async function fulfilPoint(
  tx: Tx,
  id: PointId,
  done: { at: Date; by: Id<'person'> | null; text: string; proof: string },
): Promise<void> {
  await sql`update conclusion_point set done_at = ${done.at}, done_by = ${done.by}, done_text = ${done.text},
    proof = ${done.proof} where id = ${id}`.execute(tx)
}

/** Past their day, not done, and nobody above heard of it yet. */
export async function latePoints(db: ReadDb, today: Day): Promise<PointAtWork[]> {
  const { rows } = await sql<PointAtWork>`${atWork} where p.done_at is null and p.due_on < ${today}
    and not exists (select from outbox_message o where o.key = 'reception.latePoint:' || p.id)
    order by p.due_on limit 1000`.execute(db)
  return rows
}

/** Answers how many were told: 0 when another process was faster. */
export async function tellOnce(
  tx: Tx,
  told: {
    key: string
    topic: string
    to: Id<'body'>
    noun: string
    nounId: number
    payload: Record<string, string | number>
    now: Date
  },
): Promise<number> {
  const { rows } = await sql`
    with told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      values (${told.now}, ${told.topic}, ${told.to}, ${told.key}, ${JSON.stringify(told.payload)}::jsonb)
      on conflict (key) do nothing returning 1)
    insert into event (at, actor_kind, noun, noun_id, move, changes)
    select ${told.now}, 'operator', ${told.noun}, ${told.nounId}, 'climb', '{}'::jsonb from told returning 1`.execute(
    tx,
  )
  return rows.length
}
