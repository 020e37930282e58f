// The programmes of the other four pages: the texts they give, and a year of invented figures of four different shapes.
import { giveFunction } from '../bodies/body.change.ts'
import { issue } from '../programmes/programme.operations.ts'
import type { Id } from '../shared/id.ts'
import { body, placeId } from './bodies.ts'
import { playModelsOf } from './models.ts'
import { makeReporters, makeStaff, type Seat } from './page.bodies.ts'
import { playPageReport } from './page.report.ts'
import { addPageCounts, giveTargetsAndForms, playFigures } from './page.year.ts'
import { readPageYear } from './page.ts'
import { makeProgramme, pageOf, tasksFrom, type NewProgramme } from './programmes.ts'
import { ask } from './steps.ts'
import type { Scene } from './year.ts'

type Texts = Omit<NewProgramme, 'body' | 'calendar'>

interface Party {
  committee: string
  board: string
  place: Id<'place'>
  symbol: string
  validTo: string | null
  /** Its year, in data/page-….json. */
  file: string
}

/** A Party committee with its mobilisation board, its programme, issued, and the year that followed. */
async function play(scene: Scene, party: Party, texts: Texts): Promise<void> {
  const { stage, calendar } = scene
  const { year } = texts
  const seat: Seat = { ...(await seatOf(scene, party)), place: party.place, year, validTo: party.validTo }
  const page = readPageYear(party.file)
  stage.on(`${year}-03-01`)
  const reporters = await makeReporters(stage, seat, page)
  const staff = await makeStaff(stage, seat, page)
  stage.on(`${year}-03-20`)
  const draft = await makeProgramme(stage, { ...texts, body: seat.committee, calendar })
  const { programme } = draft
  const at = { seat, page, draft, reporters, officer: staff.officer }
  const { version, forms } = await giveTargetsAndForms(scene, at)
  await ask(stage, issue, { programme, expectedVersion: version })
  await playModelsOf(stage, party.board)
  await playFigures(scene, at, forms)
  await playPageReport(stage, { seat, staff, programme, report: page.report })
}

async function seatOf({ stage }: Scene, { committee: name, board, place, symbol, validTo }: Party) {
  const at = { placeId: place, validTo }
  const committee = await body(stage, { ...at, organisation: 'partyCommittee', name, symbol })
  const staffed = { ...at, organisation: 'massMobilisationBoard', name: board, parentId: committee }
  const id = await body(stage, staffed)
  await ask(stage, giveFunction, { id, expectedVersion: 1, function: 'massMobilisation' })
  return { committee, board: id }
}

export async function makeOtherProgrammes(scene: Scene, say: (detail: string) => void = () => {}): Promise<void> {
  scene.stage.on('2018-01-02')
  await addPageCounts(scene.stage)
  for (const [where, playOne] of [
    ['Đông Hà 2023', dongHa],
    ['Thừa Thiên Huế 2023', hue],
    ['thị xã không nêu tên 2021', town],
    ['Hoàng Mai 2018', hoangMai],
  ] as const) {
    say(`bốn trang khác, ${where}`)
    await playOne(scene)
  }
}

const lastDistrictDay = '2025-06-30'

/** Nine wards, later merged whole into two. */
async function dongHa(scene: Scene): Promise<void> {
  const party = {
    ...{ committee: 'Thành ủy Đông Hà', board: 'Ban Dân vận Thành ủy Đông Hà', symbol: 'TU', file: 'dong-ha' },
    ...{ place: await placeId(scene.stage, 'district', '461'), validTo: lastDistrictDay },
  }
  await play(scene, party, {
    seed: '000',
    year: 2023,
    title: 'Chương trình công tác dân vận năm 2023 của Thành ủy Đông Hà',
    tasks: tasksFrom(pageOf('000').events[0]!.tasks!),
    sourceNote:
      'Theo trang thông tin Thành ủy Đông Hà, 20/3/2023; trang không nêu số văn bản, không giao chỉ tiêu bằng số: chỉ tiêu, biểu và số liệu ở đây là minh hoạ.',
  })
}

/** A province that counts by its nine districts. */
async function hue(scene: Scene): Promise<void> {
  const page = pageOf('002').programme as { directions_listed: string[]; note: string }
  const party = {
    ...{ committee: 'Tỉnh ủy Thừa Thiên Huế', board: 'Ban Dân vận Tỉnh ủy Thừa Thiên Huế', symbol: 'TU', file: 'hue' },
    ...{ place: await placeId(scene.stage, 'province', '46'), validTo: '2024-12-31' },
  }
  await play(scene, party, {
    seed: '002',
    year: 2023,
    title: 'Phương hướng năm 2023 về thực hiện quy chế dân chủ ở cơ sở của Tỉnh ủy Thừa Thiên Huế',
    motto: pageOf('002').mottos[0]!.text,
    tasks: tasksFrom(page.directions_listed),
    sourceNote:
      'Theo Báo Thừa Thiên Huế, khoảng đầu năm 2023. Bài nói 9 phương hướng nhưng chỉ nêu 5, không có chỉ tiêu bằng số: chỉ tiêu, biểu và số liệu ở đây là minh hoạ. Tên chín huyện, thị xã, quận theo danh sách đầu năm 2025.',
  })
}

/** Bases that belong to no ward: the page names neither the town nor anything in it. */
async function town(scene: Scene): Promise<void> {
  const party = {
    ...{ committee: 'Thị ủy (trang không nêu tên)', board: 'Ban Dân vận Thị ủy (trang không nêu tên)', symbol: 'TXU' },
    ...{ place: await unnamedTown(scene), validTo: null, file: 'thi-xa' },
  }
  await play(scene, party, {
    seed: '003',
    year: 2021,
    title: 'Phương hướng, nhiệm vụ công tác dân vận năm 2021',
    tasks: tasksFrom(pageOf('003').events[0]!.tasks!),
    sourceNote:
      'Theo bài đăng ngày 29/01/2021; trang không nêu tên thị xã và tỉnh, không có chỉ tiêu bằng số: chỉ tiêu, biểu, đơn vị báo cáo và số liệu ở đây là minh hoạ.',
  })
}

/** Fourteen wards, later all divided. */
async function hoangMai(scene: Scene): Promise<void> {
  const party = {
    ...{ committee: 'Quận ủy Hoàng Mai', board: 'Ban Dân vận Quận ủy Hoàng Mai', symbol: 'QU', file: 'hoang-mai' },
    ...{ place: await placeId(scene.stage, 'district', '008'), validTo: lastDistrictDay },
  }
  await play(scene, party, {
    seed: '004',
    year: 2018,
    title: 'Chương trình và nhiệm vụ trọng tâm công tác dân vận năm 2018 của Quận ủy Hoàng Mai',
    themes: [
      { scope: 'cả hệ thống chính trị', text: 'Nâng cao hiệu lực, hiệu quả hệ thống chính trị' },
      { scope: 'công tác dân vận', text: 'Năm dân vận chính quyền' },
    ],
    tasks: tasksFrom(pageOf('004').events[0]!.conclusions!.flatMap((one) => one.items)),
    sourceNote:
      'Theo cổng thông tin quận Hoàng Mai, 25/01/2018; trang không giao chỉ tiêu bằng số: chỉ tiêu, biểu và số liệu ở đây là minh hoạ.',
  })
}

async function unnamedTown({ stage }: Scene): Promise<Id<'place'>> {
  const marked = await stage.app.db
    .selectFrom('place')
    .select('id')
    .where('no_code_reason', 'is not', null)
    .executeTakeFirst()
  if (!marked) throw new Error('the marked place without a code is missing')
  return marked.id
}
