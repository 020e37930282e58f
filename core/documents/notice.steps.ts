// What a correction, a recall and a replacement have in common: it is written down, and everybody who has the document is told.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { personOf } from './document.ts'
import type { NoticeKind } from './notice.kinds.ts'
import { bodiesWith, insertNotice, type NewNotice } from './notice.store.ts'
import type { RegisterLine } from './register.store.ts'
import { insertTold } from './told.store.ts'

export interface Giving extends Pick<NewNotice, 'kind' | 'reason' | 'items' | 'letter'> {
  /** The document it is about, and the one by which it is done. */
  line: RegisterLine
  by: { id: Id<'register_line'>; fullNumber: string; dated: Day }
}

const verbs: Record<NoticeKind, string> = { correction: 'correct', recall: 'recall', replacement: 'replace' }

export async function giveNotice(context: WriteContext, { line, by, ...given }: Giving) {
  const { db, now, actor } = context
  const { bodyId, recipients, id: lineId } = line
  const made = { lineId, byLineId: by.id, ...given, by: personOf(actor), now }
  const id = await insertNotice(db, made)
  const told = await bodiesWith(db, { lineId, bodyId, recipients, days: [line.dated, by.dated] })
  await insertTold(db, id, told)
  const topic = `document.${verbs[given.kind]}`
  const payload = { title: line.fullNumber, number: by.fullNumber, dated: by.dated, reason: given.reason || null }
  for (const body of told)
    await context.tell({ topic, bodyId: body, payload: { ...payload, notice: id, line: lineId, body } })
  return { id, told: told.length }
}
