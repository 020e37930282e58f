// The values a report rests on: pinned ones, or for a preview those that count now; of this period and the one before.
import { inputsPinned, inputsUnder, type InputLine, type Span } from '../programmes/programme.read.ts'
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

function keysIn(span: KeyedSpan): Set<string | undefined> {
  return new Set(span.periodIds.map((id) => span.keyOf.get(id)))
}

export async function readLines(
  db: ReadDb,
  asked: {
    consolidationId: Id<'consolidation'> | null
    placeId: Id<'place'>
    cells: readonly Id<'cell'>[]
    spans: Spans
  },
): Promise<{ now: InputLine[]; before: InputLine[] }> {
  const { placeId, cells, spans } = asked
  const under = (span: Span) => inputsUnder(db, { placeId, periods: span.periodIds, cells, day: span.day, limit: most })
  if (asked.consolidationId === null)
    return { now: await under(spans.now), before: spans.before ? await under(spans.before) : [] }
  const pinned = await inputsPinned(db, { consolidationId: asked.consolidationId, cells })
  const inside = (span: KeyedSpan | null) => pinned.filter((line) => span && keysIn(span).has(line.period))
  return { now: inside(spans.now), before: inside(spans.before) }
}
