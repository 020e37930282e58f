// Published models by what stands in the address.
import { gallery } from '@dong-thuan/core/models/gallery.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedOf } from './asked.ts'

export const load = async (event) => {
  const { typed, input, turned } = askedOf(event.url)
  return { ...(await valueOf(event, gallery, { ...input, ...turned })), typed }
}
