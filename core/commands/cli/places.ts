// places …: territory on a day, through time, and over a reorganisation; an act from a sheet.
import { readFileSync } from 'node:fs'
import { countryCode, exactKey, type Level, type UnitLevel } from '../../places/place.ts'
import { importAct, template } from '../../acts/act.import.operations.ts'
import { importKeys, keyTemplate } from '../../acts/keys/key.import.operations.ts'
import { fileAsTyped } from '../../config.ts'
import { search, show, total } from '../../places/place.operations.ts'
import { operator } from '../../shared/actor.ts'
import { shownDay, dayAt } from '../../shared/day.ts'
import type { Refusal } from '../../shared/result.ts'
import { RefusedByOperation, Usage, type Command, type DataContext } from './command.ts'
import { actText, carriedText, keysText, keysWrittenText, placeText } from './places.text.ts'
import { columns, number, span, table } from './table.ts'

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
      const { from, on, carriedWhole, carriedInParts, notComparable, lost, keys } = await ask(total, {
        ...{ level: options.level as UnitLevel, from: options.from, on: options.on, code: options.code },
      })
      const side = ({ day, places }: typeof on) => ({ date: day, places })
      const carried = { carriedWhole, carriedInParts, notComparable, lost }
      const sides = from ? [from, on] : [on]
      const counts = table(
        ['Ngày', `Đơn vị ${levelWords[options.level as UnitLevel]}`, 'Bên trong'],
        sides.map((each) => [
          shownDay(each.day),
          each.places,
          each.under.map((under) => under.fullName).join(', ') || 'cả nước',
        ]),
      )
      const text = from ? `${counts}\n\n${carriedText(carried)}${keysText(keys)}` : counts
      const estimated = keys.length > 0 ? { estimated: carriedInParts, keys } : {}
      return { json: { from: from && side(from), on: side(on), ...carried, ...estimated }, text }
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
  {
    name: 'places act',
    summary: 'Sắp xếp địa bàn theo một văn bản, từ bảng CSV; --dry-run chỉ kiểm và nêu mọi lỗi theo dòng',
    args: ['TỆP'],
    options: {
      number: { value: 'SỐ', about: 'số, ký hiệu văn bản' },
      issuer: { value: 'CƠ_QUAN', about: 'cơ quan ban hành' },
      issued: { value: 'NGÀY', about: 'ngày ban hành, dạng 2026-05-20' },
      effective: { value: 'NGÀY', about: 'ngày đầu tiên theo địa bàn mới; khi chạy thử, không ghi: hôm nay' },
      title: { value: 'TRÍCH_YẾU', about: 'trích yếu' },
      note: { value: 'GHI_CHÚ', about: 'ghi chú' },
      'dry-run': { about: 'chỉ kiểm tra, không lưu' },
    },
    example:
      'places act xa.csv --number 15/NQ-HĐND --issuer "HĐND tỉnh" --issued 2026-05-20 --effective 2026-07-01 --dry-run',
    async run({ app, args, options }) {
      const dryRun = options['dry-run'] !== undefined
      const input = { ...documentOf(options, dryRun, dayAt(app.clock())), text: textOf(args[0]!), dryRun }
      const result = await importAct.ask(app, operator, input)
      if (result.ok) return { json: { ...result.value, faults: [] }, text: actText(result.value) }
      return faultsTold(result.refusal, { saved: false, id: null })
    },
  },
  {
    name: 'places keys',
    summary: 'Ghi khoá chia của các địa bàn bị chia, từ bảng CSV; --dry-run chỉ kiểm và nêu mọi lỗi theo dòng',
    args: ['TỆP'],
    options: {
      effective: { value: 'NGÀY', about: 'ngày đầu tiên theo địa bàn mới, dạng 2025-07-01', needed: true },
      'dry-run': { about: 'chỉ kiểm tra, không ghi' },
    },
    example: 'places keys khoa.csv --effective 2025-07-01 --dry-run',
    async run({ app, args, options }) {
      const dryRun = options['dry-run'] !== undefined
      const input = { onDate: options.effective, text: textOf(args[0]!), dryRun }
      const result = await importKeys.ask(app, operator, input)
      return result.ok
        ? { json: { ...result.value, faults: [] }, text: keysWrittenText(result.value) }
        : faultsTold(result.refusal, { saved: false })
    },
  },
  {
    name: 'places keys-template',
    summary: 'Bảng CSV trống để ghi khoá chia',
    example: 'places keys-template > khoa.csv',
    async run({ ask }) {
      const json = await ask(keyTemplate, {})
      return { json, text: json.text.trimEnd() }
    },
  },
  {
    name: 'places template',
    summary: 'Bảng CSV trống để ghi các thay đổi của một văn bản',
    example: 'places template > thay-doi.csv',
    async run({ ask }) {
      const json = await ask(template, {})
      return { json, text: json.text.trimEnd() }
    },
  },
]

/** Every fault of a table by its row; what is refused for another reason is told as always. */
function faultsTold(refusal: Refusal, nothing: object) {
  if (refusal.kind !== 'invalid') throw new RefusedByOperation(refusal)
  const faults = refusal.problems.map(({ field, code, sentence }) => {
    const [, row, column] = /^lines\.(\d+)(?:\.(\w+))?$/.exec(field) ?? []
    return { row: row ? Number(row) : null, column: column ?? null, code, sentence: sentence.vi }
  })
  const text = [`Có ${number(faults.length)} lỗi; chưa lưu gì.`, ...faults.map(({ sentence }) => `  ${sentence}`)]
  return { json: { ...nothing, faults }, text: text.join('\n'), exit: 1 as const }
}

/** What the act rests on; a trial needs only the table. */
function documentOf(options: DataContext['options'], dryRun: boolean, today: string) {
  const { number, issuer, issued, effective, title, note } = options
  const missing = Object.entries({ number, issuer, issued, effective }).filter(([, value]) => value === undefined)
  if (missing.length > 0 && !dryRun)
    throw new Usage(
      ...missing.map(([name]) => `Thiếu --${name}: văn bản cần có khi lưu thật; chạy thử thì thêm --dry-run.`),
    )
  return {
    ...{ number: number ?? '(chạy thử)', issuer: issuer ?? '(chạy thử)', title, note },
    ...{ issuedOn: issued ?? today, effectiveOn: effective ?? today },
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(fileAsTyped(file), 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new Usage(`Không đọc được tệp ${file} (${String(error.code)}). Kiểm tra lại tên tệp.`)
  }
}

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
