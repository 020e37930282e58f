// The versions of an entry as a line of time: saved, sent, returned with its reason, accepted.
import type { OpenEntry } from '@dong-thuan/core/programmes/entries/entry.schema.ts'
import { dayAndTime, dayOf } from '#web/words/format.ts'
import type { Words } from '#words'

export function historyOf({ versions, line }: Pick<OpenEntry, 'versions' | 'line'>, words: Words) {
  const { entry } = words
  const inLine = (line?.opinions ?? []).map((one) => ({
    at: one.at,
    text: `${entry.versionNo(one.versionNo)} · ${words.line.note(one.body ?? words.line.former, words.line.stage[one.opinion]!)}`,
    note: one.reason ?? undefined,
  }))
  const steps = versions.flatMap((version) => {
    const no = entry.versionNo(version.no, version.nature)
    const reason = version.reason ?? undefined
    return [
      { at: version.savedAt, text: `${no} · ${entry.savedBy(version.savedBy)}`, note: reason },
      version.submittedAt && { at: version.submittedAt, text: `${no} · ${entry.submittedBy(version.submittedBy)}` },
      version.returnedAt && {
        at: version.returnedAt,
        text: `${no} · ${entry.returnedBy(version.returnedBy, version.returnReason ?? '')}`,
      },
      version.acceptedAt && { at: version.acceptedAt, text: `${no} · ${entry.acceptedBy(version.acceptedBy)}` },
    ]
  })
  return [...steps, ...inLine]
    .filter((step) => step !== null && step !== '')
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((step) => ({
      day: dayOf(step.at),
      when: dayAndTime(step.at),
      text: step.text,
      note: 'note' in step ? step.note : undefined,
    }))
}
