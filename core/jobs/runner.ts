// Runs the jobs inside the serving process, one after the other, never two of a kind at once, until it is stopped.
import type { App } from '../app.ts'
import { jobs as allJobs, type Job } from './jobs.ts'

/** After a failure a job waits longer and longer, up to ten minutes. */
const longestWait = 600

export interface Runner {
  /** Starts nothing more and waits for what runs, a few seconds at most. */
  stop(): Promise<void>
}

export function startJobs(app: App, jobs: readonly Job[] = allJobs): Runner {
  const stopping = new AbortController()
  const running = Promise.all(jobs.map((job) => repeat(app, job, stopping.signal)))
  return {
    async stop() {
      stopping.abort()
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 5000).unref())])
    },
  }
}

async function repeat(app: App, job: Job, signal: AbortSignal): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    failures = (await runOne(app, job, signal)) ? 0 : failures + 1
    await pause(failures === 0 ? job.every : Math.min(job.every * 2 ** failures, longestWait), signal)
  }
}

/** A job that fails is told in the log and tried again; the pages do not notice. */
async function runOne(app: App, job: Job, signal: AbortSignal): Promise<boolean> {
  try {
    const done = await job.run(app, signal)
    if (Object.values(done).some((count) => count > 0)) app.log.info({ job: job.name, ...done })
    return true
  } catch (error) {
    if (!signal.aborted) app.log.error({ job: job.name, error }, 'job failed')
    return false
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, seconds * 1000)
    timer.unref()
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
