// Everything that can be asked of the sealed store, in reading order. What other slices call is in sealing.ts.
import type { Operation } from '../shared/operation.ts'
import * as policy from './policy.operations.ts'
import * as record from './record/record.operations.ts'
import * as looking from './requests/request.look.operations.ts'
import * as requests from './requests/request.operations.ts'

export const sealOperations: readonly Operation[] = [
  requests.list,
  requests.ask,
  requests.approve,
  requests.refuse,
  requests.end,
  looking.open,
  looking.openOriginalFile,
  record.requests,
  record.looks,
  policy.show,
  policy.change,
]
