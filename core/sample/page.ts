// What the file of a page's year says: who reports, on which forms, which figures; see data/page-*.json.
import { readFileSync } from 'node:fs'
import type { Day } from '../shared/day.ts'

/** The bodies of one organisation: one in every place of a level inside, or units of the programme's own place by name. */
export interface Group {
  key: string
  organisation: string
  at: 'commune' | 'district' | { units: string[]; illustrative?: boolean }
  /** With “{place}”, in which a unit's name or a place's is written. */
  name: string
  /** The upper body when it is of another kind, as the mobilisation board above the blocs. */
  under?: string
  /** “Chủ tịch Hội Phụ nữ”; nobody reports for a group without. */
  office?: string
  /** First part of its accounts: `phunu.dongha.1`. */
  account?: string
}

/** One entry: what a body sent, when, and how it ended. */
export interface Line {
  /** A place's code, or the name of a unit. */
  at: string
  values: number[]
  notes?: Record<string, string>
  remark?: string
  sent?: Day
  /** Another year than the programme's. */
  year?: number
  /** Sent back and not sent again; without it the entry is accepted. */
  returned?: string
}

export interface PageForm {
  key: string
  name: string
  intro: string
  from: string
  /** The duty begins here; without it, with the programme's period. */
  since?: Day
  rows: { count: string; organisation?: string; sector?: string; label: string; help?: string }[]
  /** Pairs of rows: the first is no more than the second. */
  atMost: [number, number][]
  figures: Line[]
}

export interface PageReport {
  upperIssuer: string
  recipients: string[]
  texts: Record<string, string>
  /** With it the report is signed and issued on the day. */
  issued?: { symbol: string; lastNumber: number; on: Day; signer: string }
}

export interface PageYear {
  note: string
  /** In the names of its accounts: danvan.dongha. */
  slug: string
  /** “thành phố Đông Hà”, as inside a name. */
  inName: string
  groups: Group[]
  targets: object[]
  forms: PageForm[]
  report: PageReport
}

export interface PageCounts {
  counts: object[]
  indicators: object[]
}

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`./data/page-${name}.json`, import.meta.url), 'utf8')) as unknown

/** `name`: dong-ha, hue, thi-xa, hoang-mai. */
export const readPageYear = (name: string) => read(name) as PageYear
export const readPageCounts = () => read('counts') as PageCounts
