// Bodies that have not answered a call are reminded.
export { callsToAnswer } from './call.watch.store.ts'
