// The table of a desk, or of all below a body, for a period; the newest quarter of one's own desk when nothing is asked.
import { fixTable } from '@dong-thuan/core/cases/tables/fix.operations.ts'
import { showTable } from '@dong-thuan/core/cases/tables/show.operations.ts'
import { tables } from '@dong-thuan/core/cases/tables/table.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedTable } from './asked.ts'

export const load = async (event) => {
  const choices = await valueOf(event, tables)
  const asked = askedTable(event.url)
  const { body = null, reach = asked.reach } = asked.body === null ? (choices.tables[0] ?? {}) : asked
  const period = asked.period ?? choices.periods.find(({ kind }) => kind === 'quarter')?.key ?? choices.periods[0]!.key
  const table = body === null || asked.wrongDays ? null : await valueOf(event, showTable, { body, reach, period })
  const { actor } = event.locals
  const handles =
    actor.kind === 'person' && actor.roles.some(({ role }) => ['receiver', 'handler', 'head'].includes(role))
  return {
    handles,
    choices,
    asked: { ...asked, body, reach, period },
    table,
    fixed: event.url.searchParams.has('da-chot'),
  }
}

export const actions = {
  fix: (event) => {
    const asked = askedTable(event.url)
    return act(event, fixTable, {
      input: (read) => ({ ...read, body: asked.body, period: asked.period }),
      next: () => `/don-thu/bang?bang=${asked.body}-desk&ky=${asked.period}&da-chot=1`,
    })
  },
}
