// npm run cli: the third door on the operations, for the operator at the machine.
import { readCli } from '../config.ts'
import { openFiles } from '../files/files.ts'
import { Refusal } from '../db/embedded.ts'
import { askOf, RefusedByOperation, Usage, type Told } from './cli/command.ts'
import { commands } from './cli/commands.ts'
import { openData, openWhole } from './cli/data.ts'
import { helpOf, helpOfOne } from './cli/help.ts'
import { readLine, type Line } from './cli/line.ts'
import { openProgress } from './progress.ts'
import { listenForStop } from './stopping.ts'

process.stdout.on('error', () => process.exit(1)) // whoever read us has enough, as `head`
const stopping = listenForStop(console.error)
try {
  const read = readLine(process.argv.slice(2), commands)
  process.exitCode = 'line' in read ? await answer(read.line) : help(read.helpFor)
} catch (error) {
  if (!stopping.signal.aborted) process.exitCode = sayWhyNot(error)
} finally {
  if (!stopping.signal.aborted) await stopping.closeAll()
}

async function answer(line: Line): Promise<number> {
  const { json, text, exit = 0 } = await tell(line)
  console.log(line.json ? JSON.stringify(json, null, 2) : text)
  return exit
}

async function tell({ command, args, options, data }: Line): Promise<Told> {
  if ('tell' in command) return command.tell({ args, options })
  const progress = openProgress()
  if ('handle' in command) {
    const config = readCli(data)
    const openDatabase = (how: { make: boolean }) => openWhole(config, { ...how, progress, stopping })
    const files = config.filesFolder ? openFiles(config.filesFolder) : null
    return command.handle({ args, options, progress, openDatabase, files })
  }
  const app = await openData(readCli(data), { progress, stopping })
  return command.run({ app, args, options, ask: askOf(app) })
}

function help(command: Parameters<typeof helpOfOne>[0] | null): number {
  console.log(command ? helpOfOne(command) : helpOf(commands))
  return 0
}

/** Sentences for people; a bug keeps its trace. */
function sayWhyNot(error: unknown): number {
  const known = error instanceof Usage || error instanceof RefusedByOperation || error instanceof Refusal
  console.error(known ? error.message : error)
  return error instanceof Usage ? 2 : 1
}
