// Loads the territory of the whole country once, in seconds: lists, successions, statistics, boundaries.
import type { Transaction } from 'kysely'
import type { App } from '../app.ts'
import { operator } from '../shared/actor.ts'
import { recordEvent } from '../shared/event.ts'
import type { Id } from '../shared/id.ts'
import type { Tables } from '../db/schema.ts'
import { insertCountry } from './load/country.store.ts'
import { readHandMade, readShipped, type Shipped } from './load/files.ts'
import {
  alreadyLoaded,
  insertActs,
  insertBoundaries,
  insertPending,
  insertPlaces,
  insertStatistics,
  insertSuccessions,
  insertVersions,
} from './load/load.store.ts'
import { planPlaces } from './load/plan.ts'
import { firstDayOfTwoLevels } from './load/rows.ts'

export interface LoadStep {
  done: number
  of: number
  what: 'read' | 'places' | 'versions' | 'successions' | 'statistics' | 'boundaries'
}

export interface Loaded {
  /** False: everything was there already and nothing was done. */
  loaded: boolean
  places: number
  versions: number
  /** The country, when it was added now; to a database with lists from before it was a place, it alone is added. */
  country: Id<'place'> | null
}

const publicMap = 'Bản đồ sắp xếp đơn vị hành chính (sapnhap.bando.com.vn)'

/** Idempotent. A failure leaves nothing half loaded. */
export async function loadPlaces(
  app: Pick<App, 'db' | 'clock'>,
  progress: (step: LoadStep) => void = () => {},
): Promise<Loaded> {
  return app.db.transaction().execute(async (tx) => {
    const there = await alreadyLoaded(tx)
    const lists = there ? null : await loadLists(tx, progress)
    const country = await insertCountry(tx, readHandMade())
    const added = country === null ? 0 : 1
    const loaded = {
      ...{ loaded: lists !== null || added > 0, country },
      ...{ places: (lists?.places ?? 0) + added, versions: (lists?.versions ?? 0) + added },
    }
    const id = lists?.first ?? country
    if (id === null) return loaded
    const move = lists ? 'loadAll' : 'addCountry'
    await recordEvent(tx, operator, app.clock(), { noun: 'place', id, move, changes: { ...loaded } })
    progress({ done: 6, of: 6, what: 'boundaries' })
    return loaded
  })
}

async function loadLists(tx: Transaction<Tables>, progress: (step: LoadStep) => void) {
  const shipped = readShipped()
  const plan = planPlaces(shipped)
  progress({ done: 1, of: 6, what: 'read' })
  await insertActs(tx, plan)
  const ids = await insertPlaces(tx, plan)
  progress({ done: 2, of: 6, what: 'places' })
  await insertVersions(tx, plan, ids)
  progress({ done: 3, of: 6, what: 'versions' })
  await insertSuccessions(tx, plan, ids)
  await insertPending(tx, plan, ids)
  progress({ done: 4, of: 6, what: 'successions' })
  const idOf = (code: string) => ids[plan.july.get(code)!]!
  await insertStatistics(tx, statisticsOf(shipped), idOf)
  progress({ done: 5, of: 6, what: 'statistics' })
  await insertBoundaries(tx, boundariesOf(shipped, idOf), { day: firstDayOfTwoLevels, source: publicMap })
  return { places: ids.length, versions: plan.versions.length, first: ids[0]! }
}

function statisticsOf({ communeStatistics, provinceStatistics }: Shipped) {
  const published = 'Số liệu công bố khi sắp xếp năm 2025'
  return [
    ...communeStatistics.map((row) => ({ ...row, source: publicMap })),
    ...provinceStatistics.map(({ code, area_km2, population, seat, lat, lon }) => ({
      ...{ code, area_km2, population, lat, lon },
      seat: seat === 'giữ nguyên' ? '' : seat,
      source: published,
    })),
  ]
}

function boundariesOf({ boundaries }: Shipped, idOf: (code: string) => Id<'place'>) {
  return boundaries.map((boundary) => ({ ...boundary, placeId: idOf(boundary.code) }))
}
