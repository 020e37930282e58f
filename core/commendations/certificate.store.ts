// SQL of what is printed: the lines of a decision, or of those that wait for one, in the order of the book.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Honouree } from './commendation.ts'

export interface Honoured {
  id: Id<'nominee'>
  kind: Honouree
  name: string
  post: string
  unit: string
  /** What it is for, in a few words each. */
  merits: string[]
  /** null: not decided yet. */
  book: string | null
  code: string | null
  /** As the signed decision has it, where a later document put it right; null: as above. */
  signed: { name: string; post: string; unit: string; document: string; on: Day } | null
}

/** The first document says what was signed, the last what it reads now. */
const signed = sql`(select jsonb_build_object('name', f.name_before, 'post', f.post_before, 'unit', f.unit_before,
      'document', l.document, 'on', l.on_date)
    from nominee_correction f, nominee_correction l
    where f.nominee_id = n.id and l.nominee_id = n.id and f.document <> '' and l.document <> ''
    order by f.no, l.no desc limit 1)`

const merits = sql`array(select coalesce(m.name, nullif(concat_ws(': ', i.name, e.text), '')) from nominee_merit e
      left join model m on m.id = e.model_id left join indicator i on i.id = e.indicator_id
      where e.nominee_id = n.id order by e.no)`

/** Without a decision those that are submitted; whatever was revoked is not printed. */
export async function honouredBy(
  db: ReadDb,
  of: { round: Id<'commendation_round'>; decision: Id<'commendation_decision'> | null },
): Promise<Honoured[]> {
  const wanted =
    of.decision === null
      ? sql`n.stage = 'submitted'`
      : sql`n.decision_id = ${of.decision} and n.stage in ('decided', 'presented')`
  const { rows } = await sql<Honoured>`select n.id, n.kind, n.name, n.post, n.unit, n.code,
    n.book_no || '/' || n.book_year as book,
    ${merits} as merits, ${signed} as signed
    from nominee n where n.round_id = ${of.round} and ${wanted} order by n.book_no nulls last, n.kind, n.id`.execute(db)
  return rows
}

export interface Listed extends Honoured {
  achievement: string
  confirmation: string
  nominator: string
  inFavour: number
  eligible: number | null
  /** null: not voted upon yet. */
  passed: boolean | null
}

/** Of a decision those it honours; without one everybody still in the running. */
export async function listedIn(
  db: ReadDb,
  of: { round: Id<'commendation_round'>; decision: Id<'commendation_decision'> | null },
): Promise<Listed[]> {
  const wanted =
    of.decision === null
      ? sql`n.stage not in ('nominated', 'withdrawn', 'refused', 'revoked')`
      : sql`n.decision_id = ${of.decision} and n.stage in ('decided', 'presented')`
  const { rows } = await sql<Listed>`select n.id, n.kind, n.name, n.post, n.unit, n.code, n.achievement, n.confirmation,
    n.book_no || '/' || n.book_year as book, ${merits} as merits, ${signed} as signed, n.in_favour as "inFavour", n.eligible, n.passed,
    ${lastNameOf(sql`n.nominator_id`)} as nominator
    from nominee n where n.round_id = ${of.round} and ${wanted} order by n.book_no nulls last, n.kind, n.id`.execute(db)
  return rows
}
