// deadline, law …: when a limit of the law ends and why; which limits there are.
import { shownDay } from '../../shared/day.ts'
import { compute } from '../../law/deadline.operations.ts'
import { list } from '../../law/rule.operations.ts'
import type { z } from 'zod'
import type { Command } from './command.ts'
import { table } from './table.ts'

const unitWords = {
  ...{ workingDays: 'ngày làm việc', calendarDays: 'ngày', workingHours: 'giờ làm việc' },
  ...{ clockHours: 'giờ', months: 'tháng' },
} as const
const sureWords = { read: 'đã đọc văn bản', secondHand: 'biết qua nguồn khác', assumed: 'giả định' } as const

export const lawCommands: readonly Command[] = [
  {
    name: 'deadline',
    summary: 'Hạn cuối của một thời hạn, từng ngày vì sao',
    options: {
      rule: { value: 'KHOÁ', about: 'thời hạn của luật, xem law list' },
      'working-days': { value: 'SỐ', about: 'số ngày làm việc' },
      days: { value: 'SỐ', about: 'số ngày theo lịch' },
      from: { value: 'NGÀY', about: 'ngày bắt đầu, không tính; giới hạn theo giờ: 2026-07-01T15:00', needed: true },
      pause: { value: 'A..B', about: 'tạm đình chỉ ngày A, tiếp tục ngày B; ghi được nhiều lần', many: true },
      extend: { value: 'SỐ', about: 'gia hạn, cùng đơn vị' },
    },
    example: 'deadline --rule complaint.solve.first --from 2026-07-01 --pause 2026-07-10..2026-07-20 --json',
    async run({ ask, options }) {
      const { from = '', rule, days, pause, extend } = options
      const answer = await ask(compute, {
        ...{ from, rule, days, pause, extension: extend, workingDays: options['working-days'] },
      })
      const { due, originalDue, steps, unconfirmedYears } = answer
      const json = {
        ...{ due, originalDue, rule: answer.rule },
        steps: steps.map(({ date, counted, reason }) => ({ date, counted, reason })),
        unconfirmedYears,
      }
      return { json, text: deadlineText(answer) }
    },
  },
  {
    name: 'law list',
    summary: 'Các thời hạn theo luật, bản có hiệu lực vào một ngày',
    options: { on: { value: 'NGÀY', about: 'dạng 2026-07-01; không ghi: hôm nay' } },
    example: 'law list --on 2026-06-30',
    async run({ ask, options }) {
      const listed = await ask(list, { on: options.on })
      const rows = listed.rules.map(({ key, name, inForce }) => [
        ...[key, name, limitText(inForce), inForce?.article ?? '', inForce ? sureWords[inForce.confidence] : ''],
      ])
      return { json: listed, text: table(['Khoá', 'Thời hạn', 'Giới hạn', 'Căn cứ', 'Mức chắc chắn'], rows) }
    },
  },
]

type Limit = { value: number | null; unit: keyof typeof unitWords } | null

function limitText(limit: Limit): string {
  if (!limit) return 'chưa có hiệu lực'
  return limit.value === null ? 'chưa đặt' : `${limit.value} ${unitWords[limit.unit]}`
}

type Computed = z.output<typeof compute.output>

function deadlineText({ due, originalDue, rule, steps, unconfirmedYears }: Computed): string {
  const shown = (at: string) => (at.includes('T') ? `${at.slice(11)}, ${shownDay(at.slice(0, 10))}` : shownDay(at))
  const head = [
    ...(rule.name ? [`${rule.name}: ${rule.value} ${unitWords[rule.unit]}`, rule.article ?? ''] : []),
    `Hạn: ${shown(due)}${due === originalDue ? '' : `; hạn đầu: ${shown(originalDue)}`}`,
  ]
  const rows = steps.map(({ date, counted, reason }) => [shownDay(date), counted ? 'tính' : '', reason])
  const mark =
    unconfirmedYears.length > 0 ? [`Lịch nghỉ năm ${unconfirmedYears.join(', ')} là đề xuất, chưa ai xác nhận.`] : []
  return [...head, ...(rows.length > 0 ? ['', table(['Ngày', '', 'Vì sao'], rows)] : []), ...mark].join('\n')
}
