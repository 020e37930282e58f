// One document of the register: its scan, its corrections, its recall.
import { correct, recall, show } from '@dong-thuan/core/documents/notice.operations.ts'
import { keep, list } from '@dong-thuan/core/documents/scans/scan.operations.ts'
import { list as listSeries } from '@dong-thuan/core/documents/series.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

export const load = async (event) => {
  const { id } = event.params
  const shown = await valueOf(event, show, { id })
  const { scans } = await valueOf(event, list, { id })
  const { kinds } = await valueOf(event, listSeries, { body: shown.line.bodyId })
  return { ...shown, scans, kinds }
}

const move = (operation: Askable) => (event: RequestEvent) =>
  act(event, operation, {
    prepare: filesAsText,
    secret: fileFields,
    input: (read) => ({ ...read, id: event.params.id }),
    next: () => event.url.pathname,
  })

export const actions = { keep: move(keep), correct: move(correct), recall: move(recall) }
