// A report that came waits to be confirmed; one that was, or was recalled, is no news any more.
export { waitsForReceipt } from './dispatch.store.ts'
