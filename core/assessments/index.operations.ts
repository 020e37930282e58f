// Everything that can be asked about assessments and their score sheets, in the order of their life.
import { addUnits, launch, list, show, urge } from './assessment.operations.ts'
import { decide, reopen } from './decision.operations.ts'
import { addEvidence, openEvidence, removeOne } from './evidence.operations.ts'
import { enterPaper, object, openScan } from './paper.operations.ts'
import { recognised } from './public.operations.ts'
import * as life from './scoresheet.operations.ts'
import { open } from './scoresheet.reads.ts'

export const assessmentOperations = [
  ...[list, launch, show, addUnits, urge, open, life.save, addEvidence, removeOne, openEvidence, life.submit],
  ...[enterPaper, openScan, object],
  ...[life.takeBack, life.giveBack, life.verify, decide, reopen, life.excuse, life.include, recognised],
] as const
