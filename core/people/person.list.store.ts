// The list of people, within what the asker reaches.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'

type PersonId = Id<'person'>
type BodyId = Id<'body'>

export interface Listed {
  id: PersonId
  name: string
  username: string
  sample: boolean
  mustChangePassword: boolean
  disabled: boolean
}

export interface Wanted {
  /** null: everybody. */
  reach: ReadonlySet<BodyId> | null
  bodyId?: BodyId | undefined
  q?: string | undefined
  state: 'open' | 'closed' | 'all'
  page: number
  size: number
  today: Day
}

export async function listPeople(db: ReadDb, wanted: Wanted): Promise<{ total: number; people: Listed[] }> {
  const { rows } = await sql<Listed & { total: number }>`
    select p.id, p.name, p.username, p.sample, p.must_change_password as "mustChangePassword",
      p.disabled_at is not null as disabled, count(*) over ()::int as total
    from person p where ${conditions(wanted)}
    order by p.name collate "vi-x-icu", p.id
    limit ${wanted.size} offset ${(wanted.page - 1) * wanted.size}`.execute(db)
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _total, ...person }) => person) }
}

function conditions({ reach, bodyId, q, state, today }: Wanted): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`]
  const holds = (bodies: readonly BodyId[], rest: RawBuilder<unknown>) =>
    sql`exists (select from role_held r where r.person_id = p.id and r.body_id = any(${bodies as BodyId[]}::int[]) ${rest})`
  if (reach !== null) all.push(holds([...reach], sql``))
  if (bodyId !== undefined)
    all.push(
      holds([bodyId], sql`and (r.valid_to is null or r.valid_to >= ${today}::date or p.disabled_at is not null)`),
    )
  for (const word of searchKey(q ?? '').split(' ')) all.push(sql`' ' || p.search_key like ${`% ${word}%`}`)
  if (state !== 'all') all.push(state === 'open' ? sql`p.disabled_at is null` : sql`p.disabled_at is not null`)
  return sql.join(all, sql` and `)
}

/** Those whose place the person takes today or later, with the last day. */
export async function deputisesFor(db: ReadDb, id: PersonId, today: Day) {
  const { rows } = await sql<{ roleId: Id<'role_held'>; absentId: PersonId; absentName: string; until: Day }>`
    select d.role_held_id as "roleId", p.id as "absentId", p.name as "absentName", d.valid_to as until
    from deputising d join role_held r on r.id = d.role_held_id join person p on p.id = r.person_id
    where d.deputy_id = ${id} and d.valid_to >= ${today}::date order by d.valid_from, d.id`.execute(db)
  return rows
}

/** People with an account in use and a role of their own in one of these bodies, for choosing a deputy. */
export async function colleaguesIn(
  db: ReadDb,
  bodies: readonly BodyId[],
  today: Day,
): Promise<{ id: PersonId; name: string; bodyId: BodyId }[]> {
  const { rows } = await sql<{ id: PersonId; name: string; bodyId: BodyId }>`
    select p.id, p.name, r.body_id as "bodyId" from role_held r join person p on p.id = r.person_id
    where p.disabled_at is null and r.role <> 'administrator' and r.body_id = any(${bodies as BodyId[]}::int[])
      and daterange(r.valid_from, r.valid_to, '[]') @> ${today}::date
    group by p.id, p.name, r.body_id order by p.name collate "vi-x-icu", p.id`.execute(db)
  return rows
}
