// Which table the address asks for: `bang` is a body and its reach, `ky` a period; two days typed come before a period chosen.
import { periodOf } from '@dong-thuan/core/cases/tables/period.ts'
import { readDay } from '#web/words/read.ts'

export interface AskedTable {
  body: number | null
  reach: 'desk' | 'all'
  period: string | null
  from: string
  to: string
  /** What was typed is no span of days. */
  wrongDays: boolean
}

export function askedTable(url: URL): AskedTable {
  const asked = url.searchParams
  const [, body, reach] = /^(\d{1,10})-(desk|all)$/.exec(asked.get('bang') ?? '') ?? []
  const typed = (name: string) => asked.get(`${name}:day`) ?? asked.get(name) ?? ''
  const [from, to] = [typed('from'), typed('to')]
  const days = from || to ? `${readDay(from)}_${readDay(to)}` : null
  const wrongDays = days !== null && periodOf(days) === null
  const period = wrongDays ? null : (days ?? asked.get('ky'))
  return {
    body: body ? Number(body) : null,
    reach: (reach as 'desk' | undefined) ?? 'desk',
    period,
    from,
    to,
    wrongDays,
  }
}

export const tableAddress = (at: { body: number; reach: string; period: string }) =>
  `bang=${at.body}-${at.reach}&ky=${at.period}`
