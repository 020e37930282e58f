// The statistical annex in order: every target, every place, every organisation and the picture.
import type { Day } from '../shared/day.ts'
import { chartOfTargets, tableOfOrganisations } from './annex.organisations.ts'
import { tableOfCauses } from './annex.causes.ts'
import { tableOfPlaces } from './annex.places.ts'
import { tableOfTargets } from './annex.targets.ts'
import { named, structure, text, type Annex, type Block } from './document.ts'
import type { Telling } from './sentences.target.ts'
import { dayText } from './words.ts'

export function annexesOf(
  telling: Telling,
  { number, date, issuer }: { number: string | null; date: Day | null; issuer: string },
): Annex[] {
  const { rows } = telling.figures.gathered.now
  const chart = chartOfTargets(telling, rows)
  const places = tableOfPlaces(telling, rows)
  const causes = tableOfCauses(telling, rows)
  const organisations = tableOfOrganisations(telling, rows)
  const last: Block[] = [...(organisations ? [organisations] : []), ...(chart ? [chart] : [])]
  const groups: Block[][] = [
    [tableOfTargets(telling, rows), ...(causes ? [causes] : [])],
    ...(places ? [[places]] : []),
    ...(last.length ? [last] : []),
  ]
  const whose = [text(' của '), named(issuer), text(')')]
  const belongs = number
    ? [text('(kèm theo '), structure('documentNumber', `Báo cáo số ${number} ngày ${dayText(date!)}`), ...whose]
    : [text('(kèm theo dự thảo báo cáo'), ...whose]
  return groups.map((blocks, at) => ({
    title: [structure('heading', groups.length > 1 ? `Phụ lục ${at + 1}` : 'Phụ lục')],
    belongs,
    wide: blocks.some((block) => block.kind === 'table' && block.columns.length > 6),
    blocks,
  }))
}
