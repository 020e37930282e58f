// Everything other systems ask and send by Open311 GeoReport v2, and the keys they do it with.
import { definition, request, requests, services, token, updates } from './ask.operations.ts'
import { issueKey, listKeys, revokeKey } from './key.operations.ts'
import { addSource, listSources, pulled, stopSource } from './pull/source.operations.ts'
import { takeRequest, takeUpdate } from './pull/take.operations.ts'
import { send } from './send.operations.ts'
import { tellMore } from './update.operations.ts'

export const geoReportOperations = [
  ...[services, definition, requests, request, send, tellMore, token, updates],
  ...[listKeys, issueKey, revokeKey, listSources, addSource, stopSource, pulled, takeRequest, takeUpdate],
] as const
