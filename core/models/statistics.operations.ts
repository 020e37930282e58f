// The counts of a year, each model once a column, and who is still alive.
import { z } from 'zod'
import { organisations } from '../bodies/body.read.ts'
import { levelsOf } from '../criteria/criteria.read.ts'
import { bodiesWatched } from '../people/watch.ts'
import { keptUnder } from '../shared/kept.ts'
import { reading } from '../shared/operation.ts'
import { ok } from '../shared/result.ts'
import { cellsOf, stampOf, survivalOf } from './count.store.ts'
import { fieldsOf } from './model.store.ts'

const working = { roles: ['reporter', 'officer', 'head', 'standingBoard'] } as const

export const statistics = reading({
  name: 'models.statistics',
  summary:
    'Số mô hình của một năm: đăng ký, công nhận, hiệu quả, mới, duy trì, nhân rộng, kết thúc; còn hoạt động sau 1, 2, 3 năm',
  http: { method: 'GET', path: '/models/statistics' },
  who: working,
  input: z.object({ year: z.coerce.number().int().min(2009).max(2100).optional() }),
  output: z.object({
    year: z.number().int(),
    cells: z.array(
      z.object({
        field: z.string(),
        owner: z.string(),
        level: z.string().nullable(),
        ...{ registered: z.number().int(), recognised: z.number().int(), effective: z.number().int() },
        ...{
          fresh: z.number().int(),
          maintained: z.number().int(),
          replicated: z.number().int(),
          ended: z.number().int(),
        },
      }),
    ),
    names: z.object({
      fields: z.array(z.object({ key: z.string(), name: z.string() })),
      owners: z.array(z.object({ key: z.string(), name: z.string() })),
      levels: z.array(z.object({ key: z.string(), name: z.string() })),
    }),
    survival: z.array(
      z.object({ year: z.number().int(), recognised: z.number().int(), after: z.array(z.number().int().nullable()) }),
    ),
  }),
  async run({ app, db, actor, today }, { year: asked }) {
    const thisYear = Number(today.slice(0, 4))
    const year = asked ?? thisYear
    const reach = await bodiesWatched({ db, actor, today }, ...working.roles)
    const owners = reach === null ? null : [...reach]
    const count = async () => ({
      cells: await cellsOf(db, { year, owners }),
      survival: await survivalOf(db, { thisYear, owners }),
    })
    // The whole country's are the same for all who read them; a body's are few.
    const kept = { what: `model figures ${year} ${thisYear}`, stamp: await stampOf(db, 'counted') }
    return ok({
      year,
      ...(owners === null ? await keptUnder(app, kept, count) : await count()),
      names: {
        fields: await fieldsOf(db, today),
        owners: (await organisations(db)).map(({ key, name }) => ({ key, name })),
        levels: (await levelsOf(db)).map(({ key, name }) => ({ key, name })),
      },
    })
  },
})
