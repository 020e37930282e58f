// Places that were divided, with their keys; many keys at once from a table.
import { importKeys } from '@dong-thuan/core/acts/keys/key.import.operations.ts'
import { keepers, listKeys } from '@dong-thuan/core/acts/keys/key.operations.ts'
import { show } from '@dong-thuan/core/places/place.operations.ts'
import { whyNotAsk } from '@dong-thuan/core/shared/operation.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId, askedPage } from '#web/asked.ts'
import { textOfFile } from '#web/sheet-file.ts'

export const load = async (event) => {
  const within = event.url.searchParams.get('trong')
  const under = within ? askedId(within) : undefined
  const area = under ? await valueOf(event, show, { id: under }) : null
  return {
    ...(await valueOf(event, listKeys, { under, page: askedPage(event.url) })),
    area: area && { id: area.id, name: (area.at ?? area.versions.at(-1))?.fullName ?? '' },
    mayKeep: whyNotAsk(event.locals.actor, keepers, 'POST') === null,
  }
}

export const actions = {
  look: (event) =>
    act(event, importKeys, { prepare: textOfFile('file', 'text'), input: (read) => ({ ...read, dryRun: true }) }),
  read: (event) => act(event, importKeys, { prepare: textOfFile('file', 'text') }),
}
