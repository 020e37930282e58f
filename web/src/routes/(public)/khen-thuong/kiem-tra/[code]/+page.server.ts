// Whether one certificate holds.
import { check } from '@dong-thuan/core/commendations/public.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, check, { code: event.params.code })
