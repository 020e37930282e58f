// What a form from Word would change: the values it says otherwise, what the PDF cannot follow, what is outside the rule.
import { layoutOf, type Family, type Layout, type LayoutLine } from '../../documents/layout.ts'
import { faultsOf } from '../../documents/template.operations.ts'
import { changeLines, type Template } from '../../documents/template.ts'
import { invalid, ok, type Result } from '../../shared/result.ts'
import { pdfFile } from '../pdf/pdf.ts'
import { verifyLayout } from '../layout/check.ts'
import type { Finding } from '../layout/rules.ts'
import { fillForm } from './fill.ts'
import { openForm } from './form.ts'
import { sampleReport } from './sample.ts'
import { changedBy, valuesOf } from './values.ts'

export interface ReadDraft {
  changes: Partial<Layout>
  layout: Layout
  onlyInWord: string[]
}

/** The form against the version it was made from, or everything that is wrong with it. */
export function readForm(bytes: Buffer, base: Pick<Template, 'lines'>): Result<ReadDraft> {
  const opened = openForm(bytes)
  if (!opened.ok) return opened
  const { values, onlyInWord } = valuesOf(opened.value)
  const changes = changedBy(values, layoutOf(base.lines))
  const names = new Map(base.lines.map(({ key, name }) => [`changes.${key}`, name]))
  const faults = faultsOf(base.lines, changes).map(({ field, code, sentence }) => ({
    ...{ field: 'file', code },
    sentence: { vi: `${names.get(field) ?? ''}: ${sentence.vi}`, en: `${names.get(field) ?? ''}: ${sentence.en}` },
  }))
  if (faults.length > 0) return invalid(faults)
  return ok({ changes, layout: layoutOf(withChanges(base.lines, changes)), onlyInWord })
}

export function withChanges(
  lines: readonly LayoutLine[],
  changes: Partial<Layout>,
  because: Pick<LayoutLine, 'confidence' | 'basis'> = { confidence: 'assumed', basis: '' },
): LayoutLine[] {
  return changeLines(lines, changes as Record<string, LayoutLine['value']>, because)
}

/** A sample report in the form, as Word and as PDF. */
export async function sampleIn(
  form: Buffer,
  of: { family: Family; layout: Layout; format: 'docx' | 'pdf' },
): Promise<Buffer> {
  const document = sampleReport(of.family, of.layout)
  return of.format === 'pdf'
    ? pdfFile(document, of.layout, {})
    : fillForm(form, { document, layout: of.layout, about: {} })
}

/** What a checker finds in the sample that is otherwise than the rule of the family. */
export async function outsideTheRule(form: Buffer, of: { family: Family; layout: Layout }): Promise<Finding[]> {
  const verdict = await verifyLayout(await sampleIn(form, { ...of, format: 'docx' }), of.family)
  return (verdict?.findings ?? []).filter((finding) => !finding.ok)
}
