// What happened to one's own account lately.
import { recent } from '@dong-thuan/core/people/recent.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => await valueOf(event, recent)
