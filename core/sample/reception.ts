// How three desks received citizens in November and December 2026: sessions, bookings, visits, one conclusion. Invented, from
// data/reception-2026.json.
import { readFileSync } from 'node:fs'
import { queue } from '../cases/queue.operations.ts'
import { show } from '../cases/show.operations.ts'
import { sort } from '../cases/sort.operations.ts'
import { create as createSeries } from '../documents/series.operations.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import * as bookings from '../reception/booking.operations.ts'
import * as conclusions from '../reception/conclusion.operations.ts'
import { enter } from '../reception/enter.operations.ts'
import { fulfil, points as promises } from '../reception/point.operations.ts'
import { schedule } from '../reception/schedule.operations.ts'
import * as sittings from '../reception/sitting.operations.ts'
import { mine, showSitting } from '../reception/sitting.read.operations.ts'
import * as visits from '../reception/visit.operations.ts'
import { anonymous, type Actor } from '../shared/actor.ts'
import { bodyNamed } from './bodies.ts'
import { ask, type Stage } from './steps.ts'

interface Desk {
  who: string
  head: string
  desk: string
  proposed: string
  pattern: object
  session: { starts: string; ends: string; placeWords: string }
  held: string[]
  moved: { day: string; on: string; to: string; reason: string } | null
}

interface Visit {
  who: string
  desk: string
  day: string
  at: string
  entry: object
  lead?: string
  result?: { on: string }
  refusal?: { on: string; document: string }
  conclusion?: {
    on: string
    text: string
    points: { text: string; body: string; dueOn: string }[]
    done: { who: string; on: string; text: string; proof: string }
  }
}

interface Told {
  desks: Desk[]
  bookings: { mark: string; desk: string; day: string; on: string; name: string; phone: string; text: string }[]
  visits: Visit[]
}

export async function playReception(stage: Stage): Promise<void> {
  const told = JSON.parse(readFileSync(new URL('./data/reception-2026.json', import.meta.url), 'utf8')) as Told
  stage.on('2026-10-26')
  const body = await bodyNamed(stage.app, 'Ủy ban nhân dân phường Tân Triều')
  const span = { validFrom: '2026-01-01', validTo: '2026-12-31' }
  await ask(stage, createSeries, { body, family: 'state', kind: 'TB', symbol: 'TB-UBND', lastNumber: 20, ...span })
  for (const desk of told.desks) await postSessions(stage, desk)
  for (const one of told.bookings) await bookPlace(stage, one)
  for (const desk of told.desks) await moveSession(stage, desk)
  for (const one of told.visits) await receiveOne(stage, one)
  for (const { who, held } of told.desks)
    for (const day of held) {
      stage.on(day, '17:00')
      const as = await actorOfPerson(stage.app, who)
      await ask(stage, sittings.hold, { as, ...(await sessionOn(stage, as, day)) })
    }
}

async function postSessions(stage: Stage, { who, desk: name, proposed, pattern, session }: Desk): Promise<void> {
  stage.on(proposed)
  const as = await actorOfPerson(stage.app, who)
  const desk = await bodyNamed(stage.app, name)
  const { made } = await ask(stage, sittings.proposePattern, { as, desk, ...pattern, ...session })
  await ask(stage, sittings.post, { as, ids: made.map(({ id }) => id) })
}

async function moveSession(stage: Stage, { who, session, moved }: Desk): Promise<void> {
  if (!moved) return
  stage.on(moved.on)
  const as = await actorOfPerson(stage.app, who)
  const seen = await sessionOn(stage, as, moved.day)
  const { starts, ends, placeWords } = session
  await ask(stage, sittings.shift, { as, ...seen, day: moved.to, starts, ends, placeWords, reason: moved.reason })
}

/** The session of that day as its desk sees it. */
async function sessionOn(stage: Stage, as: Actor, day: string): Promise<{ id: number; expectedVersion: number }> {
  const { sittings: found } = await ask(stage, mine, { as, from: day, to: day })
  const { id } = found[0]!
  return { id, expectedVersion: (await ask(stage, showSitting, { as, id })).version }
}

async function bookPlace(
  stage: Stage,
  { mark: once, desk: name, day, on, ...who }: Told['bookings'][number],
): Promise<void> {
  stage.on(on, '20:00')
  const desk = await bodyNamed(stage.app, name)
  const { sittings: found } = await ask(stage, schedule, { as: anonymous, desk })
  const sitting = found.find((one) => one.day === day)!.id
  await ask(stage, bookings.book, { as: anonymous, once, sitting, ...who, silent: who.text === '' })
}

async function receiveOne(stage: Stage, told: Visit): Promise<void> {
  const as = await actorOfPerson(stage.app, told.who)
  stage.on(told.day, told.at)
  const desk = await bodyNamed(stage.app, told.desk)
  const { id: sitting } = await sessionOn(stage, as, told.day)
  const made = await ask(stage, enter, { as, desk, sitting, ...told.entry })
  const version = async () => (await ask(stage, visits.showVisit, { as, id: made.id })).version
  if (told.lead) {
    const { lines } = await ask(stage, queue, { as, q: made.receipt!.code })
    const { id } = lines[0]!
    const { version: expectedVersion } = await ask(stage, show, { as, id })
    const lead = await bodyNamed(stage.app, told.lead)
    await ask(stage, sort, { as, id, expectedVersion, kind: 'petition', lead })
  }
  if (told.conclusion)
    await conclude(stage, made.id, { ...told.conclusion, as, head: told.who.replace('tiepdan', 'chutich') })
  if (told.result) {
    stage.on(told.result.on)
    await ask(stage, visits.tellResult, { as, id: made.id, expectedVersion: await version(), ...told.result })
  }
  if (told.refusal) {
    stage.on(told.refusal.on)
    const { document } = told.refusal
    await ask(stage, visits.refuseInWriting, { as, id: made.id, expectedVersion: await version(), document })
  }
}

type Concluded = NonNullable<Visit['conclusion']> & { as: Actor; head: string }

async function conclude(stage: Stage, visit: number, { on, text, points, done, as, head }: Concluded): Promise<void> {
  stage.on(on)
  const given = []
  for (const { body, ...point } of points) given.push({ ...point, body: await bodyNamed(stage.app, body) })
  await ask(stage, conclusions.draft, { as, visit, expectedVersion: 0, text, points: given })
  stage.on(on, '15:00')
  const signed = { signerTitle: 'Chủ tịch', signedBy: 'Chủ tịch UBND phường (giả định)' }
  await ask(stage, conclusions.issue, {
    as: await actorOfPerson(stage.app, head),
    visit,
    expectedVersion: 1,
    ...signed,
  })
  stage.on(done.on, '16:30')
  const by = await actorOfPerson(stage.app, done.who)
  const { points: mine } = await ask(stage, promises, { as: by })
  const point = mine.find(({ visit: of, mayFulfil }) => of === visit && mayFulfil)!
  await ask(stage, fulfil, { as: by, id: point.id, text: done.text, proof: done.proof })
}
