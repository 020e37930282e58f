// SQL of points given by assessors, in the order in which they came.
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { standingOfPoints, type Assessment, type Points } from './assessment.ts'
import type { Tx } from './form.store.ts'

type NomineeId = Id<'nominee'>
type MemberId = Id<'commendation_member'>

export interface Given extends Assessment {
  memberId: MemberId
}

export async function assessmentsOf(db: ReadDb, id: NomineeId): Promise<Given[]> {
  const { rows } = await sql<Given>`select a.member_id as "memberId", m.post, a.points, a.note
    from nominee_assessment a join commendation_member m on m.id = a.member_id
    where a.nominee_id = ${id} order by a.at, a.member_id`.execute(db)
  return rows
}

/** false: this assessor has given his points. */
export async function insertAssessment(
  tx: Tx,
  id: NomineeId,
  made: { memberId: MemberId; points: number; note: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into nominee_assessment (nominee_id, member_id, points, note, at)
    values (${id}, ${made.memberId}, ${made.points}, ${made.note}, ${made.at}) on conflict do nothing returning 1`.execute(
    tx,
  )
  return rows.length > 0
}

export async function pointsOf(
  db: ReadDb,
  of: { nominee: { id: NomineeId; settledPoints: number | null }; round: { assessGap: number | null } },
): Promise<Points & { given: Given[] }> {
  const given = await assessmentsOf(db, of.nominee.id)
  const standing = standingOfPoints(
    given.map(({ points }) => points),
    { gap: of.round.assessGap ?? 0, settled: of.nominee.settledPoints },
  )
  return { ...standing, given }
}
