// One line of the register: what became of it, its name opened on demand, its conclusion.
import * as conclusions from '@dong-thuan/core/reception/conclusion.operations.ts'
import { openVisit, refuseInWriting, showVisit, tellResult } from '@dong-thuan/core/reception/visit.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import type { Input } from '#web/form.ts'

export const load = async (event) => {
  const visit = await valueOf(event, showVisit, { id: event.params.id })
  const about = await valueOf(event, conclusions.showConclusion, { visit: event.params.id })
  return { visit, ...about, saved: event.url.searchParams.has('da-ghi'), now: event.locals.app.clock() }
}

const move = (operation: Askable, key: 'id' | 'visit') => (event: RequestEvent) =>
  act(event, operation, {
    input: (read: Input) => ({ ...read, [key]: event.params.id }),
    next: () => `${event.url.pathname}?da-ghi=1`,
  })

/** Rows of the form that were left empty are no points. */
const draft = (event: RequestEvent) =>
  act(event, conclusions.draft, {
    input: (read: Input) => ({
      ...read,
      visit: event.params.id,
      points: ((read.points as Input[] | undefined) ?? []).filter((one) => one.text || one.body || one.dueOn),
      mentionsConfirmed: read.mentionsConfirmed === true,
    }),
    next: () => `${event.url.pathname}?da-ghi=1`,
  })

export const actions = {
  tellResult: move(tellResult, 'id'),
  refuseInWriting: move(refuseInWriting, 'id'),
  issue: move(conclusions.issue, 'visit'),
  draft,
  // Who came is shown once, on the page that answers, and stands in no address.
  open: async (event: RequestEvent) => {
    const opened = await act(event, openVisit, { input: () => ({ id: event.params.id }) })
    return 'done' in opened ? { ...opened, opened: opened.value } : opened
  },
}
