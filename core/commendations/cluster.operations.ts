// Blocs and clusters of emulation: arranged for a year by a body, with a leader in turn, ranked by their own minutes.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { bodiesWhere } from '../shared/actor.ts'
import { idOf, seenVersion, type Id } from '../shared/id.ts'
import { reading, writing, type WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, invalid, notFound, ok, problem, type Problem } from '../shared/result.ts'
import { plainText } from '../shared/text.ts'
import { typedText } from '../shared/typed.ts'
import * as store from './cluster.store.ts'
import { personOf } from './nominee.steps.ts'

const desks = { roles: ['officer', 'head'] } as const
const readers = { roles: ['reporter', 'officer', 'head', 'clerk', 'standingBoard'] } as const

const told = {
  kind: z.enum(store.clusterKinds),
  name: typedText().min(3, 'Ghi tên khối, cụm.').max(200),
  year: z.coerce.number().int().min(2009).max(2100),
  headId: idOf('body').meta({ description: 'khối trưởng, cụm trưởng trong năm; phải là thành viên' }),
  minutes: z
    .string()
    .trim()
    .max(200)
    .default('')
    .transform(plainText)
    .meta({ description: 'số, ngày biên bản xếp thứ' }),
  members: z
    .array(
      z.object({
        body: idOf('body'),
        rank: z.coerce
          .number()
          .int()
          .min(1)
          .max(500)
          .nullish()
          .transform((value) => value ?? null),
      }),
    )
    .min(2, 'Chọn ít nhất hai thành viên.')
    .max(500),
}
type Told = { headId: Id<'body'>; minutes: string; members: { body: Id<'body'>; rank: number | null }[] }

async function faultsOf({ db, today }: WriteContext, { headId, minutes, members }: Told): Promise<Problem[]> {
  const faults: Problem[] = []
  const ids = members.map(({ body }) => body)
  if (new Set(ids).size < ids.length) faults.push(twice)
  if (!ids.includes(headId)) faults.push(headOutside)
  if (members.some(({ rank }) => rank !== null) && minutes === '') faults.push(minutesNeeded)
  for (const id of ids) if (!(await bodyAt(db, id, today))) faults.push(noSuchBody)
  return faults
}

const clusterSchema = z.object({
  ...{ id: z.number().int(), kind: z.enum(store.clusterKinds), name: z.string(), year: z.number().int() },
  ...{ bodyId: z.number().int(), body: z.string(), headId: z.number().int(), head: z.string() },
  ...{ minutes: z.string(), version: z.number().int(), illustrative: z.boolean(), members: z.number().int() },
})
const named = z.object({ id: z.number().int(), name: z.string() })

export const listClusters = reading({
  name: 'commendations.clusters',
  summary: 'Khối, cụm thi đua cơ quan mình lập, đứng đầu hoặc tham gia',
  http: { method: 'GET', path: '/emulation-clusters' },
  who: readers,
  input: z.object({}),
  output: z.object({ clusters: z.array(clusterSchema) }),
  run: async ({ db, actor }) => ok({ clusters: await store.clustersOf(db, bodiesWhere(actor, ...readers.roles)) }),
})

export const clusterChoices = reading({
  name: 'commendations.clusterChoices',
  summary: 'Để lập khối, cụm thi đua: cơ quan của mình và các cơ quan trong địa bàn',
  http: { method: 'GET', path: '/emulation-clusters/choices' },
  who: desks,
  input: z.object({}),
  output: z.object({ owners: z.array(named.extend({ bodies: z.array(named) })) }),
  async run({ db, actor, today }) {
    const owners = []
    for (const id of new Set(bodiesWhere(actor, ...desks.roles))) {
      const body = await bodyAt(db, id, today)
      if (body) owners.push({ id, name: body.name, bodies: await store.bodiesInside(db, body.placeId, today) })
    }
    return ok({ owners })
  },
})

export const openCluster = reading({
  name: 'commendations.cluster',
  summary: 'Một khối, cụm thi đua: khối trưởng, thành viên và thứ tự theo biên bản',
  http: { method: 'GET', path: '/emulation-clusters/{id}' },
  who: readers,
  input: z.object({ id: idOf('emulation_cluster') }),
  output: clusterSchema.extend({
    members: z.array(named.extend({ rank: z.number().int().nullable() })),
    mine: z.boolean().meta({ description: 'sửa được' }),
  }),
  async run({ db, actor }, { id }) {
    const cluster = await store.clusterOf(db, id)
    if (!cluster) return noSuchCluster
    const members = await store.clusterMembers(db, id)
    const bodies = bodiesWhere(actor, ...readers.roles)
    const part = [cluster.bodyId, cluster.headId, ...members.map((one) => one.id)]
    if (actor.kind !== 'operator' && !part.some((body) => bodies.includes(body))) return notYours
    const mine = actor.kind === 'operator' || bodiesWhere(actor, ...desks.roles).includes(cluster.bodyId)
    return ok({ ...cluster, members, mine })
  },
})

const savedSchema = z.object({ id: z.number().int(), version: z.number().int() })

export const makeCluster = writing({
  name: 'commendations.makeCluster',
  summary: 'Lập một khối, cụm thi đua của năm: thành viên, khối trưởng',
  http: { method: 'POST', path: '/emulation-clusters' },
  who: desks,
  input: z.object({ body: idOf('body').meta({ description: 'cơ quan lập' }), ...told }),
  output: savedSchema,
  async run(context, { body, ...typed }) {
    const { app, db, actor, now } = context
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...desks.roles).includes(body)) return notYours
    const faults = await faultsOf(context, typed)
    if (faults.length > 0) return invalid(faults)
    const by = { by: personOf(actor), at: now, illustrative: app.sample }
    const id = await store.insertCluster(db, { ...typed, bodyId: body, ...by })
    if (id === null) return invalid([nameTaken])
    await context.record({ noun: 'emulationCluster', id, move: 'create', changes: { members: typed.members.length } })
    return ok({ id, version: 1 })
  },
})

export const changeCluster = writing({
  name: 'commendations.changeCluster',
  summary: 'Sửa thành viên, khối trưởng, hoặc ghi thứ tự cuối năm theo biên bản',
  http: { method: 'PUT', path: '/emulation-clusters/{id}' },
  who: desks,
  input: z.object({ id: idOf('emulation_cluster'), expectedVersion: seenVersion(1), ...told }),
  output: savedSchema,
  async run(context, { id, expectedVersion, ...typed }) {
    const { db, actor } = context
    const cluster = await store.lockCluster(db, id)
    if (!cluster) return noSuchCluster
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...desks.roles).includes(cluster.bodyId)) return notYours
    if (cluster.version !== expectedVersion) return changedMeanwhile
    const faults = await faultsOf(context, typed)
    if (faults.length > 0) return invalid(faults)
    const version = await store.updateCluster(db, id, typed)
    if (version === null) return invalid([nameTaken])
    const changes = { members: typed.members.length, minutes: typed.minutes }
    await context.record({ noun: 'emulationCluster', id, move: 'save', changes })
    return ok({ id, version })
  },
})

const noSuchCluster = notFound('no-such-cluster', 'Không có khối, cụm thi đua này.', 'There is no such cluster.')
const notYours = forbidden(
  'not-your-cluster',
  'Khối, cụm này do cơ quan khác lập.',
  'Another body arranged this cluster.',
)
const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa khối, cụm này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi làm lại.',
  'Somebody has just changed this. What you typed is kept and not saved; look at the newest state.',
)
const nameTaken = problem(
  'name',
  'taken',
  'Năm này cơ quan đã có khối, cụm tên như vậy. Hãy mở khối, cụm ấy.',
  'There is one of that name in that year. Open that one.',
)
const twice = problem('members', 'twice', 'Một cơ quan được chọn hai lần.', 'A body is chosen twice.')
const headOutside = problem(
  'headId',
  'not-member',
  'Khối trưởng phải là một thành viên.',
  'Whoever leads it is one of its members.',
)
const minutesNeeded = problem(
  'minutes',
  'missing',
  'Đã xếp thứ thì ghi số, ngày biên bản.',
  'Give the minutes that ranked them.',
)
const noSuchBody = problem('members', 'no-such-body', 'Có cơ quan không đang hoạt động.', 'A body is no more.')
