// How limits and steps of a submission are told, to its sender and to the office alike. Pure.
import type { Words } from './words/words.ts'
import { day, dayAndTime, dayOf } from './words/format.ts'

export interface ShownLimit {
  limit: string
  rule: string
  article: string
  value: number
  unit: string
  due: string | null
  originalDue: string
  met: string | null
  onTime: boolean | null
  pauses: { from: string; to: string | null; reason: string }[]
}

/** “15:00, 06/07/2026” of an hour, “06/07/2026” of a day. */
export function dueText(due: string): string {
  const [on, time] = due.split('T')
  return time ? `${time}, ${day(on!)}` : day(on!)
}

export function limitName(limit: string, words: Words): string {
  const [name, again] = limit.split('.')
  const said = words.cases.limit[name!] ?? name!
  return again === undefined ? said : words.cases.again(said)
}

/** What was done, as a noun: “Trả lời”, “Hứa làm một việc”. */
export function actWord(move: string, words: Words): string {
  return words.cases.act[move as 'receive'] ?? words.follow.act[move] ?? move
}

/** A limit in days ends with its day. */
function isOver(due: string, now: Date): boolean {
  return new Date(`${due.includes('T') ? due : `${due}T24:00`}:00+07:00`) <= now
}

/** Where a limit stands: when it ends, whether it was kept or is over; with what moved it. */
export function limitLine(limit: ShownLimit, words: Words, now: Date) {
  const { due, originalDue, onTime, pauses } = limit
  const over = due !== null && isOver(due, now) ? words.cases.late : null
  const kept = onTime === null ? over : onTime ? words.cases.onTime : words.cases.lateDone
  const until = due === null ? words.cases.suspendedDue : dueText(due)
  const moved = due !== null && due !== originalDue ? words.cases.firstDue(dueText(originalDue)) : null
  const paused = pauses.map(({ from, to, reason }) => words.cases.pause(day(from), to && day(to), reason))
  return {
    term: limitName(limit.limit, words),
    text: kept ? `${until} (${kept})` : until,
    note: [words.cases.limitText(limit), limit.article, moved, ...paused].filter(Boolean).join('. '),
  }
}

interface ShownAct {
  move: string
  at: string
  body: string | null
  note: string
  facts: Record<string, unknown>
}

/** The steps of the life, for a Timeline. */
export function stepsOf(acts: readonly ShownAct[], words: Words) {
  return acts.map(({ move, at, body, note, facts }) => {
    const { document, toName, due, effective, way, step } = facts as Record<string, string | undefined>
    const more = [
      ...[
        toName,
        document,
        due && words.cases.dueBy(dueText(due)),
        effective && words.follow.effective(day(effective)),
      ],
      ...[way && words.follow.way[way as 'here'], step && words.follow.protection[step as 'asked'], note],
    ]
    return {
      day: dayOf(at),
      when: dayAndTime(at),
      text: [actWord(move, words), body].filter(Boolean).join(' · '),
      note: more.filter(Boolean).join('. ') || undefined,
    }
  })
}

/** Lines of a text area, each one thing; empty ones are none. */
export function linesOf(text: unknown): string[] {
  return typeof text === 'string' ? text.split('\n').flatMap((line) => line.trim() || []) : []
}
