// Is this file printed in the form of its family? Measures it and says rule by rule.
import { layoutOf, seedOf, type Family } from '../../documents/layout.ts'
import { readDocx } from './docx.ts'
import { readPdf } from './pdf.ts'
import { partsOf } from './parts.ts'
import { checkLayout, type Finding } from './rules.ts'

export interface LayoutVerdict {
  format: 'docx' | 'pdf'
  family: Family
  findings: Finding[]
  faults: number
}

/** null: neither a Word file nor a PDF. Without `family` the national line tells. */
export async function verifyLayout(file: Buffer, family?: Family): Promise<LayoutVerdict | null> {
  const found = file.subarray(0, 5).toString('latin1') === '%PDF-' ? await readPdf(file) : readDocx(file)
  if (!found) return null
  const parts = partsOf(found.lines, family)
  const { findings } = checkLayout(found, layoutOf(seedOf(parts.family).values), parts)
  return { format: found.format, family: parts.family, findings, faults: findings.filter(({ ok }) => !ok).length }
}
