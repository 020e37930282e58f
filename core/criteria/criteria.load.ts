// Puts the shipped sets into the database at every start: a new key is added, what people wrote stays.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { App } from '../app.ts'
import { purposes, unitKinds } from './criteria.ts'
import { insertSet, newestOf } from './criteria.store.ts'

const shipped = z
  .array(
    z.object({
      key: z.string(),
      purpose: z.enum(purposes),
      ofKind: z.enum(unitKinds).default(''),
      name: z.string(),
      validFrom: z.string(),
      basis: z.string(),
      confidence: z.enum(['read', 'secondHand', 'assumed']),
      criteria: z.array(
        z.object({
          text: z.string(),
          guidance: z.string().default(''),
          most: z.number(),
          evidence: z.boolean().default(false),
          knockOut: z.boolean().default(false),
        }),
      ),
      classes: z.array(z.object({ name: z.string(), least: z.number(), passes: z.boolean() })),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('./data/sets.json', import.meta.url), 'utf8')))

/** Answers how many were added; 0 when everything was there. */
export async function loadCriteria(app: App): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    let added = 0
    for (const { criteria, classes, ...one } of shipped) {
      if (await newestOf(tx, one.key)) continue
      const made = await insertSet(tx, {
        ...{ ...one, no: 1, level: null, bodyId: null, validTo: null, shipped: true, by: null, at: app.clock() },
        criteria: criteria.map((criterion, i) => ({ ...criterion, no: i + 1 })),
        classes: classes.map((each, i) => ({ ...each, no: i + 1 })),
      })
      if (made !== null) added += 1
    }
    return added
  })
}
