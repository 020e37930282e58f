// The thread of apart.ts: texts in, a packed model out.
import { parentPort, workerData } from 'node:worker_threads'
import { train, type Known } from './model.ts'
import { pack } from './pack.ts'

const model = train(workerData as Known[])
parentPort!.postMessage(model && pack(model))
