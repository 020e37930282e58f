// The lines of a draft: added in groups as one form gives them, taken out by number, or read from a sheet.
import { z } from 'zod'
import type { ChangeLine } from '../places/act/change.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem, type Result } from '../shared/result.ts'
import { administrators } from './act.operations.ts'
import { draftId, expectedVersion, lineTyped, saved } from './act.schema.ts'
import { changedMeanwhile, openAct } from './act.steps.ts'
import { changeDraft, type DraftId } from './act.store.ts'
import { mostLines, problemsOfSheet, readSheet, tooMany } from './sheet.ts'

interface At {
  id: DraftId
  expectedVersion: number
}

export const addLines = writing({
  name: 'acts.addLines',
  summary: 'Thêm thay đổi vào bản nháp: một dòng cho mỗi đơn vị cũ và nơi nhận',
  http: { method: 'POST', path: '/acts/{id}/lines' },
  who: administrators,
  input: z.object({ id: draftId, expectedVersion, lines: z.array(lineTyped).min(1).max(1000) }),
  output: saved,
  async run(context, { lines, ...at }) {
    return change(context, { ...at, move: 'addLines' }, (before) => {
      const last = Math.max(0, ...before.map(({ line }) => line))
      return [...before, ...lines.map((line, i) => ({ ...line, line: last + i + 1 }))]
    })
  },
})

export const removeLines = writing({
  name: 'acts.removeLines',
  summary: 'Bỏ một số dòng khỏi bản nháp',
  http: { method: 'POST', path: '/acts/{id}/lines/remove' },
  who: administrators,
  input: z.object({ id: draftId, expectedVersion, lines: z.array(z.coerce.number().int()).min(1) }),
  output: saved,
  async run(context, { lines, ...at }) {
    const gone = new Set(lines)
    return change(context, { ...at, move: 'removeLines' }, (before) => before.filter(({ line }) => !gone.has(line)))
  },
})

export const readLines = writing({
  name: 'acts.readLines',
  summary: 'Thay mọi dòng của bản nháp bằng một bảng CSV; bảng hỏng ở đâu thì nói ở đó và giữ nguyên bản nháp',
  http: { method: 'PUT', path: '/acts/{id}/lines' },
  who: administrators,
  input: z.object({ id: draftId, expectedVersion, text: z.string().max(5_000_000) }),
  output: saved.extend({ lines: z.number().int() }),
  async run(context, { text, ...at }) {
    const sheet = readSheet(text)
    if (!sheet.ok) return invalid(problemsOfSheet(sheet.faults))
    const changed = await change(context, { ...at, move: 'readLines' }, () => sheet.lines)
    return changed.ok ? ok({ ...changed.value, lines: sheet.lines.length }) : changed
  },
})

async function change(
  context: WriteContext,
  { id, expectedVersion, move }: At & { move: string },
  lines: (before: readonly ChangeLine[]) => ChangeLine[],
): Promise<Result<{ id: DraftId; version: number }>> {
  const opened = await openAct(context, id, 'edit')
  if (!opened.ok) return opened
  const now = lines(opened.value.lines)
  if (now.length > mostLines) return invalid([problem('lines', ...tooMany(now.length))])
  if (!(await changeDraft(context.db, { id, expectedVersion }, { lines: now }))) return changedMeanwhile
  await context.record({ noun: 'act', id, move, changes: { lines: now.length } })
  return ok({ id, version: expectedVersion + 1 })
}
