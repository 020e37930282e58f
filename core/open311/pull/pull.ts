// Reads the servers of other cities into the desks that asked for them: asked outside any save, taken one by one, cut off at any point.
import type { App } from '../../app.ts'
import { operator } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { sentencesOf } from '../../shared/result.ts'
import { ForeignFault, requestsById, requestsIn, updatesIn, windowsOf } from './asking.ts'
import type { ForeignRequest } from './foreign.ts'
import { allSources, noteRun, openThere, type Source } from './source.store.ts'
import { takeRequest, takeUpdate } from './take.operations.ts'

/** Read again each time: clocks differ, and some servers show a request only after a while. Nothing is taken twice. */
const overlap = 2 * 86_400_000

export interface Pull {
  taken: number
  told: number
  faults: number
}

export async function pullSources(app: App, signal?: AbortSignal, only?: Id<'open311_source'>) {
  const done: { taken: number; told: number; faults: number } = { taken: 0, told: 0, faults: 0 }
  if (!app.seal) return done
  for (const source of await allSources(app.db)) {
    if (signal?.aborted) break
    if (source.stoppedAt || (only !== undefined && source.id !== only)) continue
    const one = await pullOne(app, source, signal)
    done.taken += one.taken
    done.told += one.told
    done.faults += one.faults
  }
  return done
}

async function pullOne(app: App, source: Source, signal?: AbortSignal): Promise<Pull> {
  const done: Pull = { taken: 0, told: 0, faults: 0 }
  const now = app.clock()
  const from = new Date(source.readUntil.getTime() - (source.lastAt ? overlap : 0))
  let fault = ''
  try {
    for (const window of windowsOf(from, now)) {
      for (const request of await requestsIn(source, window)) await take(app, source, request, done)
      for (const { at: _, ...update } of await updatesIn(source, window)) {
        const { became } = await ask(() => takeUpdate.ask(app, operator, { source: source.id, update }))
        if (became === 'told') done.told++
      }
      await noted(app, source.id, { at: now, until: window.to, fault: '' })
      if (signal?.aborted) return done
    }
    const waiting = await openThere(app.db, source.id)
    for (const request of await requestsById(source, waiting)) await take(app, source, request, done)
  } catch (error) {
    if (!(error instanceof ForeignFault)) throw error
    fault = error.message
    done.faults++
    app.log.warn({ source: source.id, fault }, 'foreign server')
  }
  await noted(app, source.id, { at: now, until: null, fault })
  return done
}

async function take(app: App, source: Source, { at: _, ...request }: ForeignRequest, done: Pull): Promise<void> {
  const { became } = await ask(() => takeRequest.ask(app, operator, { source: source.id, request }))
  if (became === 'taken') done.taken++
  if (became === 'told') done.told++
}

/** What is refused here is told beside the server's own faults, and tried again with the next run. */
async function ask<T>(asking: () => Promise<{ ok: true; value: T } | { ok: false; refusal: any }>): Promise<T> {
  const result = await asking()
  if (!result.ok) throw new ForeignFault(sentencesOf(result.refusal).join(' '))
  return result.value
}

const noted = (app: App, id: Id<'open311_source'>, run: Parameters<typeof noteRun>[2]) =>
  app.db.transaction().execute((tx) => noteRun(tx, id, run))
