// For the tests of the embedded server: folders that go away, and another process that holds one open.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openEmbedded, type Embedded } from '../embedded.ts'
import { dataFolder, readPostmaster } from './folder.ts'

export const isRoot = process.getuid?.() === 0

export function newFolder(t: { after(work: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'dt-'))
  chmodSync(folder, 0o711)
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export async function open(t: TestContext, data: string): Promise<Embedded> {
  const embedded = await openEmbedded(data)
  t.after(() => embedded.stop())
  return embedded
}

/** Another process that keeps the folder open until it gets a signal. */
export async function hold(t: TestContext, data: string, as: string[] = []): Promise<ChildProcess> {
  const holder = spawnHolder(data, as)
  t.after(() => holder.kill('SIGTERM'))
  await new Promise((resolve) => holder.stdout!.once('data', resolve).once('close', resolve))
  return holder
}

export function spawnHolder(data: string, as: string[] = []): ChildProcess {
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(import.meta.resolve('../embedded.ts'))})
    const { url, stop } = await openEmbedded(${JSON.stringify(data)})
    process.on('SIGTERM', () => stop().then(() => process.exit()))
    setInterval(() => {}, 1000)
    console.log(url)`
  const words = [...as, process.execPath, '--input-type=module', '-e', program]
  return spawn(words[0]!, words.slice(1), { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
}

export async function allSaid(process: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of process.stderr!) said += chunk
  return said
}

export function postgresOf(data: string): number {
  return readPostmaster(dataFolder(data))!.pid
}

export async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 100; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left === 0) throw error
      await wait(100)
    }
  }
}
