// What other slices may read of registers.
export { linesOf, type RegisterLine } from './register.store.ts'
