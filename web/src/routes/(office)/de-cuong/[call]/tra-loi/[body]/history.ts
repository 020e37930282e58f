// The versions of an answer as a line of time: saved, sent, returned with its reason, accepted.
import type { OpenAnswer } from '@dong-thuan/core/calls/answers/answer.schema.ts'
import { dayAndTime, dayOf } from '#web/words/format.ts'
import type { Words } from '#words'

export function historyOf(versions: OpenAnswer['versions'], { entry }: Words) {
  return versions
    .flatMap((version) => {
      const no = entry.versionNo(version.no)
      const { savedAt, submittedAt, returnedAt, acceptedAt } = version
      return [
        { at: savedAt, text: `${no} · ${entry.savedBy(version.savedBy)}` },
        { at: submittedAt, text: `${no} · ${entry.submittedBy(version.submittedBy)}` },
        { at: returnedAt, text: `${no} · ${entry.returnedBy(version.returnedBy, version.returnReason ?? '')}` },
        { at: acceptedAt, text: `${no} · ${entry.acceptedBy(version.acceptedBy)}` },
      ]
    })
    .flatMap(({ at, text }) => (at === null ? [] : [{ at, text }]))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, text }) => ({ day: dayOf(at), when: dayAndTime(at), text }))
}
