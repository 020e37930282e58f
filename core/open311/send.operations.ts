// Another system sends a report: it becomes a case like any other, sealed until it is sorted, with a receipt for its sender.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { attachedSchema, originalsOf, withDates } from '../cases/attached.ts'
import { inGroups } from '../cases/receipt.ts'
import { receive } from '../cases/receive.ts'
import { writing } from '../shared/operation.ts'
import { forbidden, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { deskFor, jurisdictionOf } from './jurisdiction.ts'
import { hashOfKey } from './key.operations.ts'
import { keyByHash, noteUse } from './key.store.ts'
import { whyNotSoFast } from './pace.ts'
import { letterOf, longestPlace } from './request.ts'
import { insertRequest, topicsOn } from './request.store.ts'
import { aboutDesk } from './service.ts'

/** What a description may be at most, by the standard. */
const longestDescription = 4000

const line = (most: number) => z.string().trim().max(most, `Tối đa ${most} ký tự.`).default('')
const degrees = (most: number) => z.coerce.number().min(-most).max(most).optional()

const input = z.object({
  api_key: z.string().max(200).default(''),
  jurisdiction_id: z.string().max(200).default(''),
  service_code: z.string().trim().max(40).default(''),
  lat: degrees(90),
  long: degrees(180),
  address_string: line(2000),
  address_id: line(200),
  description: z.string().max(longestDescription, `Tối đa ${longestDescription} ký tự.`).default(''),
  first_name: line(100),
  last_name: line(100),
  email: line(200),
  phone: line(30),
  media_url: z
    .array(z.string().trim().max(2000))
    .max(20)
    .default([])
    .meta({ description: 'chỉ ghi lại, không tải về' }),
  files: attachedSchema.meta({ description: 'các phần tệp của biểu mẫu multipart (media), dạng base64' }),
  attribute: z.record(z.string().max(100), z.array(z.string().max(4000)).max(50)).default({}),
})

export const send = writing({
  name: 'geoReport.send',
  summary: 'Hệ thống khác gửi một phản ánh theo Open311 GeoReport v2; người gửi nhận mã và khoá tra cứu',
  http: { method: 'POST', path: '/open311/requests' },
  who: 'anyone',
  input,
  output: z.object({ service_request_id: z.string(), service_notice: z.string(), account_id: z.null() }),
  /** Only with a key, and no faster than the key allows, anything is looked at. */
  async ahead({ app, now }, input) {
    const key = input.api_key === '' ? undefined : await keyByHash(app.db, hashOfKey(input.api_key))
    if (!key) return noKey
    return whyNotSoFast(key, now) ?? ok({ key, ...(await originalsOf(input.files)) })
  },
  async run(context, input, { key, originals, problems }) {
    const { app, db, now, today } = context
    const jurisdiction = await jurisdictionOf(context, input.jurisdiction_id)
    if (!jurisdiction.ok) return jurisdiction
    const faults = [...faultsOf(input), ...problems]
    if (faults.length > 0) return invalid(faults)
    const topic = (await topicsOn(db, today)).find((one) => one.key === input.service_code)
    if (!topic) return noSuchService
    const point = input.lat === undefined || input.long === undefined ? null : { lat: input.lat, lon: input.long }
    const letter = letterIn(input, topic, point)
    const received = await receive(context, {
      ...{ once: randomBytes(24).toString('base64url'), channel: 'api', door: 'fieldReport', topic: topic.key },
      deskId: await deskFor(context, jurisdiction.value, { point, fallback: key.deskId }),
      ...letter,
      text: withDates(letter.text, originals, today),
      aboutDesk: input.attribute[aboutDesk]?.includes('yes') ?? false,
      ...{ originals, receivedAt: now, beforeId: null, level: 1 },
    })
    if (!received.ok) return received
    const { id, code, secret } = received.value
    await insertRequest(db, { id, keyId: key.id, service: topic.key })
    await noteUse(db, key.id, now)
    const service_notice = noticeOf(app.origin, inGroups(code), inGroups(secret))
    return ok({ service_request_id: String(id), service_notice, account_id: null })
  },
})

type Input = z.output<typeof input>

/** Of the device and the account nothing is kept: the work does not need them. */
function letterIn(input: Input, topic: Parameters<typeof letterOf>[0], point: { lat: number; lon: number } | null) {
  const { first_name, last_name, email, phone, address_string: address, address_id: addressId, description } = input
  const said = { description, media: input.media_url.filter(Boolean), attributes: input.attribute, address, addressId }
  return {
    sender: { name: [last_name, first_name].filter(Boolean).join(' '), email, phone },
    place: { placeWords: address.slice(0, longestPlace), lat: point?.lat ?? null, lon: point?.lon ?? null },
    text: letterOf(topic, said),
  }
}

function faultsOf(input: Input): Problem[] {
  const { service_code, lat, long, address_string, address_id } = input
  const faults: Problem[] = []
  if (service_code === '') faults.push(serviceNeeded)
  if ((lat === undefined) !== (long === undefined)) faults.push(bothNeeded)
  else if (lat === undefined && address_string === '' && address_id === '') faults.push(placeNeeded)
  return faults
}

const noticeOf = (origin: string, code: string, secret: string) =>
  `Mã tra cứu: ${code}; khoá: ${secret}. Theo dõi, nhắn thêm tại ${origin}/theo-doi. (Tracking code and secret of the sender.)`

export const noKey = forbidden(
  'no-api-key',
  'Thiếu api_key, hoặc khoá sai hay đã thu hồi. Hỏi quản trị của nơi nhận để được cấp.',
  'The api_key is missing, wrong or revoked. Ask the administrator of the desk for one.',
)
const noSuchService = notFound(
  'no-such-service',
  'Không có service_code này. Xem danh sách ở services.',
  'There is no such service_code. See services.',
)
const serviceNeeded = problem('service_code', 'missing', 'Thiếu service_code.', 'The service_code is missing.')
const bothNeeded = problem('lat', 'missing', 'Phải có cả lat và long.', 'Both lat and long are needed.')
const placeNeeded = problem(
  'address_string',
  'missing',
  'Phải có nơi xảy ra: lat và long, hoặc address_string, hoặc address_id.',
  'A place is needed: lat and long, or address_string, or address_id.',
)
