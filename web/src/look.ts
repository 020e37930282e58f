// The look a person chose (theme, contrast, size of text) and the language: kept in cookies, set without script.
import type { Language } from '#words'

export const themes = ['xanh-nuoc-bien', 'do', 'xanh-la', 'vang'] as const
export type Theme = (typeof themes)[number]
export const contrasts = ['thuong', 'cao'] as const
export const sizes = ['vua', 'lon'] as const

export interface Look {
  theme: Theme
  contrast: (typeof contrasts)[number]
  size: (typeof sizes)[number]
}

interface Cookies {
  get(name: string): string | undefined
}

/** The names of the cookies; the form fields of /giao-dien have the same names. */
export const cookieOf = { theme: 'mau', contrast: 'tuong-phan', size: 'co-chu', language: 'ngon-ngu' } as const

export function lookOf(cookies: Cookies): Look {
  return {
    theme: oneOf(themes, cookies.get(cookieOf.theme)),
    contrast: oneOf(contrasts, cookies.get(cookieOf.contrast)),
    size: oneOf(sizes, cookies.get(cookieOf.size)),
  }
}

export function languageOf(cookies: Cookies): Language {
  return oneOf(['vi', 'en'] as const, cookies.get(cookieOf.language))
}

/** The value when it is on the list, otherwise the first of the list. */
export function oneOf<const Values extends readonly [string, ...string[]]>(
  values: Values,
  value: unknown,
): Values[number] {
  return values.find((each) => each === value) ?? values[0]
}

/** A path on this site to go back to, or the front page: never another site. */
export function localPath(path: unknown): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path)) return '/'
  const base = 'http://localhost'
  const url = URL.parse(path, base)
  return url && url.origin === base ? url.pathname + url.search + url.hash : '/'
}
