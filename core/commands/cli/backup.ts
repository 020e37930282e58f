// backup, restore, verify backup: everything in one file, and back again.
import { fileAsTyped } from '../../config.ts'
import { restoreBackup } from '../../db/backup/restore.ts'
import type { Files } from '../../files/files.ts'
import { walkBackup, type Walked } from '../../db/backup/walk.ts'
import { writeBackup } from '../../db/backup/write.ts'
import { dayAt } from '../../shared/day.ts'
import type { Command } from './command.ts'
import { cannotWrite } from './out.ts'

export const backupCommands: readonly Command[] = [
  {
    name: 'backup',
    summary: 'Sao lưu toàn bộ dữ liệu vào một tệp, trong khi nền tảng vẫn chạy',
    options: { out: { value: 'TỆP', about: 'tên tệp; không ghi: dong-thuan-NGÀY.tar.gz ở thư mục đang đứng' } },
    example: 'backup --out /srv/sao-luu/thang-6.tar.gz',
    async handle({ options, openDatabase, files, progress }) {
      const now = new Date()
      const file = fileAsTyped(options.out || `dong-thuan-${dayAt(now)}.tar.gz`)
      const url = await openDatabase({ make: false })
      const written = await progress
        .step('sao lưu', (say) => writeBackup(url, file, { now, say, files }))
        .catch((error: NodeJS.ErrnoException) => {
          throw cannotWrite(error, file)
        })
      const { rows, tables, bytes, missing } = written
      return {
        json: { file, ...written },
        text: [
          `Đã ghi ${file}: ${counted(rows)} dòng của ${tables} bảng, ${megabytes(bytes)}; ${filesOf(written)}.`,
          ...toldMissing(missing, files),
        ].join('\n'),
        exit: missing.length === 0 ? 0 : 1,
      }
    },
  },
  {
    name: 'restore',
    summary: 'Phục hồi từ tệp sao lưu vào một nơi còn trống (nêu bằng --data hoặc DATABASE_URL)',
    args: ['TỆP'],
    example: 'restore thang-6.tar.gz --data /var/lib/dong-thuan-moi',
    async handle({ args: [file], openDatabase, files, progress }) {
      const path = fileAsTyped(file!)
      await walkBackup(path) // a faulty file is told before anything is made
      const url = await openDatabase({ make: true })
      const walked = await progress.step('phục hồi', (say) => restoreBackup(url, path, say, files))
      return { json: summaryOf(walked), text: `Đã phục hồi: ${wordsOf(walked)}. Mọi người đăng nhập lại.` }
    },
  },
  {
    name: 'verify backup',
    summary: 'Kiểm một tệp sao lưu: đủ, không bị sửa, phiên bản này đọc được',
    args: ['TỆP'],
    example: 'verify backup thang-6.tar.gz',
    async tell({ args: [file] }) {
      const walked = await walkBackup(fileAsTyped(file!))
      const { missing } = walked.checksums
      const text = [`Tệp tốt: ${wordsOf(walked)}.`, ...toldMissing(missing, null)].join('\n')
      return { json: summaryOf(walked), text, exit: missing.length === 0 ? 0 : 1 }
    },
  },
]

function summaryOf({ header: { madeAt, migrations, server }, checksums }: Walked) {
  const sums = Object.values(checksums.tables)
  const rows = sums.reduce((total, one) => total + one.rows, 0)
  const files = Object.keys(checksums.files).length
  const fileBytes = Object.values(checksums.files).reduce((total, bytes) => total + bytes, 0)
  const { missing } = checksums
  return { madeAt, migration: migrations.at(-1), server, tables: sums.length, rows, files, fileBytes, missing }
}

function wordsOf(walked: Walked): string {
  const { madeAt, migration, tables, rows, ...kept } = summaryOf(walked)
  return `${counted(rows)} dòng của ${tables} bảng, ${filesOf(kept)}, sao lưu lúc ${when.format(new Date(madeAt))}, cấu trúc ${migration}`
}

const filesOf = ({ files, fileBytes }: { files: number; fileBytes: number }) =>
  files === 0 ? 'không có tệp kèm' : `${counted(files)} tệp kèm, ${megabytes(fileBytes)}`

/** A copy without its scans is no whole copy: said at the end, and by the exit code. */
function toldMissing(missing: readonly string[], files: Files | null): string[] {
  if (missing.length === 0) return []
  const where = files ? ` trong ${files.folder}` : ''
  return [`THIẾU ${counted(missing.length)} tệp kèm không còn hoặc đã hỏng${where}: ${missing.slice(0, 5).join(', ')}`]
}

const when = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })
const counted = (value: number) => value.toLocaleString('vi-VN')
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
