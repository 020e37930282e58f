// How sessions of reception and promised points are told, to everybody and to the office alike. Pure.
import type { Words } from './words/words.ts'
import { day, dayOf, longDay } from './words/format.ts'
import type { Language } from '#words'

export interface ShownSitting {
  id: number
  desk: string
  day: string
  starts: string
  ends: string
  placeWords: string
  form: 'atPlace' | 'online'
  receiver: string
  byHead: boolean
  participants: string
  content: string
  places: number
  left: number
  stage: 'proposed' | 'posted' | 'held' | 'cancelled'
  extraordinary: string
  history: { move: string; at: string; note: string; was: { day: string; starts: string; ends: string } | null }[]
}

/** “thứ Tư, 15/07/2026, 07:30–11:00”. */
export function whenOf(one: Pick<ShownSitting, 'day' | 'starts' | 'ends'>, words: Words, language: Language): string {
  return `${longDay(one.day, language)}, ${words.reception.hours(one.starts, one.ends)}`
}

/** Whether somebody may still book: posted, not begun, with a place left. */
export function isBookable({ stage, left, day: on, starts }: ShownSitting, now: Date): boolean {
  return stage === 'posted' && left > 0 && new Date(`${on}T${starts}:00+07:00`) > now
}

export const placesOf = ({ places, left }: ShownSitting, { reception: said }: Words) =>
  places === 0 ? said.noBooking : said.left(left, places)

/** Facts for a DefinitionList; what was left empty is not there. */
export function factsOf(one: ShownSitting, words: Words) {
  const said = words.reception
  return [
    { term: said.where, text: one.placeWords },
    { term: said.receiver, text: one.receiver, note: one.byHead ? said.byHead : undefined },
    { term: said.participants, text: one.participants },
    { term: said.content, text: one.content },
    { term: said.formLabel, text: one.form === 'online' ? said.form.online : '' },
  ].filter(({ text }) => text !== '')
}

/** Sessions that differ in their day and hours only stand together: what they share is told once. */
export function alike<One extends ShownSitting>(sittings: readonly One[]): One[][] {
  const keyOf = ({ placeWords, form, receiver, byHead, participants, content }: One) =>
    JSON.stringify([placeWords, form, receiver, byHead, participants, content])
  return [...Map.groupBy(sittings, keyOf).values()]
}

/** How it was changed since it was posted: from which day it was moved, why it was cancelled. */
export function changesOf(one: ShownSitting, words: Words): { text: string; reason: string }[] {
  const said = words.reception
  return one.history.flatMap(({ move, note, was }) => {
    if (move === 'shift' && was)
      return [{ text: said.movedFrom(day(was.day), said.hours(was.starts, was.ends)), reason: note }]
    return move === 'cancel' ? [{ text: said.cancelled, reason: note }] : []
  })
}

export interface ShownPoint {
  no: number
  text: string
  body: string
  dueOn: string
  late: boolean
  doneAt: string | null
  doneText: string | null
  proof: string | null
  files: { id: number; name: string; state: 'ready' | 'coming' | 'spoilt' }[]
}

/** Rows of a table of what was promised. */
export function pointRows(points: readonly ShownPoint[], words: Words) {
  const said = words.reception.point
  return points.map(({ no, text, body, dueOn, late, doneAt, doneText, proof }) => ({
    text: { text: `${no}. ${text}` },
    body,
    due: day(dueOn),
    state: doneAt
      ? {
          text: said.done(day(dayOf(doneAt))),
          note: [doneText, proof && said.proof(proof)].filter(Boolean).join('. '),
          status: 'met' as const,
        }
      : late
        ? { text: said.late, status: 'late' as const }
        : { text: said.open },
  }))
}

export function pointColumns(words: Words) {
  const { text, body, due, state } = words.reception.point
  return { text, body, due: { label: due, short: true }, state }
}

/** “đã báo kết quả” → “Đã báo kết quả.” */
export const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
