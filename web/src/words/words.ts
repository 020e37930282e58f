// The words people read: typed keys, two languages, chosen once a request and found by every component.
import { createContext } from 'svelte'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type Language = 'vi' | 'en'
export type Words = typeof vi

const both = { vi, en }

export function wordsOf(language: Language): Words {
  return both[language]
}

const [getLanguage, setLanguage, hasLanguage] = createContext<() => Language>()

/** The root layout says the language once; every component below asks for it. */
export { setLanguage }

/** Inside a component: the language of the page; Vietnamese when nobody said. */
export function useLanguage(): Language {
  return hasLanguage() ? getLanguage()() : 'vi'
}

/** Inside a component: `const words = useWords()`, then `{words.common.save}`. */
export function useWords(): Words {
  return wordsOf(useLanguage())
}
