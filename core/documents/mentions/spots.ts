// Where personal data may stand in a citizen's text, to be covered before it is made public. It proposes; an officer decides.
// Beyond what prose is asked about (mention.ts): accounts, addresses, births, links, and all of it typed without accents. Pure.
import { isAccented, syllablesOf } from '../../topics/syllables.ts'
import { foundIn, kindWords, mentionKinds } from './mention.ts'
import { namesIn, withAccents, type NameLists, type Span } from './names.ts'
import { faiths } from './words.ts'

export const spotKinds = [...mentionKinds, 'account', 'address', 'birth', 'link'] as const
export type SpotKind = (typeof spotKinds)[number]

/** Offsets are into the text in NFC. */
export interface Spot extends Span {
  kind: SpotKind
}

export const spotWords: Record<SpotKind, readonly [string, string]> = {
  ...kindWords,
  account: ['số tài khoản', 'a bank account'],
  address: ['địa chỉ nhà', 'an address'],
  birth: ['ngày, năm sinh', 'a date of birth'],
  link: ['đường dẫn', 'a link'],
}

/** Read on the text without accents, so that each is written once. Every repetition has an end. */
const patterns: readonly [SpotKind, RegExp][] = [
  ['link', /\b(?:https?:\/\/|www\.|(?:facebook|fb|zalo|tiktok|youtube)\.(?:com|me)\/)[^\s<>"]{1,300}/gi],
  ['account', /\b(?:stk|(?:so )?tai khoan(?: so| ngan hang)?)\b[^\d\n]{0,30}?\d(?:[ .-]?\d){5,18}/gi],
  [
    'citizenId',
    /\b(?:cccd|cmnd|cmtnd|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?)\b\D{0,8}\d(?:[ .]?\d){8,11}/gi,
  ],
  [
    'citizenId',
    /(?<![\d.,/-])(?:\d{12}|\d{9}|0\d{2}[ .]\d{3}[ .]\d{3}[ .]\d{3})(?![\d/]|[.,-]\d| ?(?:dong|d|vnd|m2|m3|trieu|ty)\b)/gi,
  ],
  [
    'phone',
    /(?<=\b(?:s?dt|dien thoai|so may|tel|zalo|hotline|goi(?: so)?)\b[^\d\n]{0,6})(?<!\d)\(?\d(?:[ .()-]{0,2}\d){6,10}/gi,
  ],
  ['phone', /(?<![\d.,/-])\(?0\d{2,3}\)?(?:[ .-]?\d){6,8}(?![\d/]|[.,-]\d)/gi],
  ['plate', /\b(?:bien(?: kiem soat| so)?|bks|bs)\b[^\d\n]{0,6}\d{2} ?-? ?[a-z]{1,2}\d?[- .]{0,2}\d{3}\.?\d{1,2}\b/gi],
  ['birth', /\b(?:sinh (?:ngay|nam)|sn)[: ]{1,2}(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d{2}\b/gi],
  ['address', /\b(?:so nha|nha so)[: ]{1,2}\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,4}\b/gi],
  [
    'address',
    /\b(?:so \d{1,4}[a-z]?|\d{1,4}[a-z]?\/\d{1,4}[a-z]?)(?:\/\d{1,4}[a-z]?){0,4}(?= (?:duong|pho|hem|ngo|ngach|kiet) )/gi,
  ],
  ['address', /(?<![\d/])\d{1,4}[A-Za-z]?(?= (?:[Dd]uong|[Pp]ho|[Hh]em|[Nn]go|[Kk]iet) [A-Z])/g], // “3 đường ngập” is a count
  [
    'name',
    /(?<=\b(?:[Tt]en(?: toi)?(?: la)?|[Hh]o(?: va)? ten|[Kk]y ten|[Nn]guoi (?:gui|viet|lam) don)[: ]{1,3})[A-Z][a-z]*(?: [A-Z][a-z]*){0,4}/g,
  ],
  ['address', /\b(?:dia chi(?: nha)?|thuong tru(?: tai)?|tam tru(?: tai)?|ngu tai|tru tai)[: ]{1,3}[^,;.\n]{2,80}/gi],
]

/** Every place, in order, none overlapping another. */
export function personalData(text: string): Spot[] {
  const composed = text.normalize('NFC')
  const bare = unaccented(composed)
  const shaped = patterns.flatMap(([kind, pattern]) =>
    [...bare.matchAll(pattern)].map(({ index, 0: words }) => ({ kind, from: index, to: index + words.length })),
  )
  const found: Spot[] = [...foundIn(composed), ...shaped, ...smallNamesIn(composed, bare)]
  if (!isAccented(syllablesOf(composed))) found.push(...withoutAccentsIn(bare, found.length > 0))
  return apart(found.map((spot) => (spot.kind === 'faith' ? { ...spot, to: nameAfter(bare, spot.to) } : spot)))
}

/** “theo đạo Tin Lành”, “người dân tộc Chơ Ro”: which one stands behind. */
function nameAfter(bare: string, at: number): number {
  return at + (/^(?: [A-Z][a-z]*){0,3}/.exec(bare.slice(at, at + 40))?.[0].length ?? 0)
}

/** The text with each place covered by what stood there: “Gọi [số điện thoại]”. */
export function mask(text: string, spots: readonly Spot[], language: 'vi' | 'en' = 'vi'): string {
  const composed = text.normalize('NFC')
  let masked = ''
  let at = 0
  for (const { kind, from, to } of apart(spots.filter((spot) => spot.from >= 0 && spot.from < spot.to))) {
    if (from >= composed.length) break
    masked += `${composed.slice(at, from)}[${spotWords[kind][language === 'vi' ? 0 : 1]}]`
    at = to
  }
  return masked + composed.slice(at)
}

/** Those that overlap become one, of the kind of the first. */
function apart(spots: readonly Spot[]): Spot[] {
  const all: Spot[] = []
  for (const spot of [...spots].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = all.at(-1)
    if (last && spot.from < last.to) last.to = Math.max(last.to, spot.to)
    else all.push({ kind: spot.kind, from: spot.from, to: spot.to })
  }
  return all
}

/** Letter by letter, so that places stay where they are. */
function unaccented(text: string): string {
  const bare = text.replaceAll(/[^\0-\u007f]/g, (letter) => {
    const base = letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : letter.normalize('NFD')[0]!
    return /[a-z]/i.test(base) ? base : letter
  })
  return bare.replaceAll('\u00a0', ' ')
}

const bareList = (words: ReadonlySet<string>) => new Set([...words].map(unaccented))

const withoutAccents: NameLists = {
  addresses: bareList(withAccents.addresses),
  notNames: bareList(new Set([...withAccents.notNames].filter((words) => words !== 'ông bà'))), // “ong Ba” may be Ông Ba
  offices: bareList(withAccents.offices),
  placeWords: bareList(withAccents.placeWords),
  surnames: bareList(withAccents.surnames),
}

const bareFaiths = new RegExp(`\\b(?:${[...bareList(faiths)].join('|')})\\b`, 'gi')

/** “ong Nguyen Van A”, and his faith, in a text without accents. */
function withoutAccentsIn(bare: string, pointsToSomebody: boolean): Spot[] {
  const names = namesIn(bare, withoutAccents).map((span) => ({ ...span, kind: 'name' as const }))
  if (names.length === 0 && !pointsToSomebody) return []
  const beside = [...bare.matchAll(bareFaiths)].map(({ index, 0: word }) => ({
    kind: 'faith' as const,
    from: index,
    to: index + word.length,
  }))
  return [...names, ...beside]
}

const oneOf = (words: ReadonlySet<string>) => [...words].sort((a, b) => b.length - a.length).join('|')
const smallName = (surnames: ReadonlySet<string>, middle: string) =>
  new RegExp(`(?<!\\p{L})(?:${oneOf(surnames)}) (?:${middle}) \\p{L}{1,7}(?!\\p{L})`, 'giu')
const smallAccented = smallName(withAccents.surnames, 'văn|thị')
const afterAddress = new RegExp(
  `(?<!\\p{L})(?:ong|ba|anh|chi|co|chu|bac|em|chau) ${smallName(withoutAccents.surnames, '\\p{L}{1,7}').source.replace('(?<!\\p{L})', '')}`,
  'giu',
)

/** “nguyễn văn ba” as typed on a phone; without accents only behind a form of address, as too much looks alike there. */
function smallNamesIn(composed: string, bare: string): Spot[] {
  const [text, pattern] = isAccented(syllablesOf(composed)) ? [composed, smallAccented] : [bare, afterAddress]
  return [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
    kind: 'name' as const,
    from: index,
    to: index + words.length,
  }))
}
