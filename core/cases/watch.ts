// What the slices below tell: a working calendar that changed has moved a limit; somebody asks to open a seal.
import { onLimitsMoved } from '../law/running.watch.ts'
import { putInOutbox } from '../shared/outbox.ts'
import { onSealAsked } from '../seal/sealing.ts'
import { insertAct } from './life.store.ts'
import { lineNumber } from './submission.ts'
import { notYours } from './submission.moves.ts'
import { nearOf } from './submission.steps.ts'
import { accusedOf, readSubmission, submissionOfHandle } from './submission.store.ts'
import { insertNotice } from './told/told.store.ts'
import type { Id } from '../shared/id.ts'

onLimitsMoved('submission', async (tx, moved, at) => {
  for (const { running, before, due } of moved) {
    const id = running.nounId as Id<'submission'>
    const submission = await readSubmission(tx, id)
    if (!submission) continue
    const facts = { limit: running.limit, before, due }
    await insertAct(tx, id, { move: 'limitMoved', at, note: '', facts, personId: null, bodyId: null })
    await insertNotice(tx, id, at)
    const bodyId = submission.leadId ?? submission.deskId
    await putInOutbox(tx, at, {
      topic: 'submission.limitMoved',
      bodyId,
      payload: { submission: id, title: lineNumber(submission), body: bodyId, due },
    })
  }
})

onSealAsked('submission', async (db, { handle, personId, today }) => {
  const id = await submissionOfHandle(db, handle)
  if (id === null) return null
  return (await nearOf({ db, today }, await accusedOf(db, id), { personId })) ? notYours : null
})
