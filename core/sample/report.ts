// The final report of 2023, from the number series to the day of issue, and the correction that came after it.
import { readFileSync } from 'node:fs'
import { create as createSeries } from '../documents/series.operations.ts'
import { showBoard } from '../programmes/boards/board.operations.ts'
import { writeCause } from '../programmes/causes/cause.operations.ts'
import { acceptEntry, correctEntry } from '../programmes/entries/entry.operations.ts'
import { open } from '../programmes/entries/entry.reads.ts'
import { circulate, decide } from '../reports/circulation/circulation.operations.ts'
import { comments } from '../reports/circulation/circulation.reads.ts'
import { agree, comment } from '../reports/circulation/comment.operations.ts'
import { dispatch, receive } from '../reports/dispatch/dispatch.operations.ts'
import { arrived } from '../reports/dispatch/dispatch.reads.ts'
import { create } from '../reports/report.create.operations.ts'
import { accept, returnReport, submit } from '../reports/report.life.operations.ts'
import { issue, sign } from '../reports/report.sign.operations.ts'
import { approve, initial } from '../reports/signing/signing.operations.ts'
import { writeText } from '../reports/report.write.operations.ts'
import type { Id } from '../shared/id.ts'
import { playPaper } from './paper.ts'
import { ask } from './steps.ts'
import type { Scene } from './year.ts'

const file = new URL('./data/report-2023.json', import.meta.url)
/** By section; invented like everything here. */
const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>

export async function playReport(scene: Scene): Promise<Id<'report'>> {
  await makeSeries(scene)
  await sayWhy(scene)
  const drafted = await draftReport(scene)
  const accepted = await returnedOnce(scene, drafted)
  await signAndIssue(scene, await standFor(scene, accepted))
  await sendOut(scene, drafted.id)
  await playPaper(scene, drafted.id)
  await correctAfterIssue(scene)
  return drafted.id
}

/** A report and the version it has come to. */
interface Standing {
  id: Id<'report'>
  expectedVersion: number
}

/** The paper register had come to number 11 when the platform took over. */
async function makeSeries({ stage, at, as }: Scene): Promise<void> {
  stage.on('2023-12-20', '08:00')
  await ask(stage, createSeries, {
    as: as('vanthu'),
    ...{ body: at.committee, family: 'party', kind: 'BC', symbol: 'BC/HU', lastNumber: 11 },
    ...{ validFrom: '2020-08-01', validTo: '2025-06-30' },
  })
}

/** Two offices say why attending falls short: the board of the district, the bloc of Phú Lý for its commune. */
async function sayWhy({ stage, at, forms, periods, as }: Scene): Promise<void> {
  stage.on('2023-12-21', '14:00')
  const { targets } = await ask(stage, showBoard, { programme: forms.programme })
  const target = targets.find((one) => one.no === 2)!.id
  const causes = [
    { by: 'chuyenvien', place: at.place, wording: 'Nhiều hội viên đi làm ăn xa, không dự đủ các kỳ sinh hoạt.' },
    {
      by: 'khoi.phuly',
      place: at.communes.get('26173')!.placeId,
      wording: 'Xã rộng, tổ hội ở xa nhau; mùa thu hoạch trùng lịch sinh hoạt quý cuối.',
    },
  ]
  for (const { by, ...said } of causes)
    await ask(stage, writeCause, { as: as(by), target, period: periods.now, expectedNo: 0, ...said })
}

async function draftReport(scene: Scene): Promise<Standing> {
  const { stage, forms, as } = scene
  stage.on('2023-12-22', '08:30')
  const officer = as('chuyenvien')
  const { report: id, version } = await ask(stage, create, {
    ...{ as: officer, programme: forms.programme, kind: 'final', upperIssuer: 'Tỉnh ủy Đồng Nai' },
    recipients: [
      'Thường trực Tỉnh ủy (để báo cáo)',
      'Ban Dân vận Tỉnh ủy',
      'Các đồng chí Ủy viên Ban Chấp hành Đảng bộ huyện',
      'Các đảng ủy trực thuộc Huyện ủy',
    ].join('\n'),
  })
  let expectedVersion = version
  for (const [section, text] of Object.entries({ ...texts, causes: 'Do điều kiện khách quan.' })) {
    const written = { as: officer, id, section, text, expectedVersion: 0 }
    expectedVersion = (await ask(stage, writeText, written)).reportVersion
  }
  return commentedOn(scene, { id: id as Id<'report'>, expectedVersion })
}

/** Three bodies are asked: one is taken, one only partly, one has nothing to add. */
async function commentedOn({ stage, at, as }: Scene, { id, expectedVersion }: Standing): Promise<Standing> {
  const officer = as('chuyenvien')
  const front = at.communes.get('26188')!.bodies.get('fatherlandFront')!
  const round = { as: officer, id, expectedVersion, dueOn: '2023-12-22', bodies: [at.labour, at.steering, front] }
  const sent = await ask(stage, circulate, { ...round, intro: 'Đề nghị góp ý các mục tồn tại, kiến nghị.' })
  stage.on('2023-12-22', '10:40')
  const said = { id, expectedVersion: 0 }
  const causes = 'Đề nghị nêu thêm việc công nhân làm ca nên khó sinh hoạt đúng lịch.'
  await ask(stage, comment, { as: as('ldld'), ...said, body: at.labour, section: 'causes', text: causes })
  const proposals = 'Đề nghị thêm kinh phí in mẫu biểu cho từng ấp.'
  await ask(stage, comment, { as: as('bcdqcdc'), ...said, body: at.steering, section: 'proposals', text: proposals })
  await ask(stage, agree, { as: as('mttq.thanhphu'), id, body: front })
  stage.on('2023-12-22', '15:30')
  const { comments: made } = await ask(stage, comments, { as: officer, id })
  for (const { id: one, section, version } of made) {
    const why =
      section === 'proposals' ? 'Kinh phí đã có trong dự toán của xã; báo cáo chỉ nêu việc in thống nhất.' : null
    const verdict = why ? 'partly' : 'taken'
    await ask(stage, decide, { as: officer, id, comment: one, expectedVersion: version, verdict, why })
  }
  return { id, expectedVersion: sent.version }
}

const reason =
  'Mục nguyên nhân quá chung. Đề nghị nêu rõ vì sao sinh hoạt chưa đủ và vì sao thiếu số liệu của xã Mã Đà.'

async function returnedOnce({ stage, as }: Scene, { id, expectedVersion }: Standing): Promise<Standing> {
  const [officer, head] = [as('chuyenvien'), as('truongban')]
  stage.on('2023-12-22', '16:20')
  const sent = await ask(stage, submit, { as: officer, id, expectedVersion })
  stage.on('2023-12-25', '09:10')
  await ask(stage, returnReport, { as: head, id, expectedVersion: sent.version, reason })
  stage.on('2023-12-25', '15:45')
  const mended = { as: officer, id, section: 'causes', text: texts.causes!, expectedVersion: 1 }
  const { reportVersion } = await ask(stage, writeText, mended)
  const again = await ask(stage, submit, { as: officer, id, expectedVersion: reportVersion })
  stage.on('2023-12-26', '10:30')
  const accepted = await ask(stage, accept, { as: head, id, expectedVersion: again.version })
  return { id, expectedVersion: accepted.version }
}

/** The head and the office initial, the standing board approves. */
async function standFor({ stage, as }: Scene, { id, expectedVersion }: Standing): Promise<Standing> {
  const head = { as: as('truongban'), id, expectedVersion, title: 'Trưởng Ban Dân vận' }
  const first = await ask(stage, initial, head)
  stage.on('2023-12-27', '08:20')
  const office = { as: as('vanthu'), id, expectedVersion: first.version, title: 'Văn thư' }
  const second = await ask(stage, initial, office)
  stage.on('2023-12-27', '16:45')
  const approved = await ask(stage, approve, {
    ...{ as: as('vanthu'), id, expectedVersion: second.version, way: 'meeting', heldOn: '2023-12-27' },
    ...{ members: 11, present: 10, agreed: 10, notAgreed: 0 },
    attendance: 'Bí thư, hai Phó Bí thư, bảy Ủy viên Ban Thường vụ; vắng một Ủy viên có lý do.',
    conclusion: 'Thống nhất nội dung báo cáo; giao Thường trực ký ban hành.',
  })
  return { id, expectedVersion: approved.version }
}

/** To the bodies here by the platform, to the province by the axis; the labour federation has confirmed. */
async function sendOut({ stage, at, as }: Scene, id: Id<'report'>): Promise<void> {
  stage.on('2023-12-28', '15:00')
  const clerk = as('vanthu')
  await ask(stage, dispatch, { as: clerk, id, way: 'platform', bodies: [at.labour, at.steering] })
  await ask(stage, dispatch, { as: clerk, id, way: 'axis', recipients: 'Ban Dân vận Tỉnh ủy Đồng Nai' })
  stage.on('2023-12-28', '16:10')
  const { arrived: came } = await ask(stage, arrived, { as: as('ldld') })
  await ask(stage, receive, { as: as('ldld'), dispatch: came[0]!.dispatch })
}

async function signAndIssue({ stage, as }: Scene, { id, expectedVersion }: Standing): Promise<void> {
  stage.on('2023-12-28', '09:00')
  const signing = { as: as('thuongtruc'), id, expectedVersion, title: 'Phó Bí thư Thường trực' }
  const signed = await ask(stage, sign, signing)
  stage.on('2023-12-28', '14:15')
  await ask(stage, issue, { as: as('vanthu'), id, expectedVersion: signed.version })
}

/** Thạnh Phú's women found more women of age: 9.870 becomes 10.020, and the issued report no longer says what counts. */
async function correctAfterIssue({ stage, at, forms, periods, as }: Scene): Promise<void> {
  stage.on('2024-01-05', '09:30')
  const by = as('phunu.thanhphu')
  const body = at.communes.get('26188')!.bodies.get('womensUnion')!
  const entry = { form: forms.f1.womensUnion, body, period: periods.now }
  const opened = await ask(stage, open, { as: by, ...entry })
  const last = opened.versions.find((version) => version.id === opened.counted)!
  const corrected = await ask(stage, correctEntry, {
    ...{ as: by, ...entry, expectedVersion: opened.version },
    rows: last.values.map(({ no, value, note }) => ({ no, value: no === 1 ? 10_020 : value, note })),
    ...{ remark: last.remark, decisionNumber: last.decisionNumber, decisionOn: last.decisionOn },
    reason: 'Rà soát lại hộ khẩu: có thêm 150 phụ nữ từ 18 tuổi mới chuyển đến khu công nhân.',
  })
  stage.on('2024-01-05', '15:00')
  const accepter = as('khoi.thanhphu')
  await ask(stage, acceptEntry, { as: accepter, id: corrected.entry, expectedVersion: corrected.version })
}
