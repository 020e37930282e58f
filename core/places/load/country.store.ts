// Puts the country above its provinces: in a fresh database, and in one whose lists were loaded before it was a place.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import { keysOf } from '../place.ts'
import type { HandMade } from './files.ts'

/** The id of the country when it was added now; null when it was there. */
export async function insertCountry(
  tx: Transaction<Tables>,
  { country, acts }: Pick<HandMade, 'country' | 'acts'>,
): Promise<Id<'place'> | null> {
  const there = await tx.selectFrom('place_version').select('id').where('level', '=', 'country').executeTakeFirst()
  if (there) return null
  const { number, note = null, ...act } = acts.find((each) => each.number === country.act)!
  await tx
    .insertInto('act')
    .values({ number, note, ...act })
    .onConflict((of) => of.doNothing())
    .execute()
  const basis = await tx.selectFrom('act').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  const { id } = await tx.insertInto('place').defaultValues().returning('id').executeTakeFirstOrThrow()
  const { act: _act, alt_name, seat, seat_source, ...named } = country
  await tx
    .insertInto('place_version')
    .values({
      ...{ ...named, ...keysOf(named.full_name, alt_name) },
      ...{ place_id: id, source: 'act' as const, from_act_id: basis.id },
    })
    .execute()
  const statistic = { place_id: id, seat, source: seat_source, reviewed: true }
  await tx.insertInto('place_statistic').values(statistic).execute()
  await sql`update place_version set parent_id = ${id} where level = 'province' and parent_id is null`.execute(tx)
  return id
}
