// Targets of a programme: put one whole, or take one out while the programme is a draft.
import { z } from 'zod'
import { idOf, seenVersion } from '../../shared/id.ts'
import { writing } from '../../shared/operation.ts'
import { conflict, invalid, notFound, ok, problem } from '../../shared/result.ts'
import { listCounts, listIndicators } from '../forms/catalogue.store.ts'
import { updateProgramme } from '../programme.copy.store.ts'
import { beginChange } from '../programme.operations.ts'
import { targetInputSchema } from './target.schema.ts'
import { putTarget, removeTarget } from './target.store.ts'

const staff = { roles: ['officer', 'head'] } as const
const seen = { programme: idOf('programme'), expectedVersion: seenVersion(1) }

export const put = writing({
  name: 'targets.put',
  summary: 'Ghi một chỉ tiêu: chỉ số, mức giao, ngoại lệ “riêng …”, điều kiện kèm theo',
  http: { method: 'PUT', path: '/programmes/{programme}/targets/{no}' },
  who: staff,
  input: z.object({ ...seen, ...targetInputSchema.shape, no: z.coerce.number().int().positive().max(999) }),
  output: z.object({ target: z.number().int(), version: z.number().int() }),
  async run(context, input) {
    const begun = await beginChange(context, input, 'edit')
    if (!begun.ok) return begun
    const { db } = context
    const indicator = (await listIndicators(db)).find((candidate) => candidate.key === input.indicator)
    const counts = new Map((await listCounts(db)).map((count) => [count.key, count.id]))
    const faults = [
      ...(indicator
        ? []
        : [problem('indicator', 'no-such-indicator', `Chưa có chỉ số “${input.indicator}”.`, 'No such indicator.')]),
      ...input.exceptions.flatMap((exception, i) =>
        exception.organisation === null && exception.sector === null
          ? [
              problem(
                `exceptions.${i}`,
                'scope-needed',
                `Ngoại lệ “${exception.name}” phải nêu tổ chức hoặc khối áp dụng.`,
                'An exception names an organisation or a sector.',
              ),
            ]
          : [],
      ),
      ...input.companions.flatMap((companion, i) =>
        counts.has(companion.count)
          ? []
          : [
              problem(
                `companions.${i}.count`,
                'no-such-count',
                `Chưa có số đếm “${companion.count}”.`,
                'No such count.',
              ),
            ],
      ),
    ]
    if (!indicator || faults.length > 0) return invalid(faults)
    const id = await putTarget(db, {
      programmeId: begun.value.id,
      no: input.no,
      name: input.name,
      indicatorVersionId: indicator.versionId,
      comparator: input.comparator,
      threshold: input.threshold,
      deadline: input.deadline ?? null,
      weight: input.weight,
      reading: input.reading || null,
      sourceText: input.sourceText || null,
      confidence: input.confidence,
      overlapFactor: input.overlapFactor,
      bindings: input.bindings,
      exceptions: input.exceptions.map((exception, i) => ({
        ...exception,
        no: i + 1,
        sourceText: exception.sourceText || null,
        note: exception.note || null,
      })),
      companions: input.companions.map(({ count, ...companion }, i) => ({
        ...companion,
        no: i + 1,
        countId: counts.get(count)!,
        sourceText: companion.sourceText || null,
      })),
    })
    await updateProgramme(db, begun.value.id, {})
    await context.record({ noun: 'target', id, move: 'put', changes: { programme: begun.value.id, no: input.no } })
    return ok({ target: id, version: begun.value.version + 1 })
  },
})

export const remove = writing({
  name: 'targets.remove',
  summary: 'Bỏ một chỉ tiêu khỏi chương trình còn là dự thảo',
  http: { method: 'DELETE', path: '/programmes/{programme}/targets/{no}' },
  who: staff,
  input: z.object({ ...seen, no: z.coerce.number().int().positive() }),
  output: z.object({ version: z.number().int() }),
  async run(context, input) {
    const begun = await beginChange(context, input, 'edit')
    if (!begun.ok) return begun
    if (begun.value.stage !== 'draft')
      return conflict(
        'already-issued',
        'Chương trình đã ban hành, không bỏ chỉ tiêu được nữa.',
        'The programme is issued; its targets stay.',
      )
    if (!(await removeTarget(context.db, begun.value.id, input.no)))
      return notFound('no-such-target', 'Chương trình không có chỉ tiêu này.', 'No such target.')
    await updateProgramme(context.db, begun.value.id, {})
    await context.record({ noun: 'programme', id: begun.value.id, move: 'removeTarget', changes: { no: input.no } })
    return ok({ version: begun.value.version + 1 })
  },
})
