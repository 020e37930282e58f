// What the examples look up in the sample.
import { sql } from 'kysely'
import type { App } from '../../app.ts'

export type Inputs = Record<string, Record<string, unknown>>

export async function one<T>(app: App, query: ReturnType<typeof sql<T>>): Promise<T> {
  const { rows } = await query.execute(app.db)
  if (!rows[0]) throw new Error('the sample lacks something the examples need')
  return rows[0]
}

export async function idOfPerson(app: App, username: string): Promise<number> {
  return (await one(app, sql<{ id: number }>`select id from person where username = ${username}`)).id
}

export async function idOfBody(app: App, name: string): Promise<{ id: number; version: number; place: number }> {
  return one(
    app,
    sql`select b.id, b.version, v.place_id as place from body b join body_version v on v.body_id = b.id
    where v.name = ${name}`,
  )
}
