// One score sheet: its body scores it here, the leading body judges it.
import { reopen } from '@dong-thuan/core/assessments/decision.operations.ts'
import * as files from '@dong-thuan/core/assessments/evidence.operations.ts'
import { object } from '@dong-thuan/core/assessments/paper.operations.ts'
import * as life from '@dong-thuan/core/assessments/scoresheet.operations.ts'
import { open } from '@dong-thuan/core/assessments/scoresheet.reads.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import { fileFields, filesAsText } from '#web/file-out.ts'

export const load = async (event) => ({
  ...(await valueOf(event, open, { id: event.params.id })),
  saved: event.url.searchParams.has('da-luu'),
})

const move = (operation: Askable, prepare?: typeof filesAsText) => (event: RequestEvent) =>
  act(event, operation, {
    ...(prepare && { prepare, secret: fileFields }),
    input: (read) => ({ ...read, id: event.params.id }),
    next: () => `${event.url.pathname}?da-luu=1`,
  })

export const actions = {
  save: move(life.save),
  submit: move(life.submit),
  takeBack: move(life.takeBack),
  object: move(object),
  giveBack: move(life.giveBack),
  excuse: move(life.excuse),
  include: move(life.include),
  reopen: move(reopen),
  addEvidence: move(files.addEvidence, filesAsText),
  removeEvidence: move(files.removeOne),
}
