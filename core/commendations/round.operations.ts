// Rounds: opened by the body that checks, for a form the awarding body may award; with its council; listed and shown.
import { z } from 'zod'
import { bodiesAbove, bodyAt } from '../bodies/body.read.ts'
import { ancestorsOf, versionAt } from '../places/place.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { reading, writing, type ReadDb } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { honourees, stages, type Form } from './commendation.ts'
import { formSchema } from './form.schema.ts'
import { formOf, formsFor } from './form.store.ts'
import { changedMeanwhile, councilOf, personOf } from './nominee.steps.ts'
import { partsOf } from './nominee.moves.ts'
import { nomineesOf } from './nominee.store.ts'
import { decisionsOf } from './decision.store.ts'
import * as store from './round.store.ts'
import type { Round } from './round.store.ts'

const desks = { roles: ['officer', 'head'] } as const

/** At the place of the awarding body, or inside it. */
export async function isInside(db: ReadDb, of: { body: Id<'body'>; round: Round; today: Day }): Promise<boolean> {
  const [body, awards] = [await bodyAt(db, of.body, of.today), await bodyAt(db, of.round.bodyId, of.today)]
  if (!body || !awards) return false
  const above = await ancestorsOf(db, body.placeId, of.today)
  return [body.placeId, ...above.map(({ placeId }) => placeId)].includes(awards.placeId)
}

/** What this body may award on the day; undefined: there is no such body. */
export async function awardable(db: ReadDb, id: Id<'body'>, day: Day): Promise<Form[] | undefined> {
  const body = await bodyAt(db, id, day)
  const place = body && (await versionAt(db, body.placeId, day))
  if (!body || !place) return undefined
  const level = place.level === 'country' ? 'central' : place.level
  const bodies = [id, ...(await bodiesAbove(db, id, day))]
  return formsFor(db, { organisation: body.organisation, level, bodies, day })
}

export const choices = reading({
  name: 'commendations.choices',
  summary: 'Để mở đợt khen: cơ quan mình thẩm định, cơ quan khen ở cùng địa bàn và hình thức được khen',
  http: { method: 'GET', path: '/commendation-rounds/choices' },
  who: desks,
  input: z.object({}),
  output: z.object({
    desks: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        awarding: z.array(z.object({ id: z.number().int(), name: z.string(), forms: z.array(formSchema) })),
      }),
    ),
  }),
  async run({ db, actor, today }) {
    const found = []
    for (const id of new Set(bodiesWhere(actor, ...desks.roles))) {
      const desk = await bodyAt(db, id, today)
      if (!desk) continue
      const awarding = []
      for (const body of await store.bodiesAtPlace(db, desk.placeId, today)) {
        const forms = (await awardable(db, body.id, today)) ?? []
        if (forms.length > 0) awarding.push({ ...body, forms })
      }
      found.push({ id, name: desk.name, awarding })
    }
    return ok({ desks: found })
  },
})

export const openRound = writing({
  name: 'commendations.openRound',
  summary: 'Mở một đợt khen: hình thức, cơ quan khen, năm, dịp; quy định của hình thức được giữ theo bản lúc mở',
  http: { method: 'POST', path: '/commendation-rounds' },
  who: desks,
  input: z.object({
    form: idOf('commendation_form'),
    body: idOf('body').meta({ description: 'cơ quan khen' }),
    desk: idOf('body').meta({ description: 'nơi thẩm định, ở cùng địa bàn' }),
    year: z.coerce.number().int().min(2009).max(2100),
    occasion: z.string().trim().min(5, 'Ghi khen nhân dịp gì.').max(300).transform(plainText),
    nominationsUntil: daySchema.meta({ description: 'nhận đề nghị đến hết ngày' }),
  }),
  output: z.object({ id: z.number().int(), version: z.number().int() }),
  async run(context, { form, body, desk, ...rest }) {
    const { app, db, actor, today, now } = context
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...desks.roles).includes(desk)) return notYourDesk
    const faults: Problem[] = []
    const [awards, checks] = [await bodyAt(db, body, today), await bodyAt(db, desk, today)]
    if (!awards || !checks || awards.placeId !== checks.placeId) faults.push(otherPlace)
    if (!(await awardable(db, body, today))?.some(({ id }) => id === form)) faults.push(notAwardable)
    if (rest.nominationsUntil < today) faults.push(gone)
    if (faults.length > 0) return invalid(faults)
    const made = { formId: form, bodyId: body, deskId: desk, illustrative: app.sample, ...rest }
    const id = await store.insertRound(db, { ...made, by: personOf(actor), at: now })
    await context.record({ noun: 'commendationRound', id, move: 'open', changes: { form, body, desk } })
    return ok({ id, version: 1 })
  },
})

export const setCouncil = writing({
  name: 'commendations.setCouncil',
  summary:
    'Ghi hội đồng của đợt: chức danh, và tài khoản của người bỏ phiếu trên hệ thống; còn đổi được đến khi bỏ phiếu',
  http: { method: 'PUT', path: '/commendation-rounds/{id}/council' },
  who: desks,
  input: z.object({
    id: idOf('commendation_round'),
    expectedVersion: seenVersion(1),
    members: z
      .array(
        z.object({
          post: z.string().trim().min(3, 'Ghi chức danh thành viên.').max(200).transform(plainText),
          username: z.string().trim().max(100).default('').meta({ description: 'bỏ trống: bỏ phiếu giấy' }),
        }),
      )
      .max(60),
  }),
  output: z.object({ id: z.number().int(), version: z.number().int() }),
  async run(context, { id, expectedVersion, members }) {
    const { db, actor } = context
    const round = await store.lockRound(db, id)
    if (!round) return noSuchRound
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...desks.roles).includes(round.deskId)) return notYourDesk
    if (round.version !== expectedVersion) return changedMeanwhile
    if ((await store.hasActed(db, id)) || (await store.hasVoted(db, id))) return alreadyVoted
    const names = members.map(({ username }) => username).filter((name) => name !== '')
    const known = await store.personsNamed(db, names)
    const faults = names.flatMap((name, i) => {
      if (!known.has(name)) return [noSuchAccount(name)]
      return names.indexOf(name) < i ? [twice(name)] : []
    })
    if (faults.length > 0) return invalid(faults)
    const council = members.map(({ post, username }) => ({ post, personId: known.get(username) ?? null }))
    const version = await store.writeCouncil(db, id, council)
    await context.record({ noun: 'commendationRound', id, move: 'setCouncil', changes: { members: members.length } })
    return ok({ id, version })
  },
})

const roundSchema = z.object({
  ...{ id: z.number().int(), year: z.number().int(), occasion: z.string(), nominationsUntil: z.string() },
  ...{ bodyId: z.number().int(), body: z.string(), deskId: z.number().int(), desk: z.string() },
  ...{ formId: z.number().int(), version: z.number().int(), illustrative: z.boolean() },
})

export const list = reading({
  name: 'commendations.rounds',
  summary:
    'Các đợt khen của cơ quan mình: khen, thẩm định, đã đề nghị, còn nhận đề nghị; và đợt mình là thành viên hội đồng',
  http: { method: 'GET', path: '/commendation-rounds' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({ rounds: z.array(roundSchema) }),
  async run({ db, actor, today }) {
    const bodies = bodiesWhere(actor, 'reporter', 'officer', 'head', 'clerk')
    const places = new Set<Id<'place'>>()
    for (const id of bodies) {
      const body = await bodyAt(db, id, today)
      if (!body) continue
      places.add(body.placeId)
      for (const { placeId } of await ancestorsOf(db, body.placeId, today)) places.add(placeId)
    }
    const of = { bodies, personId: personOf(actor), places: [...places], today }
    return ok({ rounds: await store.roundsOf(db, of) })
  },
})

export const show = reading({
  name: 'commendations.round',
  summary: 'Một đợt khen: quy định đang dùng và căn cứ, hội đồng, các đề nghị (nơi đề nghị chỉ thấy đề nghị của mình)',
  http: { method: 'GET', path: '/commendation-rounds/{id}' },
  who: 'signedIn',
  input: z.object({ id: idOf('commendation_round') }),
  output: roundSchema.extend({
    form: formSchema,
    council: z.array(z.object({ id: z.number().int(), post: z.string(), online: z.boolean() })),
    decisions: z.array(z.object({ id: z.number().int(), number: z.string(), on: z.string(), signerPost: z.string() })),
    nominees: z.array(
      z.object({
        ...{ id: z.number().int(), kind: z.enum(honourees), name: z.string(), post: z.string(), unit: z.string() },
        ...{ nominator: z.string(), stage: z.enum(stages), version: z.number().int(), passed: z.boolean().nullable() },
      }),
    ),
  }),
  async run({ db, actor, today }, { id }) {
    const round = await store.roundOf(db, id)
    if (!round) return noSuchRound
    const members = await store.membersOf(db, id)
    const council = councilOf(members)
    const all = await nomineesOf(db, id)
    const partsIn = (nominatorId: Id<'body'>) =>
      partsOf(actor, { nominatorId, deskId: round.deskId, bodyId: round.bodyId, council })
    const seen = all.filter(({ nominatorId }) => partsIn(nominatorId).length > 0)
    if (seen.length === 0 && partsIn(round.bodyId).length === 0 && !(await mayPropose())) return notYours
    return ok({
      ...round,
      form: (await formOf(db, round.formId))!,
      council: members.map(({ id: no, post, personId }) => ({ id: no, post, online: personId !== null })),
      nominees: seen,
      decisions: await decisionsOf(db, id),
    })

    async function mayPropose(): Promise<boolean> {
      if (round!.nominationsUntil < today) return false
      for (const body of bodiesWhere(actor, 'reporter', 'officer', 'head'))
        if (await isInside(db, { body, round: round!, today })) return true
      return false
    }
  },
})

export const noSuchRound = notFound('no-such-round', 'Không có đợt khen này.', 'There is no such round.')
const notYourDesk = forbidden(
  'not-your-desk',
  'Việc này do nơi thẩm định của đợt khen làm.',
  'This is done by the body that checks in this round.',
)
const notYours = forbidden(
  'not-your-round',
  'Đợt khen này không có phần của cơ quan đồng chí.',
  'Your body has no part in this round.',
)
const otherPlace = problem(
  'desk',
  'other-place',
  'Nơi thẩm định phải cùng địa bàn với cơ quan khen, và cả hai đang hoạt động.',
  'The checking body and the awarding body are at one place, and both exist.',
)
const notAwardable = problem(
  'form',
  'not-awardable',
  'Cơ quan này hôm nay không có thẩm quyền khen hình thức đó. Hãy chọn hình thức khác.',
  'This body may not award that form today. Choose another.',
)
const gone = problem('nominationsUntil', 'in-past', 'Ngày nhận đề nghị cuối cùng đã qua.', 'This day has gone by.')
const alreadyVoted = conflict(
  'already-voted',
  'Hội đồng đã bắt đầu bỏ phiếu nên không đổi thành viên được nữa.',
  'The council has begun to vote and stays as it is.',
)
const noSuchAccount = (name: string) =>
  problem('members', 'no-such-account', `Không có tài khoản “${name}”.`, `There is no account “${name}”.`)
const twice = (name: string) =>
  problem('members', 'twice', `Tài khoản “${name}” ghi hai lần.`, `The account “${name}” stands there twice.`)
