// How an entry stands in the organisation's own line, beside the mobilisation line: shown to its body and both receivers.
import type { Actor } from '../../shared/actor.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Place } from '../entries/entry.steps.ts'
import type { StoredEntry } from '../entries/entry.store.ts'
import { lineMoves, whyNotLine } from './line.ts'
import { lineStanding } from './line.operations.ts'
import { differingCells, opinionsOf, readLine, type StoredLine } from './line.store.ts'

/** Before anything was entered. */
export function lineBefore({ duty }: Place) {
  if (duty.lineBodyId === null) return null
  const nothing = { judgedNo: null, countedNo: null, reason: null, by: null, at: null, differs: false }
  const head = { id: duty.lineBodyId, name: duty.lineBodyName ?? '', stage: 'none' as const, version: 0 }
  return { ...head, ...nothing, figures: [], opinions: [], moves: [] }
}

export async function describeLine(db: ReadDb, at: { actor: Actor; place: Place; entry: StoredEntry }) {
  const { actor, place, entry } = at
  const line = await readLine(db, entry.id, place.period.endsOn)
  if (!line) return null
  const standing = await lineStanding(db, { line, place })
  const differs = linesDiffer(entry, line)
  const rowOf = new Map(place.form.rows.map((row) => [row.cellId, row]))
  const cells = differs && line.countedId && entry.countedId ? await differingCells(db, entry.id) : []
  const figures = cells.flatMap(({ cellId, ...both }) => {
    const row = rowOf.get(cellId)
    return row ? [{ no: row.no, label: row.label, ...both }] : []
  })
  const { bodyId: id, bodyName: name, stage, version, judgedNo, countedNo, reason, by } = line
  return {
    ...{ id, name, stage, version, judgedNo, countedNo, reason, by, at: line.at, differs },
    figures: figures.sort((a, b) => a.no - b.no),
    opinions: await opinionsOf(db, entry.id),
    moves: lineMoves.filter((move) => !whyNotLine(actor, move, standing)),
  }
}

/** Different accepted versions, or one took what the other returned; as the lists reckon it in SQL. */
function linesDiffer(entry: StoredEntry, line: StoredLine): boolean {
  if (entry.countedId !== null && line.countedId !== null && entry.countedId !== line.countedId) return true
  return (
    (entry.stage === 'accepted' && line.stage === 'returned') ||
    (entry.stage === 'returned' && line.stage === 'accepted')
  )
}
