// SQL of blocs and clusters of emulation: who belongs to one in a year, who leads it, how they were ranked.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Tx } from './form.store.ts'

type BodyId = Id<'body'>
type ClusterId = Id<'emulation_cluster'>

export const clusterKinds = ['bloc', 'cluster'] as const

export interface Cluster {
  id: ClusterId
  kind: (typeof clusterKinds)[number]
  name: string
  year: number
  bodyId: BodyId
  body: string
  headId: BodyId
  head: string
  minutes: string
  version: number
  illustrative: boolean
  members: number
}

export interface ClusterMember {
  id: BodyId
  name: string
  rank: number | null
}

const clusters = sql`select c.id, c.kind, c.name, c.year, c.body_id as "bodyId", ${lastNameOf(sql`c.body_id`)} as body,
  c.head_id as "headId", ${lastNameOf(sql`c.head_id`)} as head, c.minutes, c.version, c.illustrative,
  (select count(*)::int from emulation_member m where m.cluster_id = c.id) as members from emulation_cluster c`

export async function clusterOf(db: ReadDb, id: ClusterId): Promise<Cluster | undefined> {
  return (await sql<Cluster>`${clusters} where c.id = ${id}`.execute(db)).rows[0]
}

export async function lockCluster(tx: Tx, id: ClusterId): Promise<Cluster | undefined> {
  return (await sql<Cluster>`${clusters} where c.id = ${id} for no key update of c`.execute(tx)).rows[0]
}

/** Those these bodies arranged, lead or belong to. */
export async function clustersOf(db: ReadDb, bodies: readonly BodyId[]): Promise<Cluster[]> {
  const mine = sql`any(${bodies as BodyId[]}::int[])`
  const { rows } = await sql<Cluster>`${clusters} where c.body_id = ${mine} or c.head_id = ${mine}
    or exists (select from emulation_member m where m.cluster_id = c.id and m.body_id = ${mine})
    order by c.year desc, c.name, c.id limit 500`.execute(db)
  return rows
}

/** In the order of their places, those not ranked last. */
export async function clusterMembers(db: ReadDb, id: ClusterId): Promise<ClusterMember[]> {
  const { rows } = await sql<ClusterMember>`select m.body_id as id, ${lastNameOf(sql`m.body_id`)} as name, m.rank
    from emulation_member m where m.cluster_id = ${id} order by m.rank nulls last, name, m.body_id`.execute(db)
  return rows
}

/** Itself, or as the one that took over from a member. */
export async function isMember(db: ReadDb, id: ClusterId, body: BodyId): Promise<boolean> {
  const { rows } = await sql`with recursive kin (id) as (
      select ${body}::int union select s.from_id from kin join body_succession s on s.to_id = kin.id)
    select 1 from emulation_member m join kin on kin.id = m.body_id where m.cluster_id = ${id} limit 1`.execute(db)
  return rows.length > 0
}

export interface NewCluster extends Pick<Cluster, 'kind' | 'name' | 'year' | 'headId' | 'minutes'> {
  members: readonly { body: BodyId; rank: number | null }[]
}

/** null: this body has one of that name in that year. */
export async function insertCluster(
  tx: Tx,
  made: NewCluster & { bodyId: BodyId; illustrative: boolean; by: Id<'person'> | null; at: Date },
): Promise<ClusterId | null> {
  const { rows } = await sql<{ id: ClusterId }>`insert into emulation_cluster
    (kind, name, year, body_id, head_id, minutes, illustrative, made_at, made_by)
    values (${made.kind}, ${made.name}, ${made.year}, ${made.bodyId}, ${made.headId}, ${made.minutes},
      ${made.illustrative}, ${made.at}, ${made.by}) on conflict do nothing returning id`.execute(tx)
  const id = rows[0]?.id ?? null
  if (id !== null) await writeMembers(tx, id, made.members)
  return id
}

/** Answers the new version; null: another of that body has the name in that year. */
export async function updateCluster(tx: Tx, id: ClusterId, made: NewCluster): Promise<number | null> {
  const { rows } = await sql<{
    version: number
  }>`update emulation_cluster c set kind = ${made.kind}, name = ${made.name},
    year = ${made.year}, head_id = ${made.headId}, minutes = ${made.minutes}, version = version + 1
    where id = ${id} and not exists (select from emulation_cluster o where o.body_id = c.body_id and o.id <> c.id
      and o.year = ${made.year} and o.name = ${made.name}) returning version`.execute(tx)
  if (!rows[0]) return null
  await sql`delete from emulation_member where cluster_id = ${id}`.execute(tx)
  await writeMembers(tx, id, made.members)
  return rows[0].version
}

async function writeMembers(tx: Tx, id: ClusterId, members: NewCluster['members']): Promise<void> {
  for (const { body, rank } of members)
    await sql`insert into emulation_member (cluster_id, body_id, rank) values (${id}, ${body}, ${rank})`.execute(tx)
}

export interface Named {
  id: BodyId
  name: string
}

/** Bodies that stand on the day at this place or inside it. */
export async function bodiesInside(db: ReadDb, place: Id<'place'>, day: Day): Promise<Named[]> {
  const at = (v: string) =>
    sql`daterange(${sql.ref(`${v}.valid_from`)}, ${sql.ref(`${v}.valid_to`)}, '[]') @> ${day}::date`
  const { rows } = await sql<Named>`with recursive inside (id) as (
      select ${place}::int
      union select p.place_id from inside join place_version p on p.parent_id = inside.id and ${at('p')})
    select v.body_id as id, v.name from body_version v join inside on inside.id = v.place_id
    where ${at('v')} order by v.name, v.body_id limit 2000`.execute(db)
  return rows
}
