// What other slices may ask about commendations.
export { honouredBy, listedIn, type Honoured, type Listed } from './certificate.store.ts'
export { decisionOf, type Decision } from './decision.store.ts'
export { formOf } from './form.store.ts'
export { rewardFor, type Reward } from './reward.store.ts'
export { roundOf, type Round } from './round.store.ts'
