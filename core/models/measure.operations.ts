// What a recognised model came to, measured later: before and after, with what was said until then kept in its life.
import { z } from 'zod'
import { writing } from '../shared/operation.ts'
import { invalid, ok } from '../shared/result.ts'
import { faultsOfCited, faultsOfEffect } from './effect.ts'
import { evidenceOf } from './evidence.store.ts'
import { citedPieces } from './figure.operations.ts'
import { tell } from './model.operations.ts'
import { movedSchema, seen, toldEffect, writers } from './model.schema.ts'
import { begin, make } from './model.steps.ts'
import { updateEffect } from './model.store.ts'

export const measure = writing({
  name: 'models.measure',
  summary: 'Ghi hiệu quả trước và sau của mô hình đã công nhận: số đã báo cáo thì dẫn, số tự khai thì gõ, có cái để so',
  http: { method: 'PUT', path: '/models/{id}/effect' },
  who: writers,
  input: z.object({ ...seen, ...toldEffect }),
  output: movedSchema,
  async run(context, { id, expectedVersion, ...effect }) {
    const begun = await begin(context, { id, expectedVersion }, 'measure')
    if (!begun.ok) return begun
    const { model } = begun.value
    const cited = await citedPieces(context.db, await evidenceOf(context.db, id), context.today)
    const faults = [...faultsOfEffect(effect), ...faultsOfCited(effect, cited)]
    if (faults.length > 0) return invalid(faults)
    await updateEffect(context.db, id, effect)
    const { effect: kind, effectOf, effectUnit, effectBefore, effectAfter } = effect
    const before = { wasOf: model.effectOf, wasBefore: model.effectBefore, wasAfter: model.effectAfter }
    const facts = { effect: kind, of: effectOf, unit: effectUnit, before: effectBefore, after: effectAfter, ...before }
    const version = await make(context, begun.value, { move: 'measure', facts })
    await tell(context, 'model.measure', model.guideId, model)
    return ok({ id, stage: model.stage, version })
  },
})
