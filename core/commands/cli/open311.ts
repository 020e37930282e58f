// open311 …: which other systems may send by Open311 GeoReport, and which servers of other cities are read, from the machine itself.
import { shownDay } from '../../shared/day.ts'
import { desks } from '../../cases/submit.operations.ts'
import { issueKey, listKeys, revokeKey } from '../../open311/key.operations.ts'
import { pullSources } from '../../open311/pull/pull.ts'
import { addSource, listSources, pulled, stopSource } from '../../open311/pull/source.operations.ts'
import type { Id } from '../../shared/id.ts'
import { Usage, type Command } from './command.ts'
import { table } from './table.ts'

export const open311Commands: readonly Command[] = [
  {
    name: 'open311 key issue',
    summary: 'Cấp khoá Open311 cho một hệ thống khác; khoá chỉ in ra lần này',
    options: {
      desk: { value: 'SỐ', about: 'số của nơi nhận; không ghi khi chỉ có một nơi nhận' },
      name: { value: 'TÊN', about: 'cấp cho hệ thống nào', needed: true },
    },
    example: 'open311 key issue --desk 12 --name "Tổng đài thành phố"',
    async run({ options, ask }) {
      const made = await ask(issueKey, { desk: options.desk ?? (await onlyDesk(ask)), name: options.name })
      return { json: made, text: made.key }
    },
  },
  {
    name: 'open311 key list',
    summary: 'Các khoá Open311 đã cấp',
    example: 'open311 key list',
    async run({ ask }) {
      const { keys } = await ask(listKeys, {})
      const rows = keys.map((key) => [
        ...[String(key.id), `${key.prefix}…`, key.name, key.desk, shownDay(key.createdAt.slice(0, 10))],
        ...[key.revokedAt ? `thu hồi ${shownDay(key.revokedAt.slice(0, 10))}` : 'đang dùng', String(key.sent)],
      ])
      const head = ['Số', 'Khoá', 'Cấp cho', 'Nơi nhận', 'Ngày cấp', 'Tình trạng', 'Đã gửi']
      return { json: keys, text: rows.length > 0 ? table(head, rows) : 'Chưa cấp khoá nào.' }
    },
  },
  {
    name: 'open311 key revoke',
    summary: 'Thu hồi một khoá Open311',
    args: ['SỐ'],
    example: 'open311 key revoke 3',
    async run({ args, ask }) {
      const revoked = await ask(revokeKey, { id: args[0] })
      return { json: revoked, text: `Đã thu hồi khoá ${revoked.id}.` }
    },
  },
  {
    name: 'open311 pull',
    summary: 'Đọc phản ánh từ máy chủ Open311 của nơi khác về một nơi nhận; chạy lại không nhận hai lần',
    args: ['ĐỊA_CHỈ'],
    options: {
      desk: { value: 'SỐ', about: 'số của nơi nhận; không ghi khi chỉ có một nơi nhận' },
      name: { value: 'TÊN', about: 'gọi máy chủ đó là gì; không ghi: tên máy chủ' },
      jurisdiction: { value: 'MÃ', about: 'jurisdiction_id của nơi đó, nếu máy chủ cần' },
      since: { value: 'NGÀY', about: 'lấy việc gửi từ ngày nào, như 2026-01-31; không ghi: từ hôm nay' },
    },
    example: 'open311 pull https://thanhpho.example.vn/open311/v2 --desk 12 --since 2026-01-01',
    async run({ app, args: [url], options, ask }) {
      const address = url!.trim().replace(/\/+$/, '')
      const { name = '', jurisdiction = '', since } = options
      const known = (await ask(listSources, {})).sources.find(
        (one) => one.url === address && one.jurisdiction === jurisdiction && one.stoppedAt === null,
      )
      const desk = options.desk ?? (known ? '' : await onlyDesk(ask))
      const { id } = known ?? (await ask(addSource, { desk, name, url: address, jurisdiction, since }))
      const done = await pullSources(app, undefined, id as Id<'open311_source'>)
      const source = (await ask(listSources, {})).sources.find((one) => one.id === id)!
      const told = `Máy chủ ${id}: nhận ${done.taken} việc mới, ${done.told} tin mới của việc đã nhận.`
      const text = source.fault ? `${told}\n${source.fault}` : told
      return { json: { source, ...done }, text, exit: source.fault ? 1 : 0 }
    },
  },
  {
    name: 'open311 source list',
    summary: 'Các máy chủ Open311 nơi khác đang đọc',
    example: 'open311 source list',
    async run({ ask }) {
      const { sources } = await ask(listSources, {})
      const rows = sources.map((one) => [
        ...[String(one.id), one.name, one.url, one.desk, String(one.taken)],
        one.stoppedAt ? `thôi đọc ${shownDay(one.stoppedAt.slice(0, 10))}` : one.fault || 'đang đọc',
      ])
      const head = ['Số', 'Tên', 'Địa chỉ', 'Nơi nhận', 'Đã nhận', 'Tình trạng']
      return { json: sources, text: rows.length > 0 ? table(head, rows) : 'Chưa đọc máy chủ nào.' }
    },
  },
  {
    name: 'open311 source stop',
    summary: 'Thôi đọc một máy chủ Open311 nơi khác',
    args: ['SỐ'],
    example: 'open311 source stop 1',
    async run({ args, ask }) {
      const stopped = await ask(stopSource, { id: args[0] })
      return { json: stopped, text: `Đã thôi đọc máy chủ ${stopped.id}.` }
    },
  },
  {
    name: 'open311 pulled',
    summary: 'Việc đã nhận từ một máy chủ nơi khác, theo số ở đó: ở đây đến đâu, trả lời công khai gì',
    args: ['SỐ'],
    example: 'open311 pulled 1 --json',
    async run({ args, ask }) {
      const { requests } = await ask(pulled, { id: args[0] })
      const rows = requests.map((one) => [one.foreignId, String(one.id), one.foreignStatus, one.status, one.answer])
      const head = ['Số ở đó', 'Số ở đây', 'Ở đó', 'Ở đây', 'Trả lời công khai']
      return { json: requests, text: rows.length > 0 ? table(head, rows) : 'Chưa nhận việc nào.' }
    },
  },
]

async function onlyDesk(ask: Parameters<Extract<Command, { run: unknown }>['run']>[0]['ask']): Promise<number> {
  const open = (await ask(desks, {})).desks
  if (open.length === 1) return open[0]!.id
  const known = open.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  throw new Usage(open.length === 0 ? 'Chưa có nơi nhận nào.' : `Chọn nơi nhận bằng --desk:\n${known}`)
}
