// What other slices may do with keys of divided places.
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { keysById } from './key.store.ts'

export { dividedPlaces, insertKey, keysById, partsOf, versionsOfKey, type Divided } from './key.store.ts'
export { namesAt, outside } from '../act/world.store.ts'

/** Keys as they are named beside what was carried with them. */
export async function namedKeys(db: ReadDb, ids: Iterable<Id<'place_key'>>) {
  const keys = await keysById(db, [...new Set(ids)])
  return keys.map(({ id, placeId, placeName, version, method, basis, dated, confidence, author }) => ({
    ...{ id, placeId, place: placeName, version, method, basis, dated, confidence, author },
  }))
}
