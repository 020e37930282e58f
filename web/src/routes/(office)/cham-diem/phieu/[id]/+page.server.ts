// One score sheet: its body scores it here, the leading body judges it.
import { reopen } from '@dong-thuan/core/assessments/decision.operations.ts'
import * as files from '@dong-thuan/core/assessments/evidence.operations.ts'
import * as life from '@dong-thuan/core/assessments/scoresheet.operations.ts'
import { open } from '@dong-thuan/core/assessments/scoresheet.reads.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { valueOf } from '#web/act.ts'
import { moveOf } from '#web/move.ts'

export const load = async (event) => ({
  ...(await valueOf(event, open, { id: event.params.id })),
  saved: event.url.searchParams.has('da-luu'),
  today: dayAt(event.locals.app.clock()),
})

const move = moveOf('id')

export const actions = {
  save: move(life.save),
  submit: move(life.submit),
  takeBack: move(life.takeBack),
  giveBack: move(life.giveBack),
  excuse: move(life.excuse),
  include: move(life.include),
  reopen: move(reopen),
  addEvidence: move(files.addEvidence, 'files'),
  removeEvidence: move(files.removeOne),
}
