// The counts, indicators, sectors and calendars every installation starts with. Loaded once; what people add stays.
import { readFileSync } from 'node:fs'
import type { App } from '../../app.ts'
import { addCalendar, addPeriods } from './calendar.operations.ts'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { addCount, addIndicator, addSectors, showCatalogue } from './catalogue.operations.ts'

interface Catalogue {
  sectors: { key: string; name: string }[]
  counts: { key: string; name: string; unit: string; overTime: string; definition: string }[]
  indicators: { key: string; name: string; unit: string; wording: string; basis: string; terms: object[] }[]
  calendars: { key: string; name: string; entryKind: string; basis: string; confidence: string; rule: object }[]
}

const file = new URL('./data/catalogue.json', import.meta.url)

/** Fills an empty catalogue; does nothing when there is one. `years`: the years whose periods are made at once. */
export async function loadCatalogue(app: App, years: readonly number[]): Promise<boolean> {
  const present = must(await showCatalogue.ask(app, operator, {}))
  if (present.counts.length > 0) return false
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue
  const asked = { overPlaces: 'sum', confidence: 'assumed' }
  must(await addSectors.ask(app, operator, { sectors: catalogue.sectors }))
  for (const count of catalogue.counts) must(await addCount.ask(app, operator, { ...asked, ...count }))
  for (const indicator of catalogue.indicators) must(await addIndicator.ask(app, operator, { ...asked, ...indicator }))
  for (const { rule, ...calendar } of catalogue.calendars) {
    const made = must(await addCalendar.ask(app, operator, calendar))
    for (const year of years) must(await addPeriods.ask(app, operator, { calendar: made.calendar, year, rule }))
  }
  return true
}
