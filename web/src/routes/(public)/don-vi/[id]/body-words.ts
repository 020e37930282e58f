// Sentences about a body: its state on a day, and its history as a picture.
import type { bodyShown } from '@dong-thuan/core/bodies/body.outputs.ts'
import type { z } from 'zod'
import { lineageOf, type Line } from '#web/lineage.ts'
import { day } from '#web/words/format.ts'
import type { Words } from '#words'

export type Body = z.output<typeof bodyShown>
interface Span {
  validFrom: string | null
  validTo: string | null
}

export function spanOf({ validFrom, validTo }: Span, words: Words): string {
  const { span } = words.places
  if (validFrom && validTo) return span.between(day(validFrom), day(validTo))
  return validFrom ? span.from(day(validFrom)) : validTo ? span.until(day(validTo)) : span.always
}

/** From its first name to its last. */
export function stateOf({ versions }: Body, words: Words): string {
  const { state } = words.bodies
  const [from, to] = [versions[0]!.validFrom, versions.at(-1)!.validTo]
  if (to === null) return from ? state.now(day(from)) : state.nowUnknown
  return from ? state.then(day(from), day(to)) : state.thenUnknown(day(to))
}

/** The name the page goes by when the body was not in force on the day. */
export function namedBy({ at, versions, on }: Body) {
  return at ?? versions.findLast(({ validFrom }) => validFrom === null || validFrom <= on) ?? versions[0]!
}

export function historyOf(body: Body, words: Words) {
  const line = ({ bodyId, name, onDate, kind, note }: Body['predecessors'][number]): Line => ({
    ...{ id: bodyId, name, onDate },
    text: [words.places.onDay(words.bodies.happened[kind], day(onDate)), note].filter(Boolean).join(' – '),
  })
  return lineageOf(
    {
      ...{ id: body.id, on: body.on, versions: body.versions },
      ...{ before: body.predecessors.map(line), after: body.successors.map(line) },
    },
    {
      href: (id, on) => `/don-vi/${id}?ngay=${on}`,
      note: (span) => spanOf(span, words),
      noteOfOthers: () => undefined, // what takes over may have been there long before
      gone: words.bodies.gone,
    },
  )
}
