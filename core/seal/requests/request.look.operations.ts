// A look behind an open seal. Each is written down in the save that answers it; nothing of the answer is kept or logged.
import { z } from 'zod'
import { idOf } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { notFound, ok, type Result } from '../../shared/result.ts'
import { openHead, openOriginal, type Head } from '../letter.ts'
import { insertLook, partOf } from '../sealed.store.ts'
import { doesNotOpen, keyNotHere } from '../sealing.ts'
import { requestInput, holdFor } from './request.steps.ts'
import type { Request } from './request.store.ts'

export const open = writing({
  name: 'sealRequests.open',
  summary: 'Xem danh tính và nội dung gốc trong thời gian được mở; mỗi lần xem đều ghi lại',
  http: { method: 'POST', path: '/seal/requests/{id}/open' },
  who: { roles: ['sealOpener'] },
  input: requestInput,
  output: z.object({
    sender: z.record(z.string(), z.string()),
    text: z.string(),
    originals: z.array(
      z.object({ no: z.number().int(), name: z.string(), mediaType: z.string(), bytes: z.number().int() }),
    ),
  }),
  async run(context, { id }) {
    const looked = await look(context, id, 0)
    if (!looked.ok) return looked
    const { sender, text, originals } = looked.value.head
    const listed = originals.map(({ name, mediaType, bytes }, i) => ({ no: i + 1, name, mediaType, bytes }))
    return ok({ sender, text, originals: listed })
  },
})

export const openOriginalFile = writing({
  name: 'sealRequests.openOriginal',
  summary: 'Tải một tệp gốc trong thời gian được mở; mỗi lần tải đều ghi lại',
  http: { method: 'POST', path: '/seal/requests/{id}/originals/{no}' },
  who: { roles: ['sealOpener'] },
  sends: 'content',
  input: requestInput.extend({ id: idOf('seal_request'), no: z.coerce.number().int().min(1).max(100) }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.instanceof(Uint8Array) }),
  async run(context, { id, no }) {
    const looked = await look(context, id, no)
    if (!looked.ok) return looked
    const { request, head } = looked.value
    const sealed = await partOf(context.db, request.itemId, no)
    if (!sealed) return noSuchOriginal
    const original = await openOriginal(context.app.seal!.open!, head, no, sealed)
    if (!original) return doesNotOpen
    // Its own name often holds a person's: it would stay in the list of downloads.
    const fileName = `ban-goc-${no}.${endings[original.mediaType] ?? 'bin'}`
    return ok({ fileName, mediaType: original.mediaType, content: Buffer.from(original.bytes) })
  },
})

const endings: Record<string, string> = {
  ...{ 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'text/plain': 'txt' },
}

const noSuchOriginal = notFound('no-such-original', 'Đơn này không có tệp gốc ấy.', 'The letter has no such original.')

async function look(
  context: WriteContext,
  id: Request['id'],
  part: number,
): Promise<Result<{ request: Request; head: Head }>> {
  const { app, db, now, record } = context
  const held = await holdFor(context, 'open', id)
  if (!held.ok) return held
  if (!app.seal?.open) return keyNotHere
  const { request, personId } = held.value
  const sealed = await partOf(db, request.itemId, 0)
  const head = sealed ? await openHead(app.seal.open, request.handle, sealed) : null
  if (!head) {
    app.log.error({ sealedItem: request.itemId }, 'a sealed item does not open')
    return doesNotOpen
  }
  await insertLook(db, { itemId: request.itemId, requestId: id, personId, at: now, part })
  await record({ noun: 'sealRequest', id, move: 'open', changes: { part } })
  return ok({ request, head })
}
