// Two forms of a page may ask the same. One that was not refused keeps its fields apart, so that each label leads to its own.
import { getContext, setContext } from 'svelte'

const key = Symbol('apart')

/** For the fields inside: what is added to their ids; null while the summary of errors leads to them. */
export function keepApart(suffix: () => string | null): void {
  setContext(key, suffix)
}

export function apart(): (() => string | null) | undefined {
  return getContext(key)
}
