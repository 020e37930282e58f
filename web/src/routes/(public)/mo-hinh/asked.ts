// Which published models the address asks for; what cannot be meant is not asked.
import { kinds } from '@dong-thuan/core/models/model.ts'
import { oneWord } from '#web/asked.ts'

export const filters = ['q', 'linh-vuc', 'cap', 'loai', 'nam', 'dia-ban'] as const
export type Typed = Record<(typeof filters)[number], string>

export function askedOf({ searchParams }: URL) {
  const typed = Object.fromEntries(filters.map((name) => [name, searchParams.get(name)?.trim() ?? ''])) as Typed
  const word = (name: 'linh-vuc' | 'cap') => /^[a-z]\w{1,39}$/i.exec(typed[name])?.[0]
  const seen = (name: string) => /^\d{1,18}-[1-9]\d{0,8}$/.exec(searchParams.get(name) ?? '')?.[0]
  const input = {
    ...{ q: typed.q.slice(0, 200), field: word('linh-vuc'), level: word('cap') },
    kind: oneWord(kinds, typed.loai) ?? undefined,
    year: /^20(09|[1-9]\d)$/.exec(typed.nam)?.[0],
    place: /^[1-9]\d{0,8}$/.exec(typed['dia-ban'])?.[0],
  }
  return { typed, input, turned: { after: seen('sau'), before: seen('truoc') } }
}

/** The address with the filters that are set, and what is put in their place or besides; empty: left out. */
export function pathOf(path: string, typed: Typed, put: Record<string, string | number> = {}): string {
  const all = { ...typed, ...put }
  const set = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )
  return set.size > 0 ? `${path}?${set}` : path
}
