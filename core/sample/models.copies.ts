// Models of the sample that other bodies took up, with what each does otherwise; and the steps all of them go through. Details invented.
import { readFileSync } from 'node:fs'
import { list as listBodies } from '../bodies/body.operations.ts'
import { gallery } from '../models/gallery.operations.ts'
import { modelOperations } from '../models/index.operations.ts'
import { open } from '../models/list.operations.ts'
import { operator, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { picture } from './picture.ts'
import { ask, type Stage } from './steps.ts'

export interface Told {
  name: string
  field: string
  summary: string
  [fact: string]: unknown
}

export interface Decision {
  level: string
  decision: string
  signer: string
}

interface Copy {
  /** Whose it is a copy of: the body that made the one before. */
  of: { name: string; owner: string }
  owner: string
  guide: string
  /** The day it was begun. */
  on: string
  own: Record<string, unknown>
  summary: string
  /** Without it the copy is still being tried. */
  recognised?: Decision
}

const { copies } = JSON.parse(readFileSync(new URL('./data/models.json', import.meta.url), 'utf8')) as {
  copies: Copy[]
}

/** In the order of the file, so that a copy may itself be copied. */
export async function playCopies(stage: Stage): Promise<void> {
  for (const copy of copies) await playCopy(stage, copy)
}

async function playCopy(stage: Stage, copy: Copy): Promise<void> {
  stage.on(copy.on)
  const [owner, guide] = [await bodyNamed(stage, copy.owner), await bodyNamed(stage, copy.guide)]
  const origin = await modelOfBody(stage, copy.of)
  const { id } = (await ask(stage, operationOf('replicate'), { id: origin, owner, guide })) as { id: number }
  const { told } = await ask(stage, open, { id })
  await move(stage, 'save', { ...told, resources: [], ...copy.own, id })
  for (const step of ['register', 'accept', 'start']) await move(stage, step, { id })
  const { summary, recognised } = copy
  const year = Number(copy.on.slice(0, 4))
  if (recognised)
    await carryOut(stage, { id, picture: `${copy.of.name} ${copy.owner}`, summary, year, as: operator }, recognised)
}

/** Among what everybody reads: only what was recognised is copied. */
async function modelOfBody(stage: Stage, { name, owner }: Copy['of']): Promise<number> {
  const { models } = await ask(stage, gallery, { q: name })
  const found = models.find((one) => one.name === name && one.owner === owner)
  if (!found) throw new Error(`no model “${name}” of ${owner}`)
  return found.id
}

/** By the name it has or had. */
export async function bodyNamed(stage: Stage, name: string): Promise<Id<'body'> | undefined> {
  const on = stage.app.clock().toISOString().slice(0, 10)
  for (const day of [on, '2024-06-01']) {
    const { bodies } = await ask(stage, listBodies, { q: name, on: day })
    const found = bodies.find((one) => one.name === name)
    if (found) return found.bodyId as Id<'body'>
  }
  return undefined
}

export const operationOf = (name: string) => modelOperations.find((one) => one.name === `models.${name}`)! as never

/** Seen in its newest version by whoever moves it. */
export async function move(
  stage: Stage,
  name: string,
  input: { id: number; as?: Actor } & Record<string, unknown>,
): Promise<any> {
  const { as = operator, ...rest } = input
  const { version } = await ask(stage, open, { as, id: input.id })
  return ask(stage, operationOf(name), { as, ...rest, expectedVersion: version })
}

interface Under {
  id: number
  /** What its picture is about. */
  picture: string
  summary: string
  year: number
  as: Actor
}

/** From under way to the decision and the public page, on the days of its year. */
export async function carryOut(stage: Stage, under: Under, decision: Decision): Promise<void> {
  const { id, picture: about, year, as } = under
  stage.on(`${year}-10-05`)
  // Without a folder for files a figure stands for the picture.
  const shown = stage.app.files
    ? {
        kind: 'photo',
        files: [{ name: 'minh hoạ.png', content: (await picture(about)).toString('base64') }],
        mayShow: true,
      }
    : { kind: 'figure', figure: 'minh hoạ' }
  await move(stage, 'addEvidence', { id, as, title: 'Ảnh, số liệu minh hoạ', on: `${year}-10-01`, ...shown })
  await judge(stage, under, { ...decision, inspected: `${year}-11-03`, on: `${year}-11-20` })
}

/** Scored by itself and by others, recognised, shown. */
export async function judge(
  stage: Stage,
  { id, summary, as }: Under,
  { inspected, ...decision }: Decision & { inspected: string; on: string },
): Promise<void> {
  const { set, evidence: all } = await ask(stage, open, { as, id })
  const evidence = all.map((one) => one.id)
  const scores = (share: number) =>
    set!.criteria.map(({ no, most, evidence: asked }) => ({
      ...{ no, points: Math.round(most * share * 10) / 10, met: true, note: '', ...(asked && { evidence }) },
    }))
  await move(stage, 'selfScore', { id, as, scores: scores(0.95) })
  stage.on(inspected, '16:00')
  const found = { team: 'Ban Dân vận, Mặt trận, đoàn thể (minh hoạ)', minutes: 'Biên bản minh hoạ' }
  await move(stage, 'inspect', { id, as, on: inspected, ...found, scores: scores(0.88) })
  await higher(stage, { id, ...decision })
  await move(stage, 'show', { id, as, summary })
}

export async function higher(stage: Stage, of: Decision & { id: number; on: string }): Promise<void> {
  const { id, level, decision, signer: signerPost, on } = of
  stage.on(on, '10:00')
  await move(stage, 'recognise', { id, level, decision, on, signerPost })
}
