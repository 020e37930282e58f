// The values a report rests on: pinned ones, or for a preview those that count now; of this period and the one before.
import type { CountedCell, Span } from '../programmes/programme.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { linesOf, valuesPinned, valuesUnder, type Line } from './lines.store.ts'

export interface KeyedSpan extends Span {
  keyOf: ReadonlyMap<Id<'period'>, string>
}

export interface Spans {
  now: KeyedSpan
  before: KeyedSpan | null
}

/** What adds up over time is read from every part of a period; the rest only as it stood at the end. */
function byTime(cells: readonly CountedCell[]): { flow: Id<'cell'>[]; state: Id<'cell'>[] } {
  const [flow = [], state = []] = [true, false].map((adds) =>
    cells.filter((cell) => (cell.overTime === 'sum') === adds).map((cell) => cell.id),
  )
  return { flow, state }
}

function keysIn(span: KeyedSpan): Set<string | undefined> {
  return new Set(span.periodIds.map((id) => span.keyOf.get(id)))
}

export async function readLines(
  db: ReadDb,
  asked: {
    consolidationId: Id<'consolidation'> | null
    placeId: Id<'place'>
    cells: readonly CountedCell[]
    spans: Spans
  },
): Promise<{ now: Line[]; before: Line[] }> {
  const { placeId, cells, spans, consolidationId } = asked
  const { flow, state } = byTime(cells)
  const under = async (span: Span) => {
    const at = { placeId, day: span.day }
    const atTheEnd = await valuesUnder(db, { ...at, cells: state, periods: [span.lastId] })
    const added = flow.length > 0 ? await valuesUnder(db, { ...at, cells: flow, periods: span.periodIds }) : []
    return linesOf(db, [...atTheEnd, ...added], cells)
  }
  if (consolidationId === null)
    return { now: await under(spans.now), before: spans.before ? await under(spans.before) : [] }
  const lasts = [spans.now, spans.before].flatMap((span) => (span ? [span.lastId] : []))
  const pinned = await linesOf(db, await valuesPinned(db, { consolidationId, flow, state, lasts }), cells)
  const inside = (span: KeyedSpan | null) => {
    const keys = span && keysIn(span)
    return pinned.filter((line) => keys?.has(line.period))
  }
  return { now: inside(spans.now), before: inside(spans.before) }
}
