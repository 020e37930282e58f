// Calls: those our body made, and those a body of this person has to answer.
import { listCalls } from '@dong-thuan/core/calls/call.reads.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, listCalls, {})
