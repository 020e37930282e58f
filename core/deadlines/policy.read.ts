// What other slices may read of the rules of reminding.
export { reminderPolicyOf } from './policy.store.ts'
