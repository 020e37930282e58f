// A target given down: the shares of the lower bodies, filled in, saved, taken back; a gap recorded with its reason.
import { giveDown, stopGiving } from '@dong-thuan/core/programmes/cascade/cascade.operations.ts'
import { proposeShares, showCascade } from '@dong-thuan/core/programmes/cascade/cascade.show.operations.ts'
import { recordGap } from '@dong-thuan/core/programmes/cascade/gap.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import type { Input } from '#web/form.ts'
import { sharesTyped } from './typed.ts'

const at = ({ params }: Pick<RequestEvent, 'params'>) => ({ programme: params.id, no: params.no })

export const load = async (event) => {
  const wanted = (name: string) => event.url.searchParams.get(name) || undefined
  const chosen = { organisation: wanted('loai'), period: wanted('ky') }
  const shown = await valueOf(event, showCascade, { ...at(event), ...chosen })
  return { ...shown, done: wanted('xong') ?? null }
}

const move =
  (operation: Askable, mark: string, input: (read: Input) => Input = (read) => read) =>
  (event: RequestEvent) =>
    act(event, operation, {
      input: (read) => ({ ...input(read), ...at(event) }),
      next: () => `${event.url.pathname}?xong=${mark}`,
    })

export const actions = {
  give: move(giveDown, 'giao', sharesTyped),
  stop: move(stopGiving, 'thoi'),
  record: move(recordGap, 'ghi'),
  /** Fills the form and saves nothing. */
  fill: (event) =>
    act(event, proposeShares, {
      input: ({ organisation, rule, way, paste, weightPeriod }) => {
        return { ...at(event), organisation, rule, way, paste, weightPeriod }
      },
    }),
}
