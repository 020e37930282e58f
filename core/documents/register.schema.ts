// The shape in which series and lines of a register are answered.
import { z } from 'zod'
import { instantSchema as instant } from '../shared/day.ts'
import { notFound } from '../shared/result.ts'
import { families } from './layout.ts'

export const seriesSchema = z.object({
  id: z.number().int(),
  bodyId: z.number().int(),
  family: z.enum(families),
  basis: z.enum(['term', 'year']),
  kind: z.string(),
  symbol: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  lastNumber: z.number().int(),
})

export const lineSchema = z.object({
  id: z.number().int(),
  seriesId: z.number().int(),
  kind: z.string(),
  number: z.number().int(),
  fullNumber: z.string(),
  dated: z.string(),
  summary: z.string(),
  recipients: z.string().nullable(),
  signedBy: z.string().nullable(),
  ofNoun: z.string().nullable(),
  copies: z.number().int().nullable(),
  keptBy: z.string().nullable(),
  /** “11-BC/HU”: the document this one replaces, and the one that replaced it. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  reportId: z.number().int().nullable(),
  scanned: z.boolean(),
  notices: z.array(z.object({ kind: z.enum(['correction', 'recall']), number: z.string(), dated: z.string() })),
  takenBy: z.string().nullable(),
  takenAt: instant,
  cancelledBy: z.string().nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
})

export const noSuchLine = notFound(
  'no-such-number',
  'Không có số này trong sổ. Hãy mở lại sổ đăng ký.',
  'There is no such number. Open the register again.',
)
