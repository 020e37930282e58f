// The ceremony of 28 January 2021 in the town the page does not name, from the round to the hall; and a round of today's Tân Triều.
import { readFileSync } from 'node:fs'
import { bodyAt } from '../bodies/body.read.ts'
import { commendationOperations } from '../commendations/index.operations.ts'
import { open } from '../commendations/nominee.open.operations.ts'
import { listForms } from '../commendations/form.read.operations.ts'
import type { Id } from '../shared/id.ts'
import { body, bodyNamed } from './bodies.ts'
import { ask, type Stage } from './steps.ts'

const data = JSON.parse(readFileSync(new URL('./data/commendations.json', import.meta.url), 'utf8')) as {
  decision: string
  collectives: [string, string][]
  persons: [string, string, string, string, boolean][]
}

type BodyId = Id<'body'>

const operationOf = (name: string) =>
  commendationOperations.find((one) => one.name === `commendations.${name}`)! as never

/** By the operator, seen at each step. */
async function move(
  stage: Stage,
  name: string,
  { id, ...input }: { id: number; [fact: string]: unknown },
): Promise<any> {
  const { version } = await ask(stage, open, { id })
  return ask(stage, operationOf(name), { ...input, id, expectedVersion: version })
}

async function formId(stage: Stage, key: string): Promise<number> {
  const { forms } = await ask(stage, listForms, {})
  return forms.find((one) => one.key === key)!.id
}

const council = ['Chủ tịch UBND', 'Phó Chủ tịch UBND', 'Trưởng Ban Dân vận', 'Chủ tịch Mặt trận', 'Trưởng phòng Nội vụ']

export async function playCommendations(stage: Stage): Promise<void> {
  await playTown(stage)
  await playWard(stage)
}

async function playTown(stage: Stage): Promise<void> {
  stage.on('2020-12-01')
  const desk = await bodyNamed(stage.app, 'Ban Dân vận Thị ủy (trang không nêu tên)')
  const { placeId } = (await bodyAt(stage.app.db, desk, '2020-12-01'))!
  const made = (organisation: string, name: string) =>
    body(stage, { organisation, name, placeId, validTo: null, illustrative: true })
  const awards = await made('peoplesCommittee', 'Ủy ban nhân dân thị xã (trang không nêu tên)')
  const front = await made('fatherlandFront', 'Ủy ban Mặt trận Tổ quốc thị xã (trang không nêu tên)')
  const occasion = 'Hội nghị tổng kết công tác dân vận năm 2020, mười năm phong trào thi đua “Dân vận khéo”'
  const { id: round } = (await ask(stage, operationOf('openRound'), {
    ...{ form: await formId(stage, 'giayKhen.district'), body: awards, desk, year: 2020, occasion },
    nominationsUntil: '2020-12-31',
  })) as { id: number }
  const members = council.map((post) => ({ post: `${post} thị xã` }))
  await ask(stage, operationOf('setCouncil'), { id: round, expectedVersion: 1, members })
  const nominees: number[] = []
  for (const told of honoured()) nominees.push(await upToSubmitted(stage, { round, nominator: front, told }))
  stage.on('2021-01-22')
  const seen = async () =>
    Promise.all(nominees.map(async (id) => ({ id, expectedVersion: (await ask(stage, open, { id })).version })))
  const signed = { number: data.decision, on: '2021-01-22', signerPost: 'Chủ tịch UBND thị xã' }
  await ask(stage, operationOf('decide'), { round, ...signed, nominees: await seen() })
  stage.on('2021-01-28', '11:00')
  await ask(stage, operationOf('present'), { round, on: '2021-01-28', nominees: await seen() })
  // Two of the six agreed to be named.
  const words = 'Tôi đồng ý cho nêu tên tôi trong sổ khen thưởng công khai (minh hoạ).'
  for (const id of nominees.slice(7, 9))
    await move(stage, 'giveConsent', { id, words, on: '2021-01-28', channel: 'inPerson' })
}

function honoured(): Record<string, unknown>[] {
  const said = (what: string) => ({
    achievement: `${what} Việc làm đều trong năm 2020, được dân đồng tình (minh hoạ).`,
    merits: [{ kind: 'text', text: what }],
  })
  return [
    ...data.collectives.map(([name, what]) => ({ kind: 'collective', name, ...said(what) })),
    ...data.persons.map(([name, post, unit, what, direct]) => ({
      kind: 'person',
      name,
      post,
      unit,
      direct,
      ...said(what),
    })),
  ]
}

interface Proposed {
  round: number
  nominator: BodyId
  told: Record<string, unknown>
}

async function upToSubmitted(stage: Stage, { round, nominator, told }: Proposed): Promise<number> {
  stage.on('2020-12-15')
  const { id } = (await ask(stage, operationOf('nominate'), { round, nominator, ...told })) as { id: number }
  await move(stage, 'complete', { id })
  stage.on('2021-01-05')
  await move(stage, 'flag', { id, pending: false })
  await move(stage, 'check', { id })
  stage.on('2021-01-18')
  const comments = {
    from: '2021-01-06',
    until: '2021-01-15',
    where: 'Bảng tin trụ sở UBND thị xã (minh hoạ)',
    count: 0,
  }
  await move(stage, 'takeComments', { id, ...comments })
  await move(stage, 'closeVote', { id, minutes: '02/BB-HĐ ngày 18/01/2021 (minh hoạ)', inFavour: 5, against: 0 })
  await move(stage, 'submit', { id })
  return id
}

/** Open for nominations; the women's union has proposed its own model. */
async function playWard(stage: Stage): Promise<void> {
  stage.on('2026-11-10')
  const [awards, desk, women] = await Promise.all(
    ['Ủy ban nhân dân phường Tân Triều', 'Khối dân vận phường Tân Triều', 'Hội Liên hiệp Phụ nữ phường Tân Triều'].map(
      (name) => bodyNamed(stage.app, name),
    ),
  )
  const { id: round } = (await ask(stage, operationOf('openRound'), {
    ...{ form: await formId(stage, 'giayKhen.commune'), body: awards, desk, year: 2026 },
    ...{ occasion: 'Tổng kết công tác dân vận năm 2026 của phường', nominationsUntil: '2026-12-15' },
  })) as { id: number }
  const members = council.map((post, i) => ({ post: `${post} phường`, username: i === 0 ? 'chutich.tantrieu' : '' }))
  await ask(stage, operationOf('setCouncil'), { id: round, expectedVersion: 1, members })
  const what = 'Mắc đèn các ngõ tối bằng tiền góp của dân, 61 bóng, không nhà nào phải đóng quá sức.'
  const { id } = (await ask(stage, operationOf('nominate'), {
    ...{ round, nominator: women!, kind: 'collective', bodyId: women, name: 'Hội Liên hiệp Phụ nữ phường Tân Triều' },
    ...{ achievement: what, merits: [{ kind: 'text', text: 'Thắp sáng ngõ xóm, năm 2026 (minh hoạ)' }] },
  })) as { id: number }
  await move(stage, 'complete', { id })
  await playHonoured(stage, { awards: awards!, desk: desk!, women: women! })
}

/** A round of a bloc of emulation: one nominee was honoured, one is being voted on. */
async function playHonoured(stage: Stage, of: { awards: BodyId; desk: BodyId; women: BodyId }): Promise<void> {
  stage.on('2026-10-01')
  const members = [of.desk, of.women].map((body, i) => ({ body, rank: i + 1 }))
  const bloc = { kind: 'bloc', name: 'Khối thi đua Đảng, đoàn thể phường Tân Triều', year: 2026, members }
  const minutes = '01/BB-KTĐ ngày 28/09/2026 (minh hoạ)'
  const { id: clusterId } = (await ask(stage, operationOf('makeCluster'), {
    ...{ ...bloc, body: of.desk, headId: of.women, minutes },
  })) as { id: number }
  const { id: round } = (await ask(stage, operationOf('openRound'), {
    ...{ form: await formId(stage, 'giayKhen.commune'), body: of.awards, desk: of.desk, year: 2026, clusterId },
    ...{ occasion: 'Khen đột xuất việc giúp dân sau mưa lũ tháng 9', nominationsUntil: '2026-12-31' },
  })) as { id: number }
  const posts = council.map((post, i) => ({
    ...{ post: `${post} phường`, username: i === 0 ? 'chutich.tantrieu' : '' },
  }))
  await ask(stage, operationOf('setCouncil'), { id: round, expectedVersion: 1, members: posts })
  const honoured = await upToVote(stage, {
    round,
    of,
    name: 'Tổ xung kích khu phố 3',
    what: 'Đưa 14 hộ ra khỏi chỗ ngập',
  })
  await move(stage, 'closeVote', { id: honoured, minutes: '03/BB-HĐ (minh hoạ)', inFavour: 5, against: 0 })
  await move(stage, 'submit', { id: honoured })
  stage.on('2026-10-20')
  const seen = async () => [{ id: honoured, expectedVersion: (await ask(stage, open, { id: honoured })).version }]
  const signed = { number: '88/QĐ-UBND', on: '2026-10-20', signerPost: 'Chủ tịch UBND phường' }
  await ask(stage, operationOf('decide'), { round, ...signed, nominees: await seen() })
  await ask(stage, operationOf('present'), { round, on: '2026-10-20', nominees: await seen() })
  await upToVote(stage, { round, of, name: 'Đội thuyền nhà ông Tư (minh hoạ)', what: 'Chở gạo, nước cho 60 hộ' })
}

async function upToVote(
  stage: Stage,
  { round, of, name, what }: { round: number; of: { women: BodyId }; name: string; what: string },
): Promise<number> {
  stage.on('2026-10-02')
  const { id } = (await ask(stage, operationOf('nominate'), {
    ...{
      round,
      nominator: of.women,
      kind: 'collective',
      name,
      achievement: `${what} trong đêm mưa lũ, không để ai bị nạn.`,
    },
    merits: [{ kind: 'text', text: `${what}, tháng 9 năm 2026 (minh hoạ)` }],
  })) as { id: number }
  await move(stage, 'complete', { id })
  await move(stage, 'flag', { id, pending: false })
  await move(stage, 'check', { id })
  stage.on('2026-10-15')
  const where = 'Bảng tin trụ sở UBND phường (minh hoạ)'
  await move(stage, 'takeComments', { id, from: '2026-10-03', until: '2026-10-12', where, count: 0 })
  return id
}
