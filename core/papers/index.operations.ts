// Everything that can be asked of papers of cases, in reading order.
import type { Operation } from '../shared/operation.ts'
import { makePaper, papers, printPaper } from './paper.operations.ts'
import { makeSealedPaper, printSealedPaper, sealedPapers } from './sealed.operations.ts'
import { printTable } from './table.operations.ts'

export const paperOperations: readonly Operation[] = [
  ...[papers, makePaper, printPaper, sealedPapers, makeSealedPaper, printSealedPaper, printTable],
]
