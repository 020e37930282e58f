// Acts being prepared and acts saved.
import { list } from '@dong-thuan/core/acts/act.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, list)
