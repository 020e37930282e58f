// One line for a step of the deadline that was told to a body: when, and how it went out. Pure.
import { day } from './words/format.ts'
import type { Words } from './words/words.ts'

export interface ToldStep {
  on: string
  mailed: boolean
  sent: number
  waiting: number
  refused: number
  inDigest: number
  unreached: number
}

const ways = ['sent', 'waiting', 'refused', 'inDigest', 'unreached'] as const

export function toldLine(step: ToldStep, { remind }: Words): string {
  const counted = ways.filter((way) => step[way] > 0).map((way) => remind.how[way](step[way]))
  const mailed = counted.length > 0 ? counted : [remind.how.nobody]
  return remind.told(day(step.on), [remind.how.desk, ...(step.mailed ? mailed : [])].join(', '))
}
