// Examples about papers of cases, tables of desks and calendars of limits.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { makeFeed } from '../../cases/feed/feed.operations.ts'
import { makePaper } from '../../papers/paper.operations.ts'
import { actorOfPerson } from '../../people/sign-in.ts'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { idOfBody, one, type Inputs } from './found.ts'

export async function paperInputs(app: App): Promise<Inputs> {
  const desk = (await idOfBody(app, 'Ủy ban nhân dân phường Tân Triều')).id
  const { id } = await one(
    app,
    sql<{ id: number }>`select id from submission where desk_id = ${desk} and stage = 'open' order by id limit 1`,
  )
  const making = { act: 1, form: 'receipt', typed: { content: 'đề nghị sửa nắp cống trước chợ' } }
  const { paper } = must(await makePaper.ask(app, operator, { id, ...making }))
  const receiver = await actorOfPerson(app, 'tiepdan.tantrieu')
  const feed = must(await makeFeed.ask(app, receiver, {}))
  const table = { body: desk, period: '2026-M11' }
  return {
    'caseTables.list': {},
    'caseTables.show': table,
    'caseTables.cases': { ...table, figure: 'received' },
    'caseTables.fix': { body: desk, period: '2026-M10', seen: 0 },
    'caseTables.export': { ...table, format: 'xlsx' },
    'caseTables.print': { ...table, format: 'docx' },
    'casePapers.list': { id },
    'casePapers.make': { id, ...making },
    'casePapers.file': { paper, format: 'docx', named: 'true' },
    'casePapers.sealed': { request: 1 },
    'casePapers.makeSealed': { request: 1, ...making, form: 'acceptToDenouncer' },
    'casePapers.printSealed': { request: 1, paper, format: 'docx' },
    'calendarFeeds.list': {},
    'calendarFeeds.make': { body: desk },
    'calendarFeeds.revoke': { id: feed.id },
    'calendarFeeds.read': { secret: feed.address.split('/').at(-1) },
  }
}
