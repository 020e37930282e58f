// node journeys/guide/shots.ts [chapter …]: the pictures of the handbook, taken from a trial and a service of their own.
// Chapters: board, cascade, report, paper, entering, programme, places, calls, collect, cases, papers, models, honours, assessments, law, acts, administration, sign-in. Writes docs/guide/hinh/*.png.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, howToGetChromium } from '../chromium.ts'
import { openService, openTrial, type Platform } from '../platform.ts'
import { actPictures } from './acts.ts'
import { administrationPictures } from './administration.ts'
import { assessmentPictures } from './assessments.ts'
import { openCamera, type Camera } from './camera.ts'
import { boardPictures } from './board.ts'
import { casePictures } from './cases.ts'
import { callPictures } from './calls.ts'
import { cascadePictures } from './cascade.ts'
import { collectPictures } from './collect.ts'
import { enteringPictures } from './entering.ts'
import { honourPictures } from './honours.ts'
import { lawPictures } from './law.ts'
import { modelPictures } from './models.ts'
import { paperPictures } from './paper.ts'
import { paperOfCasePictures } from './papers.ts'
import { placePictures } from './places.ts'
import { programmePictures } from './programme.ts'
import { reportPictures } from './report.ts'
import { signInPictures } from './sign-in.ts'

/** In this order: the board and the report stand as the sample left them, then figures are sent and a year is begun. */
const chapters: Record<string, (camera: Camera) => Promise<void>> = {
  board: boardPictures,
  cascade: cascadePictures,
  paper: paperPictures,
  report: reportPictures,
  entering: enteringPictures,
  programme: programmePictures,
  places: placePictures,
  calls: callPictures,
  collect: collectPictures,
  cases: casePictures,
  papers: paperOfCasePictures,
  models: modelPictures,
  honours: honourPictures,
  assessments: assessmentPictures,
  law: lawPictures,
  acts: actPictures,
}

const wanted = process.argv.slice(2)
const chromium = findChromium()
if (!chromium) {
  console.error(howToGetChromium)
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'dt-g-')) // short: sockets lie below it
const opened: Platform[] = []
try {
  await onTrial(chromium)
  if (isWanted('administration') || isWanted('sign-in')) await onService(chromium)
} finally {
  for (const platform of opened) await platform.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function onTrial(executable: string): Promise<void> {
  const names = Object.keys(chapters).filter(isWanted)
  if (names.length === 0) return
  const trial = await openTrial(folder)
  opened.push(trial)
  process.env.JOURNEYS_TRIAL_DATA = trial.environment.JOURNEYS_TRIAL_DATA // for what the operator asks
  const camera = await openCamera(executable, trial.environment.JOURNEYS_TRIAL!)
  for (const name of names) await chapters[name]!(camera)
  await camera.close()
}

async function onService(executable: string): Promise<void> {
  const service = await openService(folder)
  opened.push(service)
  const { JOURNEYS_SERVICE: origin, JOURNEYS_SETUP: setup } = service.environment
  const camera = await openCamera(executable, origin!)
  await administrationPictures(camera, setup!)
  await signInPictures(camera)
  await camera.close()
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name)
}
