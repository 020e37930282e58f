// Figures by the places of another day as a workbook; an estimate stands in its own column and names its keys.
import { shownDay } from '../../shared/day.ts'
import type { z } from 'zod'
import writeXlsxFile from 'write-excel-file/node'
import { methodWords } from '../../places/act/change.ts'
import type { carriedFigures } from './carried.operations.ts'

type Carried = z.output<typeof carriedFigures.output>

const heads = ['Số đếm', 'Tổ chức', 'Mã', 'Địa bàn', 'Giá trị', 'Trong đó ước tính', 'Cách tính', 'Khoá chia']
const keyHeads = ['Khoá', 'Địa bàn bị chia', 'Bản', 'Cách tính', 'Căn cứ', 'Ngày của căn cứ', 'Cơ quan ghi']
const methods = { ...methodWords, manual: { vi: 'tự ghi' } }

/** The file's bytes. */
export async function carriedWorkbook(carried: Carried): Promise<Buffer> {
  return writeXlsxFile(carriedSheets(carried)).toBuffer()
}

/** What is not comparable is listed as such under its old place, never divided. */
export function carriedSheets({ programme, period, on, estimated, counts, keys }: Carried) {
  const title = [
    ...(programme.illustrative ? [[text('SỐ LIỆU MINH HOẠ')]] : []),
    [text(`${programme.number ?? ''} ${programme.title}`.trim())],
    [text(`${period.name}, theo địa bàn ngày ${shownDay(on)}`)],
    ...(estimated > 0 ? [[text(`${estimated} biểu của kỳ là ước tính`)]] : []),
  ]
  const rows = counts.flatMap(({ name, organisation, is, notComparable }) => [
    ...is.map((line) => [
      ...[text(name), text(organisation ?? ''), text(line.place.code ?? ''), text(line.place.name)],
      ...[number(line.value), number(line.estimated), text(wayOf(line)), text(line.keys.map(String).join(', '))],
    ]),
    ...notComparable.map((line) => [
      ...[text(name), text(organisation ?? ''), text(line.place.code ?? ''), text(line.place.name)],
      ...[number(line.value), null, text('không so sánh được'), text('')],
    ]),
  ])
  const used = keys.map((key) => [
    ...[text(String(key.id)), text(key.place), number(key.version), text(methodOf(key.method))],
    ...[text(key.basis ?? ''), text(key.dated ?? ''), text(key.author)],
  ])
  return [
    { data: [...title, heads.map(head), ...rows], sheet: 'Theo ngày khác', columns: widths(8) },
    { data: [...title, keyHeads.map(head), ...used], sheet: 'Khoá chia', columns: widths(7) },
  ]
}

function wayOf({ value, estimated, complete }: Carried['counts'][0]['is'][0]): string {
  const way = estimated === 0 ? 'cộng đúng' : estimated === value ? 'ước tính' : 'có phần ước tính'
  return complete ? way : `${way}, thiếu phần không so sánh được`
}

function methodOf(method: Carried['keys'][0]['method']): string {
  return method === null ? '' : methods[method].vi
}

const text = (value: string) => ({ value, type: String, wrap: true })
const number = (value: number) => ({ value, type: Number })
const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })
const widths = (columns: number) => Array.from({ length: columns }, () => ({ width: 22 }))
