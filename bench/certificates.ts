// A thousand certificates in one file, each run in a process of its own so that its memory is its own; the plain one
// writes the same names with the same typeface, a page each, and nothing else.
import { execFile } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import PDFDocument from 'pdfkit'
import { layoutOf, seedOf } from '../core/documents/layout.ts'
import { fontBytes } from '../core/documents/typeface/fonts.ts'
import { printCertificates } from '../core/reports/certificates/printer.ts'
import { printTable } from './measure.ts'

const count = 1000
const runs = ['plain', 'ours', 'faulty', 'idle'] as const
type Run = (typeof runs)[number]

interface Took {
  seconds: number
  /** The most the process ever held. */
  megabytes: number
  pages: number
}

export async function benchCertificates(): Promise<void> {
  const took = {} as Record<Run, Took>
  for (const run of runs) {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), run])
    took[run] = JSON.parse(stdout) as Took
  }
  const row = (name: string, run: Run, aim: string) => {
    const { seconds, megabytes, pages } = took[run]
    const ratio = (seconds / took.plain.seconds).toFixed(2).replace('.', ',')
    return [name, `${seconds.toFixed(1)} s`, ratio, `${Math.round(megabytes)} MB`, String(pages), aim]
  }
  printTable(
    `${count} giấy chứng nhận trong một tệp (tiến trình không làm gì: ${Math.round(took.idle.megabytes)} MB)`,
    ['việc', 'lập xong sau', 'tỷ lệ', 'bộ nhớ cao nhất', 'trang', 'mục tiêu'],
    [
      row('chỉ tên, thư viện PDF viết thẳng', 'plain', ''),
      row('giấy chứng nhận', 'ours', '40 s, 400 MB'),
      row('một tên không in được: nói tên, không in', 'faulty', ''),
    ],
  )
}

const middles = ['Thị Thí Dụ', 'Văn Giả Định', 'Hoàng Minh Hoạ Tên Rất Dài', 'Ngọc']
const nameOf = (i: number) =>
  i % 10 === 0
    ? `Chi hội Phụ nữ khu phố ${i} Nguyễn Thị Minh Khai phường Tân Triều`
    : `Nguyễn ${middles[i % middles.length]} ${i}`

async function ours(names: readonly string[]): Promise<number> {
  const award = {
    ...{ layout: layoutOf(seedOf('state').values), title: 'GIẤY KHEN', awarder: 'Chủ tịch UBND phường Tân Triều' },
    ...{ occasion: 'Tổng kết công tác dân vận năm 2026', place: 'Tân Triều', on: '2026-11-20', number: '12/QĐ-UBND' },
    ...{ signerPost: 'Chủ tịch', illustrative: true, checkAt: 'https://danvan.example.vn/khen-thuong/kiem-tra' },
  }
  const printed = names.map((name, i) => ({
    ...{ name, under: 'Tổ trưởng, Tổ dân phố 3', merits: ['Vận động 200 hộ chăm đường hoa ven kênh'] },
    ...{ book: `${i + 1}/2026`, code: 'abcd2345wxyz' },
  }))
  const file = await printCertificates(1, { award, printed, part: { from: 1, to: names.length } })
  return 'faulty' in file ? 0 : names.length
}

async function plain(names: readonly string[]): Promise<number> {
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', autoFirstPage: false, font: null as never })
  doc.registerFont('bold', fontBytes('bold'))
  const done = new Promise((resolve) => doc.on('end', resolve))
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  for (const name of names) doc.addPage().font('bold').fontSize(30).text(name, { align: 'center' })
  doc.end()
  await done
  return names.length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = Array.from({ length: count }, (_, i) => nameOf(i))
  const work: Record<Run, () => Promise<number>> = {
    plain: () => plain(names),
    ours: () => ours(names),
    faulty: () => ours(names.with(700, 'Tổ 漢字')),
    idle: async () => 0,
  }
  const started = performance.now()
  const pages = await work[process.argv[2] as Run]()
  const seconds = (performance.now() - started) / 1000
  console.log(JSON.stringify({ seconds, pages, megabytes: process.resourceUsage().maxRSS / 1024 }))
}
