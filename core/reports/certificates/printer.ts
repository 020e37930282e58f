// Prints certificates beside the thread that answers people, one order after the other, and in a memory of its own:
// a thousand take some seconds, and what they leave behind goes with their thread.
import { Worker } from 'node:worker_threads'
import { certificatesPdf, type Award, type Printed } from './certificate.ts'

export interface Order {
  award: Award
  printed: readonly Printed[]
  part: { from: number; to: number }
}

export interface Progress {
  done: number
  whole: number
}

/** What is being printed now, by the decision; of two orders of one decision the newer one. */
const running = new Map<number, Progress>()
export const printingOf = (decision: number): Progress | null => running.get(decision) ?? null

/** So few are drawn sooner than a thread begins. */
const few = 20
/** Megabytes a thread may fill; measured: a thousand certificates live in 120. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 }

let last: Promise<unknown> = Promise.resolve()

export function printCertificates(decision: number, order: Order): Promise<Uint8Array | { faulty: string[] }> {
  if (order.printed.length <= few) return certificatesPdf(order.award, order.printed, order.part)
  const { part, printed } = order
  const progress = { done: 0, whole: Math.min(part.to, printed.length) - part.from + 1 }
  running.set(decision, progress)
  const mine = last
    .then(() => printBeside(order, progress))
    .finally(() => running.get(decision) === progress && running.delete(decision))
  last = mine.catch(() => {})
  return mine
}

function printBeside(workerData: Order, progress: Progress): Promise<Uint8Array | { faulty: string[] }> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./printer.thread.ts', import.meta.url), { workerData, resourceLimits })
    thread.on('message', (message: Uint8Array | { faulty: string[] } | { done: number }) =>
      'done' in message ? (progress.done = message.done) : resolve(message),
    )
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('the printing thread ended')))
  })
}
