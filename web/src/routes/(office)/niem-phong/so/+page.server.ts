// The record of opened seals, for data protection and the inspector.
import { looks, requests } from '@dong-thuan/core/seal/record/record.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, requests, {})),
  ...(await valueOf(event, looks, {})),
})
