// The upper body's own list: what its line received and accepted, form by form and period by period.
import { showLine } from '@dong-thuan/core/programmes/lines/line.reads.ts'
import { askedId } from '#web/asked.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const body = askedId(event.params.body)
  const [form, period] = (event.url.searchParams.get('bieu') ?? '').split('.')
  const chosen = form && period ? { form: askedId(form), period: askedId(period) } : {}
  return { body, ...(await valueOf(event, showLine, { body, ...chosen })) }
}
