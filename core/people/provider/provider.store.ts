// SQL of who is who at the provider: ties, and an administrator's invitations to tie.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>
type PersonId = Id<'person'>

export interface Identity {
  subject: string
  /** As the provider calls him. */
  name: string
  linkedAt: Date
  lastUsedAt: Date | null
}

export async function identityOf(db: ReadDb, person: PersonId, issuer: string): Promise<Identity | undefined> {
  const { rows } = await sql<Identity>`select subject, name, linked_at as "linkedAt", last_used_at as "lastUsedAt"
    from provider_identity where person_id = ${person} and issuer = ${issuer}`.execute(db)
  return rows[0]
}

/** Whose this is, and counts the use. */
export async function useIdentity(
  tx: Tx,
  identity: { issuer: string; subject: string; now: Date },
): Promise<PersonId | null> {
  const { rows } = await sql<{ person: PersonId }>`update provider_identity set last_used_at = ${identity.now}
    where issuer = ${identity.issuer} and subject = ${identity.subject} returning person_id as person`.execute(tx)
  return rows[0]?.person ?? null
}

/** False when the person, or somebody else, has a tie already. */
export async function insertIdentity(
  tx: Tx,
  tie: { person: PersonId; issuer: string; subject: string; name: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into provider_identity (person_id, issuer, subject, name, linked_at)
    values (${tie.person}, ${tie.issuer}, ${tie.subject}, ${tie.name}, ${tie.now})
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

export async function isTaken(db: ReadDb, identity: { issuer: string; subject: string }): Promise<boolean> {
  const { rows } = await sql`select from provider_identity
    where issuer = ${identity.issuer} and subject = ${identity.subject}`.execute(db)
  return rows.length > 0
}

/** Tied, or awaited; an invitation that ran out awaits nobody. */
export async function isTied(db: ReadDb, of: { person: PersonId; issuer: string; now: Date }): Promise<boolean> {
  const { rows } = await sql`select from provider_identity where person_id = ${of.person} and issuer = ${of.issuer}
    union all select from provider_invitation
      where person_id = ${of.person} and issuer = ${of.issuer} and expires_at > ${of.now}`.execute(db)
  return rows.length > 0
}

/** Ties and invitations; false when there was neither. */
export async function deleteIdentity(tx: Tx, person: PersonId, issuer: string): Promise<boolean> {
  const tie = await sql`delete from provider_identity where person_id = ${person} and issuer = ${issuer}
    returning id`.execute(tx)
  const asked = await sql`delete from provider_invitation where person_id = ${person} and issuer = ${issuer}
    returning name`.execute(tx)
  return tie.rows.length + asked.rows.length > 0
}

export interface Invitation {
  name: string
  expiresAt: Date
}

export async function invitationOf(
  db: ReadDb,
  of: { person: PersonId; issuer: string; now: Date },
): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`select name, expires_at as "expiresAt" from provider_invitation
    where person_id = ${of.person} and issuer = ${of.issuer} and expires_at > ${of.now}`.execute(db)
  return rows[0]
}

/** False when somebody else is awaited under this name. */
export async function insertInvitation(
  tx: Tx,
  invited: Invitation & { person: PersonId; issuer: string; now: Date },
): Promise<boolean> {
  await sql`delete from provider_invitation where expires_at <= ${invited.now}
    or (person_id = ${invited.person} and issuer = ${invited.issuer})`.execute(tx)
  const { rows } = await sql`insert into provider_invitation (person_id, issuer, name, expires_at)
    values (${invited.person}, ${invited.issuer}, ${invited.name}, ${invited.expiresAt})
    on conflict do nothing returning name`.execute(tx)
  return rows.length === 1
}

/** Who is awaited under this name; once. */
export async function takeInvitation(
  tx: Tx,
  awaited: { issuer: string; name: string; now: Date },
): Promise<PersonId | null> {
  const { rows } = await sql<{ person: PersonId }>`delete from provider_invitation
    where issuer = ${awaited.issuer} and name = ${awaited.name} and expires_at > ${awaited.now}
    returning person_id as person`.execute(tx)
  return rows[0]?.person ?? null
}
