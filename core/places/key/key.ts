// Keys of divided places: how they are made and written, what is wrong with one, and what the machine may propose. Pure.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { Problem } from '../../shared/result.ts'
import { problem } from '../../shared/result.ts'
import { shareMethods } from '../act/change.ts'
import { confidences } from '../place.ts'
import { isExactlyOne, reduced, type Share } from '../share.ts'

type PlaceId = Id<'place'>

/** `decision`: an officer decided and says why; `manual`: counted or listed by hand. */
export const keyMethods = [...shareMethods, 'manual'] as const
export type KeyMethod = (typeof keyMethods)[number]
export { confidences }

export interface Part {
  placeId: PlaceId
  code: string | null
  fullName: string
  /** Of the successor as a whole; null: not known. */
  areaKm2: string | null
  population: number | null
  /** Nothing else went into it: its area and population are those of the part. */
  alone: boolean
}

export interface KeyTyped {
  shares: readonly { to: string; share: string }[]
}

/** A third is written 1/3; also 0,35 · 0.35 · 35 %. Null when it is none; exact in any case. */
export function readKeyShare(text: string): Share | null {
  const [, top, bottom] = /^(\d{1,12})\s*\/\s*(\d{1,12})$/.exec(text.trim()) ?? []
  if (top !== undefined) return within(BigInt(top), BigInt(bottom!))
  const [, whole, decimals = '', percent] = /^(\d{1,3})(?:[.,](\d{1,9}))?\s*(%?)$/.exec(text.trim()) ?? []
  if (whole === undefined) return null
  return within(BigInt(whole + decimals), 10n ** BigInt(decimals.length) * (percent ? 100n : 1n))
}

function within(top: bigint, bottom: bigint): Share | null {
  return bottom > 0n && top <= bottom ? reduced({ top, bottom }) : null
}

export const writeShare = ({ top, bottom }: Share) => `${top}/${bottom}`

/** The largest number the database keeps in a share. */
const mostBottom = 10n ** 18n

export interface Judged {
  shares: { to: PlaceId; share: Share }[]
  problems: Problem[]
}

/**
 * Every fault of the shares of one place: `field(i)` names the place of a share in the input. Each successor exactly once,
 * each between 0 and 1, together exactly 1.
 */
export function judgeShares(
  name: string,
  { parts, typed, field }: { parts: readonly Part[]; typed: KeyTyped['shares']; field: (at: number) => string },
): Judged {
  const problems: Problem[] = []
  const say = (at: number, code: string, vi: string, en: string) => void problems.push(problem(field(at), code, vi, en))
  const shares = typed.flatMap(({ to, share }, at) => {
    const part = parts.find((each) => each.code === to || String(each.placeId) === to)
    const read = readKeyShare(share)
    if (!part) say(at, 'no-successor', ...notSuccessor(to, name, parts))
    if (read === null || read.bottom > mostBottom) say(at, 'bad-share', ...badShare(share))
    return part && read ? [{ to: part.placeId, share: read, at }] : []
  })
  for (const twice of shares.filter(({ to, at }) => shares.some((other) => other.to === to && other.at < at))) {
    const called = parts.find((part) => part.placeId === twice.to)!.fullName
    say(twice.at, 'twice', `${called} đã có tỉ lệ ở trên; mỗi nơi đến chỉ ghi một lần.`, `${called} stands twice.`)
  }
  const missing = parts.filter((part) => !shares.some(({ to }) => to === part.placeId))
  if (missing.length > 0 && problems.length === 0) say(typed.length - 1, 'missing', ...missed(name, missing))
  const all = shares.map(({ share }) => share)
  if (problems.length === 0 && !isExactlyOne(all)) say(typed.length - 1, 'not-one', ...notOne(name, all))
  return { shares: shares.map(({ to, share }) => ({ to, share })), problems }
}

const named = (parts: readonly Part[]) => parts.map(({ code, fullName }) => `${fullName} (${code})`).join(', ')

const notSuccessor = (to: string, name: string, parts: readonly Part[]): [string, string] => [
  `“${to.slice(0, 20)}” không phải nơi đến của ${name}. Nơi đến là: ${named(parts)}.`,
  `“${to.slice(0, 20)}” is no successor of ${name}: ${named(parts)}.`,
]
const badShare = (text: string): [string, string] => [
  `Tỉ lệ “${text.slice(0, 20)}” phải từ 0 đến 1, viết như 0,35 hoặc 35% hoặc 1/3.`,
  `“${text.slice(0, 20)}” is no share: 0 to 1, as 0.35, 35% or 1/3.`,
]
const missed = (name: string, missing: readonly Part[]): [string, string] => [
  `${name} còn thiếu tỉ lệ của ${named(missing)}. Nơi không nhận gì thì ghi 0.`,
  `${name} lacks a share for ${named(missing)}. Write 0 where nothing went.`,
]
function notOne(name: string, shares: readonly Share[]): [string, string] {
  const total = shares.reduce((sum, { top, bottom }) => sum + Number(top) / Number(bottom), 0)
  const written = String(Number((total * 100).toFixed(7))).replace('.', ',')
  return [
    `Các tỉ lệ của ${name} cộng lại được ${written} %, phải đúng 100 %. Một phần ba thì ghi 1/3, không ghi 0,333.`,
    `The shares of ${name} add up to ${written} %, not exactly 100 %. Write a third as 1/3, not 0.333.`,
  ]
}

export interface Proposal {
  method: 'population' | 'area'
  shares: { to: PlaceId; share: Share }[]
  /** False: the weights are those of whole successors, which took in other places too. A rough proposal. */
  exactParts: boolean
}

/** What the machine may propose from what it knows; a person judges and confirms, nothing is saved by itself. */
export function proposalsOf(parts: readonly Part[]): Proposal[] {
  const exactParts = parts.every((part) => part.alone)
  const people = parts.flatMap(({ population }) => (population ? [BigInt(population)] : []))
  const areas = parts.flatMap(({ areaKm2 }) => (areaKm2 ? [thousandths(areaKm2)] : []))
  return [
    ...(people.length === parts.length ? [proposal('population', parts, people, exactParts)] : []),
    // An area is proposed only when it is the area of the part itself.
    ...(exactParts && areas.length === parts.length ? [proposal('area', parts, areas, exactParts)] : []),
  ]
}

function proposal(
  method: Proposal['method'],
  parts: readonly Part[],
  weights: bigint[],
  exactParts: boolean,
): Proposal {
  const bottom = weights.reduce((sum, weight) => sum + weight, 0n)
  const shares = parts.map(({ placeId }, at) => ({ to: placeId, share: reduced({ top: weights[at]!, bottom }) }))
  return { method, shares, exactParts }
}

const thousandths = (decimal: string) => BigInt(Math.round(Number(decimal) * 1000))

export interface KeyVersion {
  id: Id<'place_key'>
  placeId: PlaceId
  version: number
  withdrawn: boolean
  method: KeyMethod | null
  basis: string | null
  dated: Day | null
  confidence: (typeof confidences)[number] | null
  note: string | null
  author: string
  madeAt: Date
  shares: { to: PlaceId; share: string }[]
}
