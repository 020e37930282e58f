// The year 2023 of Vĩnh Cửu, day by day: figures entered, sent late, returned, mended, accepted, one never sent.
import { acceptEntry, finaliseEntry, returnEntry, submitEntry } from '../programmes/entries/entry.operations.ts'
import { open } from '../programmes/entries/entry.reads.ts'
import { acceptLine } from '../programmes/lines/line.operations.ts'
import { noteReview } from '../programmes/reviews/review.operations.ts'
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { VinhCuu } from './bodies.ts'
import { organisationsOfF1, type OrganisationOfF1 } from './forms.ts'
import type { Forms } from './programmes.ts'
import { ask, type Stage } from './steps.ts'
import {
  beforeReview,
  gradeOf,
  groupBefore,
  isReviewed,
  numbered,
  reviewedNote,
  reviewing,
  rowsBefore,
  rowsOfF1,
  rowsOfF4,
  unionSymbol,
  year,
  type Commune,
  type Group,
} from './year.rows.ts'

export interface Scene {
  stage: Stage
  at: VinhCuu
  forms: Forms
  calendar: Id<'reporting_calendar'>
  /** 2022 and 2023. */
  periods: { before: Id<'period'>; now: Id<'period'> }
  as: (username: string) => Actor
}

const usernameOf = { youthUnion: 'doan', womensUnion: 'phunu', farmersUnion: 'nongdan', veterans: 'ccb' } as const

interface Sending {
  form: Id<'form'>
  body: Id<'body'>
  rows: { no: number; value: number; note?: string }[]
  by: Actor
  accepter: Actor
  expectedVersion?: number
  remark?: string
  decision?: { number: string; on: string }
}

/** Sends an entry; answers its id and version, for whoever accepts or returns it. */
export async function send(scene: Scene, sending: Sending, period = scene.periods.now) {
  const { form, body, rows, by, decision, remark, expectedVersion = 0 } = sending
  return ask(scene.stage, submitEntry, {
    as: by,
    form,
    body,
    period,
    expectedVersion,
    rows,
    remark,
    decisionNumber: decision?.number,
    decisionOn: decision?.on,
  })
}

export async function sendAndAccept(scene: Scene, sending: Sending, period = scene.periods.now) {
  const sent = await send(scene, sending, period)
  return ask(scene.stage, acceptEntry, { as: sending.accepter, id: sent.entry, expectedVersion: sent.version })
}

/** Last year's figures, so that this year's stand beside something. */
export async function playYearBefore(scene: Scene): Promise<void> {
  scene.stage.on('2022-12-16', '09:00')
  for (const commune of year.communes) {
    for (const organisation of Object.keys(organisationsOfF1) as OrganisationOfF1[]) {
      const figures = commune[organisation]
      if (!figures) continue
      const rows = isReviewed(commune, organisation) ? beforeReview(figures) : rowsBefore(organisation, figures)
      await sendAndAccept(scene, sendingF1(scene, { commune, organisation, rows, year: 2022 }), scene.periods.before)
    }
    if (commune.youthUnion) await sendAndAccept(scene, frontBefore(scene, commune), scene.periods.before)
  }
  const decision = { number: '98-QĐ/LĐLĐ', on: '2022-12-12' }
  await sendAndAccept(scene, sendingF4(scene, year.tradeUnion.map(groupBefore), decision), scene.periods.before)
}

/** The Front of a commune: graded “tốt”, its overlap not reviewed. */
function frontBefore({ at, forms, as }: Scene, commune: Commune): Sending {
  return {
    form: forms.f2,
    body: at.communes.get(commune.code)!.bodies.get('fatherlandFront')!,
    rows: numbered([0, 1, 0, 0]),
    by: as(`mttq.${commune.slug}`),
    accepter: as(`khoi.${commune.slug}`),
    remark: 'Năm nay xã chưa rà soát trùng.',
    decision: { number: '19-QĐ/MTTQ', on: '2022-12-09' },
  }
}

function sendingF4({ at, forms, as }: Scene, groups: readonly Group[], decision: Sending['decision']): Sending {
  const of = { form: forms.f4, body: at.labour, by: as('ldld'), accepter: as('truongban') }
  return { ...of, rows: rowsOfF4(groups), decision }
}

function sendingF1(
  scene: Scene,
  of: { commune: Commune; organisation: OrganisationOfF1; rows: Sending['rows']; year: number },
): Sending {
  const { commune, organisation, rows } = of
  const bodies = scene.at.communes.get(commune.code)!.bodies
  return {
    form: scene.forms.f1[organisation],
    body: bodies.get(organisation)!,
    rows,
    by: scene.as(`${usernameOf[organisation]}.${commune.slug}`),
    accepter: scene.as(`khoi.${commune.slug}`),
    decision: { number: `15-QĐ/${unionSymbol[organisation]}`, on: `${of.year}-12-08` },
  }
}

/**
 * Mã Đà sends nothing; Phú Lý is three days late; Tân An's farmers are returned once and mend their figure; Trị An's women
 * sent an estimate in November.
 */
export async function playYear(scene: Scene): Promise<void> {
  const late = year.communes.filter((commune) => commune.slug === 'phuly')
  await reviewRoll(scene)
  await estimateInNovember(scene)
  const timely = year.communes.filter((commune) => commune.youthUnion && commune.slug !== 'phuly')
  for (const commune of timely) await playCommune(scene, commune, ['2023-12-15', '2023-12-16', '2023-12-18'])
  scene.stage.on('2023-12-18', '15:10')
  await playDistrictForms(scene)
  await acceptInLine(
    scene,
    timely.filter(({ slug }) => slug !== 'tanan'),
  )
  for (const commune of late) await playCommune(scene, commune, ['2023-12-20', '2023-12-20', '2023-12-21'])
}

/** The district's farmers' union takes what came; Tân An's second version and late Phú Lý still wait with it. */
async function acceptInLine({ stage, at, forms, periods, as }: Scene, communes: readonly Commune[]): Promise<void> {
  stage.on('2023-12-19', '15:00')
  const union = as('hnd.huyen')
  for (const { code } of communes) {
    const body = at.communes.get(code)!.bodies.get('farmersUnion')!
    const where = { as: union, form: forms.f1.farmersUnion, body, period: periods.now }
    const { entry, line } = await ask(stage, open, where)
    await ask(stage, acceptLine, { as: union, id: entry, expectedLineVersion: line!.version })
  }
}

async function playCommune(scene: Scene, commune: Commune, [entered, accepted, sent]: [string, string, string]) {
  const { stage, at, forms, as } = scene
  const bloc = as(`khoi.${commune.slug}`)
  const waiting: { entry: number; version: number }[] = []
  stage.on(entered, '09:20')
  for (const organisation of Object.keys(organisationsOfF1) as OrganisationOfF1[]) {
    const rows = rowsOfF1(organisation, commune[organisation]!, gradeOf(organisation, commune.code))
    const noted = isReviewed(commune, organisation)
      ? rows.map((row) => (row.no === 2 ? { ...row, note: reviewedNote } : row))
      : rows
    const sending = sendingF1(scene, { commune, organisation, rows: noted, year: 2023 })
    const mistaken = commune.slug === 'tanan' && organisation === 'farmersUnion'
    const estimated = commune.slug === estimating.slug && organisation === estimating.organisation
    const way = mistaken ? returnedOnce : estimated ? finalised : send
    waiting.push(await way(scene, sending))
  }
  const bodies = at.communes.get(commune.code)!.bodies
  const front = gradeOf('fatherlandFront', commune.code)
  const grades = [0, 1, 2, 3].map((level, i) => ({ no: i + 1, value: level === front ? 1 : 0 }))
  const overlap = (commune.overlap ?? []).map((value, i) => ({ no: 5 + i, value }))
  stage.on(entered, '10:05')
  const ofFront = await send(scene, {
    form: forms.f2,
    body: bodies.get('fatherlandFront')!,
    rows: [...grades, ...overlap],
    by: as(`mttq.${commune.slug}`),
    accepter: bloc,
    remark: commune.overlap ? 'Rà soát trùng tháng 11/2023.' : 'Năm nay xã chưa rà soát trùng.',
    decision: { number: '21-QĐ/MTTQ', on: '2023-12-08' },
  })
  waiting.push(ofFront)
  stage.on(accepted, '14:30')
  for (const { entry, version } of waiting)
    await ask(stage, acceptEntry, { as: bloc, id: entry, expectedVersion: version })
  stage.on(sent, '10:40')
  await sendAndAccept(scene, {
    form: forms.f3,
    body: bodies.get('mobilisationBloc')!,
    rows: [],
    by: bloc,
    accepter: as('chuyenvien'),
    remark:
      'Các tổ chức đã gửi đủ biểu, số liệu đã đối chiếu với danh sách. Khó khăn: hội viên đi làm ăn xa đông, khó sinh hoạt đủ kỳ.',
  })
}

async function reviewRoll({ stage, at, as }: Scene): Promise<void> {
  stage.on('2023-10-24', '10:15')
  const commune = year.communes.find(({ slug }) => slug === reviewing.slug)!
  const body = at.communes.get(commune.code)!.bodies.get(reviewing.organisation)!
  const document = 'Biên bản số 07-BB/CCB rà soát danh sách hội viên'
  await ask(stage, noteReview, { as: as(`ccb.${reviewing.slug}`), body, on: '2023-10-20', document })
}

const estimating = { slug: 'trian', organisation: 'womensUnion' } as const

/** What Trị An's women expect for the end of the year: no grade yet, for no decision has been made. */
async function estimateInNovember(scene: Scene): Promise<void> {
  const commune = year.communes.find(({ slug }) => slug === estimating.slug)!
  const { organisation } = estimating
  const [eligible, members, regular, core] = [2120, 1792, 1500, 800]
  const rows = numbered([eligible, members, 50, 30, 80, regular, core])
  const sending = sendingF1(scene, { commune, organisation, rows, year: 2023 })
  scene.stage.on('2023-11-28', '09:10')
  const sent = await ask(scene.stage, submitEntry, {
    ...{ as: sending.by, form: sending.form, body: sending.body, period: scene.periods.now, expectedVersion: 0 },
    ...{ rows, nature: 'estimate', remark: 'Số ước cả năm, để lập báo cáo tổng kết; chưa xếp loại.' },
  })
  scene.stage.on('2023-11-29', '15:20')
  await ask(scene.stage, acceptEntry, { as: sending.accepter, id: sent.entry, expectedVersion: sent.version })
}

/** The actual figures take the place of the estimate. */
async function finalised(scene: Scene, { form, body, rows, by, decision }: Sending) {
  const typed = { rows, decisionNumber: decision?.number, decisionOn: decision?.on, expectedVersion: 2 }
  return ask(scene.stage, finaliseEntry, { as: by, form, body, period: scene.periods.now, ...typed })
}

/** 2.735 attending of 2.715 members: sent with an excuse, returned, mended to 2.335; its own line had taken the first. */
async function returnedOnce(scene: Scene, sending: Sending) {
  const wrong = sending.rows.map((row) =>
    row.no === 6 ? { ...row, value: 2735, note: 'Tính cả hội viên dự nhiều nơi' } : row,
  )
  const sent = await send(scene, { ...sending, rows: wrong })
  scene.stage.on('2023-12-15', '15:10')
  await ask(scene.stage, acceptLine, { as: scene.as('hnd.huyen'), id: sent.entry, expectedLineVersion: 1 })
  scene.stage.on('2023-12-15', '16:45')
  const returned = await ask(scene.stage, returnEntry, {
    as: sending.accepter,
    id: sent.entry,
    expectedVersion: sent.version,
    reason: 'Số sinh hoạt thường xuyên nhiều hơn số hội viên. Đề nghị đếm lại theo danh sách, mỗi người một lần.',
  })
  scene.stage.on('2023-12-16', '08:15')
  return send(scene, { ...sending, expectedVersion: returned.version })
}

async function playDistrictForms(scene: Scene): Promise<void> {
  const { at, forms, as } = scene
  const accepter = as('truongban')
  const decision = { number: '112-QĐ/LĐLĐ', on: '2023-12-11' }
  await sendAndAccept(scene, sendingF4(scene, year.tradeUnion, decision))
  const steeringForm = {
    form: forms.f5,
    body: at.steering,
    by: as('bcdqcdc'),
    decision: { number: '09-QĐ/BCĐ', on: '2023-12-12' },
  }
  // Its figures are drawn from the score sheets.
  await sendAndAccept(scene, { ...steeringForm, rows: [], accepter })
}
