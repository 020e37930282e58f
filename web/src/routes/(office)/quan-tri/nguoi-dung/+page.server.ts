// The people an administrator looks after: search, state, pages.
import { list } from '@dong-thuan/core/people/person.list.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const asked = event.url.searchParams
  const q = asked.get('q') ?? ''
  const state = asked.get('tai-khoan') ?? 'open'
  const found = await valueOf(event, list, { q, state, page: asked.get('trang') ?? 1 })
  return { ...found, q, state, path: `/quan-tri/nguoi-dung?${new URLSearchParams({ q, 'tai-khoan': state })}` }
}
