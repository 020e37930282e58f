// What programmes do when places and bodies change: duties go on with the successors, sums are counted in the new tree.
import { onHandOver, type Batch } from '../../acts/handover/registry.ts'
import { daySchema, type Day } from '../../shared/day.ts'
import { follow } from '../../shared/event.ts'
import type { Id } from '../../shared/id.ts'
import type { WriteContext } from '../../shared/operation.ts'
import { refreshPeriod } from '../boards/rollup.store.ts'
import * as store from './handover.store.ts'

onHandOver({
  key: 'duties',
  open: store.dutiesLeft,
  async take(context, batch) {
    const { db } = context
    const days = [...new Set(batch.lines.map(({ on }) => on))].sort()
    const forms = new Set<Id<'form'>>()
    // Day by day: a duty whose sender ends in July and whose receiver ends in October goes on twice.
    for (const day of days) for (const form of await endOn(context, batch, day)) forms.add(form)
    for (const period of await store.periodsFrom(db, [...forms], days[0]!)) await refreshPeriod(db, period)
  },
})

/** What the bodies send or receive that end on the day; answers its forms. */
async function endOn(context: WriteContext, batch: Batch, day: Day): Promise<Id<'form'>[]> {
  const { db } = context
  const ended = batch.lines.filter(({ on }) => on === day).map(({ from }) => from)
  // Who works for a body on the day: the one that takes over only later is not there yet.
  const takerOf = (body: Id<'body'>): Id<'body'> => {
    const line = batch.lines.find(({ from }) => from === body)
    if (!line) return batch.takerOf(body)
    return line.on > day ? body : takerOf(line.to)
  }
  const duties = await store.lockDuties(db, ended, day)
  for (const duty of duties) await store.endDuty(db, duty)
  for (const duty of duties) await goOn(context, { ...batch, takerOf }, duty)
  return duties.map(({ formId }) => formId)
}

/** Each heir owes the form, to whoever receives now; a body that goes on owes it to the taker. Two old duties make one. */
async function goOn(context: WriteContext, { lines, takerOf, id }: Batch, duty: store.DutyLeft): Promise<void> {
  const line = lines.find(({ from }) => from === duty.bodyId)
  const owing = line ? line.heirs : [duty.bodyId]
  const toBodyId = takerOf(duty.toBodyId)
  const validFrom = duty.validFrom !== null && duty.validFrom > duty.on ? duty.validFrom : duty.on
  for (const bodyId of owing) {
    if (bodyId === toBodyId) continue
    const ownLine = duty.lineBodyId && takerOf(duty.lineBodyId)
    const lineBodyId = ownLine === bodyId || ownLine === toBodyId ? null : ownLine
    const made = await store.beginDuty(context.db, { ...duty, bodyId, toBodyId, lineBodyId, validFrom })
    const changes = { handOver: id, body: bodyId, to: toBodyId, from: validFrom }
    if (made) await context.record({ noun: 'form', id: duty.formId, move: 'assign', changes })
  }
}

onHandOver({ key: 'entries', open: store.entriesLeft, stays: store.acceptedBy })
onHandOver({ key: 'programmes', open: store.programmesLeft, stays: store.programmesClosed })

/** Periods that end on the day or later stand in the new tree; earlier ones stay as they were. */
for (const heard of ['act.save', 'act.changeBodies'] as const)
  follow(heard, async (tx, { changes }) => {
    const from = daySchema.parse(changes?.effectiveOn ?? changes?.on)
    for (const period of await store.periodsFrom(tx, null, from)) {
      await store.forgetEndedPlaces(tx, period.periodId, period.day)
      await refreshPeriod(tx, period)
    }
  })

/** A body that moved reports at its new place. */
follow('body.move', async (tx, { id, changes }) => {
  const from = daySchema.parse(changes?.on)
  const forms = await store.formsOf(tx, id as Id<'body'>)
  for (const period of forms.length > 0 ? await store.periodsFrom(tx, forms, from) : []) await refreshPeriod(tx, period)
})
