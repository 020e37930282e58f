// The thread of printer.ts: draws one order, says how far it is, hands the file over and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { certificatesPdf } from './certificate.ts'
import type { Order } from './printer.ts'

const { award, printed, part } = workerData as Order
const file = await certificatesPdf(award, printed, part, (done) => {
  if (done % 20 === 0) parentPort!.postMessage({ done })
})
if (Buffer.isBuffer(file)) {
  const bytes = new Uint8Array(file)
  parentPort!.postMessage(bytes, [bytes.buffer])
} else parentPort!.postMessage(file)
