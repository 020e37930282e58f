// The counted values a figure is made of as they stand, and what they come to: for “why this number” and for who cites one.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Period } from '../forms/form.store.ts'
import { cellsAsked } from '../targets/target.store.ts'
import type { Target } from '../targets/target.ts'
import { spanOf } from './board.store.ts'
import { ingredientsOf, judgeInputs } from './explain.ts'
import { inputsUnder, type InputLine } from './explain.store.ts'
import type { FigureName } from './figure.ts'

export interface Asked {
  figure: FigureName
  target: Target
  programmeId: Id<'programme'>
  period: Period
  today: Day
  /** One more is read, to tell that there are more. */
  most: number
}

export async function readInputs(db: ReadDb, { figure, target, programmeId, period, today, most }: Asked) {
  const ingredients = ingredientsOf(target, figure, await cellsAsked(db, programmeId), true)
  const span = await spanOf(db, period, today)
  const state = ingredients.cells.filter((cell) => cell.overTime !== 'sum').map((cell) => cell.id)
  const flow = ingredients.cells.filter((cell) => cell.overTime === 'sum').map((cell) => cell.id)
  const { place, organisation, body = null } = figure
  const at = { placeId: place, day: span.day, limit: most + 1, body, organisation }
  const lines: InputLine[] = [
    ...(state.length ? await inputsUnder(db, { ...at, periods: [span.lastId], cells: state }) : []),
    ...(flow.length ? await inputsUnder(db, { ...at, periods: span.periodIds, cells: flow }) : []),
  ]
  return { ingredients, lines, judged: judgeInputs(target, figure, { ingredients, inputs: lines }) }
}
