// Makes the sample once: bodies and people, the programmes of five pages, the year 2023 of Vĩnh Cửu.
import type { App } from '../app.ts'
import { loadCatalogue } from '../programmes/catalogue.load.ts'
import { periodsOf } from '../programmes/form.store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { makeVinhCuu } from './bodies.ts'
import { makeProgramme42 } from './programmes.ts'
import { stageOf } from './steps.ts'
import { playYear, playYearBefore, type Scene } from './year.ts'

export async function makeYear(
  app: App,
  castOf: (at: Awaited<ReturnType<typeof makeVinhCuu>>) => Promise<(username: string) => Actor>,
): Promise<Scene> {
  const stage = stageOf(app)
  await loadCatalogue(stage.app, [2018, 2021, 2022, 2023, 2024])
  const at = await makeVinhCuu(stage)
  const as = await castOf(at)
  const calendar = await calendarOf(app)
  const forms = await makeProgramme42(stage, at, calendar)
  const periods = await periodsOf(app.db, calendar)
  const year = (key: string) => periods.find((period) => period.key === key)!.id
  const scene = { stage, at, forms, as, periods: { before: year('2022'), now: year('2023') } }
  await playYearBefore(scene)
  await playYear(scene)
  return scene
}

async function calendarOf(app: App): Promise<Id<'reporting_calendar'>> {
  const row = await app.db
    .selectFrom('reporting_calendar')
    .select('id')
    .where('key', '=', 'danVanYear')
    .executeTakeFirstOrThrow()
  return row.id
}
