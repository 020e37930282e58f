// places …: territory on a day, through time, and over a reorganisation.
import { countryCode, exactKey, type Level, type UnitLevel } from '../../places/place.ts'
import { search, show, total } from '../../places/place.operations.ts'
import { Usage, type Command, type DataContext } from './command.ts'
import { carriedText, placeText } from './places.text.ts'
import { columns, day, number, span, table } from './table.ts'

const levelWords: Record<UnitLevel, string> = { province: 'cấp tỉnh', district: 'cấp huyện', commune: 'cấp xã' }
const on = { value: 'NGÀY', about: 'ngày được hỏi, dạng 2025-07-01; không ghi: hôm nay' }
const level = { value: 'CẤP', about: 'province, district hoặc commune' }

export const placeCommands: readonly Command[] = [
  {
    name: 'places total',
    summary: 'Có bao nhiêu đơn vị, và bao nhiêu đơn vị của ngày trước so sánh được',
    options: {
      level: { ...level, needed: true },
      from: { value: 'NGÀY', about: 'ngày trước: như khi đó' },
      on,
      code: { value: 'MÃ', about: 'chỉ trong địa bàn mang mã này' },
    },
    example: 'places total --level commune --from 2025-06-30 --on 2025-07-01 --json',
    async run({ ask, options }) {
      const { from, on, carriedWhole, carriedInParts, notComparable, lost } = await ask(total, {
        ...{ level: options.level as UnitLevel, from: options.from, on: options.on, code: options.code },
      })
      const side = ({ day, places }: typeof on) => ({ date: day, places })
      const carried = { carriedWhole, carriedInParts, notComparable, lost }
      const sides = from ? [from, on] : [on]
      const counts = table(
        ['Ngày', `Đơn vị ${levelWords[options.level as UnitLevel]}`, 'Bên trong'],
        sides.map((each) => [
          day(each.day),
          each.places,
          each.under.map((under) => under.fullName).join(', ') || 'cả nước',
        ]),
      )
      const text = from ? `${counts}\n\n${carriedText(carried)}` : counts
      return { json: { from: from && side(from), on: side(on), ...carried }, text }
    },
  },
  {
    name: 'places show',
    summary: 'Một địa bàn vào một ngày, trước và sau sáp nhập',
    args: ['MÃ_HOẶC_TÊN'],
    options: { on },
    example: 'places show 26170 --on 2025-06-30',
    async run(context) {
      const meant = await placeMeant(context)
      // That every place lies in the country goes without saying here.
      const place = { ...meant, ancestors: meant.ancestors.filter((above) => above.level !== 'country') }
      return { json: place, text: placeText(place) }
    },
  },
  {
    name: 'places search',
    summary: 'Tìm địa bàn theo tên, có dấu hoặc không dấu, cả tên trước sáp nhập',
    args: ['TÊN'],
    options: {
      on: { ...on, about: 'chỉ địa bàn có hiệu lực vào ngày này' },
      level,
      page: { value: 'SỐ', about: 'trang' },
    },
    example: 'places search "dong ha"',
    async run({ ask, args, options }) {
      const { on, level, page } = options
      const found = await ask(search, { q: args[0]!, on, level: level as Level, page })
      const rows = found.hits.map((hit) => [
        ...[hit.code ?? '', hit.fullName, hit.within.join(', '), span(hit.validFrom, hit.validTo)],
      ])
      const text =
        found.total === 0 ? 'Không có địa bàn nào mang tên này.' : table(['Mã', 'Tên', 'Thuộc', 'Hiệu lực'], rows)
      const more = found.total > rows.length ? `\n${rows.length} trong ${number(found.total)}; xem tiếp: --page` : ''
      return { json: found, text: text + more }
    },
  },
]

/** By code, or by a name that only one place bears: of today, else of the past; with a day, of that day. */
async function placeMeant({ ask, args, options }: DataContext) {
  const [asked] = args as [string]
  if (/^\d+$/.test(asked) || asked.toUpperCase() === countryCode) return ask(show, { code: asked, on: options.on })
  const { hits } = await ask(search, { q: asked, on: options.on, size: 100 })
  const exact = hits.filter((hit) => [hit.fullName, hit.name].some((name) => exactKey(name) === exactKey(asked)))
  const found = [exact.filter((hit) => hit.current), exact, hits].find((some) => some.length > 0) ?? []
  if (found.length === 1) return ask(show, { id: found[0]!.placeId, on: options.on ?? found[0]!.validTo ?? undefined })
  if (found.length === 0) throw new Usage(`Không có địa bàn nào tên “${asked}”. Hãy thử: places search.`)
  const listed = found.slice(0, 10).map((hit) => [`  ${hit.code}`, [hit.fullName, ...hit.within].join(', ')])
  throw new Usage(`“${asked}” là tên của ${found.length} địa bàn. Hãy nêu mã:`, columns(listed))
}
