// What makes a round fair: two assessors who do not see each other, a bloc of its own, the Party committee's word, counts without names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { succeed } from '../bodies/body.succeed.ts'
import { create as createBody } from '../bodies/body.create.ts'
import { bodyAt } from '../bodies/body.read.ts'
import { news } from '../mail/told.operations.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { standingOfPoints } from './assessment.ts'
import {
  app,
  aPerson,
  bloc,
  committee,
  done,
  formLike,
  nomineeIn,
  refused,
  roundOf,
  seenBy,
  women,
  womenTanAn,
} from './commendation.cast.ts'

const plain = await formLike()

let assessed = 0
/** Lan and Minh give points, Nga where they are too far apart. */
async function assessedRound(gap: number): Promise<number> {
  const occasion = `Đợt có chấm điểm ${(assessed += 1)}`
  const facts = { year: 2026, occasion, nominationsUntil: '2026-07-31', assessGap: gap }
  const { id } = await done('khanh', 'openRound', { form: plain.id, body: committee, desk: bloc, ...facts })
  const members = ['lan', 'minh', 'nga'].map((username) => ({
    post: `Thành viên ${username}`,
    username,
    assesses: true,
  }))
  const one = { id, expectedVersion: 1, members: [{ ...members[0]! }, { post: 'Trên giấy', assesses: true }] }
  assert.match((await refused('khanh', 'setCouncil', one)).said, /hai người chấm/)
  await done('khanh', 'setCouncil', { id, expectedVersion: 1, members })
  return id as number
}

test('neither assessor reads the other before both are in; nor does anybody else; the vote waits for them', async () => {
  const round = await assessedRound(10)
  const id = await nomineeIn('opinionCollected', { round, nominator: women })
  const points = async (name: string) => (await done(name, 'open', { id })).points
  await done('lan', 'assess', { id, points: 80, note: 'Việc thật, dân khen.' })
  assert.equal((await refused('lan', 'assess', { id, points: 90 })).code, 'given-already')
  for (const name of ['minh', 'dung', 'khanh', 'lan']) {
    const seen = await points(name)
    assert.deepEqual([seen.all, seen.state, seen.points, seen.given], [[], 'open', null, 1], name)
  }
  assert.equal((await points('lan')).mine, 80)
  assert.equal((await points('minh')).mine, null)
  assert.equal(await points('hoa'), null)
  const trace = app.db.selectFrom('event').select('changes').where('noun', '=', 'nominee').where('noun_id', '=', id)
  for (const { changes } of await trace.where('move', '=', 'assess').execute()) assert.deepEqual(changes, {})
  for (const name of ['lan', 'minh']) await done(name, 'cast', { id, inFavour: true })
  const close = async () => ({ ...(await seenBy('dung', id)), minutes: '04/BB-HĐ' })
  assert.equal((await refused('dung', 'closeVote', await close())).code, 'not-assessed')
  assert.equal((await refused('hoa', 'assess', { id, points: 1 })).code, 'member-only')
  assert.match((await refused('minh', 'assess', { id, points: 101 })).said, /./)
  await done('minh', 'assess', { id, points: 90 })
  assert.deepEqual(
    (await points('lan')).all.map((one: { points: number }) => one.points),
    [80, 90],
  )
  assert.equal((await points('dung')).points, 85)
  assert.equal((await refused('nga', 'assess', { id, points: 85 })).code, 'assessed')
  const settle = { ...(await seenBy('dung', id)), points: 85, how: 'Không cần thống nhất lại.' }
  assert.equal((await refused('dung', 'settle', settle)).code, 'not-apart')
  assert.equal((await done('dung', 'closeVote', await close())).passed, true)
})

test('too far apart: a third is heard, the desk says what was settled, and only then is the vote closed', async () => {
  const round = await assessedRound(5)
  const id = await nomineeIn('opinionCollected', { round, nominator: women })
  await Promise.all([done('lan', 'assess', { id, points: 60 }), done('minh', 'assess', { id, points: 90 })])
  for (const name of ['lan', 'minh']) await done(name, 'cast', { id, inFavour: true })
  assert.equal((await done('dung', 'open', { id })).points.state, 'apart')
  assert.equal((await done('nga', 'open', { id })).points.assesses, true)
  await done('nga', 'assess', { id, points: 80 })
  const close = async () => ({ ...(await seenBy('dung', id)), minutes: '05/BB-HĐ' })
  assert.equal((await refused('dung', 'closeVote', await close())).code, 'not-assessed')
  const settled = { points: 80, how: 'Ba người chấm trao đổi, lấy điểm của người thứ ba.' }
  assert.equal((await refused('phuoc', 'settle', { ...(await seenBy('phuoc', id)), ...settled })).code, 'desk-only')
  await done('dung', 'settle', { ...(await seenBy('dung', id)), ...settled })
  assert.equal((await refused('dung', 'settle', { ...(await seenBy('dung', id)), ...settled })).code, 'not-apart')
  await done('dung', 'closeVote', await close())
  const council = { id: round, expectedVersion: 2, members: [] }
  assert.equal((await refused('khanh', 'setCouncil', council)).code, 'already-voted')
})

test('points: never between the two before both are in, the mean only where they agree', () => {
  const point = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 3 }), point, (given, gap) => {
      const { state, points } = standingOfPoints(given, { gap, settled: null })
      assert.equal(state === 'open', given.length < 2)
      assert.equal(state === 'agreed', points !== null)
      if (points !== null)
        assert.ok(points >= Math.min(given[0]!, given[1]!) && points <= Math.max(given[0]!, given[1]!))
    }),
  )
})

test('a bloc: ranked by its minutes, changed by who arranged it; in its round only members propose', async () => {
  const told = {
    kind: 'bloc',
    name: 'Khối thi đua số 1',
    year: 2026,
    headId: women,
    members: [{ body: women }, { body: committee }],
  }
  const wrong = { ...told, headId: bloc, members: [{ body: women, rank: 1 }, { body: women }] }
  const { said } = await refused('khanh', 'makeCluster', { body: bloc, ...wrong })
  for (const fault of [/hai lần/, /phải là một thành viên/, /biên bản/]) assert.match(said, fault)
  assert.equal((await refused('khanh', 'makeCluster', { body: committee, ...told })).code, 'not-your-cluster')
  const { id } = await done('khanh', 'makeCluster', { body: bloc, ...told })
  assert.match((await refused('khanh', 'makeCluster', { body: bloc, ...told })).said, /đã có khối, cụm tên như vậy/)
  const facts = { year: 2026, occasion: 'Khen của khối thi đua', nominationsUntil: '2026-07-31', clusterId: id }
  const round = (await done('khanh', 'openRound', { form: plain.id, body: committee, desk: bloc, ...facts }))
    .id as number
  assert.equal((await refused('khanh', 'nominate', { round, nominator: bloc, ...aPerson() })).code, 'not-in-cluster')
  await done('hoa', 'nominate', { round, nominator: women, ...aPerson() })
  const ranked = {
    ...told,
    minutes: '01/BB-KTĐ',
    members: [
      { body: women, rank: 2 },
      { body: committee, rank: 1 },
    ],
  }
  assert.equal(
    (await refused('khanh', 'changeCluster', { id, expectedVersion: 7, ...ranked })).code,
    'changed-meanwhile',
  )
  assert.equal(
    (await refused('phuoc', 'changeCluster', { id, expectedVersion: 1, ...ranked })).code,
    'not-your-cluster',
  )
  await done('khanh', 'changeCluster', { id, expectedVersion: 1, ...ranked })
  const shown = await done('khanh', 'round', { id: round })
  assert.equal(shown.nominees[0].rank, 2)
  assert.deepEqual(
    shown.cluster.members.map((one: { id: number }) => one.id),
    [committee, women],
  )
  assert.ok((await done('hoa', 'clusters')).clusters.some((one: { id: number }) => one.id === id))
  assert.equal((await refused('thu', 'cluster', { id })).code, 'not-your-cluster')
})

test('a form that asks for it: without the word of the Party committee the dossier is not complete', async () => {
  const round = await roundOf((await formLike({ confirmation: true })).id)
  const { id } = await done('hoa', 'nominate', { round, nominator: women, ...aPerson() })
  assert.match((await refused('hoa', 'complete', await seenBy('hoa', id))).said, /xác nhận của cấp uỷ/)
  const told = aPerson({ confirmation: 'Công văn 12-CV/ĐU ngày 02/7/2026' })
  await done('hoa', 'save', { ...(await seenBy('hoa', id)), ...told })
  await done('hoa', 'complete', await seenBy('hoa', id))
})

test('the balance is counted, women as one figure the desk typed, never more than there are persons', async () => {
  const round = await roundOf(plain.id)
  await nomineeIn('nominated', { round, nominator: women, direct: true, remote: true })
  await nomineeIn('nominated', { round, nominator: women, direct: false })
  const told = { kind: 'collective', bodyId: women, name: '', post: '', unit: '' }
  await nomineeIn('nominated', { round, nominator: women, ...told })
  const elsewhere = { round, nominator: women, ...aPerson(), ...told, bodyId: womenTanAn }
  assert.match((await refused('hoa', 'nominate', elsewhere)).said, /cơ quan ở nơi ấy đề nghị/)
  const balance = { id: round, expectedVersion: 2 }
  assert.match((await refused('khanh', 'saveBalance', { ...balance, women: 3 })).said, /nhiều hơn số cá nhân/)
  assert.equal((await refused('hoa', 'saveBalance', { ...balance, women: 1 })).code, 'role-needed')
  await done('dung', 'saveBalance', { ...balance, women: 1 })
  assert.equal((await refused('dung', 'saveBalance', { ...balance, women: 2 })).code, 'changed-meanwhile')
  const shown = await done('khanh', 'round', { id: round })
  assert.deepEqual(shown.balance, { collectives: 1, persons: 2, direct: 1, remote: 1, women: 1 })
  assert.equal((await done('hoa', 'round', { id: round })).balance.women, null)
  assert.equal(
    shown.nominees.find((one: { kind: string }) => one.kind === 'collective').name,
    'Hội Liên hiệp Phụ nữ phường Tân Triều',
  )
})

test('what waits for each stands in the list of rounds', async () => {
  const round = await roundOf(plain.id)
  const waits = async (name: string) =>
    (await done(name, 'rounds')).rounds.find((one: { id: number }) => one.id === round)?.waits
  const id = await nomineeIn('opinionCollected', { round, nominator: women })
  assert.deepEqual([await waits('lan'), await waits('dung'), await waits('hoa'), await waits('phuoc')], [1, 1, 0, 0])
  await done('lan', 'cast', { id, inFavour: true })
  assert.equal(await waits('lan'), 0)
})

test('news of a nomination stands on the desk of who goes on with it, and leads to its page', async () => {
  const round = await roundOf(plain.id)
  const id = await nomineeIn('dossierComplete', { round, nominator: women })
  const { news: told } = must(await news.ask(app, await actorOfPerson(app, 'khanh'), {}))
  const here = told.filter(({ path }) => path === `/khen-thuong/dot/${round}/de-nghi/${id}`)
  assert.deepEqual(
    here.map(({ topic }) => topic),
    ['commendation.complete'],
  )
  const clerk = must(await news.ask(app, await actorOfPerson(app, 'vinh'), {})).news
  assert.ok(clerk.every(({ topic }) => !/^commendation\.(?!submit)/.test(topic)))
})

test('reward money: a body writes its own from a day, with its basis; the nearest wins', async () => {
  const typed = {
    formKey: plain.key,
    honours: 'person',
    validFrom: '2026-07-01',
    amount: 500_000,
    basis: 'Quy chế 04/QC-UBND',
  }
  assert.equal((await refused('khanh', 'saveReward', { body: committee, ...typed })).code, 'not-your-body')
  assert.match(
    (await refused('phuoc', 'saveReward', { body: committee, ...typed, formKey: 'khongCo' })).said,
    /hình thức/,
  )
  await done('phuoc', 'saveReward', { body: committee, ...typed })
  assert.match((await refused('phuoc', 'saveReward', { body: committee, ...typed })).said, /đã ghi mức từ ngày này/)
  const { rewards } = await done('anybody', 'rewards')
  assert.ok(rewards.every((one: { basis: string }) => one.basis !== ''))
  assert.ok(rewards.some((one: { bodyId: number }) => one.bodyId === committee))
})

test('a body that is no more proposes nothing; who took over goes on with what it proposed, and no other', async () => {
  const { placeId } = (await bodyAt(app.db, women, '2026-07-06'))!
  const made = async (name: string) =>
    must(await createBody.ask(app, operator, { organisation: 'farmersUnion', name, placeId })).id as number
  const [old, next] = [await made('Hội Nông dân phường cũ'), await made('Hội Nông dân phường mới')]
  const person = async (username: string, bodyId: number) => {
    const roles = [{ role: 'reporter' as const, bodyId: bodyId as never, validFrom: '2026-01-01' }]
    const person = { username, name: username, passwordHash: '', roles, at: app.clock() }
    await app.db.transaction().execute((tx) => insertPerson(tx, person))
  }
  await person('cu', old)
  await person('moi', next)
  const gone = await made('Hội Nông dân giải thể')
  await person('tan', gone)
  const round = await roundOf(plain.id)
  const { id } = await done('cu', 'nominate', { round, nominator: old, ...aPerson() })
  assert.equal((await refused('moi', 'open', { id })).code, 'not-your-round')
  must(
    await succeed.ask(app, operator, {
      ...{ id: old, expectedVersion: 1, kind: 'merged', toIds: [next], on: '2026-07-05', basis: 'QĐ 12/QĐ-UBND' },
    }),
  )
  const { said, code } = await refused('cu', 'nominate', { round, nominator: old, ...aPerson() })
  assert.equal(code, 'body-ended')
  assert.match(said, /nay là Hội Nông dân phường mới/)
  const ending = {
    id: gone,
    expectedVersion: 1,
    kind: 'dissolved',
    toIds: [],
    on: '2026-07-05',
    basis: 'QĐ 13/QĐ-UBND',
  }
  must(await succeed.ask(app, operator, ending))
  assert.match(
    (await refused('tan', 'nominate', { round, nominator: gone, ...aPerson() })).said,
    /chưa ghi cơ quan nào kế tục/,
  )
  const mine = async () => {
    const { rounds } = await done('moi', 'rounds')
    return rounds.find((one: { id: number }) => one.id === round)?.waits
  }
  assert.equal(await mine(), 1)
  // Still there when nobody may propose anybody any more.
  await app.db
    .updateTable('commendation_round')
    .set({ nominations_until: '2026-07-01' })
    .where('id', '=', round as never)
    .execute()
  assert.equal(await mine(), 1)
  await done('moi', 'complete', await seenBy('moi', id))
  const last = (await done('moi', 'open', { id })).life.at(-1)
  assert.deepEqual([last.move, last.body], ['complete', 'Hội Nông dân phường mới'])
})
