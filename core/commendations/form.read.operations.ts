// Forms as everybody reads them: all of them, one with its versions and what each changed; and what a writer chooses from.
import { z } from 'zod'
import { bodyAt, organisations } from '../bodies/body.read.ts'
import { levelsOf } from '../criteria/criteria.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { idOf } from '../shared/id.ts'
import { reading } from '../shared/operation.ts'
import { notFound, ok } from '../shared/result.ts'
import { changeable, changedFrom } from './form.rules.ts'
import { formSchema } from './form.schema.ts'
import * as store from './form.store.ts'

export const writers = { roles: ['officer', 'head', 'administrator'] } as const

const shownSchema = formSchema.extend({
  body: z.string().nullable().meta({ description: 'cơ quan viết; null: có sẵn, dùng cho mọi nơi' }),
  rounds: z.number().int().meta({ description: 'số đợt khen giữ bản này' }),
})

export const listForms = reading({
  name: 'commendations.forms',
  summary: 'Các hình thức khen, mọi bản: ai được khen, thời gian chờ, hạn mức, lấy ý kiến, bỏ phiếu, căn cứ',
  http: { method: 'GET', path: '/commendation-forms' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ forms: z.array(shownSchema) }),
  run: async ({ db }) => ok({ forms: await store.allForms(db) }),
})

const versionSchema = shownSchema.extend({
  changed: z.array(z.enum(changeable)).meta({ description: 'khác bản trước ở những điều này' }),
})

export const showForm = reading({
  name: 'commendations.form',
  summary: 'Một hình thức khen: bản mới nhất trước, mỗi bản khác bản trước ở đâu, bao nhiêu đợt giữ bản đó',
  http: { method: 'GET', path: '/commendation-forms/{id}' },
  who: 'anyone',
  input: z.object({ id: idOf('commendation_form').meta({ description: 'một bản bất kỳ của hình thức' }) }),
  output: z.object({ versions: z.array(versionSchema) }),
  async run({ db }, { id }) {
    const found = await store.formOf(db, id)
    if (!found) return noSuchForm
    const all = await store.allForms(db, found.key)
    const versions = all.map((one, i) => ({ ...one, changed: all[i + 1] ? changedFrom(all[i + 1]!, one) : [] }))
    return ok({ versions })
  },
})

const named = z.array(z.object({ key: z.string(), name: z.string() }))

export const formChoices = reading({
  name: 'commendations.formChoices',
  summary: 'Để đọc và viết hình thức khen: cơ quan mình được viết cho, các cấp, các loại cơ quan',
  http: { method: 'GET', path: '/commendation-forms/choices' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({
    bodies: z.array(z.object({ id: z.number().int(), name: z.string() })),
    levels: named.meta({ description: 'kể cả cấp đã thôi hoạt động' }),
    organisations: named,
  }),
  async run({ db, actor, today }) {
    const bodies = []
    for (const id of new Set(bodiesWhere(actor, ...writers.roles))) {
      const body = await bodyAt(db, id, today)
      if (body) bodies.push({ id, name: body.name })
    }
    const levels = (await levelsOf(db)).map(({ key, name }) => ({ key, name }))
    return ok({ bodies, levels, organisations: (await organisations(db)).map(({ key, name }) => ({ key, name })) })
  },
})

const noSuchForm = notFound('no-such-form', 'Không có hình thức khen này.', 'There is no such form of commendation.')
