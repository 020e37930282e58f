// Puts the shipped forms and amounts into the database at every start: new ones are added, what people wrote stays.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { App } from '../app.ts'
import { rules } from './form.schema.ts'
import { honourees } from './commendation.ts'
import { insertForm, newestOf } from './form.store.ts'
import { insertReward } from './reward.store.ts'

const shipped = z
  .array(z.object({ ...rules, key: z.string(), validFrom: z.string(), validTo: z.string().nullable().default(null) }))
  .parse(JSON.parse(readFileSync(new URL('./data/forms.json', import.meta.url), 'utf8')))

const amounts = z
  .array(
    z.object({
      ...{ formKey: z.string(), honours: z.enum(honourees), validFrom: z.string(), amount: z.number().int() },
      ...{ basis: z.string(), confidence: rules.confidence, doubts: z.string() },
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('./data/rewards.json', import.meta.url), 'utf8')))

/** Answers how many were added; 0 when everything was there. */
export async function loadForms(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    let added = 0
    for (const one of shipped) {
      if (await newestOf(tx, one.key)) continue
      const made = await insertForm(tx, {
        ...one,
        root: one.key,
        no: 1,
        bodyId: null,
        shipped: true,
        by: null,
        at: app.clock(),
      })
      if (made !== null) added += 1
    }
    for (const one of amounts)
      if (await insertReward(tx, { ...one, bodyId: null, by: null, at: app.clock() })) added += 1
    return added
  })
}
