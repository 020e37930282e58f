// What later slices may ask about cases: the case, its recorded moves, answers and limits, the letter of one that was released.
export { letterOf, noteLook, type GivenLetter } from './letter.store.ts'
export { actsOf, answersOf, type Act, type Answer } from './life.store.ts'
export { limitsOf } from './limits.ts'
export { lineAt } from './line.store.ts'
export { standingOf, whyKeptAway, noSuchSubmission } from './submission.steps.ts'
export { readSubmission, submissionOfHandle } from './submission.store.ts'
export { fixedSums, newestFixed, type FixedSums } from './tables/fixed.store.ts'
export { desksUnder, type TableDesk } from './tables/table.store.ts'
