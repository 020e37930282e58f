// reception …: the schedule that is posted, and the register of a period without names.
import { rmSync, writeFileSync } from 'node:fs'
import { fileAsTyped } from '../../config.ts'
import { schedule } from '../../reception/schedule.operations.ts'
import { exportRegister } from '../../reception/paper/register.operations.ts'
import { Usage, type Command } from './command.ts'
import { cannotWrite } from './out.ts'
import { columns } from './table.ts'

export const receptionCommands: readonly Command[] = [
  {
    name: 'reception schedule',
    summary: 'Lịch tiếp công dân đã niêm yết của mọi nơi',
    example: 'reception schedule --json',
    async run({ ask }) {
      const json = await ask(schedule, {})
      const lines = json.sittings.map((one) => [
        one.day,
        `${one.starts}–${one.ends}`,
        one.desk,
        one.receiver,
        one.stage,
      ])
      return { json, text: lines.length > 0 ? columns(lines) : 'Chưa có buổi nào được niêm yết.' }
    },
  },
  {
    name: 'reception register',
    summary: 'Sổ tiếp công dân của một thời gian, không tên người: số, ngày, xử lý, kết quả, hạn',
    options: {
      from: { value: 'NGÀY', about: 'tiếp từ ngày, như 2026-11-01' },
      to: { value: 'NGÀY', about: 'đến hết ngày' },
      desk: { value: 'SỐ', about: 'một nơi tiếp, theo id; không ghi: mọi nơi' },
      format: { value: 'DẠNG', about: 'csv (không ghi cũng vậy) hoặc json' },
      out: { value: 'TỆP', about: 'ghi ra tệp; không ghi: in ra màn hình' },
    },
    example: 'reception register --from 2026-11-01 --to 2026-11-30 --out so-tiep-cong-dan.csv',
    async run({ ask, options: { from, to, desk, format = 'csv', out } }) {
      if (!from || !to)
        throw new Usage('Cần cả --from và --to.', 'reception register --from 2026-11-01 --to 2026-11-30')
      if (format !== 'csv' && format !== 'json') throw new Usage('--format là csv hoặc json.')
      const { content, fileName } = await ask(exportRegister, { from, to, format, ...(desk && { desk: Number(desk) }) })
      if (out) write(fileAsTyped(out), content)
      const text = Buffer.from(content).toString()
      const json = { fileName, ...(out ? { file: out, bytes: content.length } : { content: text }) }
      return { json, text: out ? `Đã ghi ${out}.` : text.trimEnd() }
    },
  },
]

/** A file written by half is no register: it goes again. */
function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') rmSync(file, { force: true })
    throw cannotWrite(error as NodeJS.ErrnoException, file)
  }
}
