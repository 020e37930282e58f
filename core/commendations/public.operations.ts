// What everybody reads of commendations: the register, and whether a certificate holds.
import { z } from 'zod'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'
import { correctionsOf, decisionsBefore, idByCode, type Corrected } from './correction.store.ts'
import { formKinds, honourees } from './commendation.ts'
import { honoursOfModel } from './merit.store.ts'
import * as store from './public.store.ts'

const shownSchema = z.object({
  ...{ form: z.string(), formKind: z.enum(formKinds), level: z.string(), kind: z.enum(honourees) },
  name: z.string().nullable().meta({ description: 'null: một cá nhân chưa đồng ý nêu tên' }),
  unit: z.string().nullable(),
  ...{ body: z.string(), occasion: z.string(), year: z.number().int(), number: z.string(), on: z.string() },
  ...{ signerPost: z.string(), book: z.string(), presentedOn: z.string().nullable() },
  revokedOn: z.string().nullable().meta({ description: 'có ngày: quyết định khen đã bị huỷ' }),
  ...{ revokedDocument: z.string(), illustrative: z.boolean() },
  models: z.array(z.object({ id: z.number().int(), name: z.string() })).meta({ description: 'mô hình đã công khai' }),
  credential: z.boolean().meta({ description: 'tải được chứng thư số' }),
})

export const register = reading({
  name: 'publicCommendations.list',
  summary: 'Sổ khen thưởng: đã có quyết định ký; cá nhân chỉ nêu tên khi đồng ý; quyết định đã huỷ ghi rõ',
  http: { method: 'GET', path: '/public/commendations' },
  who: 'anyone',
  input: z.object({
    place: idOf('place').optional().meta({ description: 'nơi của cơ quan khen, cả các nơi bên trong' }),
    kind: z.enum(formKinds).optional(),
    year: z.coerce.number().int().min(2009).max(2100).optional().meta({ description: 'năm ký' }),
    q: z.string().max(200).default(''),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    lines: z.array(shownSchema),
    ...{ total: z.number().int(), page: z.number().int(), size: z.number().int() },
  }),
  async run({ db }, { q, ...rest }) {
    const wanted = { ...rest, q: searchKey(q) }
    const { page, size } = rest
    return ok({ lines: await store.shownOf(db, wanted), total: await store.countShown(db, wanted), page, size })
  },
})

export const check = reading({
  name: 'publicCommendations.check',
  summary: 'Kiểm tra một giấy chứng nhận bằng mã in trên giấy: còn hiệu lực hay đã huỷ',
  http: { method: 'GET', path: '/public/commendations/{code}' },
  who: 'anyone',
  input: z.object({ code: z.string().trim().toLowerCase().max(40) }),
  output: shownSchema.extend({
    corrections: z
      .array(
        z.object({
          ...{ document: z.string(), on: z.string().nullable(), day: z.string(), afterDocument: z.boolean() },
          ...{ nameBefore: z.string().nullable(), unitBefore: z.string().nullable() },
        }),
      )
      .meta({
        description:
          'tên, chức danh, đơn vị đã đính chính và điều ghi trước đó. document trống: quyết định đã ký vẫn đúng, chỉ ở đây ghi sai; của cá nhân thì khi ấy, và khi không được nêu tên, điều ghi trước là null',
      }),
    decisionBefore: z
      .array(
        z.object({
          ...{ day: z.string(), number: z.string(), on: z.string(), signerPost: z.string() },
          book: z.string().nullable().meta({ description: 'số vào sổ trước đó, khi đổi theo năm' }),
        }),
      )
      .meta({ description: 'số, ngày, người ký ghi trước khi đính chính' }),
  }),
  async run({ app, db }, { code: typed }) {
    const code = typed.replaceAll(/[\s-]/g, '')
    const found = await store.shownByCode(db, code)
    if (!found) return noSuchCode
    const id = (await idByCode(db, code))!
    const corrections = await correctionsOf(db, id)
    return ok({
      ...found,
      credential: found.credential && app.credentialKeys !== null,
      corrections: corrections.map((one) => (tells(found, one) ? one : { ...one, nameBefore: null, unitBefore: null })),
      decisionBefore: await decisionsBefore(db, id),
    })
  },
})

/** A name only the entry here bore may be that of somebody else, whom nobody asked; one that was signed is on paper. */
const tells = ({ kind, name }: store.Shown, { document }: Corrected) =>
  kind === 'collective' || (name !== null && document !== '')

export const honoursOf = reading({
  name: 'publicCommendations.ofModel',
  summary: 'Mô hình này đã được khen ở những quyết định nào còn hiệu lực; không nêu tên cá nhân',
  http: { method: 'GET', path: '/public/models/{model}/commendations' },
  who: 'anyone',
  input: z.object({ model: idOf('model') }),
  output: z.object({
    lines: z.array(
      z.object({ code: z.string().nullable(), form: z.string(), body: z.string(), on: z.string(), number: z.string() }),
    ),
  }),
  run: async ({ db }, { model }) => ok({ lines: await honoursOfModel(db, model) }),
})

const noSuchCode = notFound(
  'no-such-code',
  'Không có giấy chứng nhận nào mang mã này. Hãy gõ lại đúng mã in dưới hình vuông.',
  'No certificate bears this code. Type the code printed below the square again.',
)
