// Loads the territory of the whole country once, in seconds: lists, successions, statistics, boundaries.
import type { App } from '../app.ts'
import { operator } from '../shared/actor.ts'
import { recordEvent } from '../shared/event.ts'
import type { Id } from '../shared/id.ts'
import { readShipped, type Shipped } from './load/files.ts'
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
  /** False: the lists were there already and nothing was done. */
  loaded: boolean
  places: number
  versions: number
}

const publicMap = 'Bản đồ sắp xếp đơn vị hành chính (sapnhap.bando.com.vn)'

/** Idempotent. A failure leaves nothing half loaded. */
export async function loadPlaces(
  app: Pick<App, 'db' | 'clock'>,
  progress: (step: LoadStep) => void = () => {},
): Promise<Loaded> {
  return app.db.transaction().execute(async (tx) => {
    if (await alreadyLoaded(tx)) return { loaded: false, places: 0, versions: 0 }
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
    const loaded = { loaded: true, places: ids.length, versions: plan.versions.length }
    await recordEvent(tx, operator, app.clock(), {
      noun: 'place',
      id: ids[0]!,
      move: 'loadAll',
      changes: { ...loaded },
    })
    progress({ done: 6, of: 6, what: 'boundaries' })
    return loaded
  })
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
