// SQL of credentials: one presented commendation that may be named, and which of a list are revoked.
import { sql } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { firstCorrected, listLength, type Honour } from './credential.ts'

export interface Held extends Honour {
  stage: string
  /** A collective, or a person who agrees to be named. */
  named: boolean
}

export async function heldByCode(db: ReadDb, code: string): Promise<Held | undefined> {
  const { rows } =
    await sql<Held>`select n.id, n.code, e.at as "correctedAt", coalesce(e.id, n.id) as entry, n.kind, n.name, n.stage,
    concat_ws(', ', nullif(n.post, ''), nullif(n.unit, '')) as unit, f.name as form, f.key as "formKey", f.basis,
    r.occasion, d.number, d.on_date as "on", d.signer_post as "signerPost", r.body_id as "bodyId",
    ${lastNameOf(sql`r.body_id`)} as body,
    (n.kind = 'collective' or exists (select from nominee_consent c
      where c.nominee_id = n.id and c.withdrawn_at is null)) as named
    from nominee n join commendation_decision d on d.id = n.decision_id join commendation_round r on r.id = n.round_id
    join commendation_form f on f.id = r.form_id
    left join lateral (select id, at from credential_edition where nominee_id = n.id order by no desc limit 1) e on true
    where n.code = ${code}`.execute(db)
  return rows[0]
}

/** Entries of a list whose credentials hold no more: revoked, or given anew since a correction. */
export async function revokedIn(db: ReadDb, list: number): Promise<number[]> {
  const from = (list < firstCorrected ? list - 1 : list - firstCorrected) * listLength
  const entries =
    list < firstCorrected
      ? sql`select n.id from nominee n where n.id >= ${from} and n.id < ${from + listLength}
          and (n.stage = 'revoked' or exists (select from credential_edition e where e.nominee_id = n.id))`
      : sql`select e.id from credential_edition e join nominee n on n.id = e.nominee_id
          where e.id >= ${from} and e.id < ${from + listLength} and (n.stage = 'revoked'
            or exists (select from credential_edition l where l.nominee_id = n.id and l.no > e.no))`
  const { rows } = await sql<{ id: number }>`${entries} order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

/** Of a body that ever awarded something. */
export async function awarderOf(db: ReadDb, body: number): Promise<{ bodyId: number; body: string } | undefined> {
  const { rows } = await sql<{ bodyId: number; body: string }>`select r.body_id as "bodyId",
    ${lastNameOf(sql`r.body_id`)} as body from commendation_round r join commendation_decision d on d.round_id = r.id
    where r.body_id = ${body} limit 1`.execute(db)
  return rows[0]
}
