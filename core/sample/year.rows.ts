// The invented figures of the year as rows of forms: this year's from the file, the year before's in proportion. Pure.
import { readFileSync } from 'node:fs'
import type { OrganisationOfF1 } from './forms.ts'

export interface Commune {
  code: string
  slug: string
  overlap?: number[]
  youthUnion?: number[]
  womensUnion?: number[]
  farmersUnion?: number[]
  veterans?: number[]
}
interface YearFile {
  communes: Commune[]
  grades: Record<string, { excellent: string[]; completed: string[] }>
  tradeUnion: { due: number; reported: number; figures: number[]; grades: number[] }[]
  steering: {
    agencies: { due: number; assessed: number; met: number }
    units: { due: number; graded: number; good: number }[]
  }
}

export const year = JSON.parse(readFileSync(new URL('./data/vinh-cuu-2023.json', import.meta.url), 'utf8')) as YearFile

export const unionSymbol = {
  youthUnion: 'ĐTN',
  womensUnion: 'PN',
  farmersUnion: 'HND',
  veterans: 'CCB',
  fatherlandFront: 'MTTQ',
} as const

/** Rows of F1 from the table's E·(T)·M·R·C, with the changes of the year. */
export function rowsOfF1(
  organisation: OrganisationOfF1,
  figures: readonly number[],
  grade: number,
): { no: number; value: number }[] {
  const youth = organisation === 'youthUnion'
  const [eligible, ...rest] = figures as [number, ...number[]]
  const gathered = youth ? rest.shift()! : null
  const [members, regular, core] = rest as [number, number, number]
  const values = [
    eligible,
    members,
    Math.round(members * 0.03),
    Math.round(members * 0.02),
    Math.round(members * 0.04),
    regular,
    core,
  ]
  if (gathered !== null) values.push(gathered)
  values.push(...[0, 1, 2, 3].map((level) => (level === grade ? 1 : 0)))
  return values.map((value, i) => ({ no: i + 1, value }))
}

/** The year before: members as the changes say, the rest in the same proportion; invented like everything here. */
export function rowsBefore(
  organisation: OrganisationOfF1,
  figures: readonly number[],
): { no: number; value: number }[] {
  const rows = rowsOfF1(organisation, figures, 1)
  const value = (no: number) => rows.find((row) => row.no === no)!.value
  const members = value(2) - value(3) + value(4)
  const scaled = (no: number) => Math.round((value(no) * members) / value(2))
  return rows.map((row) =>
    row.no === 2 ? { no: 2, value: members } : [6, 7].includes(row.no) ? { no: row.no, value: scaled(row.no) } : row,
  )
}

/** Trị An's veterans went through their roll in October 2023 and took four off it who had moved away. */
export const reviewing = { slug: 'trian', organisation: 'veterans', members: 101 } as const

export const isReviewed = (commune: Commune, organisation: string) =>
  commune.slug === reviewing.slug && organisation === reviewing.organisation

export function beforeReview(figures: readonly number[]) {
  return rowsBefore('veterans', figures).map((row) => (row.no === 2 ? { no: 2, value: reviewing.members } : row))
}

export const reviewedNote = 'Rà soát danh sách tháng 10/2023: đưa ra 4 hội viên đã chuyển đi nơi khác.'

export type Group = YearFile['tradeUnion'][number]

/** Ten rows a group of base unions, one group after the other. */
export function rowsOfF4(groups: readonly Group[]): { no: number; value: number }[] {
  return numbered(groups.flatMap(({ due, reported, figures, grades }) => [due, reported, ...figures, ...grades]))
}

/** The year before, by the same rule as F1; somewhat fewer took part regularly or were core, no base union had failed yet. */
export function groupBefore({ figures, grades, ...group }: Group): Group {
  const [eligible, members, regular, core] = figures as [number, number, number, number]
  const earlier = members - Math.round(members * 0.03) + Math.round(members * 0.02)
  const scaled = (value: number) => Math.round((value * earlier) / members)
  const [excellent, good, completed, failed] = grades as [number, number, number, number]
  const values = [eligible, earlier, scaled(regular * 0.985), scaled(core * 0.96)]
  return { ...group, figures: values, grades: [excellent, good, completed + failed, 0] }
}

export const numbered = (values: readonly number[]) => values.map((value, i) => ({ no: i + 1, value }))

export function gradeOf(organisation: string, code: string): number {
  const { excellent, completed } = year.grades[organisation]!
  return excellent.includes(code) ? 0 : completed.includes(code) ? 2 : 1
}
