// Accounts from a sheet: checked first, then made, all or none.
import { importPeople } from '@dong-thuan/core/people/import.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { bodies } from '@dong-thuan/core/people/person.list.operations.ts'

/** Only who may import gets the empty form. */
export const load = async (event) => {
  await valueOf(event, bodies, { q: '' })
  return { address: `${event.locals.app.origin}/dang-nhap` }
}

/** A file that was chosen takes the place of what was pasted. Spreadsheets save text as UTF-8 or UTF-16. */
async function textOfFile(data: FormData): Promise<void> {
  const file = data.get('file')
  data.delete('file')
  if (typeof file === 'string' || !file?.size) return
  const bytes = new Uint8Array(await file.arrayBuffer())
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  data.set('text', new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes))
}

export const actions = {
  check: (event) => act(event, importPeople, { prepare: textOfFile, input: ({ text }) => ({ text, dryRun: true }) }),
  save: (event) => act(event, importPeople, { input: ({ text }) => ({ text }) }),
}
