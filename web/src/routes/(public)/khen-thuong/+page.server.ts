// The register by what stands in the address; what cannot be meant is not asked.
import { formKinds } from '@dong-thuan/core/commendations/commendation.ts'
import { register } from '@dong-thuan/core/commendations/public.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedPage, oneWord } from '#web/asked.ts'

const filters = ['q', 'hinh-thuc', 'nam', 'dia-ban'] as const

export const load = async (event) => {
  const { url } = event
  const typed = Object.fromEntries(filters.map((name) => [name, url.searchParams.get(name)?.trim() ?? '']))
  const shown = await valueOf(event, register, {
    ...{ q: typed.q!.slice(0, 200), page: askedPage(url) },
    kind: oneWord(formKinds, typed['hinh-thuc'] ?? null) ?? undefined,
    year: /^20(09|[1-9]\d)$/.exec(typed.nam!)?.[0],
    place: /^[1-9]\d{0,8}$/.exec(typed['dia-ban']!)?.[0],
  })
  const set = new URLSearchParams(filters.flatMap((name) => (typed[name] ? [[name, typed[name]!]] : [])))
  return { ...shown, typed, path: set.size > 0 ? `/khen-thuong?${set}` : '/khen-thuong' }
}
