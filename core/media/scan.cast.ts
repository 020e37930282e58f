// Debian's clamd for tests, started with one invented signature and no other, listening on a socket and on a port.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clamd } from '../app.ts'
import { scan } from './scan.ts'

/** Debian puts it where an ordinary person's shell does not look. */
const program = ['clamd', '/usr/sbin/clamd'].find((name) => spawnSync(name, ['--version']).status === 0)

/** In CI nothing may be skipped for want of a program. */
export const withoutClamd = !program && !process.env.CI && 'máy này không có clamd (apt-get install clamav-daemon)'

/** What the scanner knows as malware, and how it calls it. */
export const harmful = 'dong-thuan-mau-thu-ma-doc'
export const itsName = 'DongThuan.MauThu.UNOFFICIAL'

export async function startClamd(): Promise<{ socket: Clamd; port: Clamd; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
  const port = await freePort()
  mkdirSync(join(folder, 'db'))
  writeFileSync(join(folder, 'db', 'thu.ndb'), `DongThuan.MauThu:0:*:${Buffer.from(harmful).toString('hex')}\n`)
  const settings = [
    ...['Foreground yes', `DatabaseDirectory ${folder}/db`, `TemporaryDirectory ${folder}`, 'AlertExceedsMax yes'],
    ...[`LocalSocket ${folder}/s`, 'TCPAddr 127.0.0.1', `TCPSocket ${port}`, 'StreamMaxLength 1M', 'MaxFileSize 300K'],
  ]
  writeFileSync(join(folder, 'conf'), settings.join('\n') + '\n')
  const child = spawn(program!, ['-c', join(folder, 'conf')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  const socket = { path: join(folder, 's') }
  for (const until = Date.now() + 60_000; (await scan(socket, Buffer.from('x'))).kind !== 'clean';) {
    if (Date.now() > until || child.exitCode !== null) {
      await stop()
      throw new Error(`clamd did not start: ${said}`)
    }
    await new Promise((next) => setTimeout(next, 100))
  }
  return { socket, port: { host: '127.0.0.1', port }, stop }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((next) => server.once('listening', next))
  const { port } = server.address() as AddressInfo
  await new Promise((next) => server.close(next))
  return port
}
