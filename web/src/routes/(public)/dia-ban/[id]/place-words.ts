// Sentences about a place: its state on a day, its history, its map, its acts.
import type { placeShown } from '@dong-thuan/core/places/place.outputs.ts'
import { addDays, type Day } from '@dong-thuan/core/shared/day.ts'
import type { z } from 'zod'
import { lineageOf, type Line } from '#web/lineage.ts'
import { day, percent } from '#web/words/format.ts'
import type { Language, Words } from '#words'

export type Place = z.output<typeof placeShown>
type Relative = Place['predecessors'][number]
interface Span {
  validFrom: Day | null
  validTo: Day | null
}
interface Told {
  words: Words
  language: Language
}

/** “01/07/2025 – 29/04/2026”, “từ 30/04/2026”, “đến 30/06/2025”; of an unknown start nothing but that. */
export function spanOf({ validFrom, validTo }: Span, words: Words): string {
  const { span } = words.places
  if (validFrom && validTo) return span.between(day(validFrom), day(validTo))
  return validFrom ? span.from(day(validFrom)) : validTo ? span.until(day(validTo)) : span.always
}

export function stateOf({ validFrom: from, validTo: to }: Span, words: Words): string {
  const { state } = words.places
  if (to === null) return from ? state.now(day(from)) : state.nowUnknown
  return from ? state.then(day(from), day(to)) : state.thenUnknown(day(to))
}

/** The name a page goes by when the place was not there on the day. */
export function namedBy(place: Place) {
  return (
    place.at ??
    place.versions.findLast(({ validFrom }) => validFrom === null || validFrom <= place.on) ??
    place.versions[0]!
  )
}

function happened({ kind, share, onDate, act, confidence }: Relative, { words, language }: Told): string {
  const { happened, onDay, actSaid, confidence: certain } = words.places
  const plain = kind === 'dissolved' ? null : happened[kind]
  const known = kind === 'split' && share !== null ? happened.splitBy(percent(Number(share), 1, { language })!) : plain
  const what = known === null ? day(onDate) : onDay(known, day(onDate))
  return actSaid(what, act?.number ?? null, certain[confidence])
}

export function historyOf(place: Place, told: Told) {
  const line = (relative: Relative): Line => ({
    ...{ id: relative.placeId, name: relative.fullName, onDate: relative.onDate },
    text: happened(relative, told),
  })
  return lineageOf(
    {
      ...{ id: place.id, on: place.on },
      versions: place.versions.map((version) => ({ ...version, name: version.fullName })),
      before: place.predecessors.map(line),
      after: place.successors.map(line),
    },
    {
      href: (id, on) => `/dia-ban/${id}?ngay=${on}`,
      note: (span) => spanOf(span, told.words),
      gone: told.words.places.gone,
    },
  )
}

/** Each act once, with how certain we are of what it says. */
export function actsOf(place: Place, { words }: Told) {
  const lines = [...place.predecessors, ...place.successors].filter(({ act }) => act)
  const notes = Map.groupBy(lines, ({ act }) => act!.number)
  return [...notes.values()].map((of) => ({
    number: { text: of[0]!.act!.number, note: of[0]!.act!.issuer ?? undefined },
    title: {
      text: of[0]!.act!.title ?? '',
      note: [...new Set(of.flatMap(({ note }) => note ?? []))].join(' ') || undefined,
    },
    issued: of[0]!.act!.issuedOn ? day(of[0]!.act!.issuedOn) : null,
    confidence: words.places.confidence[of[0]!.confidence],
  }))
}

export function mapOf(place: Place, words: Words) {
  const { caption, shapes } = place.boundary
  const [first] = shapes
  if (caption === 'none' || !first) return null
  const near = caption === 'predecessors' ? place.predecessors : place.successors
  const nameOf = (id: number) => near.find(({ placeId }) => placeId === id)?.fullName ?? ''
  const names = shapes
    .map(({ placeId }) => nameOf(placeId))
    .filter(Boolean)
    .join(', ')
  const own = caption === 'atDay' || caption === 'samePlaceOtherDay'
  const said = words.places.mapCaption[caption](own ? day(first.validFrom) : names)
  return {
    label: words.places.mapLabel(own ? namedBy(place).fullName : names),
    caption: `${said} ${words.places.source(first.source)}`,
    shapes: shapes.map(({ placeId, geometry, validFrom }) => ({
      ...{ geometry, name: own ? namedBy(place).fullName : nameOf(placeId) },
      href: own ? undefined : `/dia-ban/${placeId}?ngay=${validFrom}`,
    })),
  }
}

/** The places this one came from, on the last day before: where a comparison with earlier days begins. */
export function earlierOf(place: Place): { href: string; name: string }[] {
  return place.predecessors
    .filter(({ placeId, onDate }) => placeId !== null && placeId !== place.id && onDate <= place.on)
    .map(({ placeId, fullName, onDate }) => ({
      href: `/dia-ban/${placeId}?ngay=${addDays(onDate, -1)}#so-sanh`,
      name: fullName ?? '',
    }))
}
