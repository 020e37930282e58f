// All sets of criteria, every version.
import { listSets } from '@dong-thuan/core/criteria/criteria.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, listSets, {})
