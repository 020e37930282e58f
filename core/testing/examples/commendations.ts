// Examples about commendations: each move on a nominee that stands where it can be made, in the ward's round of the sample.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { commendationOperations } from '../../commendations/index.operations.ts'
import { actorOfPerson } from '../../people/sign-in.ts'
import { operator } from '../../shared/actor.ts'
import { must, type Result } from '../../shared/result.ts'
import { idOfBody, one, type Inputs } from './found.ts'

const told = (name: string) => ({
  ...{ kind: 'person', name, post: 'Tổ trưởng', unit: 'Tổ dân phố 3', direct: true },
  achievement: 'Vận động 40 hộ nhận chăm đường hoa ven kênh, hết điểm đổ rác.',
  merits: [{ kind: 'text', text: `Đường hoa, ${name}` }],
})
const note = 'Bổ sung bản kể thành tích có số liệu.'
const comments = { from: '2026-11-12', until: '2026-11-18', where: 'Bảng tin trụ sở phường', count: 0 }
const signed = { on: '2026-11-19', signerPost: 'Chủ tịch UBND phường' }
const steps = [
  ['complete', {}],
  ['flag', { pending: false }],
  ['check', {}],
  ['takeComments', comments],
  ['closeVote', { minutes: '04/BB-HĐ', inFavour: 5, against: 0 }],
  ['submit', {}],
] as const
type Step = (typeof steps)[number][0]

export async function commendationInputs(app: App): Promise<Inputs> {
  const body = (await idOfBody(app, 'Ủy ban nhân dân phường Tân Triều')).id
  const desk = (await idOfBody(app, 'Khối dân vận phường Tân Triều')).id
  const nominator = (await idOfBody(app, 'Hội Liên hiệp Phụ nữ phường Tân Triều')).id
  const { id: round, form_id: form } = await one(
    app,
    sql<{ id: number; form_id: number }>`select id, form_id from commendation_round
      where body_id = ${body} and cluster_id is null`,
  )
  const past = await one(
    app,
    sql<{ code: string }>`select code from nominee where code is not null order by id limit 1`,
  )
  const play = { app, round, nominator }
  const nominated = await upTo(play, null)
  const complete = await upTo(play, 'complete')
  const flagged = await upTo(play, 'flag')
  const checked = await upTo(play, 'check')
  const commented = await upTo(play, 'takeComments')
  const voted = await upTo(play, 'closeVote')
  const submitted = await upTo(play, 'submit')
  const decided = await decidedOne(play)
  const handed = await handedOne(play)
  const { decisions } = await ask(app, 'round', { id: round })
  const decision = decisions[0].id
  const cluster = await one(
    app,
    sql<{ id: number; version: number }>`select id, version from emulation_cluster limit 1`,
  )
  const assessed = await assessedRound(app, { form, body, desk })
  const given = await upTo({ app, round: assessed, nominator }, 'check')
  const apart = await apartOne({ app, round: assessed, nominator })
  const presented = await one(
    app,
    sql<{ code: string; book_id: number }>`select code, book_id from nominee
      where stage = 'presented' and kind = 'collective' limit 1`,
  )
  const { keys } = (await askEverybody(app, 'credentialKeys', {})) as { keys: { kid: string }[] }
  const consent = { words: 'Tôi đồng ý cho nêu tên tôi ở trang này.', on: '2026-11-20', channel: 'paper' }
  const agreed = await agreedOne(play, consent)
  const rules = { level: 'commune', organisations: ['peoplesCommittee'], honours: ['person'], ballot: 'secret' }
  return {
    'commendations.forms': {},
    'commendations.form': { id: 1 },
    'commendations.formChoices': {},
    'commendations.saveForm': {
      ...{ ...rules, key: 'giayKhen.tanTrieu', expectedNo: 0, kind: 'giayKhen', name: 'Giấy khen của phường', body },
      ...{
        validFrom: '2026-12-01',
        basis: 'Quy chế 03/QC-UBND ngày 20/11/2026',
        quorumPercent: 66,
        majorityPercent: 50,
      },
    },
    'commendations.rewards': {},
    'commendations.rewardChoices': {},
    'commendations.saveReward': {
      ...{ body, formKey: 'giayKhen.commune', honours: 'person', validFrom: '2026-12-01', amount: 500_000 },
      basis: 'Quy chế chi tiêu nội bộ 04/QC-UBND ngày 20/11/2026',
    },
    'commendations.clusters': {},
    'commendations.clusterChoices': {},
    'commendations.cluster': { id: cluster.id },
    'commendations.makeCluster': {
      ...{ body: desk, kind: 'cluster', name: 'Cụm thi đua số 2', year: 2026, headId: nominator },
      members: [{ body: nominator }, { body: desk }],
    },
    'commendations.changeCluster': {
      ...{ id: cluster.id, expectedVersion: cluster.version, kind: 'bloc', name: 'Khối thi đua số 1', year: 2026 },
      ...{ headId: desk, members: [{ body: nominator }, { body: desk }] },
    },
    'commendations.choices': {},
    'commendations.rounds': {},
    'commendations.openRound': {
      ...{ form, body, desk, year: 2026, occasion: 'Biểu dương cuối năm', nominationsUntil: '2026-12-20' },
    },
    'commendations.round': { id: round },
    'commendations.councilChoices': { round },
    'commendations.setCouncil': {
      id: await emptyRound(app, { form, body, desk }),
      expectedVersion: 1,
      members: [{ post: 'Chủ tịch' }],
    },
    'commendations.saveBalance': { id: assessed, expectedVersion: 2, women: 1 },
    'commendations.nominationChoices': { round },
    'commendations.assess': { id: given.id, points: 80 },
    'commendations.settle': { ...apart, points: 75, how: 'Hai người chấm trao đổi, thống nhất 75 điểm.' },
    'commendations.nominate': { round, nominator, ...told('Người được đề nghị') },
    'commendations.open': { id: nominated.id },
    'commendations.save': { ...nominated, ...told('Người được sửa tên') },
    'commendations.complete': nominated,
    'commendations.giveBack': { ...complete, note },
    'commendations.withdraw': { ...complete, note },
    'commendations.flag': { ...complete, pending: false },
    'commendations.check': flagged,
    'commendations.takeComments': { ...checked, ...comments },
    'commendations.recuse': { id: checked.id },
    'commendations.cast': { id: commented.id, inFavour: true },
    'commendations.voteAgain': { ...commented, note: 'Chuyển sang bỏ phiếu giấy.' },
    'commendations.closeVote': { ...commented, minutes: '05/BB-HĐ', inFavour: 5, against: 0 },
    'commendations.submit': voted,
    'commendations.refuse': { ...submitted, note },
    'commendations.decide': { round, number: '61/QĐ-UBND', ...signed, nominees: [submitted] },
    'commendations.present': { round, on: '2026-11-20', nominees: [decided] },
    'commendations.correctName': {
      ...{ ...decided, name: 'Người được sửa tên', post: 'Tổ trưởng', unit: 'Tổ 3', same: true },
      why: 'Văn thư gõ sai tên.',
    },
    'commendations.correctDecision': {
      ...{ round, decision, expectedVersion: 1, number: '63/QĐ-UBND', ...signed, why: 'Gõ sai số quyết định.' },
    },
    'commendations.correctPresented': {
      ...{ ...handed, on: '2026-11-19', why: 'Gõ sai ngày trao.' },
    },
    'commendations.revoke': {
      ...decided,
      on: '2026-11-20',
      document: '62/QĐ-UBND',
      why: 'Hồ sơ khai không đúng sự thật.',
    },
    'commendations.giveConsent': { ...nominated, ...consent },
    'commendations.withdrawConsent': { ...agreed, why: 'Người được nêu đề nghị.' },
    'commendations.decisionPaper': { round },
    'commendations.certificates': { round, decision },
    'commendations.printing': { round, decision },
    'commendations.roundList': { round, list: 'ceremony', decision },
    'publicCommendations.ofModel': { model: 1 },
    'publicCommendations.credential': { code: presented.code },
    'publicCommendations.credentialStatus': { list: 1 },
    'publicCommendations.credentialKeys': {},
    'publicCommendations.credentialKey': { kid: keys[0]!.kid },
    'publicCommendations.credentialIssuer': { body: presented.book_id },
    'publicCommendations.list': { q: 'khoi dan van' },
    'publicCommendations.check': { code: past.code },
  }
}

interface Play {
  app: App
  round: number
  nominator: number
}

async function ask(app: App, name: string, input: object): Promise<any> {
  const operation = commendationOperations.find((each) => each.name === `commendations.${name}`)!
  return must((await operation.ask(app, operator, input)) as Result<unknown>)
}

async function at(app: App, { id }: { id: number }) {
  return { id, expectedVersion: (await ask(app, 'open', { id })).version as number }
}

let made = 0
async function upTo({ app, round, nominator }: Play, last: Step | null) {
  const { id } = await ask(app, 'nominate', { round, nominator, ...told(`Người thứ ${(made += 1)}`) })
  for (const [step, input] of steps.slice(0, steps.findIndex(([name]) => name === last) + 1))
    await ask(app, step, { ...(await at(app, { id })), ...input })
  return at(app, { id })
}

async function decidedOne(play: Play) {
  const nominee = await upTo(play, 'submit')
  const { app, round } = play
  await ask(app, 'decide', { round, number: `6${made}/QĐ-UBND`, ...signed, nominees: [nominee] })
  return at(app, nominee)
}

async function handedOne(play: Play) {
  const nominee = await decidedOne(play)
  await ask(play.app, 'present', { round: play.round, on: '2026-11-20', nominees: [nominee] })
  return at(play.app, nominee)
}

async function agreedOne(play: Play, consent: object) {
  const nominee = await upTo(play, null)
  await ask(play.app, 'giveConsent', { ...nominee, ...consent })
  return at(play.app, nominee)
}

async function emptyRound(app: App, of: object): Promise<number> {
  const facts = { year: 2026, occasion: 'Đợt chưa ai bỏ phiếu', nominationsUntil: '2026-12-20' }
  return (await ask(app, 'openRound', { ...of, ...facts })).id
}

async function askEverybody(app: App, name: string, input: object): Promise<any> {
  const operation = commendationOperations.find((each) => each.name === `publicCommendations.${name}`)!
  return must((await operation.ask(app, operator, input)) as Result<unknown>)
}

const assessors = ['chutich.tantrieu', 'hatang.tantrieu']

/** With two who give points. */
async function assessedRound(app: App, of: object): Promise<number> {
  const facts = { year: 2026, occasion: 'Đợt có chấm điểm', nominationsUntil: '2026-12-20', assessGap: 10 }
  const { id } = await ask(app, 'openRound', { ...of, ...facts })
  const members = assessors.map((username) => ({ post: 'Người chấm', username, assesses: true }))
  await ask(app, 'setCouncil', { id, expectedVersion: 1, members })
  return id
}

/** The two are too far apart. */
async function apartOne(play: Play) {
  const nominee = await upTo(play, 'check')
  const operation = commendationOperations.find((each) => each.name === 'commendations.assess')!
  for (const [i, username] of assessors.entries()) {
    const input = { id: nominee.id, points: 60 + 30 * i }
    must((await operation.ask(play.app, await actorOfPerson(play.app, username), input)) as Result<unknown>)
  }
  return at(play.app, nominee)
}
