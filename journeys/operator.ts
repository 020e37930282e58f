// The operator at the machine of the trial: what no page does, asked on the command line.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const cli = join(import.meta.dirname, '..', 'core', 'commands', 'cli.ts')

/** The answer of an operation asked by its name. */
export async function operatorAsks(name: string, input: object): Promise<{ [key: string]: any }> {
  const args = [cli, 'call', name, JSON.stringify(input), '--json', '--data', process.env.JOURNEYS_TRIAL_DATA!]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 50_000_000 })
  return JSON.parse(stdout)
}
