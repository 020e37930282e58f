// board, explain: the figures of a programme, and why each is what it is.
import { shownDay } from '../../shared/day.ts'
import { listAll } from '../../programmes/programme.operations.ts'
import { showBoard } from '../../programmes/boards/board.operations.ts'
import { explainFigure } from '../../programmes/boards/explain.operations.ts'
import { placeAt } from '../../places/place.read.ts'
import { periodsOf, readProgramme } from '../../programmes/programme.read.ts'
import type { Id } from '../../shared/id.ts'
import { boardText, explainText } from './programmes.text.ts'
import { Usage, type Command, type DataContext } from './command.ts'
import { columns } from './table.ts'

export const programmeOptions = {
  programme: { value: 'SỐ', about: 'mã hoặc số hiệu của chương trình, ví dụ 42-CTr/HU', needed: true },
  body: { value: 'MÃ', about: 'mã đơn vị ban hành, khi nhiều chương trình cùng số' },
  year: { value: 'NĂM', about: 'năm của chương trình, khi nhiều chương trình cùng số' },
}
const place = { value: 'MÃ', about: 'mã địa bàn vào kỳ đó; không ghi: địa bàn của chương trình' }
const period = { value: 'KỲ', about: 'khoá của kỳ, ví dụ 2023; không ghi: năm của chương trình' }

export const programmeCommands: readonly Command[] = [
  {
    name: 'board',
    summary: 'Bảng theo dõi chỉ tiêu của một chương trình',
    options: { ...programmeOptions, place, period },
    example: 'board --programme 42-CTr/HU --json',
    async run(context) {
      const { ask, options } = context
      const programme = await programmeMeant(context)
      const board = await ask(showBoard, {
        programme: programme.id as never,
        place: options.place ? await placeId(context, programme.id as Id<'programme'>, options.place) : undefined,
        period: options.period,
      })
      const { period, ...rest } = board
      return { json: { ...rest, period: period.key, periodName: period.name }, text: boardText(board) }
    },
  },
  {
    name: 'explain',
    summary: 'Vì sao có số này: công thức, phân số, từng số đầu vào',
    args: ['MÃ_SỐ_LIỆU'],
    example: 'explain t2.main.p589.y58 --json',
    async run({ ask, args }) {
      const explained = await ask(explainFigure, { figure: args[0]! })
      return { json: explained, text: explainText(explained) }
    },
  },
]

/** By id, or by number: when several programmes bear it, exit code 2 lists them. */
export async function programmeMeant({ ask, options }: DataContext) {
  const asked = options.programme!
  const { programmes } = await ask(listAll, {})
  const wanted = (one: (typeof programmes)[0]) =>
    (String(one.id) === asked || one.number?.toLowerCase() === asked.toLowerCase()) &&
    (!options.body || String(one.bodyId) === options.body) &&
    (!options.year || String(one.year) === options.year)
  const found = programmes.filter(wanted)
  if (found.length === 1) return found[0]!
  const list = (found.length === 0 ? programmes : found).map((one) => [
    `  ${one.id}`,
    [one.number, one.title, one.bodyName, `đơn vị ${one.bodyId}`, String(one.year)].filter(Boolean).join(' · '),
  ])
  throw new Usage(
    found.length === 0
      ? `Không có chương trình “${asked}”. Các chương trình đang có:`
      : `Có ${found.length} chương trình “${asked}”. Nêu mã, hoặc thêm --body, --year:`,
    columns(list),
  )
}

/** A place by its code on the last day of the period asked, or by its id written as #123. */
async function placeId({ app, options }: DataContext, id: Id<'programme'>, asked: string): Promise<never> {
  if (asked.startsWith('#')) return Number(asked.slice(1)) as never
  const { calendarId, year } = (await readProgramme(app.readDb, id))!
  const periods = calendarId ? await periodsOf(app.readDb, calendarId) : []
  const period = periods.find(({ key }) => key === (options.period ?? String(year)))
  const day = period?.endsOn ?? `${year}-12-31` // a period that is not there is told by the board
  const found = await placeAt(app.readDb, asked, day)
  if (!found) throw new Usage(`Không có địa bàn mang mã “${asked}” vào ngày ${shownDay(day)}.`)
  return found.placeId as never
}
