// The shape in which an answer is opened, and in which its text comes in.
import { z } from 'zod'
import { confirming } from '../../documents/mentions/ask.ts'
import { typedWords } from '../../documents/typed-words.ts'
import { instantSchema as instant } from '../../shared/day.ts'
import { idOf, seenVersion } from '../../shared/id.ts'
import { callSchema, sectionSchema } from '../call.schema.ts'
import { answerMoves } from './answer.moves.ts'
import { answerStages } from './answer.ts'

export const atSchema = z.object({ call: idOf('call'), body: idOf('body') })

/** The version the officer saw when he began; the slower of two gets a conflict and keeps what he typed. */
export const seenSchema = z.object({ expectedVersion: seenVersion(0) })

export const typedSchema = z.object({
  ...atSchema.shape,
  ...seenSchema.shape,
  texts: z.record(z.string().max(60), typedWords(20_000)).default({}),
  ...confirming,
})
export type TypedAnswer = z.output<typeof typedSchema>

export const movedAnswer = z.object({
  answer: z.number().int(),
  stage: z.enum(answerStages),
  version: z.number().int(),
})

export const openAnswer = z
  .object({
    call: callSchema,
    body: z.object({ id: z.number().int(), name: z.string() }),
    sections: z.array(sectionSchema.extend({ text: z.string() })),
    answer: z.number().int().nullable(),
    stage: z.enum(['none', ...answerStages]),
    version: z.number().int(),
    daysLate: z.number().int(),
    versions: z.array(
      z.object({
        id: z.number().int(),
        no: z.number().int(),
        savedBy: z.string().nullable(),
        savedAt: instant,
        submittedBy: z.string().nullable(),
        submittedAt: instant.nullable(),
        returnedBy: z.string().nullable(),
        returnedAt: instant.nullable(),
        returnReason: z.string().nullable(),
        acceptedBy: z.string().nullable(),
        acceptedAt: instant.nullable(),
      }),
    ),
    /** The forms of the same period this body fills or receives, where the call names a programme. */
    forms: z.array(
      z.object({
        body: z.number().int(),
        bodyName: z.string(),
        form: z.number().int(),
        formName: z.string(),
        period: z.number().int(),
        stage: z.string(),
      }),
    ),
    moves: z.array(z.enum(answerMoves)),
  })
  .meta({ id: 'OpenAnswer' })
export type OpenAnswer = z.output<typeof openAnswer>
