// Places that were divided, with their keys; many keys at once from a table.
import { importKeys } from '@dong-thuan/core/acts/keys/key.import.operations.ts'
import { keepers, listKeys } from '@dong-thuan/core/acts/keys/key.operations.ts'
import { show } from '@dong-thuan/core/places/place.operations.ts'
import { whyNotAsk } from '@dong-thuan/core/shared/operation.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId, askedPage, oneWord } from '#web/asked.ts'
import { textOfFile } from '#web/sheet-file.ts'

export const load = async (event) => {
  const within = event.url.searchParams.get('trong')
  const under = within ? askedId(within) : undefined
  const area = under ? await valueOf(event, show, { id: under }) : null
  const q = event.url.searchParams.get('q')?.trim() ?? ''
  const key = oneWord(['none', 'set'], event.url.searchParams.get('khoa'))
  const asked = { under, q: q.slice(0, 100), key: key ?? undefined, page: askedPage(event.url) }
  return {
    ...(await valueOf(event, listKeys, asked)),
    ...{ q, key },
    area: area && { id: area.id, name: (area.at ?? area.versions.at(-1))?.fullName ?? '' },
    mayKeep: whyNotAsk(event.locals.actor, keepers, 'POST') === null,
  }
}

export const actions = {
  look: (event) =>
    act(event, importKeys, { prepare: textOfFile('file', 'text'), input: (read) => ({ ...read, dryRun: true }) }),
  read: (event) => act(event, importKeys, { prepare: textOfFile('file', 'text') }),
}
