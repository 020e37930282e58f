// SQL of initials and of the approval of a collective; both go when the text goes back to be changed.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Approval, AsWhom, Initial } from './initials.ts'

type Tx = Transaction<Tables>

export async function initialsOf(db: ReadDb, report: Id<'report'>): Promise<Initial[]> {
  const found = await sql<Initial>`select as_whom as "as", name, office, made_at as at from report_initial
    where report_id = ${report} order by made_at, as_whom`.execute(db)
  return found.rows
}

/** false: somebody has initialled for it already. */
export async function insertInitial(
  tx: Tx,
  report: Id<'report'>,
  made: { as: AsWhom; by: Id<'person'>; name: string; office: string; now: Date },
): Promise<boolean> {
  const found = await sql`insert into report_initial (report_id, as_whom, person_id, name, office, made_at)
    values (${report}, ${made.as}, ${made.by}, ${made.name}, ${made.office}, ${made.now})
    on conflict (report_id, as_whom) do nothing returning 1`.execute(tx)
  return found.rows.length > 0
}

export async function approvalOf(db: ReadDb, report: Id<'report'>): Promise<Approval | null> {
  const found = await sql<Approval>`
    select a.way, a.held_on as "heldOn", a.members, a.present, a.agreed, a.not_agreed as "notAgreed", a.attendance,
      a.conclusion, a.reservations, p.name as "recordedBy", a.recorded_at as "recordedAt"
    from report_approval a left join person p on p.id = a.recorded_by where a.report_id = ${report}`.execute(db)
  return found.rows[0] ?? null
}

/** Written anew when it was recorded before; the version of the report was compared. */
export async function writeApproval(
  tx: Tx,
  report: Id<'report'>,
  { by, now, ...made }: Omit<Approval, 'recordedBy' | 'recordedAt'> & { by: Id<'person'> | null; now: Date },
): Promise<void> {
  const { way, heldOn, members, present, agreed, notAgreed, attendance, conclusion, reservations } = made
  const facts = {
    ...{ way, held_on: heldOn, members, present, agreed, not_agreed: notAgreed, attendance, conclusion, reservations },
    ...{ recorded_by: by, recorded_at: now },
  }
  await tx
    .insertInto('report_approval')
    .values({ report_id: report, ...facts })
    .onConflict((conflict) => conflict.column('report_id').doUpdateSet(facts))
    .execute()
}

export async function dropSigning(tx: Tx, report: Id<'report'>): Promise<void> {
  await sql`delete from report_initial where report_id = ${report}`.execute(tx)
  await sql`delete from report_approval where report_id = ${report}`.execute(tx)
}
