// A target as typed: chosen organisations become bindings, unnamed exceptions and companions fall out.
import type { Input } from '#web/form.ts'

type Line = Record<string, string | undefined>

export function targetTyped(read: Input): Input {
  const { bound = [], exceptions = [], companions = [], ...head } = read
  return {
    ...head,
    bindings: (bound as string[]).map((organisation) => ({ organisation, sector: null })),
    exceptions: (exceptions as Line[])
      .filter((line) => line.name)
      .map(({ organisation = null, sector = null, ...line }) => ({ ...line, organisation, sector })),
    companions: (companions as Line[]).filter((line) => line.name),
  }
}
