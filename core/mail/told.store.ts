// SQL of what was told to bodies about calls, workbooks, drafts, reports that were sent and targets given down.
import { sql } from 'kysely'
import { zone, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

/** As the two slices tell it; `body` is the one that answers. */
export interface AskedPayload {
  call?: number
  collection?: number
  /** An issued report that came. */
  dispatch?: number
  /** A document corrected, recalled or replaced: its line, and since when everybody told has a page, the notice. */
  line?: number
  notice?: number
  number?: string
  dated?: Day
  /** Without a line: a draft to comment on. */
  report?: number | null
  /** Work that was handed over to the body. */
  handOver?: number
  /** An upper programme that gave a target down, or took it back. */
  programme?: number
  /** A submission on the desk of a body, or given to it. */
  submission?: number
  /** Told to the body above the one that has it. */
  above?: number
  /** A visit at the reception of citizens; a point of its conclusion. */
  visit?: number
  point?: number
  /** A “Dân vận khéo” model of the body, or registered with it. */
  model?: number
  /** A score sheet of the body, or one it verifies. */
  scoresheet?: number
  /** Sheets gathered: how many, and of which assessment where it may be opened whole. */
  count?: number
  assessment?: number
  /** A nomination, in its round. */
  nominee?: number
  round?: number
  /** Somebody asks to open a seal. */
  sealRequest?: number
  title: string
  body: number
  dueOn?: Day
  reason?: string | null
}

/** As it is called on the day, or was called last. */
export async function bodyName(db: ReadDb, body: number, day: Day): Promise<string> {
  const found = await sql<{ name: string }>`
    select name from body_version where body_id = ${body}
    order by daterange(valid_from, valid_to, '[]') @> ${day}::date desc, valid_from desc nulls last limit 1`.execute(db)
  return found.rows[0]?.name ?? ''
}

export interface ToldAsked {
  id: number
  at: Date
  topic: string
  payload: AskedPayload
  bodyName: string
}

/** The newest to any of these bodies. */
export async function askedMessages(db: ReadDb, bodies: readonly Id<'body'>[], most: number): Promise<ToldAsked[]> {
  if (bodies.length === 0) return []
  const found = await sql<ToldAsked>`
    select m.id, m.created_at as at, m.topic, m.payload, v.name as "bodyName" from outbox_message m
    join lateral (
      select name from body_version where body_id = (m.payload->>'body')::int
      order by daterange(valid_from, valid_to, '[]') @> (m.created_at at time zone ${zone}::text)::date desc, valid_from desc nulls last limit 1) v on true
    where m.topic ~ '^(call|answer|collection|reply|draft|dispatch|document|handOver|target|submission|reception|sealRequest|model|commendation|scoresheet)\.' and m.body_id = any(${bodies}::int[])
      and m.payload ->> 'title' is not null
    order by m.id desc limit ${most}`.execute(db)
  return found.rows
}
