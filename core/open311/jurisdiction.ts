// A jurisdiction is a place by its official code, or the platform itself by its host name; the point chooses the desk within.
import type { App } from '../app.ts'
import { placeAt, shapesAt } from '../places/place.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { notFound, ok, type Result } from '../shared/result.ts'
import { desksWithin } from './desk.store.ts'
import { holds, type Boundary } from '../places/boundary.ts'

export interface Jurisdiction {
  /** null: everywhere on this platform. */
  placeId: Id<'place'> | null
}

type At = { app: Pick<App, 'origin'>; db: ReadDb; today: Day }

export async function jurisdictionOf({ app, db, today }: At, asked: string): Promise<Result<Jurisdiction>> {
  const { host, hostname } = new URL(app.origin)
  const said = asked
    .trim()
    .toLowerCase()
    .replace(/^www\./, '')
  if (said === '' || [host, hostname].some((own) => own.replace(/^www\./, '') === said)) return ok({ placeId: null })
  const place = await placeAt(db, asked.trim(), today)
  if (!place || (await desksWithin(db, place.placeId, today)).length === 0) return noSuchJurisdiction
  return ok({ placeId: place.placeId })
}

/**
 * The desk of the commune whose boundary holds the point; otherwise that of the jurisdiction, or of the key. A province holds
 * the point of a commune without a boundary too, and would take it from the desk that knows the place.
 */
export async function deskFor(
  { db, today }: At,
  { placeId }: Jurisdiction,
  at: { point: { lat: number; lon: number } | null; fallback: Id<'body'> },
): Promise<Id<'body'>> {
  const desks = await desksWithin(db, placeId, today)
  const { point } = at
  if (point !== null) {
    const communes = desks.filter(({ level }) => level === 'commune').map((desk) => desk.placeId)
    const shapes = await shapesAt(db, [...new Set(communes)], today)
    const holding = new Set(
      shapes.filter(({ geometry }) => holds(geometry as Boundary, point)).map((one) => one.placeId),
    )
    const found = desks.find((desk) => holding.has(desk.placeId))
    if (found) return found.deskId
  }
  return desks.find((desk) => desk.placeId === placeId)?.deskId ?? at.fallback
}

const noSuchJurisdiction = notFound(
  'no-such-jurisdiction',
  'Không có nơi nhận nào mang jurisdiction_id này. Ghi mã đơn vị hành chính, hoặc bỏ trống.',
  'No desk here has this jurisdiction_id. Give the official code of a place, or none.',
)
