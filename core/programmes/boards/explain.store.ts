// SQL behind "vì sao có số này": every counted value of a figure with who reported and who accepted it.
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Day } from '../../shared/day.ts'
import type { Nature } from '../entries/nature.ts'

export interface InputLine {
  entry: Id<'entry'>
  version: Id<'entry_version'>
  versionNo: number
  nature: Nature
  form: string
  period: string
  place: { id: Id<'place'>; code: string | null; name: string }
  body: { id: Id<'body'>; name: string }
  organisation: string | null
  sector: string | null
  cellId: Id<'cell'>
  count: string
  countName: string
  unit: string
  definition: string
  definitionVersion: number
  value: number
  note: string | null
  reportedBy: string | null
  reportedAt: Date | null
  acceptedBy: string | null
  acceptedAt: Date | null
  decisionNumber: string | null
  decisionOn: Day | null
  correction: string | null
}

const columns = sql`
  select e.id as entry, w.id as version, w.no as "versionNo", w.nature, f.key as form, p.key as period,
         jsonb_build_object('id', v.place_id, 'code', v.code, 'name', v.full_name) as place,
         jsonb_build_object('id', b.body_id, 'name', b.name) as body, cell.organisation, cell.sector,
         cell.id as "cellId", c.key as count, c.name as "countName", c.unit, c.definition,
         c.definition_version as "definitionVersion", x.value, x.note, r.name as "reportedBy",
         w.submitted_at as "reportedAt", a.name as "acceptedBy", w.accepted_at as "acceptedAt",
         w.decision_number as "decisionNumber", w.decision_on as "decisionOn", w.reason as correction`

const joins = sql`
  join entry_version w on w.id = x.version_id join entry e on e.id = w.entry_id join form f on f.id = e.form_id
  join period p on p.id = e.period_id join cell on cell.id = x.cell_id join count_kind c on c.id = cell.count_id
  join place_version v on v.place_id = e.place_id
    and p.ends_on between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity')
  join body_version b on b.body_id = e.body_id
    and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
  left join person r on r.id = w.submitted_by left join person a on a.id = w.accepted_by`

/** The counted values of some cells under a place, in official order; at most `limit` of them. */
export async function inputsUnder(
  db: ReadDb,
  at: {
    placeId: Id<'place'>
    periods: readonly Id<'period'>[]
    cells: readonly Id<'cell'>[]
    day: Day
    limit: number
    /** Only what this body gave. */
    body?: Id<'body'> | null
    /** Of cells that belong to no organisation, only what this one's bodies at the place itself gave. */
    organisation?: string | null
  },
): Promise<InputLine[]> {
  const { organisation = null } = at
  const found = await sql<InputLine>`
    with recursive below (id) as (
      select ${at.placeId}::int
      union all
      select g.place_id from below join place_version g on g.parent_id = below.id
        and ${at.day}::date between coalesce(g.valid_from, '-infinity') and coalesce(g.valid_to, 'infinity'))
    ${columns} from below
    join entry_value x on x.place_id = below.id and x.counted and x.period_id = any(${at.periods}::int[])
      and x.cell_id = any(${at.cells}::int[]) ${joins}
    where (${at.body ?? null}::int is null or e.body_id = ${at.body ?? null}::int)
      and (${organisation}::text is null or cell.organisation is not null or (e.place_id = ${at.placeId}
        and exists (select from body o where o.id = e.body_id and o.organisation = ${organisation})))
    order by v.level desc, v.code nulls last, b.name, c.position, e.id, cell.id limit ${at.limit}`.execute(db)
  return found.rows
}
