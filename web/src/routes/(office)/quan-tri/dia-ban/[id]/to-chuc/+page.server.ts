// The second step of an act: its bodies follow, line by line as proposed or changed.
import { show } from '@dong-thuan/core/acts/act.operations.ts'
import { changeBodies, propose } from '@dong-thuan/core/acts/bodies/change.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { bodiesOf } from './lines.ts'

export const load = async (event) => {
  const id = askedId(event.params.id)
  const { number, version, effectiveOn, bodiesAt } = await valueOf(event, show, { id })
  const proposal = bodiesAt === null ? await valueOf(event, propose, { id }) : null
  return { act: { id, number, version, effectiveOn }, proposal }
}

export const actions = {
  default: (event) =>
    act(event, changeBodies, {
      input: (read) => ({ id: event.params.id, expectedVersion: read.expectedVersion, ...bodiesOf(read) }),
      next: ({ id }) => `/quan-tri/dia-ban/${id}?da=bodies`,
    }),
}
