// Figures from a CSV: checked first, then into drafts, all or none.
import { importFigures } from '@dong-thuan/core/programmes/entries/exchange.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Input } from '#web/form.ts'
import { textOfFile } from '#web/sheet-file.ts'

export const load = async (event) => {
  const { programme } = await valueOf(event, show, { programme: event.params.id })
  return { programme, period: event.url.searchParams.get('ky') ?? String(programme.year) }
}

const give = (dryRun: boolean) => (event: RequestEvent) =>
  act(event, importFigures, {
    prepare: textOfFile('file', 'csv'),
    input: ({ csv, period, mentionsConfirmed }: Input) => ({
      ...{ csv: csv ?? '', period, dryRun, mentionsConfirmed, programme: event.params.id },
    }),
  })

export const actions = { check: give(true), save: give(false) }
