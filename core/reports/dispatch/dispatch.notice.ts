// When an issued report is recalled or corrected, the bodies it was sent to here are told, named among its recipients or not.
import { noticesOf, toldOf } from '../../documents/paper.read.ts'
import { follow } from '../../shared/event.ts'
import type { Id } from '../../shared/id.ts'
import { putInOutbox } from '../../shared/outbox.ts'
import { dispatchesOnLine } from './dispatch.store.ts'

for (const topic of ['document.recall', 'document.correct'] as const)
  follow(topic, async (tx, { id }, at) => {
    const line = id as Id<'register_line'>
    const sent = await dispatchesOnLine(tx, line)
    const notice = (await noticesOf(tx, line)).at(-1)
    if (sent.length === 0 || !notice) return
    const { number, dated, reason } = notice
    const [{ from, recipients }] = sent as [(typeof sent)[0]]
    // Those named in “Nơi nhận” hear of it by the notice itself.
    const named = new Set(await toldOf(tx, { bodyId: from, recipients, day: dated }))
    for (const { dispatch, body, title } of sent.filter((one) => !named.has(one.body))) {
      const payload = { dispatch, title, body, number, dated, reason: reason || null }
      await putInOutbox(tx, at, { topic, bodyId: body, payload })
    }
  })
