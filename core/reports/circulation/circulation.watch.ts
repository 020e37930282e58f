// Bodies asked about a draft that have said nothing are reminded.
export { draftsToComment } from './circulation.watch.store.ts'
