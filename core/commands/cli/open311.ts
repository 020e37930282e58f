// open311 key …: which other systems may send by Open311 GeoReport, from the machine itself.
import { desks } from '../../cases/submit.operations.ts'
import { issueKey, listKeys, revokeKey } from '../../open311/key.operations.ts'
import { Usage, type Command } from './command.ts'
import { day, table } from './table.ts'

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
        ...[String(key.id), `${key.prefix}…`, key.name, key.desk, day(key.createdAt.slice(0, 10))],
        ...[key.revokedAt ? `thu hồi ${day(key.revokedAt.slice(0, 10))}` : 'đang dùng', String(key.sent)],
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
]

async function onlyDesk(ask: Parameters<Extract<Command, { run: unknown }>['run']>[0]['ask']): Promise<number> {
  const open = (await ask(desks, {})).desks
  if (open.length === 1) return open[0]!.id
  const known = open.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  throw new Usage(open.length === 0 ? 'Chưa có nơi nhận nào.' : `Chọn nơi nhận bằng --desk:\n${known}`)
}
