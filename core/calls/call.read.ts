// What other slices may ask about calls and what units answered.
export { answersOf, textsOfSection, type OwnAnswer, type SectionText } from './answers/answer.read.store.ts'
export { groupsOf, type Group } from './groups/group.store.ts'
export { sectionsOf } from './call.store.ts'
export { findFor, notYourCall } from './call.steps.ts'
