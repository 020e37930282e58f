// How a report stands, in one sentence.
import type { show } from '@dong-thuan/core/reports/report.read.operations.ts'
import type { Answer } from '#web/ask.ts'
import { day } from '#web/words/format.ts'
import type { Words } from '#words'

export function leadOf(report: Answer<typeof show>['report'], words: Words): string {
  const told = words.report.stateOf
  switch (report.stage) {
    case 'draft':
      return told.draft(report.drafterName ?? '')
    case 'signed':
      return told.signed(report.signerName ?? '')
    case 'issued':
      return told.issued(report.number!, day(report.issuedOn!))
    case 'superseded':
      return told.superseded(report.number!)
    default:
      return told[report.stage]
  }
}
