// How an officer fills in the shares of many bodies at once: pasted from a sheet, equal, or in proportion. Nothing is saved. Pure.
import { apportion } from '../../places/share.ts'
import type { Id } from '../../shared/id.ts'
import { problem, type Problem } from '../../shared/result.ts'
import type { CascadeRule } from './cascade.ts'

export interface Receiver {
  bodyId: Id<'body'>
  name: string
  placeName: string
  placeCode: string | null
}

export interface Spread {
  shares: { body: Id<'body'>; threshold: string }[]
  problems: Problem[]
}

/** A number as people here write it: 40 · 1.200 · 80,5 · 80.5. Exact, as a decimal with a dot; null when it is none. */
export function readShare(text: string): string | null {
  const plain = text.trim().replaceAll(/[\s\u00a0\u202f%]/g, '')
  const grouped = /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain
  const [, whole, decimals = ''] = /^(\d{1,9})(?:[.,](\d{1,6}))?$/.exec(grouped) ?? []
  if (whole === undefined) return null
  const kept = decimals.replace(/0+$/, '')
  return `${BigInt(whole)}${kept ? `.${kept}` : ''}`
}

/** The same to all; a sum is divided into whole parts that make it again, the first ones taking what is left over. */
export function spreadEqually(rule: CascadeRule, target: string, receivers: readonly Receiver[]): Spread {
  if (rule !== 'sum')
    return { shares: receivers.map(({ bodyId }) => ({ body: bodyId, threshold: target })), problems: [] }
  return divided(
    target,
    receivers.map((each) => ({ ...each, weight: 1 })),
  )
}

/** A sum in proportion to a figure of each; who has none gets nothing and is named. */
export function spreadByFigure(target: string, receivers: readonly (Receiver & { weight: number | null })[]): Spread {
  const weighed = receivers.flatMap((each) => (each.weight === null ? [] : [{ ...each, weight: each.weight }]))
  if (weighed.every(({ weight }) => weight === 0)) return { shares: [], problems: [noFigures] }
  return divided(target, weighed)
}

function divided(target: string, receivers: readonly (Receiver & { weight: number })[]): Spread {
  if (receivers.length === 0) return { shares: [], problems: [] }
  const total = BigInt(receivers.reduce((sum, { weight }) => sum + weight, 0))
  const shares = receivers.map(({ weight }) => ({ top: BigInt(weight), bottom: total }))
  const parts = apportion(Math.ceil(Number(target)), shares)
  return { shares: receivers.map(({ bodyId }, at) => ({ body: bodyId, threshold: String(parts[at]) })), problems: [] }
}

const noFigures = problem(
  'weightPeriod',
  'no-figures',
  'Kỳ đã chọn chưa có số liệu của nơi nào để chia theo. Chọn kỳ khác, hoặc chia đều rồi sửa.',
  'No place has a figure in that period. Choose another one, or divide equally and edit.',
)

/**
 * One column copied from a sheet, in the order of the page; or two columns, the name or code of the body or its place and
 * the share. An empty line in one column leaves that body without a share.
 */
export function spreadPasted(text: string, receivers: readonly Receiver[]): Spread {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n')
  const named = lines.some((line) => /[\t;]/.test(line))
  return named ? pastedByName(lines, receivers) : pastedInOrder(lines, receivers)
}

function pastedInOrder(lines: readonly string[], receivers: readonly Receiver[]): Spread {
  if (lines.length !== receivers.length) return { shares: [], problems: [otherCount(lines.length, receivers.length)] }
  const spread: Spread = { shares: [], problems: [] }
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const threshold = readShare(line)
    if (threshold === null) spread.problems.push(noNumber(at + 1, line))
    else spread.shares.push({ body: receivers[at]!.bodyId, threshold })
  }
  return spread
}

function pastedByName(lines: readonly string[], receivers: readonly Receiver[]): Spread {
  const spread: Spread = { shares: [], problems: [] }
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [name = '', ...rest] = line.split(/[\t;]/)
    const text = rest.findLast((cell) => cell.trim() !== '') ?? ''
    const threshold = readShare(text)
    const found = receivers.filter((each) => isCalled(each, name))
    if (threshold === null && found.length !== 1 && at === 0) continue // the headings of the columns
    if (found.length !== 1) spread.problems.push(noSuchName(at + 1, name))
    else if (spread.shares.some(({ body }) => body === found[0]!.bodyId)) spread.problems.push(twice(at + 1, name))
    else if (threshold !== null) spread.shares.push({ body: found[0]!.bodyId, threshold })
    else if (text !== '') spread.problems.push(noNumber(at + 1, text))
  }
  return spread
}

function isCalled({ name, placeName, placeCode }: Receiver, text: string): boolean {
  const plain = (each: string) => each.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  return [name, placeName, placeCode ?? ''].some((each) => each !== '' && plain(each) === plain(text))
}

const at = (line: number, code: string, vi: string, en: string): Problem =>
  problem('paste', code, `Dòng ${line}: ${vi}`, `Line ${line}: ${en}`)
const noNumber = (line: number, text: string) =>
  at(line, 'bad-share', `“${text.trim().slice(0, 40)}” không phải một số. Ghi như 4 hoặc 80,5.`, 'that is no number.')
const noSuchName = (line: number, name: string) =>
  at(line, 'no-such-unit', `không có đơn vị nào trong danh sách tên “${name.trim().slice(0, 60)}”.`, 'no such body.')
const twice = (line: number, name: string) =>
  at(line, 'twice', `“${name.trim().slice(0, 60)}” đã có ở dòng trên.`, 'that body stands twice.')
const otherCount = (lines: number, units: number) =>
  problem(
    'paste',
    'other-count',
    `Dán ${lines} dòng mà danh sách có ${units} đơn vị. Dán đủ mỗi đơn vị một dòng theo đúng thứ tự, hoặc dán hai cột: tên đơn vị và mức giao.`,
    `${lines} lines for ${units} bodies. Paste one line a body in order, or two columns: name and share.`,
  )
