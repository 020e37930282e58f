// SQL about cases whose letters stay behind the seal: denunciations, and what ended without being opened.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Stage } from './submission.ts'

export interface SealedCase {
  year: number
  number: number
  desk: string
  receivedAt: Date
  stage: Stage
  items: { handle: string; at: Date }[]
  accused: Id<'body'>[]
}

/** The newest first. */
export async function sealedCases(db: ReadDb, desks: readonly Id<'body'>[]): Promise<SealedCase[]> {
  if (desks.length === 0) return []
  const { rows } = await sql<Omit<SealedCase, 'items'> & { items: { handle: string; at: string }[] }>`
    select l.year, l.number, s.received_at as "receivedAt", s.stage,
      ${lastNameOf(sql`s.desk_id`)} as desk,
      (select jsonb_agg(jsonb_build_object('handle', x.handle, 'at', x.at) order by x.no) from submission_sealed x
        where x.submission_id = s.id) as items,
      coalesce((select jsonb_agg(a.body_id) from submission_accused a where a.submission_id = s.id), '[]') as accused
    from submission s join desk_line l on l.submission_id = s.id and l.desk_id = s.desk_id
    where (s.kind = 'denunciation' or (s.stage = 'ended'
        and not exists (select from submission_letter w where w.submission_id = s.id)))
      and s.desk_id = any(${desks as Id<'body'>[]}::int[])
    order by s.id desc limit 200`.execute(db)
  return rows.map(({ items, ...one }) => ({
    ...one,
    items: items.map(({ handle, at }) => ({ handle, at: new Date(at) })),
  }))
}
