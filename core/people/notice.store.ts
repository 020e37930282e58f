// SQL about how people want to be told: their address for mail and their choice.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export const mailChoices = ['atOnce', 'digest', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]

export interface MailWanted {
  address: string | null
  choice: MailChoice
}

export interface Listener extends MailWanted {
  id: Id<'person'>
}

/** Open accounts that report, work or lead in the body today, or in the one that took over from it, or for an absent colleague. */
export async function listenersOf(db: ReadDb, bodyId: Id<'body'>, today: Day): Promise<Listener[]> {
  const found = await sql<Listener>`
    with recursive taking (id) as (
      select ${bodyId}::int union
      select l.to_body_id from taking join hand_over_line l on l.from_body_id = taking.id and l.on_date <= ${today}::date
    ), held as (select id, person_id from role_held
      where body_id in (select id from taking) and role in ('reporter', 'officer', 'head')
        and daterange(valid_from, valid_to, '[]') @> ${today}::date)
    select p.id, p.mail_address as address, p.mail_choice as choice from person p
    where p.disabled_at is null and (p.id in (select person_id from held) or p.id in (
      select d.deputy_id from deputising d join held on held.id = d.role_held_id
      where ${today}::date between d.valid_from and d.valid_to))
    order by p.id`.execute(db)
  return found.rows
}

/** Those who want one mail a day. */
export async function digestReaders(db: ReadDb): Promise<{ id: Id<'person'>; username: string }[]> {
  const found = await sql<{ id: Id<'person'>; username: string }>`
    select id, username from person
    where mail_choice = 'digest' and mail_address is not null and disabled_at is null order by id`.execute(db)
  return found.rows
}

export async function mailOf(db: ReadDb, id: Id<'person'>): Promise<MailWanted & { username: string }> {
  const found = await sql<MailWanted & { username: string }>`
    select username, mail_address as address, mail_choice as choice from person where id = ${id}`.execute(db)
  return found.rows[0]!
}

export async function setMail(tx: Transaction<Tables>, id: Id<'person'>, wanted: Partial<MailWanted>): Promise<void> {
  const { address, choice } = wanted
  await tx
    .updateTable('person')
    .set({ ...(address !== undefined && { mail_address: address }), ...(choice && { mail_choice: choice }) })
    .where('id', '=', id)
    .execute()
}
