// SQL of drafts that bodies were asked about by the newest round, and neither commented on nor agreed to; emptied words are none.
import { sql } from 'kysely'
import type { Asked } from '../../deadlines/asked.ts'

export const draftsToComment: Asked = {
  noun: 'report',
  topic: 'draft.remind',
  open: sql`
    select c.id as key, r.id as noun_id, b.body_id, r.title, c.due_on, jsonb_build_object('report', r.id) as what
    from report_circulation c
    join report r on r.id = c.report_id and r.stage in ('draft', 'returned')
    join report_circulation_body b on b.circulation_id = c.id and b.agreed_at is null
    where c.no = (select max(no) from report_circulation n where n.report_id = c.report_id)
      and not exists (select 1 from report_comment m where m.circulation_id = c.id and m.body_id = b.body_id
        and (select text from report_comment_text where comment_id = m.id order by no desc limit 1) <> '')`,
}
