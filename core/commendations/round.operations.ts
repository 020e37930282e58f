// Rounds: opened by the body that checks, for a form the awarding body may award; with its council and its counts.
import { z } from 'zod'
import { bodiesAbove, bodyAt } from '../bodies/body.read.ts'
import { versionAt } from '../places/place.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { daySchema, type Day } from '../shared/day.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { writing, type ReadDb } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import type { Form } from './commendation.ts'
import { clusterOf } from './cluster.store.ts'
import { formsFor } from './form.store.ts'
import { changedMeanwhile, personOf } from './nominee.steps.ts'
import { standsWithin } from './nominee.told.ts'
import { fieldOf } from './nominee.store.ts'
import * as store from './round.store.ts'
import type { Round } from './round.store.ts'

export const desks = { roles: ['officer', 'head'] } as const

/** At the place of the awarding body, or inside it. */
export async function isInside(db: ReadDb, of: { body: Id<'body'>; round: Round; today: Day }): Promise<boolean> {
  const awards = await bodyAt(db, of.round.bodyId, of.today)
  return awards !== undefined && standsWithin(db, { ...of, placeId: awards.placeId })
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
    occasion: typedText().min(5, 'Ghi khen nhân dịp gì.').max(300),
    nominationsUntil: daySchema.meta({ description: 'nhận đề nghị đến hết ngày' }),
    clusterId: idOf('emulation_cluster')
      .nullish()
      .transform((value) => value ?? null)
      .meta({ description: 'đợt của một khối, cụm thi đua' }),
    assessGap: z.coerce
      .number()
      .int()
      .min(0)
      .max(100)
      .nullish()
      .transform((value) => value ?? null)
      .meta({ description: 'có hai người chấm: điểm được chênh tối đa; bỏ trống: không chấm' }),
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
    const cluster = rest.clusterId === null ? null : await clusterOf(db, rest.clusterId)
    if (cluster === undefined || (cluster && ![body, desk].includes(cluster.bodyId))) faults.push(otherCluster)
    if (faults.length > 0) return invalid(faults)
    const made = { formId: form, bodyId: body, deskId: desk, illustrative: app.sample, ...rest }
    if (await store.roundAlike(db, made)) return openedAlready
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
          post: typedText().min(3, 'Ghi chức danh thành viên.').max(200),
          assesses: z.coerce.boolean().default(false).meta({ description: 'chấm điểm' }),
          username: typedText().max(100).default('').meta({ description: 'bỏ trống: bỏ phiếu giấy' }),
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
    const assessors = members.filter(({ assesses, username }) => assesses && username !== '').length
    if (round.assessGap !== null && (assessors < 2 || assessors > 3)) faults.push(twoAssessors)
    if (faults.length > 0) return invalid(faults)
    const council = members.map(({ post, username, assesses }) => ({
      ...{ post, personId: known.get(username) ?? null, assesses },
    }))
    const version = await store.writeCouncil(db, id, council)
    await context.record({ noun: 'commendationRound', id, move: 'setCouncil', changes: { members: members.length } })
    return ok({ id, version })
  },
})

export const saveBalance = writing({
  name: 'commendations.saveBalance',
  summary: 'Ghi trong số cá nhân của đợt có bao nhiêu nữ, theo nơi thẩm định đếm; không ghi là ai',
  http: { method: 'PUT', path: '/commendation-rounds/{id}/balance' },
  who: desks,
  input: z.object({
    id: idOf('commendation_round'),
    expectedVersion: seenVersion(1),
    women: z.coerce.number().int().min(0).max(100_000),
  }),
  output: z.object({ id: z.number().int(), version: z.number().int() }),
  async run(context, { id, expectedVersion, women }) {
    const { db, actor } = context
    const round = await store.lockRound(db, id)
    if (!round) return noSuchRound
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...desks.roles).includes(round.deskId)) return notYourDesk
    if (round.version !== expectedVersion) return changedMeanwhile
    const { persons } = await fieldOf(db, id, 'person')
    if (women > persons) return invalid([moreThanPersons(women, persons)])
    const version = await store.writeWomen(db, id, women)
    await context.record({ noun: 'commendationRound', id, move: 'saveBalance', changes: { women } })
    return ok({ id, version })
  },
})

export const noSuchRound = notFound('no-such-round', 'Không có đợt khen này.', 'There is no such round.')
const openedAlready = conflict(
  'opened-already',
  'Đợt khen này đã mở: cùng hình thức, cơ quan khen, năm và dịp. Hãy mở đợt ấy ở trang Các đợt khen; đợt khác thì ghi dịp khác đi.',
  'This round is open already, for the same form, body, year and occasion. Go on in that one, or name another occasion.',
)
const notYourDesk = forbidden(
  'not-your-desk',
  'Việc này do nơi thẩm định của đợt khen làm.',
  'This is done by the body that checks in this round.',
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
const otherCluster = problem(
  'clusterId',
  'other-cluster',
  'Khối, cụm này không do cơ quan khen hay nơi thẩm định lập. Hãy chọn lại.',
  'Neither the awarding nor the checking body arranged this cluster.',
)
const twoAssessors = problem(
  'members',
  'two-assessors',
  'Đợt này có chấm điểm: chọn hai người chấm, có thể thêm người thứ ba, đều có tài khoản.',
  'Points are given in this round: two assessors, or three, each with an account.',
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
const moreThanPersons = (women: number, persons: number) =>
  problem(
    'women',
    'too-many',
    `Số nữ (${women}) nhiều hơn số cá nhân đang được đề nghị (${persons}). Xem lại số đã đếm.`,
    `There are ${persons} persons in the round, and ${women} of them women. Count again.`,
  )
