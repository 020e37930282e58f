// The shapes of GeoReport v2 as they go out; field names are the standard's.
import { z } from 'zod'

const text = z.string().nullable()

export const serviceSchema = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: text,
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: text,
  group: text,
})

export const attributeSchema = z.object({
  variable: z.boolean(),
  code: z.string(),
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: text,
  order: z.number().int(),
  description: text,
  values: z.array(z.object({ key: z.string(), name: z.string() })),
})

export const requestSchema = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: text,
  service_name: text,
  service_code: z.string(),
  description: text,
  agency_responsible: text,
  service_notice: text,
  requested_datetime: z.string(),
  updated_datetime: text,
  expected_datetime: text,
  address: text,
  address_id: text,
  zipcode: text,
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: text,
  extended_attributes: z
    .object({
      kind: z.string(),
      state: z.string(),
      desk: z.string(),
      url: z.string(),
      answered_by: text,
      answered_datetime: text,
      photos: z.array(z.string()),
    })
    .optional(),
})

export const updateSchema = z.object({
  update_id: z.string(),
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  updated_datetime: z.string(),
  description: z.string(),
  media_url: text,
})
