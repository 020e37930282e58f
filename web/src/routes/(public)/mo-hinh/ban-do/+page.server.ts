// Where the published models are that the address asks for.
import { map } from '@dong-thuan/core/models/gallery.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedOf } from '../asked.ts'

export const load = async (event) => {
  const { typed, input } = askedOf(event.url)
  return { ...(await valueOf(event, map, input)), typed }
}
