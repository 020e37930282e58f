// Learns once a day from what people sorted: the topics of all desks together, the competent bodies of each desk apart.
import type { App } from '../../app.ts'
import type { Id } from '../../shared/id.ts'
import { trainApart } from '../../topics/apart.ts'
import { numbers } from '../numbers.ts'
import { desksToLearn, modelOf, putModel, sortedTexts, type Learnable } from './suggest.store.ts'

const day = 24 * 3_600_000
export async function learnFromSorting(app: App, signal?: AbortSignal): Promise<{ learnt: number }> {
  const now = app.clock()
  const desks = await desksToLearn(app.readDb, new Date(now.getTime() - day))
  if (desks.length === 0) return { learnt: 0 }
  let learnt = 0
  const wanted: [Learnable, Id<'body'> | null][] = [
    ['topic', null],
    ...desks.map((desk) => ['lead', desk] as [Learnable, Id<'body'>]),
  ]
  for (const [what, deskId] of wanted) {
    if (signal?.aborted) break
    if (await learnOne(app, { what, deskId, now })) learnt++
  }
  return { learnt }
}

async function learnOne(app: App, of: { what: Learnable; deskId: Id<'body'> | null; now: Date }): Promise<boolean> {
  const { what, deskId, now } = of
  const before = await modelOf(app.readDb, what, deskId)
  if (before && now.getTime() - before.madeAt.getTime() < day) return false
  const texts = await sortedTexts(app.readDb, what, deskId, numbers.learnTexts)
  const bytes = await trainApart(texts)
  if (bytes === null) return false
  await app.db.transaction().execute((tx) => putModel(tx, { what, deskId, texts: texts.length, bytes, at: now }))
  return true
}
