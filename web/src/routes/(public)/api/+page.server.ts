// The API as it is: printed from the operations.
import { operations } from '@dong-thuan/core/http/operations.ts'
import { apiGroups } from '#web/api-page.ts'

export const load = ({ locals }) => ({
  origin: locals.app.origin,
  groups: apiGroups(operations, locals.app.origin),
})
