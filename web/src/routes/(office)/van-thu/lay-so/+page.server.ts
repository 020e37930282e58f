// A number for a document made elsewhere.
import { register, takeNumber } from '@dong-thuan/core/documents/register.operations.ts'
import { list } from '@dong-thuan/core/documents/series.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const body = event.url.searchParams.get('don-vi') ?? ''
  const { kinds } = await valueOf(event, list, { body })
  const { lines } = await valueOf(event, register, { body })
  const open = lines.filter((line) => !line.cancelledAt && !line.replacedBy && !line.ofNoun)
  const replaceable = open.map(({ id, fullNumber, summary }) => ({ id, fullNumber, summary }))
  return { kinds, body, replaceable, today: dayAt(event.locals.app.clock()) }
}

export const actions = {
  default: (event) => {
    const body = event.url.searchParams.get('don-vi')
    return act(event, takeNumber, { input: (read) => ({ ...read, body }), next: () => `/van-thu?don-vi=${body}` })
  },
}
