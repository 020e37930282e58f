// Everything other systems ask and send by Open311 GeoReport v2, and the keys they do it with.
import { definition, request, requests, services, token, updates } from './ask.operations.ts'
import { issueKey, listKeys, revokeKey } from './key.operations.ts'
import { send } from './send.operations.ts'

export const geoReportOperations = [
  ...[services, definition, requests, request, send, token, updates],
  ...[listKeys, issueKey, revokeKey],
] as const
