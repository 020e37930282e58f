// The desk: what waits for this person.
import { work } from '@dong-thuan/core/programmes/entry.reads.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => valueOf(event, work, {})
