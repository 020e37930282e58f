// mail take: a mail from a file or from a mail server's pipe becomes a submission at a desk.
import { readFileSync } from 'node:fs'
import { fileAsTyped } from '../../config.ts'
import { takeMail } from '../../cases/intake/mail.operations.ts'
import type { Id } from '../../shared/id.ts'
import { Usage, type Command } from './command.ts'

export const mailCommands: readonly Command[] = [
  {
    name: 'mail take',
    summary: 'Đưa một thư điện tử (tệp .eml, hoặc - cho dữ liệu dẫn vào) thành hồ sơ ở một nơi nhận',
    args: ['TỆP'],
    options: { desk: { value: 'SỐ', about: 'số đơn vị của nơi nhận', needed: true } },
    example: 'mail take thu.eml --desk 12',
    async run({ args: [name], options, ask }) {
      const raw = readRaw(name!)
      const taken = await ask(takeMail, { desk: Number(options.desk) as Id<'body'>, raw: raw.toString('base64') })
      const { code, secret, to, notTaken } = taken
      const text = taken.taken
        ? [`Đã nhận thư của ${to}.`, `Mã tra cứu: ${code}`, `Khoá: ${secret}`, ...notTaken].join('\n')
        : 'Thư tự động, không có gì để nhận.'
      return { json: taken, text }
    },
  },
]

function readRaw(name: string): Buffer {
  try {
    return readFileSync(name === '-' ? 0 : fileAsTyped(name))
  } catch {
    throw new Usage(`Không đọc được ${name}.`)
  }
}
