// What other slices may read of registers.
export { linesOf, readLine, type RegisterLine } from './register.store.ts'
