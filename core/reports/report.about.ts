// What a file of a report says it is.
import type { Period } from '../programmes/programme.read.ts'
import type { Programme } from '../programmes/programme.ts'
import { fill, outlineOf, type ReportKind } from './outline.ts'
import type { Report } from './report.ts'
import type { About } from './trace.ts'
import { lowerFirst } from './words.ts'

export function aboutReport(report: Report): About {
  return {
    ...{ id: report.id, kind: report.kind, stage: report.stage, title: report.title },
    ...{ number: report.number, issuedOn: report.issuedOn, body: report.bodyName },
    programme: { id: report.programmeId, number: report.programmeNumber, title: report.programmeTitle },
    period: { key: report.periodKey, name: report.periodName },
    consolidation: report.consolidationId,
    ...{ illustrative: report.illustrative, draft: report.number === null },
  }
}

export function aboutPreview(of: { programme: Programme; period: Period; kind: ReportKind }): About {
  const { programme, period, kind } = of
  const title = fill(outlineOf(kind).title, { year: programme.year, period: lowerFirst(period.name) })
  return {
    ...{ id: null, kind, stage: 'preview', title, number: null, issuedOn: null, body: programme.bodyName },
    programme: { id: programme.id, number: programme.number, title: programme.title },
    period: { key: period.key, name: period.name },
    ...{ consolidation: null, illustrative: programme.illustrative, draft: true },
  }
}
