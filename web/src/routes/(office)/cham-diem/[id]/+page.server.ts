// One assessment: its table, and what the body that leads it may do.
import { addUnits, show, urge } from '@dong-thuan/core/assessments/assessment.operations.ts'
import { decide } from '@dong-thuan/core/assessments/decision.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { oneWord } from '#web/asked.ts'

const filters = ['all', 'unsent', 'sent', 'verified', 'decided'] as const

export const load = async (event) => ({
  ...(await valueOf(event, show, { id: event.params.id })),
  filter: oneWord(filters, event.url.searchParams.get('loc')) ?? 'all',
  saved: event.url.searchParams.has('da-luu'),
  today: event.locals.app.clock().toISOString().slice(0, 10),
})

const move = (operation: Askable) => (event: RequestEvent) =>
  act(event, operation, {
    input: (read) => ({ ...read, id: event.params.id }),
    next: () => `${event.url.pathname}?da-luu=1`,
  })

export const actions = { addUnits: move(addUnits), urge: move(urge), decide: move(decide) }
