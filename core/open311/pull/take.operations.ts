// One request or one word of another city's server becomes a case, or a word added to one; never twice. Only the platform asks this.
import { z } from 'zod'
import { addWords } from '../../cases/more-words.ts'
import { receive } from '../../cases/receive.ts'
import { lockToTell } from '../../cases/sender.told.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, ok } from '../../shared/result.ts'
import { letterOf, longestPlace } from '../request.ts'
import { topicsOn } from '../request.store.ts'
import { anyTopic } from '../service.ts'
import * as store from './source.store.ts'

const foreignSchema = z.object({
  id: z.string().min(1).max(200),
  status: z.enum(['open', 'closed']),
  notes: z.string(),
  service: z.string(),
  serviceName: z.string(),
  description: z.string(),
  address: z.string(),
  addressId: z.string(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  media: z.string(),
})
type Foreign = z.output<typeof foreignSchema>

/** What is longer is cut: nobody sits there to shorten it. */
const longest = 4000

export const takeRequest = writing({
  name: 'geoReport.take',
  summary: 'Nhận một việc đọc từ máy chủ Open311 nơi khác; do hệ thống tự làm, mỗi việc một lần',
  http: { method: 'POST', path: '/open311/sources/{source}/requests' },
  who: { roles: [] },
  input: z.object({ source: idOf('open311_source'), request: foreignSchema }),
  output: z.object({ id: z.number().int(), became: z.enum(['taken', 'told', 'known']) }),
  async run(context, { source: sourceId, request }) {
    const { db, now } = context
    const source = await store.lockSource(db, sourceId)
    if (!source || source.stoppedAt) return stopped
    const before = await store.pulledOf(db, sourceId, request.id)
    if (before) return ok({ id: before.id, became: await newsOf(context, source, { before, request }) })
    // What was done there before anybody here heard of it is nobody's work here.
    if (request.status === 'closed') return ok({ id: 0, became: 'known' as const })
    const made = await receive(context, {
      ...{ once: `georeport ${sourceId} ${request.id}`, deskId: source.deskId, channel: 'api', door: 'fieldReport' },
      ...(await letterIn(context, source, request)),
      ...{ originals: [], receivedAt: now, aboutDesk: false, beforeId: null, level: 1 },
    })
    if (!made.ok) return made
    await store.insertPulled(db, { sourceId, foreignId: request.id, id: made.value.id, status: 'open' })
    return ok({ id: made.value.id, became: 'taken' as const })
  },
})

/** The foreign number stands in the letter, so that the desk can name it there. */
async function letterIn({ db, today }: WriteContext, source: store.Source, request: Foreign) {
  const { serviceName, description, address, addressId, media, lat, lon } = request
  const topic = (await topicsOn(db, today)).find(({ key }) => key === request.service)
  const said = { description: description.slice(0, longest), media: media ? [media] : [], attributes: {} }
  const words = letterOf(topic ?? { key: anyTopic, name: serviceName || anyTopic, hint: '' }, {
    ...said,
    ...{ address: address.slice(0, 2000), addressId: addressId.slice(0, 200) },
  })
  const named = serviceName && !topic ? [`Loại việc ở đó: ${serviceName}`] : []
  return {
    ...{ topic: topic?.key ?? null, sender: {} },
    place: { placeWords: address.slice(0, longestPlace), lat, lon },
    text: [words, ...named, `Nhận từ ${source.name}, số ${request.id}.`].join('\n'),
  }
}

type News = { before: store.Pulled; request: Foreign }

/** Closed there, or open again: told to the desk once. */
async function newsOf(context: WriteContext, source: store.Source, { before, request }: News) {
  if (before.status === request.status) return 'known' as const
  await store.setStatus(context.db, { sourceId: source.id, foreignId: request.id, status: request.status })
  const said = request.status === 'closed' ? 'đã đóng ở đó' : 'mở lại ở đó'
  const words = [`${source.name}: việc này ${said}.`, request.notes.slice(0, longest)].filter(Boolean).join('\n')
  return told(context, before.id, words)
}

/** A case at its end takes no more words: then it is only known. */
async function told(context: WriteContext, id: Id<'submission'>, text: string): Promise<'told' | 'known'> {
  const submission = await lockToTell(context, id)
  if (!submission.ok) return 'known'
  const added = await addWords(context, submission.value, { text, originals: [], problems: [] })
  return added.ok ? 'told' : 'known'
}

export const takeUpdate = writing({
  name: 'geoReport.takeUpdate',
  summary: 'Nhận một bước đọc từ máy chủ Open311 nơi khác; do hệ thống tự làm, mỗi bước một lần',
  http: { method: 'POST', path: '/open311/sources/{source}/updates' },
  who: { roles: [] },
  input: z.object({
    source: idOf('open311_source'),
    update: z.object({
      id: z.string().min(1).max(200),
      requestId: z.string().min(1).max(200),
      status: z.enum(['open', 'closed']),
      description: z.string(),
    }),
  }),
  output: z.object({ became: z.enum(['told', 'known']) }),
  async run(context, { source: sourceId, update }) {
    const { db, now } = context
    const source = await store.lockSource(db, sourceId)
    if (!source || source.stoppedAt) return stopped
    const before = await store.pulledOf(db, sourceId, update.requestId)
    if (!before || !(await store.insertPulledUpdate(db, { sourceId, updateId: update.id, at: now })))
      return ok({ became: 'known' as const })
    if (before.status !== update.status)
      await store.setStatus(db, { sourceId, foreignId: update.requestId, status: update.status })
    const said = update.status === 'closed' ? 'đã đóng ở đó' : 'đang mở ở đó'
    const words = [`${source.name}: việc này ${said}.`, update.description.slice(0, longest)]
    return ok({ became: await told(context, before.id, words.filter(Boolean).join('\n')) })
  },
})

const stopped = conflict('stopped-already', 'Đã thôi đọc máy chủ này.', 'It is read no more already.')
