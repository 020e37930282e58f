// Rounds as the office reads them: what may be opened, what waits for me, one whole, and what a nomination may name.
import { z } from 'zod'
import { bodyAt, followedBy, heirsOf } from '../bodies/body.read.ts'
import { ancestorsOf } from '../places/place.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { idOf, type Id } from '../shared/id.ts'
import { reading, type ReadDb } from '../shared/operation.ts'
import { forbidden, ok } from '../shared/result.ts'
import { bodiesInside, clusterMembers, clusterOf, clustersOf } from './cluster.store.ts'
import { honourees, stages } from './commendation.ts'
import { decisionsOf } from './decision.store.ts'
import { formSchema } from './form.schema.ts'
import { formOf } from './form.store.ts'
import { merits } from './merit.store.ts'
import { moves, movesOpen, parts as allParts, partsOf } from './nominee.moves.ts'
import { councilOf, personOf } from './nominee.steps.ts'
import { fieldOf, nomineesOf } from './nominee.store.ts'
import { awardable, desks, isInside, noSuchRound } from './round.operations.ts'
import * as store from './round.store.ts'
import { waitsFor } from './waiting.ts'

const proposing = ['reporter', 'officer', 'head'] as const
const named = z.object({ id: z.number().int(), name: z.string() })

export const choices = reading({
  name: 'commendations.choices',
  summary: 'Để mở đợt khen: cơ quan mình thẩm định, cơ quan khen ở cùng địa bàn và hình thức được khen; khối, cụm',
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
    clusters: z.array(z.object({ id: z.number().int(), name: z.string(), year: z.number().int() })),
  }),
  async run({ db, actor, today }) {
    const found = []
    const arranging = new Set<Id<'body'>>()
    for (const id of new Set(bodiesWhere(actor, ...desks.roles))) {
      const desk = await bodyAt(db, id, today)
      if (!desk) continue
      const awarding = []
      for (const body of await store.bodiesAtPlace(db, desk.placeId, today)) {
        const forms = (await awardable(db, body.id, today)) ?? []
        if (forms.length > 0) awarding.push({ ...body, forms })
      }
      for (const body of [id, ...awarding.map((one) => one.id)]) arranging.add(body)
      found.push({ id, name: desk.name, awarding })
    }
    const clusters = (await clustersOf(db, [...arranging])).filter(({ bodyId }) => arranging.has(bodyId))
    return ok({ desks: found, clusters })
  },
})

const roundSchema = z.object({
  ...{ id: z.number().int(), year: z.number().int(), occasion: z.string(), nominationsUntil: z.string() },
  ...{ bodyId: z.number().int(), body: z.string(), deskId: z.number().int(), desk: z.string() },
  ...{ formId: z.number().int(), version: z.number().int(), illustrative: z.boolean() },
  assessGap: z.number().int().nullable(),
})

export const list = reading({
  name: 'commendations.rounds',
  summary:
    'Các đợt khen của cơ quan mình: khen, thẩm định, đã đề nghị, còn nhận đề nghị; và đợt mình là thành viên hội đồng',
  http: { method: 'GET', path: '/commendation-rounds' },
  who: 'signedIn',
  input: z.object({}),
  output: z.object({
    rounds: z.array(
      roundSchema.extend({
        form: z.string(),
        nominees: z.number().int().meta({ description: 'đề nghị đang đi' }),
        waits: z.number().int().meta({ description: 'đề nghị đang chờ người hỏi làm bước tiếp' }),
      }),
    ),
  }),
  async run({ db, actor, today }) {
    const bodies = bodiesWhere(actor, 'reporter', 'officer', 'head', 'clerk')
    const places = new Set<Id<'place'>>()
    for (const id of bodies) {
      const body = await bodyAt(db, id, today)
      if (!body) continue
      places.add(body.placeId)
      for (const { placeId } of await ancestorsOf(db, body.placeId, today)) places.add(placeId)
    }
    const personId = personOf(actor)
    const followed = await followedBy(db, bodies, today)
    const proposing = [...bodies, ...followed.keys()]
    const rounds = await store.roundsOf(db, { bodies, proposing, personId, places: [...places], today })
    const waiting = await store.waitingIn(db, { rounds: rounds.map(({ id }) => id), personId })
    const names = new Map<number, string>()
    for (const id of new Set(rounds.map(({ formId }) => formId))) names.set(id, (await formOf(db, id))!.name)
    const answered = []
    for (const round of rounds) {
      const council = councilOf(await store.membersOf(db, round.id))
      const here = waiting.filter(({ roundId }) => roundId === round.id)
      const waits = here.reduce((sum, one) => {
        const heirs = followed.get(one.nominatorId) ?? []
        return sum + waitsFor(actor, one, { ...round, council, heirs })
      }, 0)
      const nominees = here.reduce((sum, { count }) => sum + count, 0)
      answered.push({ ...round, form: names.get(round.formId)!, nominees, waits })
    }
    return ok({ rounds: answered })
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
    council: z.array(
      z.object({
        ...{ id: z.number().int(), post: z.string(), online: z.boolean(), assesses: z.boolean() },
        username: z.string().meta({ description: 'chỉ nơi thẩm định thấy' }),
      }),
    ),
    decisions: z.array(
      z.object({
        ...{ id: z.number().int(), number: z.string(), on: z.string(), signerPost: z.string() },
        version: z.number().int(),
      }),
    ),
    cluster: named
      .extend({ year: z.number().int(), members: z.array(named.extend({ rank: z.number().int().nullable() })) })
      .nullable(),
    balance: z.object({
      ...{ collectives: z.number().int(), persons: z.number().int(), direct: z.number().int() },
      remote: z.number().int().meta({ description: 'tập thể, cá nhân ở xã vùng sâu, vùng xa' }),
      women: z.number().int().nullable().meta({ description: 'nơi thẩm định đếm; null: chưa đếm' }),
    }),
    nominees: z.array(
      z.object({
        ...{ id: z.number().int(), kind: z.enum(honourees), name: z.string(), post: z.string(), unit: z.string() },
        ...{ nominator: z.string(), stage: z.enum(stages), version: z.number().int(), passed: z.boolean().nullable() },
        ...{ direct: z.boolean(), remote: z.boolean(), commentFrom: z.string().nullable() },
        ...{ commentUntil: z.string().nullable(), decisionId: z.number().int().nullable() },
        rank: z.number().int().nullable().meta({ description: 'thứ của nơi đề nghị trong khối, cụm' }),
        moves: z.array(z.enum(moves)),
      }),
    ),
    parts: z.array(z.enum(allParts)).meta({ description: 'người hỏi là gì trong đợt' }),
    proposes: z.boolean(),
  }),
  async run({ db, actor, today }, { id }) {
    const round = await store.roundOf(db, id)
    if (!round) return noSuchRound
    const members = await store.membersOf(db, id)
    const council = councilOf(members)
    const all = await nomineesOf(db, id)
    const heirs = new Map<number, Id<'body'>[]>()
    for (const nominator of new Set(all.map(({ nominatorId }) => nominatorId)))
      heirs.set(nominator, await heirsOf(db, nominator, today))
    const partsIn = (nominatorId: Id<'body'>) =>
      partsOf(actor, {
        ...{ nominatorId, heirs: heirs.get(nominatorId) ?? [], deskId: round.deskId, bodyId: round.bodyId, council },
      })
    const seen = all.filter(({ nominatorId }) => partsIn(nominatorId).length > 0)
    const proposes = await mayPropose(db, actor, { round, today })
    const parts = partsIn(round.bodyId)
    if (seen.length === 0 && parts.length === 0 && !proposes) return notYours
    const cluster = round.clusterId === null ? null : (await clusterOf(db, round.clusterId))!
    const ranked = cluster === null ? [] : await clusterMembers(db, cluster.id)
    const running = seen.filter(({ stage }) => !['withdrawn', 'refused', 'revoked'].includes(stage))
    const { persons, directPersons } = await fieldOf(db, id, 'person')
    const keeps = parts.some((part) => part === 'desk' || part === 'deskHead')
    const competent = parts.some((part) => part !== 'nominator')
    return ok({
      ...round,
      form: (await formOf(db, round.formId))!,
      council: members.map(({ id: no, post, personId, username, assesses }) => ({
        ...{ id: no, post, online: personId !== null, assesses, username: (keeps && username) || '' },
      })),
      cluster: cluster && { ...cluster, members: ranked },
      balance: {
        collectives: running.filter(({ kind }) => kind === 'collective').length,
        persons: competent ? persons : running.filter(({ kind }) => kind === 'person').length,
        direct: competent ? directPersons : running.filter(({ kind, direct }) => kind === 'person' && direct).length,
        remote: running.filter(({ remote }) => remote).length,
        women: competent ? round.women : null,
      },
      nominees: seen.map((one) => ({
        ...one,
        rank: ranked.find((member) => member.id === one.nominatorId)?.rank ?? null,
        moves: movesOpen(partsIn(one.nominatorId), one),
      })),
      decisions: await decisionsOf(db, id),
      ...{ parts, proposes },
    })
  },
})

async function mayPropose(db: ReadDb, actor: Actor, of: { round: store.Round; today: string }): Promise<boolean> {
  if (of.round.nominationsUntil < of.today) return false
  for (const body of bodiesWhere(actor, ...proposing)) if (await isInside(db, { ...of, body })) return true
  return false
}

export const councilChoices = reading({
  name: 'commendations.councilChoices',
  summary: 'Để ghi hội đồng của một đợt: những tài khoản đang làm việc ở địa bàn của nơi thẩm định',
  http: { method: 'GET', path: '/commendation-rounds/{round}/council-choices' },
  who: desks,
  input: z.object({ round: idOf('commendation_round') }),
  output: z.object({ accounts: z.array(z.object({ username: z.string(), name: z.string(), body: z.string() })) }),
  async run({ db, actor, today }, { round: id }) {
    const round = await store.roundOf(db, id)
    if (!round) return noSuchRound
    if (actor.kind !== 'operator' && !bodiesWhere(actor, ...desks.roles).includes(round.deskId)) return notYours
    const desk = await bodyAt(db, round.deskId, today)
    return ok({ accounts: desk ? await store.accountsAt(db, desk.placeId, today) : [] })
  },
})

export const nominationChoices = reading({
  name: 'commendations.nominationChoices',
  summary:
    'Để đề nghị ở một đợt: cơ quan mình đề nghị thay, cơ quan trong địa bàn, mô hình đã công nhận và chỉ số để gắn',
  http: { method: 'GET', path: '/commendation-rounds/{round}/nomination-choices' },
  who: { roles: proposing },
  input: z.object({ round: idOf('commendation_round') }),
  output: z.object({
    nominators: z.array(named),
    bodies: z.array(named),
    models: z.array(named.extend({ code: z.string(), owner: z.string() })),
    indicators: z.array(named),
    periods: z.array(named),
    year: z.number().int().meta({ description: 'năm nay, năm mới nhất gắn được việc của dân' }),
  }),
  async run({ db, actor, today }, { round: id }) {
    const round = await store.roundOf(db, id)
    if (!round) return noSuchRound
    const nominators = []
    const bodies = new Map<number, { id: number; name: string }>()
    const places = new Set<Id<'place'>>()
    for (const body of new Set(bodiesWhere(actor, ...proposing))) {
      if (!(await isInside(db, { body, round, today }))) continue
      const { name, placeId } = (await bodyAt(db, body, today))!
      nominators.push({ id: body, name })
      places.add(placeId)
    }
    for (const place of places)
      for (const body of await bodiesInside(db, place, today)) bodies.set(body.id, { id: body.id, name: body.name })
    const choices = await merits(db, [...bodies.keys()] as Id<'body'>[])
    return ok({ nominators, bodies: [...bodies.values()], ...choices, year: Number(today.slice(0, 4)) })
  },
})

const notYours = forbidden(
  'not-your-round',
  'Đợt khen này không có phần của cơ quan đồng chí.',
  'Your body has no part in this round.',
)
