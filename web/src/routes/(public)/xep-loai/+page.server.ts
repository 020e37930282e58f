// Bodies recognised in a year, by what stands in the address.
import { recognised } from '@dong-thuan/core/assessments/public.operations.ts'
import { purposes } from '@dong-thuan/core/assessments/scoresheet.ts'
import { valueOf } from '#web/act.ts'
import { askedPage, oneWord } from '#web/asked.ts'

const filters = ['q', 'loai', 'nam'] as const

export const load = async (event) => {
  const asked = event.url.searchParams
  const q = asked.get('q')?.trim().slice(0, 200) ?? ''
  const purpose = oneWord(purposes, asked.get('loai'))
  const year = /^20(09|[1-9]\d)$/.exec(asked.get('nam') ?? '')?.[0]
  const page = askedPage(event.url)
  const shown = await valueOf(event, recognised, { q, year, purpose: purpose ?? undefined, page })
  const set = new URLSearchParams(filters.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)!]] : [])))
  return { ...shown, q, purpose, page, path: set.size > 0 ? `/xep-loai?${set}` : '/xep-loai' }
}
