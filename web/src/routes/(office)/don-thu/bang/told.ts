// A table as rows of the page: withheld said as such, each figure a link to the cases it counts where the reader may open them. Pure.
import { figuresIn, rates, type FigureKey, type Group, type RateKey } from '@dong-thuan/core/cases/tables/figures.ts'
import type { showTable } from '@dong-thuan/core/cases/tables/show.operations.ts'
import type { Row } from '#ui/DataTable/table.ts'
import type { Answer } from '#web/ask.ts'
import { actWord } from '#web/cases.ts'
import { number, percent } from '#web/words/format.ts'
import type { Language, Words } from '#web/words/words.ts'
import { tableAddress } from './asked.ts'

export type Table = Answer<typeof showTable>
interface Told {
  words: Words
  language: Language
}

export function countText(value: number | null, table: Pick<Table, 'leastCell'>, { words, language }: Told): string {
  return value === null ? words.caseTables.withheld(table.leastCell) : number(value, language)
}

export function rowsOf(table: Table, group: Group, told: Told): Row[] {
  const { words, language } = told
  const figures = figuresIn(group).map((key) => ({
    figure: words.caseTables.figures[key][0],
    open: { text: countText(table.open[key], table, told), href: listOf(table, key) },
    secret: countText(table.secret[key], table, told),
    fixed: table.fixed ? countText(table.fixed.open[key], table, told) : null,
  }))
  if (group !== 'results') return figures
  const days = (['meanDays', 'medianDays'] as const).map((key) => {
    const value = table[key]
    const text = value === null ? words.caseTables.notTold : words.caseTables.dayCount(number(value, language, 1))
    return { figure: words.caseTables.days[key][0], open: { text, href: undefined }, secret: '', fixed: null }
  })
  return [...figures, ...days]
}

function listOf(table: Table, key: FigureKey): string | undefined {
  const listed = table.lists && key !== 'pausedDays' && table.open[key]
  return listed ? `/don-thu/bang/ho-so?${addressOf(table)}&so=${key}` : undefined
}

export const addressOf = ({ body, reach, period }: Table) => tableAddress({ body, reach, period: period.key })

/** A rate with both its numbers, or not at all. */
export function rateRows(table: Table, told: Told): Row[] {
  const { words, language } = told
  return (Object.keys(rates) as RateKey[]).map((key) => {
    const [numerator, denominator] = [table.open[rates[key].of], table.open[rates[key].to]]
    const both =
      numerator === null || denominator === null ? null : percent(numerator, denominator, { language, digits: 1 })
    const text =
      numerator === null || denominator === null
        ? words.caseTables.withheld(table.leastCell)
        : both === null
          ? words.caseTables.noRate
          : words.caseTables.rate(both, number(numerator, language), number(denominator, language))
    return { rate: words.caseTables.rates[key][0], value: text }
  })
}

/** What a difference is by: each case with what was done with it since. */
export function differenceLines(table: Table, told: Told): { text: string; cases: { href: string; text: string }[] }[] {
  const { words } = told
  const said = words.caseTables
  return (table.fixed?.differences ?? []).map(({ figure, secret, fixed, now, cases }) => {
    const [name] = said.figures[figure]
    const text = said.difference(
      secret ? said.secretFigure(name) : name,
      countText(fixed, table, told),
      countText(now, table, told),
    )
    const lines = cases.map(({ id, number: no, more, moves }) => {
      const since = moves.map((move) => actWord(move, words).toLowerCase()).join(', ')
      return { href: `/don-thu/${id}`, text: more ? said.more(no, since) : said.fewer(no, since) }
    })
    return { text, cases: lines }
  })
}

/** What each figure counts, for whoever asks. */
export function meanings({ caseTables }: Words): { term: string; text: string }[] {
  const { figures, days, rates: named } = caseTables
  return [...Object.values(figures), ...Object.values(days), ...Object.values(named)].map(([term, text]) => ({
    term,
    text,
  }))
}
