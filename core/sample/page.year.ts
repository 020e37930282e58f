// The year of one of the other four pages: targets, forms, who owes them, and the figures they sent. All but the texts invented.
import { acceptEntry, returnEntry, submitEntry } from '../programmes/entries/entry.operations.ts'
import { addCount, addIndicator } from '../programmes/forms/catalogue.operations.ts'
import { assign, attach, put as putForm } from '../programmes/forms/form.operations.ts'
import { periodsOf } from '../programmes/forms/form.store.ts'
import { put as putTarget } from '../programmes/targets/target.operations.ts'
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { atMost } from './forms.ts'
import type { Reporter, Seat } from './page.bodies.ts'
import { readPageCounts, type Line, type PageForm, type PageYear } from './page.ts'
import { ask, type Stage } from './steps.ts'
import { numbered } from './year.rows.ts'
import type { Scene } from './year.ts'

/** A draft of a programme and the version it has come to. */
export interface Draft {
  programme: Id<'programme'>
  version: number
}

/** Counts the starting catalogue has no need of: models, dialogues, residential groups, households. */
export async function addPageCounts(stage: Stage): Promise<void> {
  const { counts, indicators } = readPageCounts()
  const asked = { overPlaces: 'sum', confidence: 'assumed' }
  for (const count of counts) await ask(stage, addCount, { ...asked, ...count })
  for (const indicator of indicators) await ask(stage, addIndicator, { ...asked, ...indicator })
}

export interface Played {
  seat: Seat
  page: PageYear
  draft: Draft
  reporters: Map<string, Reporter[]>
  officer: Actor
}

/** Targets and forms of a draft; answers the forms' ids in their order. */
export async function giveTargetsAndForms({ stage, calendar }: Scene, at: Played) {
  const { programme } = at.draft
  let { version } = at.draft
  for (const target of at.page.targets)
    ({ version } = await ask(stage, putTarget, {
      programme,
      expectedVersion: version,
      confidence: 'assumed',
      ...target,
    }))
  const forms: Id<'form'>[] = []
  for (const form of at.page.forms) {
    const { key, name, intro, rows } = form
    const head = { body: at.seat.committee, calendar, key, name, intro }
    const { form: id } = await ask(stage, putForm, { ...head, rows, checks: checksOf(form) })
    ;({ version } = await ask(stage, attach, { programme, expectedVersion: version, form: id }))
    const lines = at.reporters.get(form.from)!.map(({ body }) => ({ body, to: at.seat.board }))
    // The period of a year begins in December before it.
    await ask(stage, assign, { form: id, lines, validFrom: form.since ?? `${at.seat.year - 1}-12-15` })
    forms.push(id as Id<'form'>)
  }
  return { version, forms }
}

function checksOf({ rows, atMost: pairs }: PageForm) {
  return pairs.map(([left, right]) => {
    const [more, less] = [rows[left - 1]!.label, rows[right - 1]!.label]
    const sentence = `${more} ({left}) nhiều hơn ${less.toLowerCase()} ({right}). Sửa một trong hai số, hoặc ghi lý do.`
    return atMost(left, right, sentence)
  })
}

/** In the order of days: sent in the morning, accepted or returned in the afternoon. Who is not listed sends nothing. */
export async function playFigures(scene: Scene, at: Played, forms: readonly Id<'form'>[]): Promise<void> {
  const periods = await periodsOf(scene.stage.app.db, scene.calendar)
  const lines = at.page.forms.flatMap(({ from, figures }, i) =>
    figures.map((line) => {
      const reporter = at.reporters.get(from)!.find((one) => one.at === line.at)
      if (!reporter) throw new Error(`nobody reports at ${line.at} in the year of ${at.page.slug}`)
      const year = line.year ?? at.seat.year
      const period = periods.find(({ key }) => key === String(year))!.id
      return { line, reporter, form: forms[i]!, period, on: line.sent ?? `${at.seat.year}-12-15` }
    }),
  )
  for (const one of lines.sort((a, b) => a.on.localeCompare(b.on))) await playLine(scene.stage, one, at.officer)
}

interface Sent {
  line: Line
  reporter: Reporter
  form: Id<'form'>
  period: Id<'period'>
  on: string
}

async function playLine(stage: Stage, { line, reporter, form, period, on }: Sent, officer: Actor): Promise<void> {
  stage.on(on, '09:00')
  const { values, notes = {}, remark, returned } = line
  const rows = numbered(values).map((row) => ({ ...row, note: notes[row.no] }))
  const typed = { form, body: reporter.body, period, rows, remark, expectedVersion: 0 }
  const sent = await ask(stage, submitEntry, { as: reporter.person, ...typed })
  stage.on(on, '15:00')
  const seen = { as: officer, id: sent.entry, expectedVersion: sent.version }
  if (returned) await ask(stage, returnEntry, { ...seen, reason: returned })
  else await ask(stage, acceptEntry, seen)
}
