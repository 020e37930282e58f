// Everything everybody may ask about what citizens sent.
import { listConclusions } from './conclusion.operations.ts'
import { front } from './front.operations.ts'
import { reportFigures } from './figures.operations.ts'
import { listReports, reportPhoto, showReport } from './report.operations.ts'

export const portalOperations = [listReports, showReport, reportPhoto, reportFigures, listConclusions, front] as const
