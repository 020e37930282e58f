// What runs beside the pages, each safe in several processes at once and cut off at any point.
import type { App } from '../app.ts'
import { forgetFiled } from '../cases/forget.ts'
import { climbLate } from '../cases/late.ts'
import { learnFromSorting } from '../cases/suggest/learn.ts'
import { followAll } from '../programmes/drawn/follow.ts'
import { readMailboxes } from '../cases/intake/mailbox.ts'
import { mailSenders } from '../cases/told/mail.ts'
import { tidyFiles } from '../cases/tidy.ts'
import { climbSheets, gatherSheets, sheetsToScore } from '../assessments/watch.ts'
import { callsToAnswer } from '../calls/call.watch.ts'
import { workbooksToFill } from '../collections/collection.watch.ts'
import { sweepFiles } from './sweep.ts'
import { watchAsked } from '../deadlines/asked.ts'
import { recomputeLimits } from '../law/running.watch.ts'
import { makeDigests, spreadMessages } from '../mail/mail.spread.ts'
import { sendMails } from '../mail/mail.send.ts'
import { draftsToComment } from '../reports/circulation/circulation.watch.ts'
import { climbReception } from '../reception/climb.ts'
import { pullSources } from '../open311/pull/pull.ts'
import { watchDeadlines } from '../programmes/entries/deadline.watch.ts'

export interface Job {
  name: string
  /** Seconds between two runs. */
  every: number
  run(app: App, signal: AbortSignal): Promise<Record<string, number>>
}

export const jobs: readonly Job[] = [
  { name: 'watchDeadlines', every: 600, run: watchDeadlines },
  { name: 'watchCalls', every: 600, run: (app) => watchAsked(app, callsToAnswer) },
  { name: 'watchCollections', every: 600, run: (app) => watchAsked(app, workbooksToFill) },
  { name: 'watchDrafts', every: 600, run: (app) => watchAsked(app, draftsToComment) },
  { name: 'watchSheets', every: 600, run: (app) => watchAsked(app, sheetsToScore) },
  { name: 'gatherSheets', every: 300, run: gatherSheets },
  { name: 'climbSheets', every: 600, run: climbSheets },
  { name: 'followDrawn', every: 600, run: followAll },
  { name: 'recomputeLimits', every: 60, run: recomputeLimits },
  { name: 'readMailboxes', every: 60, run: readMailboxes },
  { name: 'pullSources', every: 900, run: (app, signal) => pullSources(app, signal) },
  { name: 'forgetFiled', every: 3600, run: forgetFiled },
  { name: 'climbLate', every: 600, run: climbLate },
  { name: 'climbReception', every: 600, run: climbReception },
  { name: 'tidyFiles', every: 5, run: tidyFiles },
  { name: 'sweepFiles', every: 3600, run: sweepFiles },
  { name: 'learnFromSorting', every: 3600, run: learnFromSorting },
  { name: 'spreadMessages', every: 10, run: spreadMessages },
  { name: 'makeDigests', every: 300, run: makeDigests },
  { name: 'sendMails', every: 5, run: sendMails },
  { name: 'mailSenders', every: 5, run: mailSenders },
]

/** Everything once, as by a timer of the system; answers what was done. */
export async function runJobsOnce(app: App, signal = new AbortController().signal) {
  const done: Record<string, Record<string, number>> = {}
  for (const job of jobs) done[job.name] = await job.run(app, signal)
  return done
}
