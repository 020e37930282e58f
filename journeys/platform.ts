// The platforms the stories happen on, started by the commands people use, on free ports and empty folders.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const commands = join(import.meta.dirname, '..', 'core', 'commands')

export interface Platform {
  /** What the stories are told: addresses, the data folder, the set-up link. */
  environment: Record<string, string>
  stop(): Promise<void>
}

/** `npm start`: the sample year. */
export async function openTrial(folder: string): Promise<Platform> {
  const [port, data] = [await freePort(), join(folder, 'trial')]
  const origin = `http://127.0.0.1:${port}`
  const args = [join(commands, 'start.ts'), '--port', String(port), '--data', data]
  const running = run({ name: 'npm start', args, env: {} })
  await running.ready(`${origin}/`)
  return { environment: { JOURNEYS_TRIAL: origin, JOURNEYS_TRIAL_DATA: data }, stop: running.stop }
}

/** `npm run serve` on an empty folder: prints the link of the first set-up. */
export async function openService(folder: string): Promise<Platform> {
  return openServiceAt(`http://127.0.0.1:${await freePort()}`, join(folder, 'service'))
}

/** `more`: what else the environment tells it. */
export async function openServiceAt(
  origin: string,
  folder: string,
  more: Record<string, string> = {},
): Promise<Platform> {
  const env = { ORIGIN: origin, SECRET: randomBytes(32).toString('hex'), DATA: folder, PORT: new URL(origin).port }
  const running = run({ name: 'npm run serve', args: [join(commands, 'serve.ts')], env: { ...env, ...more } })
  await running.ready(`${origin}/`)
  const setup = /https?:\S+\/cai-dat\/\S+/.exec(running.said())?.[0]
  if (!setup) throw new Error(`npm run serve không in liên kết cài đặt:\n${running.said()}`)
  return { environment: { JOURNEYS_SERVICE: origin, JOURNEYS_SETUP: setup }, stop: running.stop }
}

interface Running {
  said(): string
  ready(address: string): Promise<void>
  stop(): Promise<void>
}

function run({ name, args, env }: { name: string; args: string[]; env: Record<string, string> }): Running {
  const { DATABASE_URL: _, ...rest } = process.env
  const child = spawn(process.execPath, args, { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const ready = async (address: string) => {
    const latest = performance.now() + 180_000
    while (child.exitCode === null && performance.now() < latest) {
      const answer = await fetch(address).catch(() => null)
      if (answer?.ok) return
      await wait(100)
    }
    child.kill('SIGTERM')
    throw new Error(`${name} không sẵn sàng:\n${said}`)
  }
  return { said: () => said, ready, stop: () => stop(name, child, ended) }
}

/** As Ctrl-C does; what is still there after 20 seconds is ended and told. */
async function stop(name: string, child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  child.kill('SIGINT')
  const code = await Promise.race([ended, wait(20_000, 'late' as const, { ref: false })])
  if (code === 0) return
  if (code === 'late') child.kill('SIGKILL')
  throw new Error(`${name} không dừng gọn gàng (${code}).`)
}

export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
