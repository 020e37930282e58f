// Reads across answers: the versions of one, who has answered a call, and every text of a section.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Asked, CallKind } from '../call.ts'
import type { AnswerStage } from './answer.ts'

export interface VersionLine {
  id: Id<'answer_version'>
  no: number
  savedBy: string | null
  savedAt: Date
  submittedBy: string | null
  submittedAt: Date | null
  returnedBy: string | null
  returnedAt: Date | null
  returnReason: string | null
  acceptedBy: string | null
  acceptedAt: Date | null
}

/** Oldest first, with the people named by office. */
export async function versionsOf(db: ReadDb, answerId: Id<'answer'>): Promise<VersionLine[]> {
  const found = await sql<VersionLine>`
    select v.id, v.no, s.name as "savedBy", v.saved_at as "savedAt", u.name as "submittedBy",
           v.submitted_at as "submittedAt", r.name as "returnedBy", v.returned_at as "returnedAt",
           v.return_reason as "returnReason", a.name as "acceptedBy", v.accepted_at as "acceptedAt"
    from answer_version v
    left join person s on s.id = v.saved_by left join person u on u.id = v.submitted_by
    left join person r on r.id = v.returned_by left join person a on a.id = v.accepted_by
    where v.answer_id = ${answerId} order by v.no`.execute(db)
  return found.rows
}

export interface Standing {
  body: Id<'body'>
  bodyName: string
  answer: Id<'answer'> | null
  stage: AnswerStage | 'none'
  version: number
  /** When it was sent for the first time. */
  submittedAt: Date | null
  /** Sections with words in the working version. */
  written: number
}

/** Every body a call is addressed to, and how far its answer has come; named as on the day. */
export async function standingsOf(db: ReadDb, of: { callId: Id<'call'>; day: Day }): Promise<Standing[]> {
  const found = await sql<Standing>`
    select d.body_id as body, b.name as "bodyName", a.id as answer, coalesce(a.stage, 'none') as stage,
           coalesce(a.version, 0) as version,
           (select min(submitted_at) from answer_version w where w.answer_id = a.id) as "submittedAt",
           (select count(*)::int from answer_text t where t.version_id = a.working_id) as written
    from call_addressee d left join answer a on a.call_id = d.call_id and a.body_id = d.body_id
    join lateral (select name from body_version where body_id = d.body_id
      order by daterange(valid_from, valid_to, '[]') @> ${of.day}::date desc, valid_from desc nulls last limit 1) b on true
    where d.call_id = ${of.callId} order by b.name collate "vi-x-icu", d.body_id`.execute(db)
  return found.rows
}

export interface SectionText {
  body: Id<'body'>
  bodyName: string
  versionId: Id<'answer_version'>
  accepted: boolean
  text: string
}

/** The text of a section from the accepted version of every body, or from the one that waits to be accepted. */
export async function textsOfSection(
  db: ReadDb,
  of: { callId: Id<'call'>; section: string; day: Day },
): Promise<SectionText[]> {
  const found = await sql<SectionText>`
    select a.body_id as body, b.name as "bodyName", v.id as "versionId", v.id = a.accepted_id as accepted, t.text
    from answer a
    join answer_version v on v.id = case when a.stage = 'submitted' then a.working_id else a.accepted_id end
    join answer_text t on t.version_id = v.id and t.section = ${of.section}
    join lateral (select name from body_version where body_id = a.body_id
      order by daterange(valid_from, valid_to, '[]') @> ${of.day}::date desc, valid_from desc nulls last limit 1) b on true
    where a.call_id = ${of.callId} order by b.name collate "vi-x-icu", a.id`.execute(db)
  return found.rows.map((row) => ({ ...row, accepted: row.accepted ?? false }))
}

export interface OwnAnswer {
  call: Id<'call'>
  title: string
  kind: CallKind
  periodKey: string
  section: string
  heading: string
  asks: Asked
  version: Id<'answer_version'>
  text: string
}

/** What a body answered to the calls of a year, section by section, as it was sent. */
export async function answersOf(db: ReadDb, of: { body: Id<'body'>; year: number }): Promise<OwnAnswer[]> {
  const found = await sql<OwnAnswer>`
    select c.id as call, c.title, c.kind, c.period_key as "periodKey", s.key as section, s.heading, s.asks,
           v.id as version, t.text
    from answer a join call c on c.id = a.call_id and c.year = ${of.year}
    join answer_version v on v.id = case when a.stage = 'submitted' then a.working_id else a.accepted_id end
    join answer_text t on t.version_id = v.id join call_section s on s.call_id = c.id and s.key = t.section
    where a.body_id = ${of.body} and t.text <> '' order by c.id desc, s.position`.execute(db)
  return found.rows
}
