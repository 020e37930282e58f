// A published case as GeoReport tells it, and a posted request as the letter of a case. Pure.
import { plainText } from '../shared/text.ts'
import type { PublicReport, State, Update } from '../portal/report.read.ts'
import { aboutDesk, anyTopic, attributesOf, type Topic } from './service.ts'
import { dueZoned, zoned } from './time.ts'

export type Status = 'open' | 'closed'

export const statusOf = (state: State): Status => (state === 'open' ? 'open' : 'closed')

const stateWords: Record<State, string> = {
  open: 'Đang giải quyết.',
  answered: 'Đã trả lời.',
  rejected: 'Không tiếp nhận.',
}

export function requestShown(report: PublicReport, { origin, extended }: { origin: string; extended: boolean }) {
  const { id, state, topic, topicName, text, leadName, answer, placeName, lat, lon, due } = report
  return {
    service_request_id: String(id),
    status: statusOf(state),
    status_notes: answer || stateWords[state],
    service_name: topicName,
    service_code: topic ?? anyTopic,
    description: text,
    agency_responsible: leadName,
    service_notice: null,
    requested_datetime: zoned(report.receivedAt),
    updated_datetime: zoned(report.updatedAt),
    expected_datetime: due && dueZoned(due),
    address: placeName,
    address_id: null,
    zipcode: null,
    ...{ lat, long: lon, media_url: null },
    ...(extended && { extended_attributes: extensionsOf(report, origin) }),
  }
}

function extensionsOf({ id, kind, state, deskName, answeredAt, answeredBy, photos }: PublicReport, origin: string) {
  return {
    ...{ kind, state, desk: deskName, url: `${origin}/phan-anh/${id}` },
    answered_by: answeredBy,
    answered_datetime: answeredAt && zoned(answeredAt),
    photos: photos.map((file) => `${origin}/phan-anh/${id}/anh/${file}`),
  }
}

/** To the system that sent it, before or without everybody reading it: that it is there, and nothing of what it says. */
export function ownShown(own: { id: number; over: boolean; service: string; serviceName: string; at: Date }) {
  return {
    service_request_id: String(own.id),
    status: own.over ? ('closed' as const) : ('open' as const),
    status_notes: null,
    ...{ service_name: own.serviceName, service_code: own.service, description: null, agency_responsible: null },
    service_notice: null,
    requested_datetime: zoned(own.at),
    ...{ updated_datetime: null, expected_datetime: null, address: null, address_id: null, zipcode: null },
    ...{ lat: null, long: null, media_url: null },
  }
}

const steps: Record<Update['move'], string> = {
  sort: 'Đã tiếp nhận, giao giải quyết.',
  assign: 'Giao giải quyết.',
  extend: 'Gia hạn.',
  answer: 'Đã trả lời.',
  close: 'Đã đóng.',
  reopen: 'Mở lại.',
  reject: 'Không tiếp nhận.',
}

export function updateShown({ id, no, move, at, bodyName, state, answer }: Update) {
  return {
    update_id: `${id}-${no}`,
    service_request_id: String(id),
    status: statusOf(state),
    updated_datetime: zoned(at),
    description: answer || [steps[move], bodyName].filter(Boolean).join(' '),
    media_url: null,
  }
}

export interface Posted {
  description: string
  media: readonly string[]
  attributes: Readonly<Record<string, readonly string[]>>
  address: string
  addressId: string
}

/** The words of the letter. What is told beside the description stands below it; an address elsewhere is a text, never fetched. */
export function letterOf(topic: Topic, { description, media, attributes, address, addressId }: Posted): string {
  const asked = new Map(attributesOf(topic).map((one) => [one.code, one]))
  const answered = Object.entries(attributes).filter(([code, values]) => code !== aboutDesk && values.some(Boolean))
  const lines = [
    plainText(description).trim() || `${topic.name}.`,
    ...answered.map(
      ([code, values]) => `${asked.get(code)?.description ?? code}: ${values.filter(Boolean).join(', ')}`,
    ),
    ...(addressId ? [`Mã địa chỉ: ${addressId}`] : []),
    ...(address.length > longestPlace ? [`Nơi xảy ra: ${address}`] : []),
    ...media.map((url) => `Ảnh, tệp để ở nơi khác: ${url}`),
  ]
  return plainText(lines.join('\n')).trim()
}

/** As long as the place of a case may be in words. */
export const longestPlace = 300
