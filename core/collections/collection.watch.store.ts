// SQL of workbooks that bodies were asked to fill and have not.
import { sql } from 'kysely'
import type { Asked } from '../deadlines/asked.ts'

export const workbooksToFill: Asked = {
  noun: 'collection',
  topic: 'collection.remind',
  open: sql`
    select c.id as key, c.id as noun_id, a.body_id, c.title, (c.due_at at time zone 'Asia/Ho_Chi_Minh')::date as due_on,
      jsonb_build_object('collection', c.id) as what
    from collection_addressee a join collection c on c.id = a.collection_id
    left join reply r on r.collection_id = a.collection_id and r.body_id = a.body_id
    where c.stage = 'issued' and coalesce(r.stage, 'none') not in ('submitted', 'accepted')`,
}
