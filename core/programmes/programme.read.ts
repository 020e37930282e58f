// What other slices may ask about programmes, their forms, periods, figures and consolidations.
export { childPlaces, placeRef, spanOf, type ChildPlace, type Span } from './boards/board.store.ts'
export { ownFigure, ownFigures, ownFigureText, periodsWith, type OwnFigure } from './boards/own.ts'
export {
  consolidate,
  countedFor,
  movedSince,
  settledSince,
  type ConsolidationLine,
  type MovedPin,
  type NewConsolidation,
  type SettledPin,
} from './entries/consolidation.store.ts'
export { matrixOf } from './entries/matrix.store.ts'
export { causesAt, type Cause } from './causes/cause.store.ts'
export { periodBefore, periodsOf, readPeriod, type Period } from './forms/form.store.ts'
export { readProgramme, staffOf, textsOf } from './programme.store.ts'
export { placesBelow, receiversOf, type Receiver } from './rights.store.ts'
export { cellsAsked, cellsByForm, targetsOf, type CountedCell } from './targets/target.store.ts'
