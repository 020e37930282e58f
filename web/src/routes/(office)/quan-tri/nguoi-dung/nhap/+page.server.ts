// Accounts from a sheet: checked first, then made, all or none.
import { importPeople } from '@dong-thuan/core/people/import.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { textOfFile } from '#web/sheet-file.ts'
import { bodies } from '@dong-thuan/core/people/person.list.operations.ts'

/** Only who may import gets the empty form. */
export const load = async (event) => {
  await valueOf(event, bodies, { q: '' })
  return { address: `${event.locals.app.origin}/dang-nhap` }
}

export const actions = {
  check: (event) =>
    act(event, importPeople, { prepare: textOfFile('file', 'text'), input: ({ text }) => ({ text, dryRun: true }) }),
  save: (event) => act(event, importPeople, { input: ({ text }) => ({ text }) }),
}
