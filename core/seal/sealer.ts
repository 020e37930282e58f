// Seals what is large beside the thread that answers people: a photograph of three megabytes takes it a tenth of a second.
import { Worker } from 'node:worker_threads'

/** Smaller than this it is sealed sooner than it is handed over. */
export const largeBytes = 256 * 1024

interface Waiting {
  done(sealed: Uint8Array): void
  failed(error: Error): void
}

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/** Rejects when the thread ends before it is done; the next call starts another. */
export function sealBeside(publicKey: string, plain: Uint8Array): Promise<Uint8Array> {
  const no = ++last
  return new Promise((done, failed) => {
    waiting.set(no, { done, failed })
    const thread = running()
    thread.ref() // a command waits for what it has asked
    thread.postMessage({ no, publicKey, plain })
  })
}

function running(): Worker {
  if (worker) return worker
  const made = new Worker(new URL('./sealer.thread.ts', import.meta.url))
  made.unref()
  made.on('message', ({ no, sealed, fault }: { no: number; sealed?: Uint8Array; fault?: string }) => {
    const one = waiting.get(no)
    waiting.delete(no)
    if (waiting.size === 0) made.unref()
    if (sealed) one?.done(sealed)
    else one?.failed(new Error(fault))
  })
  made.on('error', (error) => over(made, error as Error))
  made.on('exit', () => over(made, new Error('the sealing thread ended')))
  worker = made
  return made
}

function over(ended: Worker, error: Error): void {
  if (worker !== ended) return
  worker = undefined
  for (const one of waiting.values()) one.failed(error)
  waiting.clear()
}
