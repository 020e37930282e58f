// One picture below a map, out of the folder the operator gave; the platform asks no other server for any.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { z } from 'zod'
import { reading } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { deepest } from './tile.ts'

const step = z.coerce.number().int().min(0)

export const tile = reading({
  name: 'places.tile',
  summary: 'Một ảnh nền bản đồ, từ thư mục ảnh nền của máy chủ; không có thì bản đồ chỉ vẽ ranh giới',
  http: { method: 'GET', path: '/places/tiles/{z}/{x}/{y}' },
  who: 'anyone',
  sends: 'content',
  input: z.object({ z: step.max(deepest), x: step.max(2 ** deepest), y: step.max(2 ** deepest) }),
  output: z.object({ content: z.instanceof(Uint8Array), mediaType: z.string(), fileName: z.string() }),
  async run({ app }, { z, x, y }) {
    if (!app.tiles || x >= 2 ** z || y >= 2 ** z) return noTile
    for (const ending of endings) {
      const content = await readFile(join(app.tiles.folder, `${z}/${x}/${y}.${ending}`)).catch(() => null)
      const found = content && (await fileTypeFromBuffer(content))
      if (found && types.includes(found.mime))
        return ok({ content: new Uint8Array(content), mediaType: found.mime, fileName: `${z}-${x}-${y}.${ending}` })
    }
    return noTile
  },
})

const endings = ['png', 'webp', 'jpg']
const types = ['image/png', 'image/webp', 'image/jpeg']
const noTile = notFound('no-such-tile', 'Không có ảnh nền ở đây.', 'There is no map picture here.')
