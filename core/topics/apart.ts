// Learning takes seconds of a whole processor: it is done in a thread of its own, and pages go on being answered.
import { Worker } from 'node:worker_threads'
import type { Known } from './model.ts'

/** The packed model; null: not enough to learn from. */
export function trainApart(texts: readonly Known[]): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train.worker.ts', import.meta.url), { workerData: texts })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`learning ended early (${code})`))) // without effect after a message
  })
}
