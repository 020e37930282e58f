// What other systems ask: which services there are, what each asks, published requests and what became of them.
import { z } from 'zod'
import { asTyped } from '../cases/receipt.ts'
import { publicReports, publicUpdates, type State, type Wanted } from '../portal/report.read.ts'
import { largestNumber, type Id } from '../shared/id.ts'
import { reading, type ReadContext } from '../shared/operation.ts'
import { invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { jurisdictionOf } from './jurisdiction.ts'
import { hashOfKey } from './key.operations.ts'
import { keyByHash } from './key.store.ts'
import { attributeSchema, requestSchema, serviceSchema, updateSchema } from './schema.ts'
import { ownShown, requestShown, updateShown } from './request.ts'
import { ownRequests, requestOfCode, topicsOn } from './request.store.ts'
import { anyTopic, attributesOf, serviceOf } from './service.ts'
import { readTime, spanOf } from './time.ts'

const jurisdiction_id = z.string().max(200).default('')
/** By the standard at most so many at once, and so many when nobody says. */
const most = 1000
const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  page_size: z.coerce.number().int().min(1).max(most).default(most),
}

export const services = reading({
  name: 'geoReport.services',
  summary: 'Open311: các loại việc gửi được',
  http: { method: 'GET', path: '/open311/services' },
  who: 'anyone',
  input: z.object({ jurisdiction_id }),
  output: z.object({ services: z.array(serviceSchema) }),
  async run(context, { jurisdiction_id }) {
    const jurisdiction = await jurisdictionOf(context, jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    return ok({ services: (await topicsOn(context.db, context.today)).map(serviceOf) })
  },
})

export const definition = reading({
  name: 'geoReport.definition',
  summary: 'Open311: một loại việc hỏi thêm những gì',
  http: { method: 'GET', path: '/open311/services/{service_code}' },
  who: 'anyone',
  input: z.object({ jurisdiction_id, service_code: z.string().max(200) }),
  output: z.object({ service_code: z.string(), attributes: z.array(attributeSchema) }),
  async run(context, { jurisdiction_id, service_code }) {
    const jurisdiction = await jurisdictionOf(context, jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    const topic = (await topicsOn(context.db, context.today)).find(({ key }) => key === service_code)
    return topic ? ok({ service_code, attributes: attributesOf(topic) }) : noSuchService
  },
})

const asking = {
  jurisdiction_id,
  api_key: z.string().max(200).default(''),
  extensions: z.stringbool().default(false).catch(false),
}
const listInput = z.object({
  ...asking,
  service_request_id: z.string().max(20_000).default(''),
  service_code: z.string().max(2000).default(''),
  status: z.string().max(100).default(''),
  start_date: z.string().max(60).default(''),
  end_date: z.string().max(60).default(''),
  updated_after: z.string().max(60).default(''),
  updated_before: z.string().max(60).default(''),
  ...paging,
})

export const requests = reading({
  name: 'geoReport.requests',
  summary: 'Open311: các việc đã công khai, trong 90 ngày; theo mã, loại, tình trạng, thời gian',
  http: { method: 'GET', path: '/open311/requests' },
  who: 'anyone',
  input: listInput,
  output: z.object({ requests: z.array(requestSchema) }),
  async run(context, input) {
    const jurisdiction = await jurisdictionOf(context, input.jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    const ids = listIn(input.service_request_id)
    // By the standard these override all other arguments.
    if (ids.length > 0) return ok({ requests: await byIds(context, ids.flatMap(idIn).slice(0, most), input) })
    const { wanted, faults } = wantedIn(input, context.now)
    if (faults.length > 0) return invalid(faults)
    const place = jurisdiction.value.placeId ?? undefined
    const found = await publicReports(context.db, { ...wanted, place }, context.today)
    const how = { origin: context.app.origin, extended: input.extensions }
    return ok({ requests: found.map((report) => requestShown(report, how)) })
  },
})

export const request = reading({
  name: 'geoReport.request',
  summary:
    'Open311: một việc đã công khai; hệ thống đã gửi việc đó hỏi bằng khoá của mình thì biết tình trạng cả khi chưa công khai',
  http: { method: 'GET', path: '/open311/requests/{service_request_id}' },
  who: 'anyone',
  input: z.object({ ...asking, service_request_id: z.string().max(200) }),
  output: z.object({ requests: z.array(requestSchema) }),
  async run(context, input) {
    const jurisdiction = await jurisdictionOf(context, input.jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    const found = await byIds(context, idIn(input.service_request_id), input)
    return found.length > 0 ? ok({ requests: found }) : noSuchRequest
  },
})

/** Published ones to everybody; others only to the system that sent them, and without their words. */
async function byIds(
  { app, db, today }: ReadContext,
  ids: readonly Id<'submission'>[],
  { api_key, extensions }: { api_key: string; extensions: boolean },
) {
  if (ids.length === 0) return []
  const found = await publicReports(db, { ids, page: 1, size: ids.length }, today)
  const shown = found.map((report) => requestShown(report, { origin: app.origin, extended: extensions }))
  const key = api_key === '' ? undefined : await keyByHash(db, hashOfKey(api_key))
  if (!key) return shown
  const published = new Set<number>(found.map(({ id }) => id))
  const own = await ownRequests(db, ids, key.id)
  return [...shown, ...own.filter(({ id }) => !published.has(id)).map(ownShown)]
}

const listIn = (text: string) => text.split(',').flatMap((part) => part.trim() || [])

function idIn(text: string): Id<'submission'>[] {
  const id = /^\d{1,10}$/.test(text.trim()) ? Number(text) : 0
  return id > 0 && id <= largestNumber ? [id as Id<'submission'>] : []
}

function wantedIn(input: z.output<typeof listInput>, now: Date): { wanted: Wanted; faults: Problem[] } {
  const { times, faults } = timesIn(input, ['start_date', 'end_date', 'updated_after', 'updated_before'])
  const statuses = listIn(input.status.toLowerCase())
  if (statuses.some((status) => status !== 'open' && status !== 'closed')) faults.push(badStatus)
  const { updated_after: updatedFrom, updated_before: updatedTo } = times
  const bySubmission = times.start_date !== undefined || times.end_date !== undefined
  const byUpdate = updatedFrom !== undefined || updatedTo !== undefined
  const span = bySubmission || !byUpdate ? spanOf({ from: times.start_date, to: times.end_date }, now) : {}
  if (span === null) faults.push(endsFirst)
  const codes = listIn(input.service_code)
  const states: State[] = statuses.flatMap((status) => (status === 'open' ? ['open'] : ['answered', 'rejected']))
  const wanted = {
    ...{ ...span, updatedFrom, updatedTo, page: input.page, size: input.page_size },
    ...(codes.length > 0 && { topics: codes, withoutTopic: codes.includes(anyTopic) }),
    ...(statuses.length > 0 && { states }),
  }
  return { wanted, faults }
}

function timesIn<Name extends string>(input: Record<Name, string>, names: readonly Name[]) {
  const faults: Problem[] = []
  const times: Partial<Record<Name, Date>> = {}
  for (const name of names) {
    if (input[name].trim() === '') continue
    const read = readTime(input[name])
    if (read) times[name] = read
    else faults.push(badTime(name))
  }
  return { times, faults }
}

export const token = reading({
  name: 'geoReport.token',
  summary: 'Open311: số của một việc theo mã tra cứu trên biên nhận',
  http: { method: 'GET', path: '/open311/tokens/{token}' },
  who: 'anyone',
  input: z.object({ jurisdiction_id, token: z.string().max(100) }),
  output: z.object({ service_request_id: z.string(), token: z.string() }),
  async run(context, { jurisdiction_id, token }) {
    const jurisdiction = await jurisdictionOf(context, jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    const id = await requestOfCode(context.db, asTyped(token))
    return id === undefined ? noSuchToken : ok({ service_request_id: String(id), token })
  },
})

export const updates = reading({
  name: 'geoReport.updates',
  summary: 'Open311, phần mở rộng servicerequestupdates: các bước của những việc đã công khai, cũ trước',
  http: { method: 'GET', path: '/open311/updates' },
  who: 'anyone',
  input: z.object({
    jurisdiction_id,
    start_date: z.string().max(60).default(''),
    end_date: z.string().max(60).default(''),
    ...paging,
  }),
  output: z.object({ updates: z.array(updateSchema) }),
  async run(context, input) {
    const { db, now, today } = context
    const jurisdiction = await jurisdictionOf(context, input.jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    const { times, faults } = timesIn(input, ['start_date', 'end_date'])
    const span = spanOf({ from: times.start_date, to: times.end_date }, now)
    if (span === null) faults.push(endsFirst)
    if (faults.length > 0) return invalid(faults)
    const within = { ...span!, place: jurisdiction.value.placeId ?? undefined, page: input.page, size: input.page_size }
    return ok({ updates: (await publicUpdates(db, within, today)).map(updateShown) })
  },
})

const noSuchService = notFound(
  'no-such-service',
  'Không có service_code này. Xem danh sách ở services.',
  'There is no such service_code. See services.',
)
const noSuchRequest = notFound(
  'no-such-request',
  'Không có việc công khai nào mang service_request_id này.',
  'There is no published request with this service_request_id.',
)
const noSuchToken = notFound('no-such-token', 'Không có token này.', 'There is no such token.')
const badStatus = problem('status', 'invalid', 'status là open hoặc closed.', 'A status is open or closed.')
const endsFirst = problem(
  'end_date',
  'invalid',
  'end_date trước start_date.',
  'The end_date lies before the start_date.',
)
const badTime = (field: string) =>
  problem(
    field,
    'invalid',
    `${field} viết như 2026-07-06T09:00:00+07:00.`,
    `Write ${field} as 2026-07-06T09:00:00+07:00.`,
  )
