// The shapes of a programme at the door.
import { z } from 'zod'
import { daySchema } from '../shared/day.ts'
import { programmeStages } from './programme.ts'

const text = (most: number) => z.string().trim().max(most).nullable()

export const programmeSchema = z
  .object({
    id: z.number().int(),
    bodyId: z.number().int(),
    bodyName: z.string(),
    placeId: z.number().int(),
    placeName: z.string(),
    year: z.number().int(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    title: z.string(),
    motto: z.string().nullable(),
    calendarId: z.number().int().nullable(),
    stage: z.enum(programmeStages),
    public: z.boolean(),
    illustrative: z.boolean(),
    sourceNote: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Programme' })

export const documentsSchema = z
  .array(
    z.object({
      kind: z.string().trim().min(2).max(60),
      number: text(60),
      issuedOn: daySchema.nullable(),
      issuer: text(200),
      about: text(2000),
    }),
  )
  .max(100)

export const themesSchema = z.array(z.object({ scope: text(200), text: z.string().trim().min(2).max(500) })).max(20)

export const tasksSchema = z
  .array(
    z.object({
      no: z.number().int().positive(),
      short: z.string().trim().min(2).max(300),
      text: z.string().trim().min(2).max(10_000),
    }),
  )
  .max(100)
