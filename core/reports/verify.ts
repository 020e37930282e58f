// Checks a file of a report against the database: every figure is added up again from the versions it was made of.
import { periodsOf, readProgramme, spanOf, type Period } from '../programmes/programme.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { recountedCases } from './case-figures.ts'
import { readFileOfReport, type CitedFile } from './cited.ts'
import type { Composed } from './compose.ts'
import { partText, reckon, type Figure, type Input } from './figure.ts'
import { linesOf } from './document.runs.ts'
import { dutiesWithPins, valuesOfVersions, type DutyLine } from './figures.store.ts'
import { recountedModels } from './model-figures.ts'
import { composePreview, composeReport } from './report.compose.ts'
import { readReport } from './report.store.ts'
import { daysLate } from './sentences.reporting.ts'
import type { ReportKind } from './outline.ts'
import { compareTrace, type Mismatch } from './verify.trace.ts'

export interface Verdict {
  report: number | null
  figures: number
  citations: number
  mismatches: Mismatch[]
}

/** null: not a file of a report made here, or its report is gone. */
export async function verifyReport(db: ReadDb, file: Buffer, today: Day): Promise<Verdict | null> {
  const cited = readFileOfReport(file)
  const made = cited && (await madeFrom(db, cited.about, today))
  if (!cited || !made) return null
  const fresh = await recount(db, made, today)
  const mismatches = [
    ...fresh.mismatches,
    ...(cited.trace ? compareTrace(cited.trace, fresh.figures) : compareTexts(cited, fresh.figures, made)),
    ...cited.untagged.map((found) => ({ figure: null, what: 'untagged' as const, expected: '', found })),
  ]
  const citations = cited.trace ? cited.trace.figures.length : cited.citations.length
  return { report: cited.about.report, figures: fresh.figures.size, citations, mismatches }
}

interface Made extends Composed {
  programmeId: Id<'programme'>
  placeId: Id<'place'>
  consolidationId: Id<'consolidation'> | null
  period: Period
}

/** The report as it is kept, or composed from what it pins; a preview from what counts now. */
async function madeFrom(db: ReadDb, about: CitedFile['about'], today: Day): Promise<Made | null> {
  const programme = await readProgramme(db, about.programme as Id<'programme'>)
  const periods = programme?.calendarId ? await periodsOf(db, programme.calendarId) : []
  const period = periods.find((one) => one.key === about.period)
  if (!programme || !period) return null
  const at = { programmeId: programme.id, placeId: programme.placeId, period }
  if (about.report === null) {
    const composed = await composePreview(db, { programme, period, kind: about.kind as ReportKind, today })
    return { ...composed, ...at, consolidationId: null }
  }
  const report = await readReport(db, about.report as Id<'report'>)
  if (!report) return null
  const { placeId, consolidationId } = report
  return { ...(await composeReport(db, report, { today })), ...at, placeId, consolidationId }
}

/** Every figure again, from the values as the database has them in the pinned versions. */
async function recount(db: ReadDb, made: Made, today: Day) {
  const versions = [...new Set(made.figures.flatMap((figure) => figure.inputs.map((input) => input.version)))]
  const stored = new Map(
    (await valuesOfVersions(db, versions)).map((one) => [`${one.entry}.${one.version}.${one.cell}`, one.value]),
  )
  const periods = (await spanOf(db, made.period, today)).periodIds
  const { programmeId, placeId, consolidationId } = made
  const duties = await dutiesWithPins(db, { programmeId, placeId, periods, consolidationId })
  const casesAgain = await recountedCases(
    db,
    made.figures.flatMap(({ inputs }) => inputs),
  )
  const modelsAgain = await recountedModels(db, made.figures)
  const mismatches: Mismatch[] = []
  const figures = new Map<string, Figure>()
  const valueOf = (figure: Figure, input: Input) => {
    if (input.models) return modelsAgain.get(figure.id)
    if (input.tables) return casesAgain(input)
    return input.cell === 0 ? factOf(input, duties) : stored.get(`${input.entry}.${input.version}.${input.cell}`)
  }
  for (const figure of made.figures) {
    const inputs = figure.inputs.map((input) => {
      const value = valueOf(figure, input)
      if (value !== input.value) mismatches.push(differing(figure, input, value))
      return { ...input, value: value ?? 0 }
    })
    figures.set(figure.id, { ...figure, inputs, ...reckon({ ...figure, inputs }) })
  }
  return { figures, mismatches }
}

/** Days late, or that everything was sent: told by the entry itself. */
function factOf(input: Input, duties: readonly DutyLine[]): number | undefined {
  const duty = duties.find((one) => one.entry === input.entry && one.version === input.version)
  if (!duty) return undefined
  return input.count === 'daysLate' ? daysLate(duty) : 1
}

function differing(figure: Figure, input: Input, value: number | undefined): Mismatch {
  const where = `${input.body.name}, ${input.count}, biểu ${input.entry}, bản ${input.version}`
  return {
    ...{ figure: figure.id, what: 'input' },
    expected: value === undefined ? `${where}: không có trong dữ liệu` : `${where}: ${value}`,
    found: `${where}: ${input.value}`,
  }
}

function compareTexts({ citations }: CitedFile, fresh: ReadonlyMap<string, Figure>, { document }: Made): Mismatch[] {
  const thanOf = new Map(
    linesOf(document)
      .flat()
      .flatMap((run) => (run.kind === 'figure' && run.than ? [[run.id, run.than] as const] : [])),
  )
  const said = citations.flatMap(({ id, part, text }): Mismatch[] => {
    const figure = fresh.get(id)
    if (!figure) return [{ figure: id, what: 'unknown', expected: '', found: text }]
    const than = part === 'change' ? fresh.get(thanOf.get(id) ?? '') : undefined
    const expected = partText(figure, part, than)
    return expected === text ? [] : [{ figure: id, what: 'text', expected, found: text }]
  })
  const cited = new Set(citations.map(({ id }) => id))
  const shown = linesOf(document)
    .flat()
    .flatMap((run) => (run.kind === 'figure' ? [run] : []))
  const gone = new Map(shown.filter(({ id }) => !cited.has(id)).map((run) => [run.id, run]))
  const missing = [...gone.values()].map(({ id, text }): Mismatch => ({
    figure: id,
    what: 'missing',
    expected: text,
    found: '',
  }))
  return [...said, ...missing]
}
