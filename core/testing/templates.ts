// Template databases: each is built once a run, by the first test file that needs it, and copied by the others.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { sql, type Kysely } from 'kysely'
import { openApp } from '../app.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import type { Tables } from '../db/schema.ts'
import { loadPlaces } from '../places/place.load.ts'
import { makeSample } from '../sample/sample.ts'
import { testSealKeys } from './seal-keys.ts'

interface Template {
  /** The template it grows from; null: an empty database. */
  from: TemplateName | null
  prepare(databaseUrl: string): Promise<unknown>
}

export type TemplateName = 'blank' | 'empty' | 'places' | 'sample'

const templates: Record<TemplateName, Template> = {
  /** No table at all: for tests of the migrations themselves. */
  blank: { from: null, prepare: async () => {} },
  /** Every table, no rows but those the migrations bring. */
  empty: { from: 'blank', prepare: migrate },
  /** Every place of the country, with its history. */
  places: { from: 'empty', prepare: prepared(loadEveryPlace) },
  /** The sample year of Vĩnh Cửu and the programmes of the other pages. */
  sample: { from: 'places', prepare: prepareSample },
}

/** Statistics with them, since nobody analyses a throwaway server: without, each walk up the places costs ten times as much. */
async function loadEveryPlace(db: Kysely<Tables>): Promise<void> {
  await loadPlaces({ db, clock: () => new Date() })
  await sql`analyze`.execute(db)
}

/** The sample year, and statistics of its own. */
async function prepareSample(databaseUrl: string): Promise<void> {
  const seal = await testSealKeys()
  const app = openApp({ databaseUrl, seal, poolSize: 2, secret: 'khoá chỉ dùng khi thử, dài hơn ba mươi hai ký tự' })
  await makeSample(app)
    .then(() => sql`analyze`.execute(app.db))
    .finally(app.close)
}

function prepared(fill: (db: Kysely<Tables>) => Promise<unknown>): Template['prepare'] {
  return async (databaseUrl) => {
    const { db, close } = openDatabase(databaseUrl, 1)
    await fill(db).finally(close)
  }
}

/** Words sort as in Vietnamese, whatever the server was set up for. */
const fresh = `template template0 encoding 'UTF8' locale_provider icu icu_locale 'vi-VN' locale 'C'`

/** A server where tests may make databases. `prefix` marks those of one run. */
export interface TestServer {
  url: string
  prefix: string
}

/** The name of the template's database, built now if nobody did. Two files that ask at once wait for one build. */
export async function ensureTemplate(server: TestServer, name: TemplateName): Promise<string> {
  const database = `${server.prefix}_template_${name}`
  const { from, prepare } = templates[name]
  const parent = from ? `template ${await ensureTemplate(server, from)}` : fresh
  await withServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKeyOf(database)])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount) return
    const unfinished = `${database}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished} ${parent}`)
    await prepare(urlOf(server, unfinished))
    await client.query(`alter database ${unfinished} rename to ${database}`)
  })
  return database
}

export function urlOf(server: TestServer, database: string): string {
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return url.href
}

export async function withServer<T>(server: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Removes what a run left on a server that lives on. */
export async function dropAll(server: TestServer): Promise<void> {
  await withServer(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [`${server.prefix}_`],
    )
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`)
  })
}

function lockKeyOf(database: string): number {
  return createHash('sha256').update(database).digest().readInt32BE()
}
