// The frame of a long-running command: faults of its settings, refusals in plain words, an orderly end.
import type { Read } from '../config.ts'
import { Refusal } from '../db/embedded.ts'
import { listenForStop, type Stopping } from './stopping.ts'

export async function runCommand<T>(
  read: Read<T>,
  run: (config: T, stopping: Stopping) => Promise<void>,
): Promise<void> {
  if ('help' in read) return console.log(read.help)
  if ('faults' in read) {
    console.error(read.faults.map((fault) => `• ${fault}`).join('\n'))
    process.exit(2)
  }
  const stopping = listenForStop(console.error)
  try {
    await run(read.config, stopping)
  } catch (error) {
    if (stopping.signal.aborted) return // what was under way broke off because we are stopping
    console.error(error instanceof Refusal ? error.message : error)
    await stopping.closeAll()
    process.exit(1)
  }
}
