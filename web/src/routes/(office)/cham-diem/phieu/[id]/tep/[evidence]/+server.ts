// A file of evidence, as it was handed in.
import { openEvidence } from '@dong-thuan/core/assessments/evidence.operations.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) => streamFile(event, openEvidence, { id: event.params.id, evidence: event.params.evidence })
