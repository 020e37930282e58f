// One session: its moves, and who has booked, opened one by one.
import { noteCall, openBooking } from '@dong-thuan/core/reception/booking.desk.operations.ts'
import { cancel, hold, shift } from '@dong-thuan/core/reception/sitting.operations.ts'
import { showSitting } from '@dong-thuan/core/reception/sitting.read.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import type { Input } from '#web/form.ts'

export const load = async (event) => {
  const { actor } = event.locals
  const sitting = await valueOf(event, showSitting, { id: event.params.id })
  const receives =
    actor.kind === 'person' && actor.roles.some(({ role, bodyId }) => role === 'receiver' && bodyId === sitting.deskId)
  return { ...sitting, receives, saved: event.url.searchParams.has('da-ghi') }
}

const saved = (event: RequestEvent) => `${event.url.pathname}?da-ghi=1`
const move = (operation: Askable) => (event: RequestEvent) =>
  act(event, operation, { input: (read: Input) => ({ ...read, id: event.params.id }), next: () => saved(event) })

export const actions = {
  shift: move(shift),
  cancel: move(cancel),
  hold: move(hold),
  called: (event: RequestEvent) => act(event, noteCall, { next: () => saved(event) }),
  // Who booked is shown once, on the page that answers, and stands in no address.
  open: async (event: RequestEvent) => {
    const opened = await act(event, openBooking)
    return 'done' in opened ? { ...opened, opened: opened.value } : opened
  },
}
