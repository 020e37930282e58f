// The help: every command in one list, or one command with its options.
import type { Command, Option } from './command.ts'
import { shared } from './line.ts'
import { columns } from './table.ts'

export function helpOf(commands: readonly Command[]): string {
  return [
    'Đồng Thuận từ dòng lệnh: npm run -s cli -- LỆNH [tuỳ chọn]',
    '',
    columns([
      ...commands.map((command) => [`  ${usageOf(command)}`, command.summary]),
      ['  help [LỆNH]', 'in hướng dẫn'],
    ]),
    '',
    'Tuỳ chọn của mọi lệnh:',
    optionsOf(shared),
    '',
    'Người chạy lệnh là người vận hành máy, có mọi quyền. Nền tảng đang chạy thì lệnh dùng chung dữ liệu với nó;',
    'chưa chạy thì lệnh tự mở dữ liệu rồi đóng lại. Mã thoát: 0 xong · 1 không làm được · 2 gõ chưa đúng.',
  ].join('\n')
}

export function helpOfOne(command: Command): string {
  return [
    `${command.summary}.`,
    '',
    `npm run -s cli -- ${usageOf(command)}`,
    '',
    optionsOf({ ...command.options, ...shared }),
    ...(command.example ? ['', `Ví dụ: npm run -s cli -- ${command.example}`] : []),
  ].join('\n')
}

function usageOf({ name, args = [], options = {} }: Command): string {
  const needed = Object.entries(options).filter(([, option]) => option.needed)
  return [name, ...args, ...needed.map(([key, { value }]) => `--${key}${value ? ` ${value}` : ''}`)].join(' ')
}

function optionsOf(options: Readonly<Record<string, Option>>): string {
  return columns(
    Object.entries(options).map(([name, { value, about }]) => [`  --${name}${value ? ` ${value}` : ''}`, about]),
  )
}
