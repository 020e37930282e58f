// A test file's own database and app: a copy of a template, dropped when the file (or the given test) ends.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { openApp, type App } from '../app.ts'
import { testCredentialKeys } from './credential-keys.ts'
import { testSealKeys } from './seal-keys.ts'
import { ensureTemplate, urlOf, withServer, type TemplateName, type TestServer } from './templates.ts'
import { noteWait } from './waited.ts'

export interface TestApp extends App {
  databaseUrl: string
  /** Sets the clock, as '2026-06-30T16:00:00+07:00'; it stands still until set again. */
  setNow(instant: string): void
}

export interface TestAppOptions {
  /** Where the clock stands. Without it, real time. */
  now?: string
  /** The test that owns the database; without it, the whole file. */
  t?: TestContext
}

export async function openTestApp(template: TemplateName = 'empty', options: TestAppOptions = {}): Promise<TestApp> {
  const database = await openTestDatabase(template, options.t)
  let now = options.now ? instantOf(options.now) : undefined
  const filesFolder = mkdtempSync(join(tmpdir(), 'dt-files-'))
  const app = openApp({
    databaseUrl: database.url,
    filesFolder,
    poolSize: 5,
    // What the sample's people were sent is sealed to this key.
    seal: template === 'sample' ? await testSealKeys() : null,
    credentialKeys: testCredentialKeys(filesFolder),
    clock: () => now ?? new Date(),
    origin: 'http://127.0.0.1:3000',
    secret: 'khoá chỉ dùng khi thử, dài hơn ba mươi hai ký tự',
  })
  database.beforeDrop(app.close)
  database.beforeDrop(async () => rmSync(filesFolder, { recursive: true, force: true }))
  return Object.assign(app, { databaseUrl: database.url, setNow: (instant: string) => void (now = instantOf(instant)) })
}

/** Only the database, for tests that open it in their own way. */
export async function openTestDatabase(template: TemplateName = 'empty', t?: TestContext) {
  const server = testServer()
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`
  const asked = performance.now()
  const source = await ensureTemplate(server, template)
  noteWait((performance.now() - asked) / 1000)
  await withServer(server, (client) => client.query(`create database ${name} template ${source}`))
  const closings: (() => Promise<void>)[] = []
  const drop = async () => {
    for (const close of closings) await close()
    await withServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  if (t) t.after(drop)
  else after(drop)
  return { url: urlOf(server, name), beforeDrop: (close: () => Promise<void>) => void closings.push(close) }
}

/** Set by core/testing/run.ts for the files it runs. */
function testServer(): TestServer {
  const { DONG_THUAN_TEST_SERVER: url, DONG_THUAN_TEST_PREFIX: prefix } = process.env
  if (!url || !prefix) throw new Error('tests need a database server: run them as npm test -- part/of/the/path')
  return { url, prefix }
}

function instantOf(text: string): Date {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new Error(`not an instant: ${text}`)
  return instant
}
