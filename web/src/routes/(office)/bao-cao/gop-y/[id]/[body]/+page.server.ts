// A draft a body is asked about: read section by section, commented on, or agreed with.
import { draft } from '@dong-thuan/core/reports/circulation/circulation.reads.ts'
import { agree, comment } from '@dong-thuan/core/reports/circulation/comment.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, draft, event.params)),
  writing: event.url.searchParams.get('muc'),
})

const asked = (event: RequestEvent) => (read: object) => ({ ...read, ...event.params })

export const actions = {
  comment: (event) =>
    act(event, comment, { input: asked(event), next: ({ section }) => `${event.url.pathname}#muc-${section}` }),
  agree: (event) => act(event, agree, { input: asked(event), next: () => event.url.pathname }),
}
