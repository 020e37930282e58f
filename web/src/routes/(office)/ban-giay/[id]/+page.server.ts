// An accepted form on paper: its scans, and uploading one.
import { openById } from '@dong-thuan/core/programmes/entries/entry.reads.ts'
import { keepOfEntry, scansOfEntry } from '@dong-thuan/core/programmes/entries/entry.scan.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

export const load = async (event) => {
  const { id } = event.params
  const { body, form, period } = await valueOf(event, openById, { id })
  return { id, body, form: form.name, period: period.name, ...(await valueOf(event, scansOfEntry, { id })) }
}

export const actions = {
  keep: (event) =>
    act(event, keepOfEntry, {
      prepare: filesAsText,
      secret: fileFields,
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => event.url.pathname,
    }),
}
