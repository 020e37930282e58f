// Clocks, percentiles and tables: closed loops at full speed, and users who ask once a second.
import { performance } from 'node:perf_hooks'

export interface Times {
  count: number
  p50: number
  p95: number
  max: number
}

export function summarise(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? Number.NaN }
}

/** `clients` loops, each asking again as soon as it was answered, until `times` answers each. */
export async function atFullSpeed(
  { clients, times }: { clients: number; times: number },
  ask: (client: number) => Promise<unknown>,
): Promise<Times> {
  const all: number[] = []
  const loop = async (client: number) => {
    for (let i = 0; i < times; i++) {
      const started = performance.now()
      await ask(client)
      all.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)))
  return summarise(all)
}

/** `users` people, each asking once a second for `seconds`; they do not wait for each other. */
export async function oncePerSecond(
  { users, seconds }: { users: number; seconds: number },
  ask: (user: number, turn: number) => Promise<unknown>,
): Promise<Times> {
  const all: number[] = []
  const person = async (user: number) => {
    await sleep((user * 1000) / users)
    for (let turn = 0; turn < seconds; turn++) {
      const started = performance.now()
      await ask(user, turn)
      const took = performance.now() - started
      all.push(took)
      await sleep(Math.max(0, 1000 - took))
    }
  }
  await Promise.all(Array.from({ length: users }, (_, user) => person(user)))
  return summarise(all)
}

export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

export function printTable(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? '').length)))
  const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')
  console.log(`\n${title}\n${line(heads)}\n${widths.map((width) => '─'.repeat(width)).join('  ')}`)
  for (const row of rows) console.log(line(row))
}

/** Runs a step and says how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  console.error(`✔ ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return result
}
