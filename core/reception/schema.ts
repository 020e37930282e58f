// The shapes reception is shown in, and the small things people type for it.
import { z } from 'zod'
import { instantSchema } from '../shared/day.ts'
import { forms, sittingStages, type Sitting } from './reception.ts'
import type { SittingAct } from './sitting.store.ts'

export const line = (most: number) => z.string().trim().max(most, `Tối đa ${most} ký tự.`)

/** “7:30”, “07h30” and “07:30” are the same time. */
export const timeSchema = z
  .string()
  .trim()
  .transform((typed) => {
    const [, hours = '', minutes] = /^(\d{1,2})\s*[:hg.]\s*(\d{2})?$/i.exec(typed) ?? []
    return hours ? `${hours.padStart(2, '0')}:${minutes ?? '00'}` : typed
  })
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Ghi giờ như 07:30 hoặc 14:00.'))

export const sittingSchema = z.object({
  id: z.number().int(),
  deskId: z.number().int(),
  desk: z.string(),
  day: z.string(),
  starts: z.string(),
  ends: z.string(),
  placeWords: z.string(),
  form: z.enum(forms),
  receiver: z.string(),
  byHead: z.boolean(),
  participants: z.string(),
  content: z.string(),
  places: z.number().int(),
  left: z.number().int().meta({ description: 'số chỗ còn đăng ký được' }),
  stage: z.enum(sittingStages),
  postedAt: instantSchema.nullable(),
  extraordinary: z.string().meta({ description: 'lý do niêm yết muộn hơn hạn của luật; trống: đúng hạn' }),
  illustrative: z.boolean(),
  history: z.array(
    z.object({
      move: z.string(),
      at: instantSchema,
      note: z.string(),
      was: z.object({ day: z.string(), starts: z.string(), ends: z.string(), placeWords: z.string() }).nullable(),
    }),
  ),
})

export function sittingShown(one: Sitting, acts: readonly SittingAct[]): z.input<typeof sittingSchema> {
  const {
    id,
    deskId,
    deskName: desk,
    day,
    starts,
    ends,
    placeWords,
    form,
    receiver,
    byHead,
    participants,
    content,
  } = one
  const own = acts.filter(({ sittingId }) => sittingId === id)
  return {
    ...{ id, deskId, desk, day, starts, ends, placeWords, form, receiver, byHead, participants, content },
    ...{ places: one.places, left: Math.max(0, one.places - one.booked), stage: one.stage, postedAt: one.postedAt },
    ...{ extraordinary: one.extraordinary, illustrative: one.illustrative },
    history: own.map(({ move, at, note, was }) => ({ move, at, note, was })),
  }
}

/** The number of the last act that those who booked must hear of; 0: none. */
export const lastChange = (acts: readonly SittingAct[]) =>
  Math.max(0, ...acts.filter(({ move }) => move === 'shift' || move === 'cancel').map(({ no }) => no))
