// Words and rules of receiving citizens: sessions, places booked, the register, conclusions. Pure but for its own data files.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { addDays, weekdayOf, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { confidences } from '../law/holidays.ts'

export const sittingStages = ['proposed', 'posted', 'held', 'cancelled'] as const
export const forms = ['atPlace', 'online'] as const
export const bookingStages = ['booked', 'cancelled', 'came', 'missed'] as const
export const visitStages = ['noted', 'taken', 'told', 'refused', 'refusedInWriting'] as const
export const handlings = ['answered', 'guided', 'taken', 'refused'] as const
/** What the visitor is told within the limit: Luật Tiếp công dân 2013, Điều 28. */
export const results = ['accepted', 'needsTime', 'refused', 'transferred'] as const
export const conclusionStages = ['draft', 'issued'] as const

export type SittingStage = (typeof sittingStages)[number]
export type Form = (typeof forms)[number]
export type BookingStage = (typeof bookingStages)[number]
export type VisitStage = (typeof visitStages)[number]
export type Handling = (typeof handlings)[number]
export type ReceptionResult = (typeof results)[number]
export type ConclusionStage = (typeof conclusionStages)[number]

export interface Sitting {
  id: Id<'sitting'>
  deskId: Id<'body'>
  deskName: string
  day: Day
  starts: string
  ends: string
  placeWords: string
  form: Form
  receiver: string
  byHead: boolean
  participants: string
  content: string
  places: number
  /** How many of the places are booked. */
  booked: number
  stage: SittingStage
  postedAt: Date | null
  postBy: Day | null
  extraordinary: string
  version: number
  illustrative: boolean
}

export interface Visit {
  id: Id<'visit'>
  deskId: Id<'body'>
  deskName: string
  year: number
  number: number
  sittingId: Id<'sitting'> | null
  day: Day
  enteredAt: Date
  submissionId: Id<'submission'> | null
  handle: string | null
  stage: VisitStage
  handling: Handling
  ground: string | null
  people: number
  representatives: number
  appointedBy: string
  identitySeen: boolean
  writtenDown: boolean
  readBack: boolean
  papers: number
  result: ReceptionResult | null
  resultNote: string
  resultPaper: string
  toldOn: Day | null
  version: number
  illustrative: boolean
}

/** “0007/2026” of a desk's register of reception. */
export const visitNumber = ({ number, year }: Pick<Visit, 'number' | 'year'>) =>
  `${String(number).padStart(4, '0')}/${year}`

/** The rule that says how long before its day a session is posted. */
export const postingRule = (form: Form) =>
  form === 'online' ? 'reception.online.notice' : 'reception.schedule.publish'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'))
const sentence = z.object({ vi: z.string(), en: z.string() })

const frequencySchema = z.object({
  organisations: z.array(z.string()),
  levels: z.array(z.string()),
  days: z.number().int().positive(),
  per: z.enum(['week', 'month']),
  article: z.string(),
  confidence: z.enum(confidences),
  note: z.string().optional(),
})
export type Frequency = z.output<typeof frequencySchema>
const frequencies = z.object({ rules: z.array(frequencySchema) }).parse(read('frequency')).rules

/** How often the head of such a body receives in person; the first rule that fits. */
export function frequencyOf(of: { organisation: string; level: string }): Frequency {
  const fits = (list: string[], one: string) => list.length === 0 || list.includes(one)
  return frequencies.find((rule) => fits(rule.organisations, of.organisation) && fits(rule.levels, of.level))!
}

/** Days due in the month, “2026-11”. A week belongs to the month in which its Thursday lies. */
export function dueDays({ days, per }: Frequency, month: string): number {
  if (per === 'month') return days
  let thursdays = 0
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) if (weekdayOf(day) === 4) thursdays += 1
  return thursdays * days
}

const groundSchema = z.object({
  key: z.string(),
  text: sentence,
  article: z.string(),
  confidence: z.enum(confidences),
  /** A refusal on this ground is given in writing. */
  inWriting: z.boolean(),
})
export const grounds = z.object({ grounds: z.array(groundSchema) }).parse(read('grounds')).grounds
export const groundOf = (key: string | null) => grounds.find((one) => one.key === key) ?? null

const groupRule = z
  .object({
    article: z.string(),
    groups: z.array(z.object({ from: z.number(), to: z.number().nullable(), representatives: z.number() })),
  })
  .parse(read('groups'))
export const groupArticle = groupRule.article
export const { groups } = groupRule

/** How many may speak for so many who came; null: too few for the rule, each speaks for himself. */
export function representativesFor(people: number): number | null {
  const group = groups.find(({ from, to }) => people >= from && (to === null || people <= to))
  return group?.representatives ?? null
}

/** What a visitor says, under the heads of the paper register; one text, so that it is sealed as one. */
export interface Said {
  text: string
  earlier: string
  request: string
  /** What was answered or explained on the spot. */
  answer: string
  /** The papers he handed in, one a line. */
  papers: string
}
const heads = {
  earlier: 'Đã được giải quyết:',
  request: 'Yêu cầu:',
  answer: 'Đã trả lời, hướng dẫn:',
  papers: 'Giấy tờ đã nhận:',
}

export function saidAsText(said: Said): string {
  const more = Object.entries(heads).flatMap(([key, head]) => {
    const words = said[key as keyof Said].trim()
    return words ? [`${head}\n${words}`] : []
  })
  return [said.text.trim(), ...more].join('\n\n')
}

/** Read back for the register; a text that came otherwise is all content. */
export function textAsSaid(text: string): Said {
  const said: Said = { text: '', earlier: '', request: '', answer: '', papers: '' }
  let at: keyof Said = 'text'
  for (const line of text.split('\n')) {
    const head = Object.entries(heads).find(([, words]) => words === line)
    if (head) at = head[0] as keyof Said
    else said[at] += `${line}\n`
  }
  return Object.fromEntries(Object.entries(said).map(([key, words]) => [key, words.trim()])) as unknown as Said
}
