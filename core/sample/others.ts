// The programmes of the other four pages, with the texts they give and a few illustrative counts where places changed.
import { giveFunction } from '../bodies/body.change.ts'
import { issue } from '../programmes/programme.operations.ts'
import type { Id } from '../shared/id.ts'
import { body, placeId } from './bodies.ts'
import { makeProgramme, pageOf, tasksFrom, type NewProgramme } from './programmes.ts'
import { playReform } from './reform.ts'
import { ask } from './steps.ts'
import type { Scene } from './year.ts'

type Texts = Omit<NewProgramme, 'body' | 'calendar'>

interface Party {
  committee: string
  board: string
  place: Id<'place'>
  symbol: string
  validTo?: string | null
  /** Named inside a name: wards there report a few counts. */
  reform?: { name: string; slug: string }
}

/** A Party committee with its mobilisation board, and its programme, issued. */
async function issued(scene: Scene, party: Party, texts: Texts): Promise<void> {
  const { stage, calendar } = scene
  const { committee, board, place, symbol, validTo } = party
  const until = validTo === undefined ? {} : { validTo }
  const upper = { organisation: 'partyCommittee', name: committee, placeId: place, symbol, ...until }
  const id = await body(stage, upper)
  const staff = await body(stage, {
    organisation: 'massMobilisationBoard',
    name: board,
    placeId: place,
    parentId: id,
    ...until,
  })
  await ask(stage, giveFunction, { id: staff, expectedVersion: 1, function: 'massMobilisation' })
  stage.on(`${texts.year}-03-20`)
  const made = await makeProgramme(stage, { ...texts, body: id, calendar })
  const at = { ...made, committee: id, board: staff, place, year: texts.year }
  const { version } = party.reform ? await playReform(scene, { ...at, ...party.reform }) : made
  await ask(stage, issue, { programme: made.programme, expectedVersion: version })
}

export async function makeOtherProgrammes(scene: Scene): Promise<void> {
  const { stage } = scene
  await issued(
    scene,
    {
      committee: 'Thành ủy Đông Hà',
      board: 'Ban Dân vận Thành ủy Đông Hà',
      place: await placeId(stage, 'district', '461'),
      symbol: 'TU',
      reform: { name: 'thành phố Đông Hà', slug: 'dongha' },
    },
    {
      seed: '000',
      year: 2023,
      title: 'Chương trình công tác dân vận năm 2023 của Thành ủy Đông Hà',
      tasks: tasksFrom(pageOf('000').events[0]!.tasks!),
      sourceNote: 'Theo trang thông tin Thành ủy Đông Hà, 20/3/2023; trang không nêu số văn bản.',
    },
  )
  const hue = pageOf('002').programme as { directions_listed: string[]; note: string }
  await issued(
    scene,
    {
      committee: 'Tỉnh ủy Thừa Thiên Huế',
      board: 'Ban Dân vận Tỉnh ủy Thừa Thiên Huế',
      place: await placeId(stage, 'province', '46'),
      symbol: 'TU',
      validTo: '2024-12-31',
    },
    {
      seed: '002',
      year: 2023,
      title: 'Phương hướng năm 2023 về thực hiện quy chế dân chủ ở cơ sở của Tỉnh ủy Thừa Thiên Huế',
      motto: pageOf('002').mottos[0]!.text,
      tasks: tasksFrom(hue.directions_listed),
      sourceNote: 'Theo Báo Thừa Thiên Huế, khoảng đầu năm 2023. Bài nói 9 phương hướng nhưng chỉ nêu 5.',
    },
  )
  await issued(
    scene,
    {
      committee: 'Thị ủy (trang không nêu tên)',
      board: 'Ban Dân vận Thị ủy (trang không nêu tên)',
      place: await unnamedTown(scene),
      symbol: 'TXU',
      validTo: null,
    },
    {
      seed: '003',
      year: 2021,
      title: 'Phương hướng, nhiệm vụ công tác dân vận năm 2021',
      tasks: tasksFrom(pageOf('003').events[0]!.tasks!),
      sourceNote: 'Theo bài đăng ngày 29/01/2021; trang không nêu tên thị xã và tỉnh.',
    },
  )
  const conclusions = pageOf('004').events[0]!.conclusions!.flatMap((one) => one.items)
  await issued(
    scene,
    {
      committee: 'Quận ủy Hoàng Mai',
      board: 'Ban Dân vận Quận ủy Hoàng Mai',
      place: await placeId(stage, 'district', '008'),
      symbol: 'QU',
      reform: { name: 'quận Hoàng Mai', slug: 'hoangmai' },
    },
    {
      seed: '004',
      year: 2018,
      title: 'Chương trình và nhiệm vụ trọng tâm công tác dân vận năm 2018 của Quận ủy Hoàng Mai',
      themes: [
        { scope: 'cả hệ thống chính trị', text: 'Nâng cao hiệu lực, hiệu quả hệ thống chính trị' },
        { scope: 'công tác dân vận', text: 'Năm dân vận chính quyền' },
      ],
      tasks: tasksFrom(conclusions),
      sourceNote: 'Theo cổng thông tin quận Hoàng Mai, 25/01/2018.',
    },
  )
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
