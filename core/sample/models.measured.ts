// A model of the sample whose before and after are figures its body reported in two years. The model is invented, as the figures are.
import { readFileSync } from 'node:fs'
import { cite, figures } from '../models/figure.operations.ts'
import { open } from '../models/list.operations.ts'
import { operator } from '../shared/actor.ts'
import { bodyNamed, judge, move, operationOf, type Decision, type Told } from './models.copies.ts'
import { ask, type Stage } from './steps.ts'

interface Measured {
  owner: string
  guide: string
  told: Told
  indicator: string
  effectAgainst: string
  recognised: Decision
}

const { measured } = JSON.parse(readFileSync(new URL('./data/models.json', import.meta.url), 'utf8')) as {
  measured: Measured
}

export async function playMeasured(stage: Stage): Promise<void> {
  const { told, indicator, effectAgainst, recognised } = measured
  const { summary, ...facts } = told
  stage.on('2023-01-16')
  const [owner, guide] = [await bodyNamed(stage, measured.owner), await bodyNamed(stage, measured.guide)]
  const made = { kind: 'model', year: 2023, startsOn: '2023-02-01', ...facts }
  const { id } = (await ask(stage, operationOf('create'), { owner, guide, ...made })) as { id: number }
  for (const step of ['register', 'accept', 'start']) await move(stage, step, { id })
  // The figures of the year are accepted by then.
  stage.on('2023-12-27')
  const effectBeforeCited = await citeOf(stage, { id, indicator, year: '2022' })
  const effectAfterCited = await citeOf(stage, { id, indicator, year: '2023' })
  const effect = { effect: 'measured', effectAgainst, effectBeforeCited, effectAfterCited }
  const { told: written, resources } = await ask(stage, open, { id })
  await move(stage, 'save', { ...written, resources, ...effect, id })
  const under = { id, picture: told.name, summary, year: 2023, as: operator }
  await judge(stage, under, { ...recognised, inspected: '2023-12-28', on: '2024-01-12' })
}

/** Among its evidence from now on. */
async function citeOf(stage: Stage, of: { id: number; indicator: string; year: string }): Promise<number> {
  const { periods } = await ask(stage, figures, { id: of.id })
  const period = periods.find(({ name }) => name.includes(of.year))!.id
  const { figures: found } = await ask(stage, figures, { id: of.id, period })
  const { figure } = found.find(({ indicator }) => indicator === of.indicator)!
  const { version } = await ask(stage, open, { id: of.id })
  return (await ask(stage, cite, { id: of.id, expectedVersion: version, figure })).evidence
}
