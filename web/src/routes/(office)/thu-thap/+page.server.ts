// All collections this person reads or answers.
import { listCollections } from '@dong-thuan/core/collections/collection.reads.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => valueOf(event, listCollections, {})
