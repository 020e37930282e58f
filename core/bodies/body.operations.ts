// What can be asked about bodies: their pages and lists by everybody, changes by administrators.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading, type Operation } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { endFunction, giveFunction, rename } from './body.change.ts'
import { createForPlaces } from './body.create-for-places.ts'
import { create } from './body.create.ts'
import { listBodies } from './body.list.store.ts'
import { bodyShown, catalogueShown, listShown } from './body.outputs.ts'
import { showBody } from './body.show.ts'
import { move } from './body.move.ts'
import { previewForPlaces } from './body.preview.ts'
import { noSuchBody, openMoves } from './body.steps.ts'
import { functionKinds, organisations } from './body.store.ts'
import { succeed } from './body.succeed.ts'
import { uppers } from './body.uppers.ts'

const on = daySchema.optional().meta({ description: 'Ngày được hỏi; không ghi: hôm nay' })

export const show = reading({
  name: 'bodies.show',
  summary: 'Một tổ chức: tên qua các thời kỳ, cấp trên, trực thuộc, chức năng, tổ chức trước và sau',
  http: { method: 'GET', path: '/bodies/{id}' },
  who: 'anyone',
  input: z.object({ id: idOf('body'), on }),
  output: bodyShown,
  async run({ db, actor, today }, input) {
    const body = await showBody(db, input.id, { on: input.on, today })
    if (!body) return noSuchBody
    return ok({ ...body, ...(await openMoves(db, actor, { id: input.id, versions: body.versions, today })) })
  },
})

export const list = reading({
  name: 'bodies.list',
  summary: 'Các tổ chức hoạt động vào một ngày, theo địa bàn, loại tổ chức, chức năng hoặc tên',
  http: { method: 'GET', path: '/bodies' },
  who: 'anyone',
  input: z.object({
    place: idOf('place').optional(),
    under: z.union([z.boolean(), z.stringbool()]).default(false).meta({ description: 'cả các địa bàn bên trong' }),
    organisation: z.string().optional(),
    function: z.string().optional(),
    q: z.string().trim().max(100).optional(),
    on,
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: listShown,
  async run({ db, today }, { place, on = today, ...wanted }) {
    const { page, size } = wanted
    return ok({ on, page, size, ...(await listBodies(db, { ...wanted, placeId: place, day: on })) })
  },
})

export const catalogue = reading({
  name: 'bodies.catalogue',
  summary: 'Danh mục loại tổ chức và chức năng',
  http: { method: 'GET', path: '/bodies/catalogue' },
  who: 'anyone',
  input: z.object({}),
  output: catalogueShown,
  async run({ db }) {
    return ok({ organisations: await organisations(db), functions: await functionKinds(db) })
  },
})

/** `catalogue`, the preview and `uppers` stand before `show`: their addresses would otherwise be read as an id. */
export const bodyOperations: readonly Operation[] = [
  list,
  catalogue,
  previewForPlaces,
  uppers,
  show,
  create,
  createForPlaces,
  rename,
  giveFunction,
  endFunction,
  move,
  succeed,
]
