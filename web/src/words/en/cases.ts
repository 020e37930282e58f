// English: what citizens send, as they send and follow it, and as the office handles it.
export { cases, submit, track } from '../vi/cases.ts'
