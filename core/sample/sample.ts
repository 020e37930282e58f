// Makes the sample once: bodies and people, the programmes of five pages, the year 2023 of Vĩnh Cửu.
import type { App } from '../app.ts'
import { writeSetting } from '../db/setting.store.ts'
import { loadForms } from '../commendations/form.load.ts'
import { loadCriteria } from '../criteria/criteria.load.ts'
import { loadLaws } from '../law/law.load.ts'
import { loadCatalogue } from '../programmes/forms/catalogue.load.ts'
import { showCatalogue } from '../programmes/forms/catalogue.operations.ts'
import { periodsOf } from '../programmes/forms/form.store.ts'
import type { Id } from '../shared/id.ts'
import { makeVinhCuu } from './bodies.ts'
import { playAssessments } from './assessments.ts'
import { playCall } from './calls.ts'
import { playCases } from './cases.ts'
import { playCascade } from './cascade.ts'
import { playCollections } from './collections.ts'
import { playModels } from './models.ts'
import { playCommendations } from './commendations.ts'
import { makeOtherProgrammes } from './others.ts'
import { makeCast } from './people.ts'
import { makeProgramme42 } from './programmes.ts'
import { showCases } from './published.ts'
import { playReception } from './reception.ts'
import { playReport } from './report.ts'
import { ask, stageOf } from './steps.ts'
import { playYear, playYearBefore, type Scene } from './year.ts'

/** The setting that says the sample is whole; without it a start makes it again from nothing. */
export const completeKey = 'sampleComplete'
/** Set before the first thing is made: this database is the sample's and nobody else's. */
export const begunKey = 'sampleBegun'

export async function makeSample(app: App, say: (detail: string) => void = () => {}): Promise<Scene> {
  await writeSetting(app.db, begunKey, true)
  const scene = await makeYear(app, say)
  say('chỉ tiêu giao xuống')
  await playCascade(scene)
  say('báo cáo tổng kết')
  await playReport(scene)
  say('đề cương báo cáo')
  await playCall(scene)
  say('thu thập bằng Excel')
  await playCollections(scene)
  await makeOtherProgrammes(scene, say)
  say('đơn thư, phản ánh của dân năm 2026')
  await playCases(scene.stage)
  await showCases(scene.stage)
  say('tiếp công dân năm 2026')
  await playReception(scene.stage)
  say('mô hình “Dân vận khéo”')
  await playModels(scene.stage)
  say('khen thưởng')
  await playCommendations(scene.stage)
  await writeSetting(app.db, completeKey, true)
  return scene
}

/** The year of Vĩnh Cửu alone. */
export async function makeYear(app: App, say: (detail: string) => void = () => {}): Promise<Scene> {
  const stage = stageOf(app)
  say('danh mục số đếm, chỉ số, lịch báo cáo')
  await loadCatalogue(stage.app, [2018, 2021, 2022, 2023, 2024])
  await loadLaws(stage.app)
  await loadCriteria(stage.app)
  await loadForms(stage.app)
  say('tổ chức và con người')
  const at = await makeVinhCuu(stage)
  const as = await makeCast(stage, at)
  say('chương trình 42-CTr/HU')
  const { calendars } = await ask(stage, showCatalogue, {})
  const calendar = calendars.find((one) => one.key === 'danVanYear')!.id as Id<'reporting_calendar'>
  const forms = await makeProgramme42(stage, at, calendar)
  const periods = await periodsOf(app.db, calendar)
  const year = (key: string) => periods.find((period) => period.key === key)!.id
  const scene = { stage, at, forms, as, calendar, periods: { before: year('2022'), now: year('2023') } }
  say('số liệu năm 2022')
  await playYearBefore(scene)
  say('phiếu chấm điểm năm 2023')
  await playAssessments(scene)
  say('số liệu năm 2023')
  await playYear(scene)
  return scene
}
