// “Dân vận khéo” models of the sample: those the pages name, with invented details, and those of today's Tân Triều and Tân An.
import { readFileSync } from 'node:fs'
import { giveFunction } from '../bodies/body.change.ts'
import { listSets, saveSet } from '../criteria/criteria.operations.ts'
import { open } from '../models/list.operations.ts'
import { placeAt } from '../places/place.read.ts'
import { operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { body, placeId } from './bodies.ts'
import {
  bodyNamed,
  carryOut,
  higher,
  move,
  operationOf,
  playCopies,
  type Decision,
  type Told,
} from './models.copies.ts'
import { playMeasured } from './models.measured.ts'
import { makePerson } from './people.ts'
import { ask, type Stage } from './steps.ts'

interface Page {
  board: string
  place: ['district' | 'province', string]
  owner: string
  until: string
  year: number
  level: string
  signer: string
  models: Told[]
  reviews: [number, string][]
  ended: string[]
}

const data = JSON.parse(readFileSync(new URL('./data/models.json', import.meta.url), 'utf8')) as {
  pages: Page[]
  ward: Told[]
}

type BodyId = Id<'body'>

/** What a board's bodies had made when the figures of its year were sent: those are counted from the registry. */
export async function playModelsOf(stage: Stage, board: string): Promise<void> {
  for (const page of data.pages.filter((one) => one.board === board)) await playPage(stage, page)
}

export async function playModels(stage: Stage): Promise<void> {
  await playWard(stage)
  await playCopies(stage)
  await playMeasured(stage)
}

async function playPage(stage: Stage, page: Page): Promise<void> {
  const { year, until } = page
  stage.on(`${year}-01-10`)
  const at = { placeId: await placeId(stage, ...page.place), validTo: until, illustrative: true }
  const owner =
    (await bodyNamed(stage, page.owner)) ??
    (await body(stage, { ...at, organisation: 'fatherlandFront', name: page.owner }))
  const guide = (await bodyNamed(stage, page.board))!
  for (const [i, told] of page.models.entries()) {
    const made = { told, owner, guide, year, as: operator }
    const id = await recogniseOne(stage, made, {
      level: 'commune',
      decision: `${31 + i}-QĐ (minh hoạ)`,
      signer: page.signer,
    })
    if (page.level === 'district')
      await higher(stage, {
        id,
        level: 'district',
        decision: `${71 + i}-QĐ (minh hoạ)`,
        signer: page.signer,
        on: `${year}-12-20`,
      })
    for (const [reviewed, found] of page.reviews) {
      stage.on(`${reviewed}-11-15`)
      await move(stage, 'review', { id, year: reviewed, class: found, note: 'Rà soát hằng năm, số liệu minh hoạ.' })
    }
    if (page.ended.includes(told.name)) {
      stage.on(`${page.reviews.at(-1)![0]}-12-20`)
      await move(stage, 'end', { id, note: 'Gộp vào phong trào chung của thành phố (minh hoạ).' })
    }
  }
}

interface Making {
  told: Told
  owner: BodyId
  guide: BodyId
  year: number
  as: Actor
}

/** Up to the decision, by the operator on the days of its year; seen by whoever asks at each step. */
async function recogniseOne(
  stage: Stage,
  { told, owner, guide, year, as }: Making,
  decision: Decision,
): Promise<number> {
  const { summary, ...rest } = told
  stage.on(`${year}-02-10`)
  const post = { leaderPost: 'Chủ tịch', contact: 'Trụ sở cơ quan', forces: 'Mặt trận, các đoàn thể, tổ dân phố' }
  const facts = { kind: 'model', year, startsOn: `${year}-02-15`, ...post, ...rest }
  const { id } = (await ask(stage, operationOf('create'), { as, owner, guide, ...facts })) as { id: number }
  for (const step of ['register', 'accept', 'start']) await move(stage, step, { id, as })
  await carryOut(stage, { id, picture: told.name, summary, year, as }, decision)
  return id
}

/** Today's Tân Triều and Tân An: a model recognised this year, one that waits for inspection, a copy just registered. */
async function playWard(stage: Stage): Promise<void> {
  stage.on('2026-01-05')
  const from = '2025-07-01'
  const made = async (organisation: string, name: string, code: string, parentId?: BodyId) => {
    const level = code === '75' ? 'province' : 'commune'
    const found = await placeAt(stage.app.db, code, '2026-01-05')
    if (found?.level !== level) throw new Error(`no ${level} ${code}`)
    const at = { placeId: found.placeId, validTo: null, validFrom: from, illustrative: true }
    return body(stage, { organisation, name, parentId, ...at })
  }
  const board = await made('propagandaMobilisationBoard', 'Ban Tuyên giáo và Dân vận Thành ủy Đồng Nai', '75')
  const bloc = await made('mobilisationBloc', 'Khối dân vận phường Tân Triều', '26188', board)
  const women = await made('womensUnion', 'Hội Liên hiệp Phụ nữ phường Tân Triều', '26188')
  await made('youthUnion', 'Đoàn TNCS Hồ Chí Minh phường Tân Triều', '26188')
  const blocTanAn = await made('mobilisationBloc', 'Khối dân vận xã Tân An', '26179', board)
  const womenTanAn = await made('womensUnion', 'Hội Liên hiệp Phụ nữ xã Tân An', '26179')
  for (const id of [board, bloc, blocTanAn])
    await ask(stage, giveFunction, { id, expectedVersion: 1, function: 'massMobilisation' })
  const person = (username: string, name: string, role: Role, bodyId: BodyId) =>
    makePerson(stage, { username, name, role, bodyId, from })
  const hoa = await person('phunu.tantrieu', 'Chủ tịch Hội Phụ nữ phường Tân Triều', 'reporter', women)
  await person('khoi.tantrieu', 'Trưởng khối dân vận phường Tân Triều', 'head', bloc)
  await person('danvan.tantrieu', 'Cán bộ khối dân vận phường Tân Triều', 'officer', bloc)
  await person('danvan.dongnai', 'Trưởng Ban Tuyên giáo và Dân vận Thành ủy Đồng Nai', 'head', board)
  const thu = await person('phunu.tanan.xa', 'Chủ tịch Hội Phụ nữ xã Tân An', 'reporter', womenTanAn)
  await person('khoi.tanan.xa', 'Trưởng khối dân vận xã Tân An', 'head', blocTanAn)
  const [first] = data.ward
  const making = { told: first!, owner: women, guide: bloc, year: 2026, as: operator }
  const decision = { level: 'commune', decision: '45/QĐ-UBND (minh hoạ)', signer: 'Chủ tịch UBND phường' }
  const origin = await recogniseOne(stage, making, decision)
  stage.on('2026-11-23')
  const copy = await ask(stage, operationOf('replicate'), { as: thu, id: origin, owner: womenTanAn, guide: blocTanAn })
  await completeCopy(stage, thu, (copy as { id: number }).id)
  await waiting(stage, { hoa, owner: women, guide: bloc })
  await ownCriteria(stage, bloc)
}

/** The ward scores its agencies by criteria of its own, written from those the platform brings. */
async function ownCriteria(stage: Stage, body: BodyId): Promise<void> {
  stage.on('2026-11-21')
  const { sets } = await ask(stage, listSets, {})
  const { criteria, classes } = sets.find(({ purpose }) => purpose === 'agency')!
  await ask(stage, saveSet, {
    ...{ purpose: 'agency', name: 'Cơ quan “Dân vận khéo” của phường (minh hoạ)', body, expectedNo: 0 },
    ...{ validFrom: '2026-12-01', basis: 'Chưa có văn bản; số liệu minh hoạ', criteria, classes },
  })
}

async function completeCopy(stage: Stage, as: Actor, id: number): Promise<void> {
  const { told } = await ask(stage, open, { as, id })
  const own = {
    ...{ leaderPost: 'Chủ tịch Hội Phụ nữ xã', contact: 'UBND xã Tân An', startsOn: '2026-12-01' },
    changed: 'Ở xã thì mắc đèn theo xóm, dùng đèn năng lượng mặt trời vì xa đường điện.',
  }
  await move(stage, 'save', { as, ...told, id, ...own, resources: [] })
  await move(stage, 'register', { as, id })
}

/** Under way since spring, scored by itself, waiting for inspection. */
async function waiting(
  stage: Stage,
  { hoa: as, owner, guide }: { hoa: Actor; owner: BodyId; guide: BodyId },
): Promise<void> {
  const facts = {
    ...{ kind: 'model', field: 'economy', year: 2026, name: 'Đổi rác lấy quà cho trẻ', startsOn: '2026-03-01' },
    ...{
      leaderPost: 'Chủ tịch Hội Phụ nữ phường',
      contact: 'Trụ sở UBND phường',
      forces: 'Hội Phụ nữ, Đoàn, hai trường tiểu học',
    },
    problem: 'Rác nhựa vứt ở sân trường và chợ, trẻ con chưa có thói quen phân loại.',
    objective: 'Mỗi tháng thu 300 kg rác nhựa, đổi thành sách vở cho trẻ.',
    content:
      'Thứ sáu cuối tháng mở điểm đổi ở hai trường; Hội bán phế liệu, tiền mua sách vở; Đoàn cân và ghi sổ treo ở cổng trường.',
    expected: 'Thu 3 tấn rác nhựa một năm, 500 em có sách vở.',
    ...{ participants: 620, beneficiaries: 500 },
    resources: [{ kind: 'money', source: 'people', amount: 21_000_000, note: 'bán phế liệu' }],
  }
  stage.on('2026-02-20')
  const { id } = (await ask(stage, operationOf('create'), { as, owner, guide, ...facts })) as { id: number }
  await move(stage, 'register', { as, id })
  for (const step of ['accept', 'start']) await move(stage, step, { id })
  stage.on('2026-11-18')
  const figure = {
    kind: 'figure',
    title: 'Rác nhựa thu được',
    on: '2026-10-31',
    figure: '2.640 kg, 10 tháng năm 2026 (minh hoạ)',
  }
  await move(stage, 'addEvidence', { as, id, ...figure })
  const { set, evidence } = await ask(stage, open, { as, id })
  const shown = evidence.map((one) => one.id)
  const scores = set!.criteria.map(({ no, most, evidence: asked }) => ({
    ...{ no, points: Math.round(most * 0.9 * 10) / 10, met: true, note: '', ...(asked && { evidence: shown }) },
  }))
  await move(stage, 'selfScore', { as, id, scores })
}
