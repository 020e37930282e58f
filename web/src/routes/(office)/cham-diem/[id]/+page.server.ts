// One assessment: its table, and what the body that leads it may do.
import { addUnits, show, urge } from '@dong-thuan/core/assessments/assessment.operations.ts'
import { decide } from '@dong-thuan/core/assessments/decision.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { valueOf } from '#web/act.ts'
import { oneWord } from '#web/asked.ts'
import { moveOf } from '#web/move.ts'

const filters = ['all', 'unsent', 'sent', 'verified', 'decided'] as const

export const load = async (event) => ({
  ...(await valueOf(event, show, { id: event.params.id })),
  filter: oneWord(filters, event.url.searchParams.get('loc')) ?? 'all',
  saved: event.url.searchParams.has('da-luu'),
  today: dayAt(event.locals.app.clock()),
})

const move = moveOf('id')

export const actions = { addUnits: move(addUnits), urge: move(urge), decide: move(decide) }
