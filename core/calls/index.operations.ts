// Everything that can be asked of calls and answers, in reading order.
import type { Operation } from '../shared/operation.ts'
import './call.handover.ts'
import * as answers from './answers/answer.operations.ts'
import { openAnswer } from './answers/answer.reads.ts'
import { createCall } from './call.create.operations.ts'
import * as calls from './call.operations.ts'
import * as reads from './call.reads.ts'
import { dissolveGroup, makeGroup } from './groups/group.operations.ts'
import { readSection } from './section.reads.ts'

export const callOperations: readonly Operation[] = [
  reads.listCalls,
  createCall,
  reads.showCall,
  reads.listCandidates,
  calls.editCall,
  calls.issueCall,
  calls.closeCall,
  calls.reopenCall,
  openAnswer,
  answers.saveAnswer,
  answers.submitAnswer,
  answers.takeBackAnswer,
  answers.returnAnswer,
  answers.acceptAnswer,
  answers.reopenAnswer,
  readSection,
  makeGroup,
  dissolveGroup,
]
