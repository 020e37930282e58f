// Examples about report calls and workbooks sent round.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { workbook } from '../../sample/collections.ts'
import { idOfBody, one, type Inputs } from './found.ts'

export async function callInputs(app: App): Promise<Inputs> {
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const { id: call, version } = await one(
    app,
    sql<{ id: number; version: number }>`select id, version from call order by id limit 1`,
  )
  const silent = await idOfBody(app, 'Khối dân vận xã Mã Đà')
  const waiting = await one(
    app,
    sql<{
      body: number
      version: number
      working: number
    }>`select body_id as body, version, working_id as working from answer where stage = 'submitted' limit 1`,
  )
  const seen = { id: call, expectedVersion: version }
  const typed = { call, body: silent.id, expectedVersion: 0, texts: { situationPeople: 'Bà con đồng tình.' } }
  const step = { call, body: waiting.body, expectedVersion: waiting.version }
  const item = `${waiting.working}.1`
  return {
    'calls.create': { body: committee.id, kind: 'quick', year: 2024, dueOn: '2024-03-01' },
    'calls.show': { id: call },
    'calls.candidates': { id: call },
    'calls.edit': {
      ...seen,
      title: 'Đề cương thử',
      dueOn: '2023-12-20',
      sections: [{ key: 'overview', heading: 'Tình hình' }],
    },
    'calls.issue': seen,
    'calls.close': seen,
    'calls.reopen': seen,
    'answers.open': { call, body: silent.id },
    'answers.save': typed,
    'answers.submit': typed,
    'answers.takeBack': step,
    'answers.return': { ...step, reason: 'đề nghị xem lại' },
    'answers.accept': step,
    'answers.reopen': { ...step, reason: 'đề nghị xem lại' },
    'calls.section': { id: call, section: 'weaknesses' },
    'groups.make': { call, section: 'weaknesses', label: 'Thủ tục đất đai còn chậm', items: [item] },
    'groups.dissolve': { call, group: 1 },
  }
}

export async function collectionInputs(app: App): Promise<Inputs> {
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const silent = await idOfBody(app, 'Khối dân vận xã Mã Đà')
  const collectionAt = (stage: string) =>
    one(
      app,
      sql<{
        id: number
        version: number
      }>`select id, version from collection where stage = ${stage} order by id limit 1`,
    )
  const [draft, sent] = [await collectionAt('draft'), await collectionAt('issued')]
  const waiting = await one(
    app,
    sql<{
      body: number
      version: number
    }>`select body_id as body, version from reply where stage = 'submitted' limit 1`,
  )
  const drafted = { id: draft.id, expectedVersion: draft.version }
  const seen = { id: sent.id, expectedVersion: sent.version }
  const at = { collection: sent.id, body: silent.id, expectedVersion: 0 }
  const step = { collection: sent.id, body: waiting.body, expectedVersion: waiting.version }
  const head = { title: 'Thu thập thử', dueAt: '2027-01-05T16:30:00+07:00' }
  const file = (await workbook(app.db)).toString('base64')
  return {
    'collections.create': { body: committee.id, ...head, file },
    'collections.show': { id: sent.id },
    'collections.edit': { ...drafted, ...head },
    'collections.marking': { id: sent.id },
    'collections.mark': {
      ...drafted,
      sheet: 'Biểu 1',
      mode: 'copies',
      areas: [{ range: 'C6:C7' }],
      bodies: [silent.id],
    },
    'collections.issue': drafted,
    'collections.close': seen,
    'collections.reopen': seen,
    'collections.discard': drafted,
    'collections.original': { id: sent.id },
    'collections.filled': { id: sent.id },
    'replies.open': at,
    'replies.file': at,
    'replies.save': at,
    'replies.upload': { ...at, file },
    'replies.submit': at,
    'replies.takeBack': step,
    'replies.return': { ...step, reason: 'đề nghị xem lại' },
    'replies.accept': step,
    'replies.reopen': { ...step, reason: 'đề nghị xem lại' },
  }
}
