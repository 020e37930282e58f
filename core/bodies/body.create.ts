// A new body at a place, under the upper body it belongs to.
import { z } from 'zod'
import { versionAt } from '../places/place.read.ts'
import { shownDay, daySchema, type Day } from '../shared/day.ts'
import { idOf } from '../shared/id.ts'
import { writing, type ReadDb, type WriteContext } from '../shared/operation.ts'
import { conflict, invalid, ok, problem, type Problem } from '../shared/result.ts'
import { listBodies } from './body.list.store.ts'
import { whyNot } from './body.moves.ts'
import { saved } from './body.outputs.ts'
import { standingOf, unknownOrganisation } from './body.steps.ts'
import { bodyAt } from './body.store.ts'
import { insertBodies } from './body.write.store.ts'

export const nameTyped = z.string().trim().min(1).max(300)
const symbol = z
  .string()
  .trim()
  .max(30)
  .nullish()
  .transform((text) => text || null)
const validFrom = daySchema.nullish().transform((day) => day ?? null)
/** What every new body needs, alone or one of many. */
export const newBodyTyped = {
  organisation: z.string().meta({ description: 'khoá trong danh mục: bodies.catalogue' }),
  symbol: symbol.meta({ description: 'ký hiệu trên văn bản, ví dụ HU, ĐU' }),
  validFrom: validFrom.meta({ description: 'không ghi: từ trước, không rõ ngày' }),
  validTo: validFrom,
  illustrative: z.boolean().default(false).meta({ description: 'tổ chức minh hoạ, không có thật' }),
}

const oneInput = z.object({
  ...newBodyTyped,
  name: nameTyped,
  shortName: nameTyped.optional(),
  placeId: idOf('place'),
  parentId: idOf('body')
    .nullish()
    .transform((id) => id ?? null),
})

export const create = writing({
  name: 'bodies.create',
  summary: 'Lập một tổ chức tại một địa bàn',
  http: { method: 'POST', path: '/bodies' },
  who: { roles: ['administrator'] },
  input: oneInput,
  output: saved,
  run: createBody,
})

export async function createBody(context: WriteContext, input: z.output<typeof oneInput>) {
  const { db, actor, today } = context
  const day = firstDayToJudge(input, today)
  const problems = await faultsOf(db, input, day)
  if (problems.length > 0) return invalid(problems)
  const standing = await standingOf(db, { bodyId: input.parentId, placeId: input.placeId, day })
  const refusal = whyNot(actor, 'create', standing)
  if (refusal) return refusal
  if (await sameThere(db, input, day)) return alreadyThere
  const [id] = await insertBodies(db, [{ ...input, shortName: input.shortName ?? input.name }])
  const { name, organisation, placeId, parentId } = input
  await context.record({ noun: 'body', id: id!, move: 'create', changes: { name, organisation, placeId, parentId } })
  return ok({ id: id!, version: 1 })
}

/** The first day of the new body; when that is not recorded: today, or its last day when it has ended. */
export function firstDayToJudge(
  { validFrom, validTo }: { validFrom: Day | null; validTo: Day | null },
  today: Day,
): Day {
  return validFrom ?? (validTo && validTo < today ? validTo : today)
}

async function faultsOf(db: ReadDb, input: z.output<typeof oneInput>, day: Day): Promise<Problem[]> {
  const faults = [...(await unknownOrganisation(db, input.organisation)), ...reversed(input)]
  const on = shownDay(day)
  if (!(await versionAt(db, input.placeId, day)))
    faults.push(problem('placeId', 'not-there', `Địa bàn này không có vào ngày ${on}.`, `No such place on ${day}.`))
  if (input.parentId !== null && !(await bodyAt(db, input.parentId, day)))
    faults.push(
      problem(
        'parentId',
        'not-there',
        `Tổ chức cấp trên không hoạt động vào ngày ${on}.`,
        `No such upper body on ${day}.`,
      ),
    )
  return faults
}

export function reversed({ validFrom, validTo }: { validFrom: Day | null; validTo: Day | null }): Problem[] {
  return validFrom !== null && validTo !== null && validTo < validFrom
    ? [problem('validTo', 'reversed', 'Ngày cuối phải sau ngày đầu.', 'The last day must not be before the first.')]
    : []
}

async function sameThere(db: ReadDb, input: z.output<typeof oneInput>, day: Day): Promise<boolean> {
  const { placeId, organisation } = input
  const { bodies } = await listBodies(db, { day, placeId, organisation, page: 1, size: 500 })
  return bodies.some((body) => body.name === input.name)
}

const alreadyThere = conflict(
  'already-there',
  'Địa bàn này đã có tổ chức cùng tên. Hãy mở tổ chức đó, hoặc đặt tên khác.',
  'This place already has a body of that name. Open that one, or choose another name.',
)
