// The shapes of a call at the door.
import { z } from 'zod'
import { typedWords } from '../documents/typed-words.ts'
import { daySchema } from '../shared/day.ts'
import { asked, callKinds, callStages } from './call.ts'

export const callSchema = z
  .object({
    id: z.number().int(),
    bodyId: z.number().int(),
    bodyName: z.string(),
    programmeId: z.number().int().nullable(),
    programmeNumber: z.string().nullable(),
    kind: z.enum(callKinds),
    title: z.string(),
    year: z.number().int(),
    fromYear: z.number().int().nullable(),
    periodKey: z.string(),
    dueOn: z.string(),
    intro: z.string().nullable(),
    stage: z.enum(callStages),
    version: z.number().int(),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Call' })

export const sectionSchema = z.object({
  key: z.string(),
  heading: z.string(),
  guidance: z.string().nullable(),
  mostWords: z.number().int(),
  asks: z.enum(asked),
})

const sectionKey = z.string().regex(/^[a-zA-Z]\w{0,59}$/, 'Mã mục chỉ gồm chữ không dấu và số, bắt đầu bằng chữ.')

/** What may be changed while it is a draft. */
export const draftShape = {
  title: typedWords(300, 5),
  dueOn: daySchema,
  intro: typedWords(5000).nullish(),
  sections: z
    .array(
      z.object({
        key: sectionKey,
        heading: typedWords(300),
        guidance: typedWords(2000).nullish(),
        mostWords: z.coerce.number().int().min(1).max(5000).default(300),
        asks: z.enum(asked).default('text'),
      }),
    )
    .min(1, 'Đề cương cần ít nhất một mục.')
    .max(60),
  /** Bodies one by one, and every body of these kinds at the place and below it. */
  bodies: z.array(z.coerce.number().int().positive()).max(5000).default([]),
  organisations: z.array(z.string().max(60)).max(60).default([]),
}

export const movedCall = z.object({ call: z.number().int(), stage: z.enum(callStages), version: z.number().int() })
