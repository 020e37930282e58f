// An act is saved whole or not at all: judged again under a lock, so that of two officers one saves and one is told.
import { z } from 'zod'
import { actExists, insertAct, lockPlaces, writePlan, type ActDocument } from '../places/act/act.read.ts'
import type { ChangeLine } from '../places/act/change.ts'
import type { Fault, Plan } from '../places/act/plan.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem, type Result } from '../shared/result.ts'
import { administrators, documentThere } from './act.operations.ts'
import { draftId, expectedVersion, placeId, saved } from './act.schema.ts'
import { changedMeanwhile, judgedFor, openAct, personOf } from './act.steps.ts'
import { markSaved } from './act.store.ts'

const made = z.array(z.object({ placeId, fullName: z.string(), code: z.string().nullable() }))

export const save = writing({
  name: 'acts.save',
  summary: 'Lưu cả văn bản: mọi thay đổi địa bàn cùng lúc, hoặc không thay đổi nào',
  http: { method: 'POST', path: '/acts/{id}/save' },
  who: administrators,
  input: z.object({ id: draftId, expectedVersion }),
  output: saved.extend({ made: made.meta({ description: 'địa bàn mới' }) }),
  async run(context, { id, expectedVersion }) {
    await lockPlaces(context.db)
    const opened = await openAct(context, id, 'save')
    if (!opened.ok) return opened
    if (opened.value.version !== expectedVersion) return changedMeanwhile
    const written = await saveLines(context, opened.value, opened.value.lines)
    if (!written.ok) return written
    const by = { actId: written.value.actId, person: personOf(context.actor), now: context.now }
    if (!(await markSaved(context.db, { id, expectedVersion }, by))) return changedMeanwhile
    await context.record({ noun: 'act', id, move: 'save', changes: written.value.changes })
    return ok({ id, version: expectedVersion + 1, made: written.value.made })
  },
})

/** Judges and writes; the caller holds the lock and keeps the event. */
export async function saveLines(context: WriteContext, document: ActDocument, lines: readonly ChangeLine[]) {
  if (lines.length === 0) return nothingToSave
  const { faults, plan } = await judgedFor(context, lines, document.effectiveOn)
  if (faults.length > 0) return invalid(faults.map(problemOf), 'act-faults')
  if (await actExists(context.db, document)) return documentThere
  const actId = await insertAct(context.db, document)
  if (actId === null) return documentThere
  const ids = await writePlan(context.db, plan, actId)
  const changes = { number: document.number, effectiveOn: document.effectiveOn, actId, ...countsOf(plan) }
  return ok({ actId, changes, made: madeOf(plan, ids) })
}

function madeOf({ begins }: Plan, ids: Awaited<ReturnType<typeof writePlan>>) {
  return begins.flatMap(({ place, fullName, code }) =>
    'nth' in place ? [{ placeId: ids[place.nth]!, fullName, code }] : [],
  )
}

export function countsOf({ ends, begins, newPlaces, follow }: Plan) {
  return { changed: ends.length, made: newPlaces, same: begins.length - newPlaces, follow: follow.length }
}

export function problemOf({ line, column, code, vi, en }: Fault): Problem {
  return problem(`lines.${line}${column ? `.${column}` : ''}`, code, `Dòng ${line}: ${vi}`, `Line ${line}: ${en}`)
}

const nothingToSave: Result<never> = invalid([
  problem('lines', 'empty', 'Văn bản chưa có thay đổi nào. Hãy thêm ít nhất một dòng.', 'The act has no changes yet.'),
])
