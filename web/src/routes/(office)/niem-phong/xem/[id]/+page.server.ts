// A look behind an open seal: pressed, recorded, and in no address.
import { open } from '@dong-thuan/core/seal/requests/request.look.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' })
  return { id: event.params.id, ...(await valueOf(event, open, { id: event.params.id })) }
}
