// Other cities' servers a desk reads: named by an administrator or the operator, stopped at any time; and what became of theirs here.
import { z } from 'zod'
import { reachesBody } from '../../people/person.steps.ts'
import type { Actor } from '../../shared/actor.ts'
import { daySchema, instantSchema } from '../../shared/day.ts'
import { idOf, type Id } from '../../shared/id.ts'
import { reading, writing, type ReadDb } from '../../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem } from '../../shared/result.ts'
import { isDesk } from '../desk.store.ts'
import * as store from './source.store.ts'

const administrators = { roles: ['administrator'] } as const

const sourceShown = z.object({
  id: z.number().int(),
  desk: z.string(),
  name: z.string(),
  url: z.string(),
  jurisdiction: z.string(),
  readUntil: instantSchema,
  lastAt: instantSchema.nullable(),
  fault: z.string().meta({ description: 'lần đọc cuối hỏng vì sao; rỗng: không hỏng' }),
  stoppedAt: instantSchema.nullable(),
  taken: z.number().int().meta({ description: 'số việc đã nhận từ đó' }),
})

export const listSources = reading({
  name: 'geoReport.sources',
  summary: 'Các máy chủ Open311 nơi khác mà nơi nhận tôi quản trị đọc về',
  http: { method: 'GET', path: '/open311/sources' },
  who: administrators,
  input: z.object({}),
  output: z.object({ sources: z.array(sourceShown) }),
  async run({ db, actor, today }) {
    const mine = []
    for (const source of await store.allSources(db))
      if (await reachesBody(db, actor, { bodyId: source.deskId, today })) mine.push(source)
    return ok({ sources: mine })
  },
})

export const addSource = writing({
  name: 'geoReport.addSource',
  summary: 'Đọc phản ánh từ máy chủ Open311 GeoReport v2 của nơi khác về một nơi nhận; mỗi việc một lần',
  http: { method: 'POST', path: '/open311/sources' },
  who: administrators,
  input: z.object({
    desk: idOf('body'),
    name: z.string().trim().max(100).default(''),
    url: z.string().trim().max(500).meta({ description: 'địa chỉ gốc, như https://…/open311/v2' }),
    jurisdiction: z.string().trim().max(200).default(''),
    since: daySchema.optional().meta({ description: 'lấy việc gửi từ ngày nào; không ghi: từ hôm nay' }),
  }),
  output: z.object({ id: z.number().int() }),
  async run(context, { desk, name, url: typed, jurisdiction, since }) {
    const { db, actor, today, now } = context
    if (!(await reachesBody(db, actor, { bodyId: desk, today }))) return notYourDesk
    const url = addressIn(typed)
    const faults = [...(url === null ? [badUrl] : []), ...((await isDesk(db, desk, today)) ? [] : [noDesk])]
    if (since !== undefined && since > today) faults.push(inFuture)
    if (faults.length > 0) return invalid(faults)
    const by = actor.kind === 'person' ? actor.personId : null
    const from = new Date(`${since ?? today}T00:00:00+07:00`)
    const made = { deskId: desk, name: name || new URL(url!).host, url: url!, jurisdiction, since: from, by, now }
    const id = await store.insertSource(db, made)
    if (id === null) return readAlready
    await context.record({ noun: 'open311_source', id, move: 'add', changes: { desk, url: url!, jurisdiction } })
    return ok({ id })
  },
})

export const stopSource = writing({
  name: 'geoReport.stopSource',
  summary: 'Thôi đọc máy chủ Open311 của nơi khác; việc đã nhận vẫn giải quyết',
  http: { method: 'DELETE', path: '/open311/sources/{id}' },
  who: administrators,
  input: z.object({ id: idOf('open311_source') }),
  output: z.object({ id: z.number().int() }),
  async run({ db, actor, now, today, record }, { id }) {
    if (!(await ownSource({ db, actor, today }, id))) return noSuchSource
    if (!(await store.stopSource(db, id, now))) return stoppedAlready
    await record({ noun: 'open311_source', id, move: 'stop' })
    return ok({ id })
  },
})

export const pulled = reading({
  name: 'geoReport.pulled',
  summary: 'Việc đã nhận từ máy chủ nơi khác, theo số ở đó: ở đây đến đâu, đã trả lời công khai gì',
  http: { method: 'GET', path: '/open311/sources/{id}/requests' },
  who: administrators,
  input: z.object({
    id: idOf('open311_source'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  output: z.object({
    requests: z.array(
      z.object({
        foreignId: z.string(),
        id: z.number().int(),
        foreignStatus: z.enum(['open', 'closed']),
        status: z.enum(['open', 'closed']),
        answer: z.string().meta({ description: 'câu trả lời đã công khai; rỗng: chưa có' }),
      }),
    ),
  }),
  async run({ db, actor, today }, { id, page, size }) {
    if (!(await ownSource({ db, actor, today }, id))) return noSuchSource
    const lines = await store.pulledLines(db, id, page, size)
    return ok({
      requests: lines.map(({ over, ...line }) => ({ ...line, status: over ? ('closed' as const) : ('open' as const) })),
    })
  },
})

/** Without what would be asked twice: a query, a fragment, a slash at the end. */
function addressIn(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, origin, pathname, username } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' ? (origin + pathname).replace(/\/+$/, '') : null
}

async function ownSource({ db, actor, today }: { db: ReadDb; actor: Actor; today: string }, id: Id<'open311_source'>) {
  const source = await store.readSource(db, id)
  return source && (await reachesBody(db, actor, { bodyId: source.deskId, today })) ? source : undefined
}

const notYourDesk = forbidden(
  'not-your-desk',
  'Đồng chí không quản trị nơi nhận này.',
  'You do not administer this desk.',
)
const badUrl = problem(
  'url',
  'bad-address',
  'Địa chỉ chưa đúng. Ghi địa chỉ gốc, như https://thanhpho.example.vn/open311/v2.',
  'This is no address. Write the root, such as https://city.example.org/open311/v2.',
)
const noDesk = problem(
  'desk',
  'no-desk',
  'Cơ quan này hiện không tiếp nhận phản ánh. Hãy chọn một nơi nhận đang mở.',
  'This body receives no reports now. Choose an open desk.',
)
const inFuture = problem('since', 'in-future', 'Ngày này ở sau hôm nay.', 'The day lies ahead.')
const readAlready = conflict(
  'read-already',
  'Nơi nhận này đã đọc máy chủ đó rồi.',
  'This desk reads that server already.',
)
const noSuchSource = notFound('no-such-source', 'Không có máy chủ này trong danh sách.', 'There is no such server.')
const stoppedAlready = conflict('stopped-already', 'Đã thôi đọc máy chủ này.', 'It is read no more already.')
