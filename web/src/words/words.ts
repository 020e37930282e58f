// The words people read: typed keys, two languages, chosen once a request and found by every component.
import { getContext, setContext } from 'svelte'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type Language = 'vi' | 'en'
export type Words = typeof vi

const both = { vi, en }
/** Where the language stands in the context of the components. */
export const languageKey = 'language'

export function wordsOf(language: Language): Words {
  return both[language]
}

/** The root layout says the language once; every component below asks for it. */
export function setLanguage(language: () => Language): void {
  setContext(languageKey, language)
}

/** Inside a component: the language of the page; Vietnamese when nobody said. */
export function useLanguage(): Language {
  return getContext<(() => Language) | undefined>(languageKey)?.() ?? 'vi'
}

/** Inside a component: `const words = useWords()`, then `{words.common.save}`. */
export function useWords(): Words {
  return wordsOf(useLanguage())
}
