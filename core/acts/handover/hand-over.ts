// Words and rules of a hand-over: who takes over by proposal, and what is wrong with a batch. Pure.
import { shownDay } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import { problem, type Problem } from '../../shared/result.ts'

type BodyId = Id<'body'>

/** The first body that goes on after it; of a dissolved one the upper body. */
export function proposedTaker(ended: { parentId: BodyId | null }, successors: readonly BodyId[]): BodyId | null {
  return successors[0] ?? ended.parentId
}

export interface Judging {
  at: number
  name: string
  from: BodyId
  to: BodyId
  /** null: the body has not ended. */
  on: string | null
  takenAlready: boolean
  takerInForce: boolean
}

export function faultsOfLine({ at, name, from, to, on, takenAlready, takerInForce }: Judging): Problem[] {
  const field = `lines.${at}`
  if (on === null) return [problem(`${field}.from`, 'not-ended', ...words.notEnded(name))]
  return [
    ...(takenAlready ? [problem(`${field}.from`, 'handed-over-already', ...words.taken(name))] : []),
    ...(from === to ? [problem(`${field}.to`, 'to-itself', ...words.itself(name))] : []),
    ...(from !== to && !takerInForce ? [problem(`${field}.to`, 'not-in-force', ...words.notInForce(name, on))] : []),
  ]
}

/** Two ended bodies that name each other would have nobody in the end. */
export function circles(lines: readonly { from: BodyId; to: BodyId }[]): boolean {
  const next = new Map(lines.map(({ from, to }) => [from, to]))
  return lines.some(({ from }) => {
    const seen = new Set<BodyId>()
    for (let at: BodyId | undefined = from; at !== undefined; at = next.get(at)) {
      if (seen.has(at)) return true
      seen.add(at)
    }
    return false
  })
}

const words = {
  notEnded: (name: string): [string, string] => [
    `${name} chưa kết thúc hoạt động nên chưa có gì để bàn giao.`,
    `${name} has not ended, so there is nothing to hand over.`,
  ],
  taken: (name: string): [string, string] => [
    `${name} đã được bàn giao rồi. Có thể đồng chí gửi hai lần, hoặc người khác vừa lập biên bản; xem danh sách biên bản.`,
    `${name} has been handed over already: perhaps this was sent twice, or somebody has just done it.`,
  ],
  itself: (name: string): [string, string] => [
    `${name} không bàn giao cho chính nó được. Chọn đơn vị khác.`,
    `${name} cannot hand over to itself.`,
  ],
  notInForce: (name: string, on: string): [string, string] => [
    `Đơn vị nhận việc của ${name} không hoạt động vào ngày ${shownDay(on)}. Chọn đơn vị khác.`,
    `Who takes over from ${name} is not in force on ${on}.`,
  ],
}

export const inCircle = problem(
  'lines',
  'circular',
  'Các đơn vị bàn giao vòng quanh cho nhau, nên cuối cùng không ai nhận. Sửa nơi nhận.',
  'The bodies hand over to each other in a circle.',
)
