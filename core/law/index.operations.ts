// Everything that can be asked of the law, in reading order.
import type { Operation } from '../shared/operation.ts'
import * as calendar from './calendar.operations.ts'
import { compute } from './deadline.operations.ts'
import * as rules from './rule.operations.ts'

export const lawOperations: readonly Operation[] = [
  compute,
  rules.list,
  rules.show,
  rules.addVersion,
  calendar.show,
  calendar.confirm,
]
