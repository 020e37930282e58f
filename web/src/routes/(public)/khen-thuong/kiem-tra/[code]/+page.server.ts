// Whether one certificate holds.
import { check } from '@dong-thuan/core/commendations/public.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, check, { code: event.params.code })),
  code: event.params.code.toLowerCase().replaceAll(/[\s-]/g, ''),
})
