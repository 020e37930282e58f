// The values a report rests on: pinned ones, or for a preview those that count now; of this period and the one before.
import { inputsPinned, inputsUnder, type CountedCell, type InputLine, type Span } from '../programmes/programme.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

/** More values than any place in the country has forms for in a year. */
const most = 2_000_000

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
): Promise<{ now: InputLine[]; before: InputLine[] }> {
  const { placeId, spans } = asked
  const { flow, state } = byTime(asked.cells)
  const under = async (span: Span) => {
    const at = { placeId, day: span.day, limit: most }
    const atTheEnd = await inputsUnder(db, { ...at, cells: state, periods: [span.lastId] })
    return flow.length === 0
      ? atTheEnd
      : [...atTheEnd, ...(await inputsUnder(db, { ...at, cells: flow, periods: span.periodIds }))]
  }
  if (asked.consolidationId === null)
    return { now: await under(spans.now), before: spans.before ? await under(spans.before) : [] }
  const lasts = [spans.now, spans.before].flatMap((span) => (span ? [span.lastId] : []))
  const pinned = await inputsPinned(db, { consolidationId: asked.consolidationId, flow, state, lasts })
  const inside = (span: KeyedSpan | null) => pinned.filter((line) => span && keysIn(span).has(line.period))
  return { now: inside(spans.now), before: inside(spans.before) }
}
