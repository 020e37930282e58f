// A move of a report: asked with its id, then the report is shown again, at the section that was written.
import type { RequestEvent } from '@sveltejs/kit'
import { act } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { fieldId } from '#web/form.ts'

export const move = (operation: Askable) => (event: RequestEvent) =>
  act(event, operation, {
    input: (read) => ({ ...read, id: event.params.id }),
    next: (value) => addressAfter(value, event.params.id!),
  })

/** A superseding report is another one. */
function addressAfter(value: unknown, id: string): string {
  const { section, report, comment } = value as { section?: string; report?: number; comment?: number }
  const there = section ? `#muc-${section}` : comment ? `#${fieldId(`comment-${comment}`)}` : ''
  return `/bao-cao/${report ?? id}${there}`
}
