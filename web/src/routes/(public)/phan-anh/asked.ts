// Which published cases the address asks for; what cannot be meant is not asked.
import { states } from '@dong-thuan/core/portal/report.ts'
import { askedDay, askedPage, oneWord } from '#web/asked.ts'

export const filters = ['noi', 'viec', 'tinh-trang', 'tu', 'den'] as const

export function askedOf(url: URL) {
  const id = (name: string) => /^[1-9]\d{0,8}$/.exec(url.searchParams.get(name) ?? '')?.[0]
  const [from, to] = [askedDay(url, 'tu'), askedDay(url, 'den')]
  const topic = /^[a-z]\w{1,39}$/i.exec(url.searchParams.get('viec') ?? '')?.[0]
  const typed = Object.fromEntries(filters.map((name) => [name, url.searchParams.get(name)?.trim() ?? '']))
  const input = {
    ...{ desk: id('noi'), place: id('dia-ban'), topic, from: from.day, to: to.day, page: askedPage(url) },
    state: oneWord(states, url.searchParams.get('tinh-trang')) ?? undefined,
  }
  return { input, typed, faulty: { tu: from.faulty, den: to.faulty } as Record<string, boolean> }
}

/** The address with the filters that are set, for links that keep them. */
export function withFilters(path: string, typed: Record<string, string>, names: readonly string[] = filters): string {
  const set = new URLSearchParams(names.flatMap((name) => (typed[name] ? [[name, typed[name]]] : [])))
  return set.size > 0 ? `${path}?${set}` : path
}
