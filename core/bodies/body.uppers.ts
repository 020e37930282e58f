// Where an administrator may put a new body of a place: at the top of its own tree, or under which bodies.
import { z } from 'zod'
import { ancestorsOf } from '../places/place.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { bodiesOfPlaces } from './body.list.store.ts'
import { reasonNot } from './body.moves.ts'
import { sentenceShown, uppersShown } from './body.outputs.ts'
import { standingOf } from './body.steps.ts'
import { bodiesBelow } from './body.store.ts'

export const uppers = reading({
  name: 'bodies.uppers',
  summary: 'Ở một địa bàn, quản trị được lập tổ chức đứng đầu hệ thống không, và dưới những cấp trên nào',
  http: { method: 'GET', path: '/bodies/uppers' },
  who: { roles: ['administrator'] },
  input: z.object({ place: idOf('place'), on: daySchema.optional() }),
  output: z.object({ top: z.boolean(), uppers: uppersShown, whyNot: sentenceShown.nullable() }),
  async run({ db, actor, today }, { place, on: day = today }) {
    const reason = reasonNot(actor, 'create', await standingOf(db, { bodyId: null, placeId: place, day }))
    const places = [place, ...(await ancestorsOf(db, place, day)).map((above) => above.placeId)]
    const all = await bodiesOfPlaces(db, places, day)
    if (!reason) return ok({ top: true, uppers: all, whyNot: null })
    const reached = new Set(await bodiesBelow(db, bodiesWhere(actor, 'administrator'), day))
    const mine = all.filter(({ bodyId }) => reached.has(bodyId))
    return ok({ top: false, uppers: mine, whyNot: mine.length > 0 ? null : reason })
  },
})
