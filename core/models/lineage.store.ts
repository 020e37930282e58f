// SQL of a family of models: from its first one, what was copied from what.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { visible } from './gallery.store.ts'
import type { Kind, Stage } from './model.ts'

type ModelId = Id<'model'>

export interface Kin {
  id: ModelId
  originId: ModelId | null
  depth: number
  kind: Kind
  ownerId: Id<'body'>
  guideId: Id<'body'>
  name: string
  owner: string
  placeId: Id<'place'>
  place: string
  year: number
  stage: Stage
  changed: string
  shown: boolean
}

/** The whole family from its first one: what was copied from what, and what each did otherwise. */
export async function lineageOf(db: ReadDb, id: ModelId, most: number): Promise<Kin[]> {
  const { rows } = await sql<Kin>`
    with recursive up as (
      select id, origin_id, 0 as step from model where id = ${id}
      union all select m.id, m.origin_id, up.step + 1 from up join model m on m.id = up.origin_id where up.step < 100),
    root as (select id from up order by step desc limit 1),
    family as (
      select m.id, m.origin_id, 0 as depth from model m join root on root.id = m.id
      union all
      select m.id, m.origin_id, f.depth + 1 from family f join model m on m.origin_id = f.id
      where f.depth < 100 and m.stage not in ('draft', 'withdrawn')),
    chosen as (select * from family order by depth, id limit ${most})
    select s.id, s.origin_id as "originId", s.depth, m.kind, m.owner_id as "ownerId", m.guide_id as "guideId", m.name, m.place_id as "placeId", m.year, m.stage, m.changed,
      ${lastNameOf(sql`m.owner_id`)} as owner,
      (select v.full_name from place_version v where v.place_id = m.place_id
        order by v.valid_from desc nulls last limit 1) as place,
      coalesce(${visible}, false) as shown
    from chosen s join model m on m.id = s.id left join model_public p on p.model_id = m.id order by s.depth, s.id`.execute(
    db,
  )
  return rows
}
