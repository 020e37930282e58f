// “So sánh qua thời gian”: the units as they were on the earlier day, and as of the later one, with what carries over.
import { total } from '@dong-thuan/core/places/place.operations.ts'
import type { Day } from '@dong-thuan/core/shared/day.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { valueOf } from '#web/act.ts'
import { askedDay } from '#web/asked.ts'

interface Version {
  code: string | null
  validFrom: Day | null
  validTo: Day | null
}

interface Compared {
  /** The day the page is of. */
  on: Day
  /** What is compared unless another day is asked: today, for a page of the past. */
  otherwise?: Day
  /** The versions of the place; without them the whole country. */
  versions?: Version[]
}

export async function comparisonOf(event: Pick<RequestEvent, 'locals' | 'url'>, { on, otherwise, versions }: Compared) {
  const asked = askedDay(event.url, 'so-voi')
  const other = asked.day ?? (asked.faulty ? undefined : otherwise)
  if (!other || other === on) return { asked, other: null, notThen: null, total: null }
  const [from, later] = other < on ? [other, on] : [on, other]
  const code = versions?.find((version) => inForce(version, from))?.code ?? undefined
  if (versions && code === undefined) return { asked, other, notThen: from, total: null }
  const answer = await valueOf(event, total, { level: 'commune', from, on: later, code })
  return { asked, other, notThen: null, total: answer }
}

function inForce({ validFrom, validTo }: Version, day: Day): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}
