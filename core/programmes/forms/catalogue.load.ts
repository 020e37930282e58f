// The counts, indicators, sectors and calendars every installation starts with. What people add or change stays as it is.
import { readFileSync } from 'node:fs'
import type { App } from '../../app.ts'
import { addCalendar, addPeriods } from './calendar.operations.ts'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { addCount, addIndicator, addSectors, showCatalogue } from './catalogue.operations.ts'

interface Catalogue {
  sectors: { key: string; name: string }[]
  counts: { key: string; name: string; unit: string; overTime: string; definition: string; source?: object }[]
  indicators: { key: string; name: string; unit: string; wording: string; basis: string; terms: object[] }[]
  calendars: { key: string; name: string; entryKind: string; basis: string; confidence: string; rule: object }[]
}

const file = new URL('./data/catalogue.json', import.meta.url)

/** Fills an empty catalogue; to one in use it adds the counts and indicators a later version brings. `years`: of which periods are made. */
export async function loadCatalogue(app: App, years: readonly number[]): Promise<void> {
  const present = must(await showCatalogue.ask(app, operator, {}))
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue
  if (present.counts.length === 0) await loadFrame(app, catalogue, years)
  const asked = { overPlaces: 'sum', confidence: 'assumed' }
  const missing = <One extends { key: string }>(all: One[], there: { key: string }[]) =>
    all.filter(({ key }) => !there.some((one) => one.key === key))
  for (const count of missing(catalogue.counts, present.counts))
    must(await addCount.ask(app, operator, { ...asked, ...count }))
  for (const indicator of missing(catalogue.indicators, present.indicators))
    must(await addIndicator.ask(app, operator, { ...asked, ...indicator }))
}

async function loadFrame(app: App, { sectors, calendars }: Catalogue, years: readonly number[]): Promise<void> {
  must(await addSectors.ask(app, operator, { sectors }))
  for (const { rule, ...calendar } of calendars) {
    const made = must(await addCalendar.ask(app, operator, calendar))
    for (const year of years) must(await addPeriods.ask(app, operator, { calendar: made.calendar, year, rule }))
  }
}
