// What a lower body was given: seen on its own programme, taken up as a target, or linked to one that is there.
import { z } from 'zod'
import { bodiesWhere } from '../../shared/actor.ts'
import { idOf, seenVersion, type Id } from '../../shared/id.ts'
import { reading, writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, forbidden, notFound, ok } from '../../shared/result.ts'
import { personOf } from '../entries/entry.steps.ts'
import { updateProgramme } from '../programme.copy.store.ts'
import { beginChange } from '../programme.operations.ts'
import { findProgramme, readsAll } from '../programme.rights.ts'
import { issuersFor } from '../rights.store.ts'
import { comparators } from '../targets/fraction.ts'
import type { Programme } from '../programme.ts'
import { putTarget, targetsOf } from '../targets/target.store.ts'
import { givenIn, type GivenTarget } from './cascade.reads.ts'
import { describeGiven, givenSchema } from './cascade.schema.ts'
import { waitingFor } from './cascade.store.ts'
import { findTarget } from './cascade.steps.ts'
import { deleteLink, insertLink } from './cascade.write.store.ts'

const staff = { roles: ['officer', 'head'] } as const
const seen = { programme: idOf('programme'), expectedVersion: seenVersion(1) }
const no = z.coerce.number().int().positive().max(999)
const made = z.object({ no: z.number().int(), version: z.number().int() })

export const listGiven = reading({
  name: 'cascades.given',
  summary: 'Chỉ tiêu cấp trên giao cho đơn vị của chương trình: đã đưa vào chưa, có thấp hơn mức được giao không',
  http: { method: 'GET', path: '/programmes/{programme}/given-targets' },
  who: 'signedIn',
  input: z.object({ programme: idOf('programme') }),
  output: z.object({ given: z.array(givenSchema) }),
  async run({ db, actor, today }, input) {
    const found = await findProgramme(db, input.programme)
    if (!found.ok) return found
    if (!(await readsAll(db, actor, found.value, today))) return notYours
    return ok({ given: (await givenIn(db, found.value)).map(describeGiven) })
  },
})

export const listWaiting = reading({
  name: 'cascades.waiting',
  summary: 'Chỉ tiêu cấp trên đã giao cho các đơn vị của tôi mà chưa đưa vào chương trình nào',
  http: { method: 'GET', path: '/given-targets' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    waiting: z.array(
      z.object({
        ...{ bodyId: z.number().int(), bodyName: z.string(), year: z.number().int() },
        ...{ upperNumber: z.string().nullable(), upperTitle: z.string(), upperBodyName: z.string() },
        ...{ no: z.number().int(), name: z.string(), unit: z.enum(['%', 'count']), comparator: z.enum(comparators) },
        threshold: z.string(),
        /** Where it can be taken up; null: the programme of that year is still to be made. */
        programmeId: z.number().int().nullable(),
      }),
    ),
  }),
  async run({ db, actor, today }) {
    const issuers = await issuersFor(db, bodiesWhere(actor, 'officer', 'head'))
    return ok({
      waiting: await waitingFor(
        db,
        issuers.map(({ id }) => id),
        today,
      ),
    })
  },
})

const notYours = forbidden(
  'not-your-programme',
  'Chỉ tiêu được giao của chương trình này chỉ cán bộ của đơn vị đó và cấp trên được xem.',
  'What this programme was given is seen by its own officers and those above.',
)

export const takeUp = writing({
  name: 'cascades.take',
  summary: 'Đưa chỉ tiêu được giao vào chương trình: thành một chỉ tiêu cùng chỉ số, mức bằng mức được giao',
  http: { method: 'POST', path: '/programmes/{programme}/given-targets/{upper}/take' },
  who: staff,
  input: z.object({ ...seen, upper: idOf('target') }),
  output: made,
  async run(context, input) {
    const begun = await beginGiven(context, input)
    if (!begun.ok) return begun
    const { programme, given } = begun.value
    if (given.threshold === null) return notGiven
    const { db } = context
    const upper = (await targetsOf(db, given.upperProgrammeId)).find(({ id }) => id === given.upperId)!
    const next = 1 + Math.max(0, ...(await targetsOf(db, programme.id)).map((target) => target.no))
    const id = await putTarget(db, {
      ...upper,
      ...{ programmeId: programme.id, no: next, indicatorVersionId: upper.indicator.versionId },
      ...{ threshold: given.threshold, sourceText: null, weight: '1' },
    })
    return join(context, { programme, given, targetId: id, no: next, move: 'take' })
  },
})

export const linkTarget = writing({
  name: 'cascades.link',
  summary: 'Liên kết một chỉ tiêu đang có với chỉ tiêu của cấp trên mà nó thực hiện',
  http: { method: 'PUT', path: '/programmes/{programme}/targets/{no}/upper' },
  who: staff,
  input: z.object({ ...seen, no, upper: idOf('target') }),
  output: made,
  async run(context, input) {
    const begun = await beginGiven(context, input)
    if (!begun.ok) return begun
    const { programme, given } = begun.value
    const target = await findTarget(context.db, programme.id, input.no)
    if (!target.ok) return target
    const { id, indicator } = target.value
    if (indicator.key !== given.indicator) return otherIndicator(given.indicatorName)
    return join(context, { programme, given, targetId: id, no: input.no, move: 'link' })
  },
})

/** Links, counts the programme up, writes the event. */
async function join(
  context: WriteContext,
  at: { programme: Programme; given: GivenTarget; targetId: Id<'target'>; no: number; move: 'take' | 'link' },
) {
  const { db, actor, now } = context
  const { programme, given, targetId, move } = at
  const link = { targetId, upperId: given.upperId, bodyId: programme.bodyId, by: personOf(actor), now }
  if (!(await insertLink(db, link))) return alreadyServes
  await updateProgramme(db, programme.id, {})
  const changes = { programme: programme.id, no: at.no, upper: given.upperId }
  await context.record({ noun: 'target', id: targetId, move, changes })
  return ok({ no: at.no, version: programme.version + 1 })
}

export const unlinkTarget = writing({
  name: 'cascades.unlink',
  summary: 'Bỏ liên kết với chỉ tiêu của cấp trên; chỉ tiêu vẫn còn trong chương trình',
  http: { method: 'DELETE', path: '/programmes/{programme}/targets/{no}/upper' },
  who: staff,
  input: z.object({ ...seen, no }),
  output: made,
  async run(context, input) {
    const begun = await beginChange(context, input, 'edit')
    if (!begun.ok) return begun
    const target = await findTarget(context.db, begun.value.id, input.no)
    if (!target.ok) return target
    const { id } = target.value
    const upper = await deleteLink(context.db, id)
    if (upper === null) return notLinked
    await updateProgramme(context.db, begun.value.id, {})
    await context.record({ noun: 'target', id, move: 'unlink', changes: { programme: begun.value.id, upper } })
    return ok({ no: input.no, version: begun.value.version + 1 })
  },
})

/** The programme may be changed, its version is the newest, and the upper target was given to its body. */
async function beginGiven(
  context: WriteContext,
  at: { programme: Id<'programme'>; expectedVersion: number; upper: Id<'target'> },
) {
  const begun = await beginChange(context, at, 'edit')
  if (!begun.ok) return begun
  const given = (await givenIn(context.db, begun.value)).find(({ upperId }) => upperId === at.upper)
  if (!given) return notGiven
  if (given.taken) return alreadyTaken(given)
  return ok({ programme: begun.value, given })
}

const notGiven = notFound(
  'not-given',
  'Cấp trên không giao chỉ tiêu này cho đơn vị trong năm của chương trình, hoặc đã thu lại.',
  'No such target was given to this body in the year of the programme, or it was taken back.',
)
const alreadyTaken = ({ taken }: GivenTarget) =>
  conflict(
    'already-taken',
    `Chỉ tiêu này đã là chỉ tiêu ${taken!.no} của ${taken!.number ?? taken!.title}; mỗi đơn vị thực hiện một chỉ tiêu được giao ở một chỗ.`,
    `It is already target ${taken!.no} of ${taken!.number ?? taken!.title}; a body carries it in one place.`,
  )
const alreadyServes = conflict(
  'already-serves',
  'Chỉ tiêu này đang thực hiện một chỉ tiêu khác của cấp trên. Bỏ liên kết đó trước.',
  'This target serves another upper target. Unlink that first.',
)
const otherIndicator = (name: string) =>
  conflict(
    'other-indicator',
    `Chỉ tiêu được giao tính theo chỉ số “${name}”; chỉ tiêu này tính theo chỉ số khác nên không liên kết được.`,
    `The given target uses the indicator “${name}”; this one uses another.`,
  )
const notLinked = conflict('not-linked', 'Chỉ tiêu này chưa liên kết với cấp trên.', 'This target is not linked.')
