// The key of one divided place: a new version, or no key any more.
import { setKey, showKey, withdrawKey } from '@dong-thuan/core/acts/keys/key.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId, oneWord } from '#web/asked.ts'
import type { Input } from '#web/form.ts'

export const load = async (event) => ({
  key: await valueOf(event, showKey, { id: askedId(event.params.id) }),
  proposed: oneWord(['population', 'area'], event.url.searchParams.get('de-xuat')),
  done: oneWord(['set', 'withdrawn'], event.url.searchParams.get('da')),
})

type Addressed = { params: { id: string } }
const of = (event: Addressed) => (read: Input) => ({ ...read, id: event.params.id })
const back = (event: Addressed, done: string) => () => `/quan-tri/khoa-chia/${event.params.id}?da=${done}`

export const actions = {
  set: (event) => act(event, setKey, { input: of(event), next: back(event, 'set') }),
  withdraw: (event) => act(event, withdrawKey, { input: of(event), next: back(event, 'withdrawn') }),
}
