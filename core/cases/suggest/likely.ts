// Which earlier cases a new one may be about: the same spot, or nearly the same words. Proposals with their grounds. Pure.
import { likenessOf, shinglesOf, type Shingles } from '../../topics/likeness.ts'
import { numbers } from '../numbers.ts'
import { metresBetween, type Stage } from '../submission.ts'

export interface Earlier {
  id: number
  number: string
  stage: Stage
  topic: string | null
  text: string
  lat: number | null
  lon: number | null
}

export interface Likely {
  id: number
  number: string
  stage: Stage
  /** Metres from the new one; null: one of them has no place. */
  metres: number | null
  /** Percent of the words in common. */
  alike: number
  /** It still runs, so that the new one may be joined to it; otherwise the same thing came back. */
  joins: boolean
}

/** From this on two letters are taken to speak of one thing. */
const alikeEnough = numbers.alikePercent / 100
/** Close by, a few common words are enough. */
const alikeNearby = numbers.alikeNearbyPercent / 100

interface New {
  text: string
  topic: string | null
  lat: number | null
  lon: number | null
}

/** The likeliest first; at most five. */
export function likelySame(one: New, earlier: readonly Earlier[]): Likely[] {
  const own = shinglesOf(one.text)
  const found = earlier.flatMap((each) => asLikely(one, own, each) ?? [])
  return found.sort((a, b) => b.alike - a.alike || (a.metres ?? 1e9) - (b.metres ?? 1e9) || a.id - b.id).slice(0, 5)
}

function asLikely(one: New, own: Shingles, each: Earlier): Likely | null {
  const metres = distance(one, each)
  const share = likenessOf(own, shinglesOf(each.text))
  const near = metres !== null && metres <= numbers.samePlaceMetres
  const sameTopic = one.topic !== null && one.topic === each.topic
  if (!(near && (sameTopic || share >= alikeNearby)) && share < alikeEnough) return null
  const { id, number, stage } = each
  const joins = stage === 'open' || stage === 'suspended'
  return {
    id,
    number,
    stage,
    metres: metres === null ? null : Math.round(metres),
    alike: Math.round(share * 100),
    joins,
  }
}

function distance(a: Pick<New, 'lat' | 'lon'>, b: Pick<New, 'lat' | 'lon'>): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  return metresBetween({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon })
}
