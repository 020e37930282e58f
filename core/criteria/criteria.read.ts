// What other slices may ask about criteria.
export { levelsOf, setFor, setOf, type HonourLevel } from './criteria.store.ts'
