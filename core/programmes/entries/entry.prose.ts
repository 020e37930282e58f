// The prose of an entry, its remark and the notes of its rows, looked through for words that point to a person.
import { askAboutMentions } from '../../documents/mentions/ask.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { valuesOf, versionsOf, type StoredEntry } from './entry.store.ts'
import type { Draft, Form } from './entry.ts'

export async function askAboutProse(
  db: ReadDb,
  of: { form: Form; entry: StoredEntry | null; draft: Draft },
  { mentionsConfirmed }: { mentionsConfirmed: boolean },
) {
  const { form, entry, draft } = of
  const cells = new Map(form.rows.map((row) => [row.no, row.cellId]))
  const typed = [
    { field: 'remark', text: draft.remark, cellId: null },
    ...draft.rows.map(({ no, note }) => ({ field: `rows.${no}.note`, text: note, cellId: cells.get(no) ?? null })),
  ].filter(({ text }) => text !== null)
  if (typed.length === 0) return askAboutMentions([], true)
  const remark = entry && (await versionsOf(db, entry.id)).find(({ id }) => id === entry.workingId)?.remark
  const notes = new Map((entry ? await valuesOf(db, entry.workingId) : []).map(({ cellId, note }) => [cellId, note]))
  const before = (cellId: (typeof typed)[0]['cellId']) => (cellId === null ? remark : notes.get(cellId))
  return askAboutMentions(
    typed.map(({ field, text, cellId }) => ({ field, text, before: before(cellId) })),
    mentionsConfirmed,
  )
}
