// SQL of calls that bodies were asked to answer and have not.
import { sql } from 'kysely'
import type { Asked } from '../deadlines/asked.ts'

export const callsToAnswer: Asked = {
  noun: 'call',
  topic: 'call.remind',
  open: sql`
    select c.id as key, c.id as noun_id, a.body_id, c.title, c.due_on, jsonb_build_object('call', c.id) as what
    from call_addressee a join call c on c.id = a.call_id
    left join answer w on w.call_id = a.call_id and w.body_id = a.body_id
    where c.stage = 'issued' and coalesce(w.stage, 'none') not in ('submitted', 'accepted')`,
}
