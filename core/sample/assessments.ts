// The assessments of 2023 in Vĩnh Cửu: agencies by “Dân vận khéo”, three kinds of units by democracy in the grass roots. Invented.
import { giveBack, excuse, submit, verify } from '../assessments/scoresheet.operations.ts'
import { addUnits, launch, show } from '../assessments/assessment.operations.ts'
import { decide } from '../assessments/decision.operations.ts'
import { listSets } from '../criteria/criteria.operations.ts'
import type { Id } from '../shared/id.ts'
import { body, bodyNamed, type VinhCuu } from './bodies.ts'
import { ask, type Stage } from './steps.ts'
import type { Scene } from './year.ts'
import { year } from './year.rows.ts'

type BodyId = Id<'body'>

const offices = [
  ...['Văn phòng HĐND và UBND', 'Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Tài chính - Kế hoạch', 'Thanh tra'],
  ...['Phòng Tài nguyên và Môi trường', 'Phòng Lao động - Thương binh và Xã hội', 'Phòng Văn hoá và Thông tin'],
  ...['Phòng Giáo dục và Đào tạo', 'Phòng Y tế', 'Phòng Nông nghiệp', 'Phòng Quản lý đô thị'],
]
/** The district bodies scored beside its agencies. */
const districtBodies = [
  'Ủy ban Mặt trận Tổ quốc Việt Nam huyện Vĩnh Cửu',
  'Huyện đoàn Vĩnh Cửu',
  'Hội Liên hiệp Phụ nữ huyện Vĩnh Cửu',
  'Hội Cựu chiến binh huyện Vĩnh Cửu',
  'Ban Dân vận Huyện ủy Vĩnh Cửu',
  'Ủy ban nhân dân huyện Vĩnh Cửu',
]
/** Has not reported anything this year, and is not scored either. */
const leftOut = 'Ủy ban nhân dân xã Mã Đà'
const signed = { decision: '09-QĐ/BCĐ', on: '2023-12-12', signerPost: 'Trưởng Ban Chỉ đạo' }

export async function playAssessments(scene: Scene): Promise<void> {
  const { stage, at } = scene
  stage.on('2023-03-10')
  const { agencies, enterprises } = await makeUnits(stage, at)
  const [communeFigures, agencyFigures, enterpriseFigures] = year.steering.units
  await playAgencies(scene, agencies)
  stage.on('2023-03-14')
  const democracy = await ask(stage, launch, {
    body: at.steering,
    purpose: 'democracy',
    year: 2023,
    dueOn: '2023-11-25',
  })
  const committees = [...at.communes.values()].map(({ bodies }) => bodies.get('peoplesCommittee')!)
  let { version } = democracy
  const groups = [
    { ofKind: 'commune', bodies: committees, good: communeFigures!.good },
    { ofKind: 'agency', bodies: agencies.slice(0, agencyFigures!.due), good: agencyFigures!.good },
    { ofKind: 'enterprise', bodies: enterprises, good: enterpriseFigures!.good },
  ]
  for (const { ofKind, bodies } of groups)
    ({ version } = await ask(stage, addUnits, { id: democracy.id, expectedVersion: version, ofKind, bodies }))
  const sheets = await sheetsOf(stage, democracy.id)
  stage.on('2023-04-05')
  const out = await bodyNamed(stage.app, leftOut)
  const note = 'Xã chưa lập đủ bộ máy trong năm, không xếp loại (minh hoạ).'
  await ask(stage, excuse, { id: sheets.get(out)!, expectedVersion: 1, note })
  const good = new Set(groups.flatMap((group) => group.bodies.filter((one) => one !== out).slice(0, group.good)))
  const verified = []
  for (const { ofKind, bodies } of groups) {
    const score = await scorer(stage, 'democracy', ofKind)
    for (const one of bodies)
      if (one !== out) verified.push(await scoreOne(stage, sheets.get(one)!, score, good.has(one) ? 0.92 : 0.76))
  }
  await decideAll(stage, democracy.id, verified)
}

async function playAgencies({ stage, at }: Scene, agencies: readonly BodyId[]): Promise<void> {
  const { due, met } = year.steering.agencies
  const named = await Promise.all(districtBodies.map((name) => bodyNamed(stage.app, name)))
  // Three of them are under way: one has not begun, one waits, one was given back.
  const scored = [...named, ...agencies].slice(0, due - 3)
  const returned = agencies.at(-1)!
  const launched = await ask(stage, launch, { body: at.steering, purpose: 'agency', year: 2023, dueOn: '2023-11-25' })
  await ask(stage, addUnits, {
    id: launched.id,
    expectedVersion: launched.version,
    bodies: [...scored, at.farmers, at.labour, returned],
  })
  const sheets = await sheetsOf(stage, launched.id)
  const score = await scorer(stage, 'agency', '')
  const verified = []
  for (const [i, one] of scored.entries())
    verified.push(await scoreOne(stage, sheets.get(one)!, score, i < met ? 0.9 : 0.7))
  for (const one of [at.labour, returned]) await send(stage, sheets.get(one)!, score(0.94, ''))
  stage.on('2023-12-04')
  const note = 'Bổ sung kế hoạch dân vận của năm (minh hoạ).'
  await ask(stage, giveBack, { id: sheets.get(returned)!, expectedVersion: 2, note })
  await decideAll(stage, launched.id, verified)
}

async function makeUnits(stage: Stage, at: VinhCuu): Promise<{ agencies: BodyId[]; enterprises: BodyId[] }> {
  const made = { placeId: at.place, validFrom: '2021-07-01', illustrative: true }
  const agencies: BodyId[] = []
  const wanted = year.steering.units[1]!.due
  for (let i = 0; i < wanted; i += 1) {
    const name = offices[i]
      ? `${offices[i]} huyện Vĩnh Cửu`
      : `Trường, đơn vị sự nghiệp số ${i + 1 - offices.length} (minh hoạ)`
    agencies.push(await body(stage, { ...made, organisation: 'stateAgency', name }))
  }
  const enterprises: BodyId[] = []
  for (let i = 0; i < year.steering.units[2]!.due; i += 1)
    enterprises.push(
      await body(stage, { ...made, organisation: 'enterprise', name: `Doanh nghiệp số ${i + 1} (minh hoạ)` }),
    )
  return { agencies, enterprises }
}

async function sheetsOf(stage: Stage, id: number): Promise<Map<BodyId, number>> {
  const { sheets } = await ask(stage, show, { id })
  return new Map(sheets.map((one) => [one.bodyId as BodyId, one.id]))
}

type Scorer = (share: number, note: string) => object[]

/** Points for each criterion of the shipped set: a share of the most. */
async function scorer(stage: Stage, purpose: string, ofKind: string): Promise<Scorer> {
  const { sets } = await ask(stage, listSets, {})
  const set = sets.find((one) => one.purpose === purpose && one.ofKind === ofKind)!
  return (share, note) =>
    set.criteria.map(({ no, most, evidence }) => ({
      no,
      points: Math.round(most * share * 10) / 10,
      met: true,
      note,
      proof: evidence ? `Hồ sơ mục ${no}, năm 2023 (minh hoạ)` : '',
    }))
}

async function send(stage: Stage, id: number, scores: object[]): Promise<void> {
  stage.on('2023-11-20')
  await ask(stage, submit, { id, expectedVersion: 1, scores })
}

/** Sent and verified; answers the sheet as it was seen. */
async function scoreOne(stage: Stage, id: number, score: Scorer, share: number): Promise<string> {
  await send(stage, id, score(share + 0.04, ''))
  stage.on('2023-12-04')
  const found = { on: '2023-12-04', team: 'Tổ thẩm định của Ban Chỉ đạo (minh hoạ)', minutes: 'Biên bản minh hoạ' }
  const scores = score(share, 'Minh chứng chưa đủ kỳ (minh hoạ).')
  const { version } = await ask(stage, verify, { id, expectedVersion: 2, ...found, scores })
  return `${id}.${version}`
}

async function decideAll(stage: Stage, id: number, sheets: readonly string[]): Promise<void> {
  stage.on('2023-12-12')
  await ask(stage, decide, { id, sheets, ...signed })
}
