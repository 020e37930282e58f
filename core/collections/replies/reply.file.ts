// A filled form that comes back: is it the form that was sent, and what stands in the asked cells. Pure.
import { shownDay } from '../../shared/day.ts'
import type { Problem } from '../../shared/result.ts'
import type { AskedCell } from '../collection.ts'
import { cellAt, type Sheet, type Value } from '../sheet/cells.ts'
import { refName } from '../sheet/ref.ts'
import type { CellType } from '../sheet/typed.ts'
import { faultAt, type Given } from './reply.ts'

const mostTold = 5

/** Words of the form that are gone or stand elsewhere: rows or columns were put in or taken out. */
export function strayed(form: Sheet, sent: Sheet, asked: readonly AskedCell[]): Problem[] {
  const places = new Set(asked.map(({ ref }) => ref))
  const lastRow = asked.reduce((most, { row }) => Math.max(most, row), 0)
  const lastColumn = asked.reduce((most, { column }) => Math.max(most, column), 0)
  const faults: Problem[] = []
  for (const cell of form.cells.values()) {
    const ref = refName(cell)
    if (cell.formula || cell.value?.kind !== 'text' || places.has(ref)) continue
    if (cell.row > lastRow || cell.column > lastColumn) continue
    const found = cellAt(sent, cell)?.value?.text ?? ''
    if (plain(found) === plain(cell.value.text)) continue
    faults.push(faultAt(ref, movedWords(cell.value.text, found), 'form-changed'))
    if (faults.length === mostTold) break
  }
  return faults
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function movedWords(was: string, is: string) {
  return {
    vi: `mẫu ghi “${short(was)}”, tệp tải lên ghi “${short(is)}”. Tệp không phải mẫu đã gửi, hoặc đã bị chèn, xoá dòng cột. Hãy tải mẫu về, điền đúng vào các ô rồi tải lên lại.`,
    en: `the form says “${short(was)}”, the file “${short(is)}”. This is another file, or rows or columns were moved. Download the form and fill its cells.`,
  }
}

/** What stands in the asked cells, as if it had been typed; cells that hold no value of any kind are faults. */
export function givenIn(sent: Sheet, asked: readonly AskedCell[]): { given: Given; problems: Problem[] } {
  const given: Record<string, string> = {}
  const problems: Problem[] = []
  for (const { row, column, ref, type } of asked) {
    const cell = cellAt(sent, { row, column })
    if (cell?.formula && !cell.value) problems.push(faultAt(ref, notCounted))
    else if (cell?.value?.kind === 'error') problems.push(faultAt(ref, broken(cell.value.text)))
    else if (cell?.value) given[ref] = asTyped(cell.value, type)
  }
  return { given, problems }
}

/** A true number of the file is beyond doubt: it is told so that it is read as itself. */
function asTyped({ kind, text }: Value, type: CellType): string {
  if (kind === 'date' && type === 'text') return shownDay(text)
  if (kind !== 'number' || type === 'date') return text
  const [whole, rest] = text.split('.')
  if (type === 'text') return rest === undefined ? text : `${whole},${rest}`
  return rest === undefined ? text : `${whole}.${rest.length === 3 ? `${rest}0` : rest}`
}

const notCounted = {
  vi: 'ô có công thức chưa có kết quả. Mở tệp trong Excel hoặc LibreOffice, lưu lại rồi tải lên.',
  en: 'holds a formula without a result. Open the file in a spreadsheet, save it and send it again.',
}
const broken = (text: string) => ({
  vi: `công thức báo lỗi ${text}. Sửa công thức, hoặc ghi thẳng kết quả.`,
  en: `its formula says ${text}. Mend it or write the result.`,
})
