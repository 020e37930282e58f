// Why a target is not reached at a place, in the words of an office: who may write it, and when. Pure.
import { bodiesWhere, type Actor } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, forbidden } from '../../shared/result.ts'
import type { Verdict } from '../targets/target.ts'

export const longestCause = 600

/** What is known of a figure when somebody wants to say why it is red. */
export interface Explained {
  overall: Verdict
  /** The bodies that may speak: those over the whole programme, and the one that receives at the place. */
  writers: readonly Id<'body'>[]
}

/** The body in whose name the actor writes; the nearest first. */
export function bodyOfWriter(actor: Actor, writers: readonly Id<'body'>[]): Id<'body'> | null {
  const mine = new Set<number>(bodiesWhere(actor, 'officer', 'head'))
  return writers.find((body) => mine.has(body)) ?? null
}

export function whyNotWrite(actor: Actor, { overall, writers }: Explained) {
  if (actor.kind !== 'person')
    return forbidden(
      'sign-in-needed',
      'Nguyên nhân ghi theo tên đơn vị: hãy đăng nhập để ghi.',
      'A cause is written in the name of an office: please sign in.',
    )
  if (bodyOfWriter(actor, writers) === null)
    return forbidden(
      'not-your-cause',
      'Nguyên nhân do cán bộ của chương trình hoặc của đơn vị nhận biểu ở địa bàn đó ghi.',
      'Causes are written by the officers of the programme, or of the body that receives at the place.',
    )
  if (overall === 'notReached') return null
  return conflict(
    'not-red',
    'Chỉ ghi nguyên nhân cho chỉ tiêu chưa đạt. Ở địa bàn và kỳ này chỉ tiêu không ở tình trạng chưa đạt.',
    'A cause is written only beside a target that is not reached; here and in this period it is not so.',
  )
}
