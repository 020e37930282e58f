// Documents, themes and tasks as typed: empty lines fall out, blank cells are none, tasks are numbered anew.
import type { Input } from '#web/form.ts'

type Line = Record<string, string | undefined>

export function textsTyped(read: Input): Input {
  const lines = (name: string) => (read[name] as Line[] | undefined) ?? []
  return {
    expectedVersion: read.expectedVersion,
    documents: lines('documents')
      .filter((line) => line.kind)
      .map(({ kind, number = null, issuedOn = null, issuer = null, about = null }) => ({
        kind,
        number,
        issuedOn,
        issuer,
        about,
      })),
    themes: lines('themes')
      .filter((line) => line.text)
      .map(({ text, scope = null }) => ({ text, scope })),
    tasks: lines('tasks')
      .filter((line) => line.short)
      .map(({ short, text = short }, i) => ({ no: i + 1, short, text })),
  }
}
