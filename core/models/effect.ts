// Before and after of a model: each typed by its body, or a figure it reported and cites; and what a measured effect must hold. Pure.
import type { Day } from '../shared/day.ts'
import { problem, type Problem } from '../shared/result.ts'
import type { ToldEffect } from './model.ts'

export const sides = ['before', 'after'] as const
export type Side = (typeof sides)[number]

const fieldsOf = {
  before: { typed: 'effectBefore', cited: 'effectBeforeCited' },
  after: { typed: 'effectAfter', cited: 'effectAfterCited' },
} as const

export const citedFor = (told: ToldEffect, side: Side) => told[fieldsOf[side].cited]
export const typedFor = (told: ToldEffect, side: Side) => told[fieldsOf[side].typed]

/** A piece of evidence that cites a reported figure: of which indicator, and the last day of its period. */
export interface CitedPiece {
  id: number
  indicatorId: number | null
  endsOn: Day
}

/** Measured means a figure on both sides, from one origin each, and what they are compared with. */
export function faultsOfEffect(told: ToldEffect): Problem[] {
  const faults = sides.flatMap((side) => faultsOfSide(told, side))
  if (told.effect === 'notMeasured') return faults
  const named = told.effectOf !== '' || sides.some((side) => citedFor(told, side) !== null)
  if (!named) faults.push(problem('effectOf', 'missing', 'Ghi đo cái gì.', 'Say what is measured.'))
  if (told.effectAgainst.length < 10) faults.push(problem('effectAgainst', 'missing', ...compared))
  return faults
}

function faultsOfSide(told: ToldEffect, side: Side): Problem[] {
  const [typed, cited] = [typedFor(told, side), citedFor(told, side)]
  if (typed !== null && cited !== null) return [problem(fieldsOf[side].typed, 'typed-and-cited', ...oneOrigin)]
  const missing = told.effect === 'measured' && typed === null && cited === null
  return missing ? [problem(fieldsOf[side].typed, 'missing', ...bothFigures)] : []
}

/** What is cited must lie there as evidence, be of one indicator, and the later figure of a later period. */
export function faultsOfCited(told: ToldEffect, pieces: readonly CitedPiece[]): Problem[] {
  const pieceOf = (side: Side) => pieces.find(({ id }) => id === citedFor(told, side))
  const unknown = sides.filter((side) => citedFor(told, side) !== null && !pieceOf(side))
  if (unknown.length > 0) return unknown.map((side) => problem(fieldsOf[side].cited, 'not-cited', ...notCited))
  const [before, after] = [pieceOf('before'), pieceOf('after')]
  if (!before || !after) return []
  if (before.indicatorId !== after.indicatorId) return [problem('effectAfterCited', 'other-indicator', ...notAlike)]
  return after.endsOn > before.endsOn ? [] : [problem('effectAfterCited', 'not-later', ...notLater)]
}

const bothFigures = [
  'Đã đo thì cần cả số trước và số sau: gõ số, hoặc chọn số đã báo cáo.',
  'Measured needs a figure before and one after: typed, or one that was reported.',
] as const
const oneOrigin = [
  'Đã chọn số đã báo cáo thì để trống ô gõ; muốn tự khai thì bỏ chọn.',
  'A reported figure is chosen, so leave the typed one empty; or choose none.',
] as const
const compared = [
  'Ghi so với cái gì (cùng kỳ, nơi không làm …); chưa so được thì chọn “chưa đo được”.',
  'Say what it is compared with; otherwise choose “not measured”.',
] as const
const notCited = [
  'Chọn một con số đã dẫn trong minh chứng của mô hình này.',
  'Choose a figure cited among the evidence of this model.',
] as const
const notAlike = [
  'Số trước và số sau phải cùng một chỉ số thì mới so được.',
  'Before and after must be of one indicator to be compared.',
] as const
const notLater = [
  'Số sau khi làm phải ở kỳ sau kỳ của số trước khi làm.',
  'The figure after must be of a later period than the one before.',
] as const
