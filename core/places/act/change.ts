// The lines of an act, as typed: which place, what becomes of it. One line a place and successor, as in a table.
import { searchKey } from '../../shared/text.ts'
import { placeTypes, type PlaceType } from '../place.ts'

/** `rename`, `retype`, `move` and `recode` leave the place the same; after the others it ends. */
export const changeKinds = ['rename', 'retype', 'move', 'recode', 'merge', 'split', 'dissolve'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** How the share of a divided place was found. Keys for figures may be built on it; here it is only kept. */
export const shareMethods = ['population', 'households', 'area', 'decision'] as const
export type ShareMethod = (typeof shareMethods)[number]

export interface ChangeLine {
  /** As people see it: the row of their sheet, or the order in the form. */
  line: number
  kind: ChangeKind
  /** Code of the place as it was the day before. */
  from: string
  /** After the change: null keeps what was; the successor of a merger or a split must be named in one of its lines. */
  code: string | null
  name: string | null
  type: PlaceType | null
  /** Code of the parent on the day itself. */
  parent: string | null
  /** Decimal text, over 0 and at most 1; only of a split. */
  share: string | null
  method: ShareMethod | null
  note: string | null
}

export const columns = ['kind', 'from', 'code', 'name', 'type', 'parent', 'share', 'method', 'note'] as const
export type Column = (typeof columns)[number]

/** The place stays the same, only its version changes. */
export const staysSame: ReadonlySet<ChangeKind> = new Set(['rename', 'retype', 'move', 'recode'])

export const kindWords: Record<ChangeKind, { vi: string; en: string }> = {
  rename: { vi: 'đổi tên', en: 'rename' },
  retype: { vi: 'đổi loại', en: 'retype' },
  move: { vi: 'đổi cấp trên', en: 'move' },
  recode: { vi: 'đổi mã', en: 'recode' },
  merge: { vi: 'nhập', en: 'merge' },
  split: { vi: 'chia', en: 'split' },
  dissolve: { vi: 'giải thể', en: 'dissolve' },
}

export const methodWords: Record<ShareMethod, { vi: string; en: string }> = {
  population: { vi: 'dân số', en: 'population' },
  households: { vi: 'số hộ', en: 'households' },
  area: { vi: 'diện tích', en: 'area' },
  decision: { vi: 'cán bộ quyết định', en: 'decision' },
}

const otherKindWords: Record<string, ChangeKind> = {
  'sap nhap': 'merge',
  'hop nhat': 'merge',
  'nhap vao': 'merge',
  tach: 'split',
  'chia tach': 'split',
  'doi loai hinh': 'retype',
  'chuyen cap tren': 'move',
  'chuyen truc thuoc': 'move',
}

/** null when the word means none of them. */
export function kindFromWords(text: string): ChangeKind | null {
  return fromWords(text, kindWords) ?? otherKindWords[searchKey(text)] ?? null
}

export function methodFromWords(text: string): ShareMethod | null {
  return fromWords(text, methodWords)
}

export function typeFromWords(text: string): PlaceType | null {
  const key = text.normalize('NFC').trim().toLowerCase()
  return placeTypes.find((type) => type.toLowerCase() === key && type !== 'Quốc gia') ?? null
}

function fromWords<Key extends string>(text: string, words: Record<Key, { vi: string; en: string }>): Key | null {
  const key = searchKey(text)
  const found = (Object.entries(words) as [Key, { vi: string; en: string }][]).find(([name, { vi, en }]) =>
    [searchKey(name), searchKey(vi), searchKey(en)].includes(key),
  )
  return found?.[0] ?? null
}

/** 0,35 · 0.35 · 35% as decimal text; null when it is no share. */
export function readShare(text: string): string | null {
  const [, digits, percent] = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(text.trim()) ?? []
  if (digits === undefined) return null
  const value = Number(digits.replace(',', '.')) / (percent ? 100 : 1)
  return value > 0 && value <= 1 ? String(Number(value.toFixed(6))) : null
}
