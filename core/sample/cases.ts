// What citizens sent in November 2026 to two desks of today's Đồng Nai, and what became of it. Invented, from data/cases-2026.json.
import { readFileSync } from 'node:fs'
import { giveFunction } from '../bodies/body.change.ts'
import { caseOperations } from '../cases/index.operations.ts'
import { register } from '../cases/register.operations.ts'
import { sort } from '../cases/sort.operations.ts'
import { submit } from '../cases/submit.operations.ts'
import { placeAt } from '../places/place.read.ts'
import { anonymous, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { queue } from '../cases/queue.operations.ts'
import { show } from '../cases/show.operations.ts'
import { body } from './bodies.ts'
import { makePerson } from './people.ts'
import { ask, type Stage } from './steps.ts'

interface Told {
  cases: {
    mark: string
    desk: 'tantrieu' | 'tanan'
    on: string
    at: string
    door: string
    topic: string
    text: string
    placeWords: string
    lat: number | null
    lon: number | null
    sender: Record<string, string>
    moves: ({ who: string; on: string; at: string; move: string; lead?: string; day?: string } & Record<
      string,
      unknown
    >)[]
  }[]
  denunciation: {
    desk: 'tantrieu'
    on: string
    at: string
    who: string
    channel: string
    text: string
    sender: Record<string, string>
    sorted: string
    redacted: string
  }
  envelope: { desk: 'tantrieu'; on: string; at: string; who: string; channel: string }
}

const from = '2025-07-01'

export async function playCases(stage: Stage): Promise<void> {
  const told = JSON.parse(readFileSync(new URL('./data/cases-2026.json', import.meta.url), 'utf8')) as Told
  stage.on('2026-10-30')
  const at = await makeDesks(stage)
  for (const one of told.cases) await playCase(stage, at, one)
  await playDenunciation(stage, at, told.denunciation)
  const { desk, on, at: time, who, channel } = told.envelope
  stage.on(on, time)
  await ask(stage, register, { as: await actorOfPerson(stage.app, who), desk: at[desk], channel, door: 'denunciation' })
}

/** Told at the desk, written down there, sorted some days later: from then on only an approved request shows who it was. */
async function playDenunciation(stage: Stage, at: Bodies, told: Told['denunciation']): Promise<void> {
  const { desk, on, at: time, who, channel, text, sender, sorted, redacted } = told
  const as = await actorOfPerson(stage.app, who)
  stage.on(on, time)
  const made = await ask(stage, register, { as, desk: at[desk], channel, door: 'denunciation', text, ...sender })
  stage.on(sorted)
  const { version } = await ask(stage, show, { as, id: made.id })
  await ask(stage, sort, { as, id: made.id, expectedVersion: version, kind: 'denunciation', redacted })
}

type Bodies = Record<'tantrieu' | 'tanan' | 'works', Id<'body'>>

async function makeDesks(stage: Stage): Promise<Bodies> {
  const made = async (organisation: string, name: string, code: string, parentId?: Id<'body'>) => {
    const place = await placeAt(stage.app.db, code, '2026-10-30')
    const { placeId } = place!
    return body(stage, { organisation, name, placeId, parentId, validTo: null, validFrom: from, illustrative: true })
  }
  const receives = (id: Id<'body'>) =>
    ask(stage, giveFunction, { id, expectedVersion: 1, function: 'citizenReception' })
  const city = await made('peoplesCommittee', 'Ủy ban nhân dân thành phố Đồng Nai', '75')
  const tantrieu = await made('peoplesCommittee', 'Ủy ban nhân dân phường Tân Triều', '26188', city)
  const tanan = await made('peoplesCommittee', 'Ủy ban nhân dân xã Tân An', '26179', city)
  const works = await made('stateAgency', 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều', '26188', tantrieu)
  for (const desk of [city, tantrieu, tanan]) await receives(desk)
  const person = (username: string, name: string, role: Role, bodyId: Id<'body'>) =>
    makePerson(stage, { username, name, role, ...(role === 'head' && { also: 'handler' }), bodyId, from })
  await person('tiepdan.tantrieu', 'Cán bộ tiếp công dân phường Tân Triều', 'receiver', tantrieu)
  await person('hatang.tantrieu', 'Cán bộ hạ tầng phường Tân Triều', 'handler', works)
  await person('chutich.tantrieu', 'Chủ tịch UBND phường Tân Triều', 'head', tantrieu)
  await person('niemphong.tantrieu', 'Người được mở niêm phong phường Tân Triều', 'sealOpener', tantrieu)
  await person('thanhtra.tantrieu', 'Thanh tra phường Tân Triều', 'inspector', tantrieu)
  await person('truongthon.tantrieu', 'Tổ trưởng tổ dân phố 5, phường Tân Triều', 'villageHead', tantrieu)
  await person('tiepdan.tanan', 'Cán bộ tiếp công dân xã Tân An', 'receiver', tanan)
  await person('chutich.tanan', 'Chủ tịch UBND xã Tân An', 'head', tanan)
  await person('tiepdan.dongnai', 'Cán bộ tiếp công dân thành phố Đồng Nai', 'receiver', city)
  await person('chutich.dongnai', 'Chủ tịch UBND thành phố Đồng Nai', 'head', city)
  await person('quantri.dongnai', 'Quản trị hệ thống thành phố Đồng Nai', 'administrator', city)
  return { tantrieu, tanan, works }
}

async function playCase(stage: Stage, bodies: Bodies, told: Told['cases'][number]): Promise<void> {
  const { mark: once, desk, door, topic, text, placeWords, lat, lon, sender } = told
  stage.on(told.on, told.at)
  const sent = { once, desk: bodies[desk], door, topic, text, placeWords, lat, lon, ...sender }
  const { code } = await ask(stage, submit, { as: anonymous, ...sent })
  const receiver = await actorOfPerson(stage.app, `tiepdan.${desk}`)
  const { lines } = await ask(stage, queue, { as: receiver, q: code })
  for (const one of told.moves) await playMove(stage, { id: lines[0]!.id, bodies, receiver }, one)
}

async function playMove(
  stage: Stage,
  of: { id: number; bodies: Bodies; receiver: Actor },
  { who, on, at, move, lead, day, ...input }: Told['cases'][number]['moves'][number],
): Promise<void> {
  stage.on(on, at)
  const as = await actorOfPerson(stage.app, who)
  const { version } = await ask(stage, show, { as: of.receiver, id: of.id })
  const operation = caseOperations.find(({ name }) => name === `submissions.${move}`)!
  const given = { ...input, ...(lead && { lead: of.bodies[lead as 'works'] }), ...(day && { on: day }) }
  await ask(stage, operation as never, { as, id: of.id, expectedVersion: version, ...given })
}
