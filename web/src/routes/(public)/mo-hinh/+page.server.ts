// Published models by what stands in the address; what cannot be meant is not asked.
import { kinds } from '@dong-thuan/core/models/model.ts'
import { gallery } from '@dong-thuan/core/models/public.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedPage, oneWord } from '#web/asked.ts'

const filters = ['q', 'linh-vuc', 'cap', 'loai', 'nam', 'dia-ban'] as const

export const load = async (event) => {
  const { url } = event
  const typed = Object.fromEntries(filters.map((name) => [name, url.searchParams.get(name)?.trim() ?? '']))
  const word = (name: string) => /^[a-z]\w{1,39}$/i.exec(typed[name]!)?.[0]
  const shown = await valueOf(event, gallery, {
    ...{ q: typed.q!.slice(0, 200), field: word('linh-vuc'), level: word('cap'), page: askedPage(url) },
    kind: oneWord(kinds, typed.loai ?? null) ?? undefined,
    year: /^20\d\d$/.exec(typed.nam!)?.[0],
    place: /^[1-9]\d{0,8}$/.exec(typed['dia-ban']!)?.[0],
  })
  const set = new URLSearchParams(filters.flatMap((name) => (typed[name] ? [[name, typed[name]!]] : [])))
  return { ...shown, typed, path: set.size > 0 ? `/mo-hinh?${set}` : '/mo-hinh' }
}
