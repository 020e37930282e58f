// Reports everybody may read.
import { list } from '@dong-thuan/core/reports/publication/publication.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, list, {})
