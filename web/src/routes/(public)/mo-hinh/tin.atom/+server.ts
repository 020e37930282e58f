// The newest published models as an Atom feed.
import { gallery } from '@dong-thuan/core/models/gallery.operations.ts'
import { valueOf } from '#web/act.ts'
import { atomOf } from '#web/atom.ts'
import { wordsOf } from '#words'

export const GET = async (event) => {
  const { models } = await valueOf(event, gallery, { size: 50 })
  const words = wordsOf(event.locals.language)
  const { origin } = event.locals.app
  const body = atomOf({
    ...{ title: words.models.public.title, self: `${origin}/mo-hinh/tin.atom`, page: `${origin}/mo-hinh` },
    author: words.common.platform,
    entries: models.map(({ id, name, place, owner, summary, shownAt }) => ({
      ...{ at: `${origin}/mo-hinh/${id}`, title: `${name} (${place})`, published: shownAt, updated: shownAt },
      content: `${summary}\n\n${owner}`,
    })),
  })
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
