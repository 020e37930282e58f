// Examples about models: each move on a model of the sample that stands where it can be made.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { modelOperations } from '../../models/index.operations.ts'
import { operator } from '../../shared/actor.ts'
import { must, type Result } from '../../shared/result.ts'
import { idOfBody, one, type Inputs } from './found.ts'

const told = {
  ...{ kind: 'model', field: 'culture', year: 2026, name: 'Ngõ xóm nở hoa', leaderPost: 'Chủ tịch Hội' },
  ...{ contact: 'Trụ sở UBND phường', forces: 'Hội Phụ nữ, tổ dân phố', startsOn: '2026-02-01' },
  problem: 'Ven kênh thành nơi đổ rác, trẻ con không có chỗ chơi.',
  objective: 'Không còn điểm đổ rác, dân tự chăm đường hoa.',
  content: 'Mỗi tổ nhận một đoạn, dọn rác, trồng hoa, cử người tưới hằng ngày.',
  expected: 'Hết điểm rác trong ba tháng, 200 hộ tham gia.',
}
const resources = [{ kind: 'workDays', source: 'people', amount: 120, note: '' }]
const effect = {
  ...{ effect: 'measured', effectOf: 'Hội viên trong diện tập hợp', effectUnit: '%', effectBefore: 61.5 },
  effectAgainst: 'Cùng kỳ năm trước, cùng cách đếm',
}
const note = 'Bổ sung ảnh trước khi làm.'

export async function modelInputs(app: App): Promise<Inputs> {
  const owner = (await idOfBody(app, 'Hội Liên hiệp Phụ nữ phường Tân Triều')).id
  const guide = (await idOfBody(app, 'Khối dân vận phường Tân Triều')).id
  const play = { app, owner, guide }
  const draft = await at(app, await made(play))
  const registered = await at(app, await made(play, 'register'))
  const accepted = await at(app, await made(play, 'register', 'accept'))
  const ofSample = async (stage: string) =>
    at(
      app,
      await one(app, sql<{ id: number }>`select id from model where stage = ${stage} and owner_id = ${owner} limit 1`),
    )
  const scored = await ofSample('selfScored')
  const recognised = await ofSample('recognised')
  const { set, evidence } = await ask(app, 'open', { id: recognised.id })
  const scores = set.criteria.map(({ no, most }: { no: number; most: number }) => ({
    no,
    points: most,
    met: true,
    note: '',
  }))
  const inspected = await inspectedOne(play, scores)
  const underway = await at(app, await made(play, 'register', 'accept', 'start'))
  const { reporting, reported } = await reportingOne(play)
  const { measuring, evidenceOfFigure } = await measuredOne(play)
  const photo = { id: recognised.id, evidence: evidence[0].id }
  const signed = { on: '2026-11-20', signerPost: 'Chủ tịch UBND phường' }
  const consent = { words: 'Tôi đồng ý cho đăng việc làm của tôi ở trang này.', on: '2026-11-20', channel: 'paper' }
  return {
    'models.choices': {},
    'models.list': { box: 'own' },
    'models.statistics': { year: 2026 },
    'models.open': { id: recognised.id },
    'models.create': { ...told, owner, guide, resources },
    'models.save': { ...measuring, ...told, ...effect, effectAfterCited: evidenceOfFigure, resources },
    'models.register': { ...draft, notTheSame: true },
    'models.accept': { ...registered, note },
    'models.giveBack': { ...registered, note },
    'models.start': accepted,
    'models.addEvidence': { ...underway, kind: 'figure', title: 'Hộ tham gia', on: '2026-11-01', figure: '212 hộ' },
    'models.figures': { id: reporting.id },
    'models.cite': { ...reporting, figure: reported.figure },
    'models.removeEvidence': { ...recognised, evidence: evidence[0].id },
    'models.openEvidence': photo,
    'models.selfScore': { ...underway, scores },
    'models.inspect': { ...scored, on: '2026-11-20', team: 'Khối dân vận, Mặt trận', minutes: '05/BB', scores },
    'models.askImprove': { ...inspected, note },
    'models.refuse': { ...inspected, note },
    'models.recognise': { ...inspected, level: 'commune', decision: '46/QĐ-UBND', ...signed },
    'models.review': { ...recognised, year: 2026, class: 'good', note: 'Vẫn làm đều, dân theo.' },
    'models.measure': {
      ...{ ...recognised, effect: 'measured', effectOf: 'Ngõ có đèn', effectUnit: 'ngõ', effectBefore: 2 },
      ...{ effectAfter: 14, effectAgainst: 'Cùng kỳ năm trước' },
    },
    'models.correctReview': {
      ...{ ...recognised, year: 2025, class: 'fair', note: 'Vẫn làm, thưa hơn trước.', why: 'Ghi nhầm xếp loại.' },
    },
    'models.correctRecognition': {
      ...{ ...recognised, level: 'commune', decision: '47/QĐ-UBND', ...signed, why: 'Gõ nhầm số quyết định.' },
    },
    'models.replicate': { id: recognised.id, owner, guide },
    'models.lineage': { id: recognised.id },
    'models.end': { ...recognised, note: 'Gộp vào mô hình chung của phường.' },
    'models.withdraw': { ...draft, note: 'Chưa đủ người làm trong năm nay.' },
    'models.giveConsent': { ...draft, ...consent },
    'models.withdrawConsent': { ...draft, why: 'Người được nêu đề nghị.' },
    'models.show': {
      ...recognised,
      summary: 'Mỗi nhà góp tiền điện, thợ trong khu phố mắc đèn, tối thứ bảy cùng gặp nhau.',
    },
    'models.hide': { ...recognised, note: 'Hội đề nghị thôi đăng một thời gian.' },
    'publicModels.list': { q: 'den', size: 10 },
    'publicModels.map': { q: 'den' },
    'publicModels.show': { id: recognised.id },
    'publicModels.photo': photo,
    'criteria.list': {},
    'criteria.choices': {},
    'criteria.show': { id: set.id },
    'criteria.save': {
      ...{ key: 'model.tanTrieu', expectedNo: 0, purpose: 'model', name: 'Tiêu chí mô hình của phường', body: guide },
      ...{ validFrom: '2026-12-01', basis: 'Hướng dẫn 02-HD/KDV ngày 20/11/2026', confidence: 'read' },
      criteria: [{ text: 'Có hiệu quả', most: 10, knockOut: true }],
      classes: [
        { name: 'Đạt', least: 6, passes: true },
        { name: 'Chưa đạt', least: 0 },
      ],
    },
  }
}

interface Play {
  app: App
  owner: number
  guide: number
}

async function ask(app: App, name: string, input: object): Promise<any> {
  const operation = modelOperations.find((one) => one.name === `models.${name}`)!
  return must((await operation.ask(app, operator, input)) as Result<unknown>)
}

async function at(app: App, { id }: { id: number }) {
  return { id, expectedVersion: (await ask(app, 'open', { id })).version as number }
}

async function made({ app, owner, guide }: Play, ...moves: string[]): Promise<{ id: number }> {
  const { id } = await ask(app, 'create', { ...told, owner, guide, resources })
  for (const move of moves) await ask(app, move, { ...(await at(app, { id })), notTheSame: true })
  return { id }
}

async function inspectedOne(play: Play, scores: object[]) {
  const { app } = play
  const { id } = await made(play, 'register', 'accept', 'start')
  const step = async (move: string, input: object) => ask(app, move, { ...(await at(app, { id })), ...input })
  const added = { kind: 'figure', title: 'Hộ tham gia', on: '2026-11-01', figure: '212 hộ' }
  const { evidence } = await ask(app, 'addEvidence', { ...(await at(app, { id })), ...added })
  await step('selfScore', { scores: scores.map((one) => ({ ...one, evidence: [evidence] })) })
  await step('inspect', { on: '2026-11-20', team: 'Khối dân vận, Mặt trận', minutes: '05/BB', scores })
  return at(app, { id })
}

/** One more of that body, with a reported figure among its evidence: the after of “before and after”. */
async function measuredOne(play: Play) {
  const { reporting, reported } = await reportingOne(play)
  const { evidence } = await ask(play.app, 'cite', { ...reporting, figure: reported.figure })
  // Theirs again, so that somebody of the cast may save it.
  await sql`update model set owner_id = ${play.owner} where id = ${reporting.id}`.execute(play.app.db)
  return { measuring: await at(play.app, reporting), evidenceOfFigure: evidence as number }
}

/** A model of a body of the sample year that has reported figures: today's have not yet. */
async function reportingOne(play: Play) {
  const { app } = play
  const { id } = await made(play, 'register', 'accept', 'start')
  await sql`update model set owner_id = (select e.body_id from entry e where e.counted_id is not null
    order by e.id limit 1) where id = ${id}`.execute(app.db)
  const { figures } = await ask(app, 'figures', { id })
  return { reporting: await at(app, { id }), reported: figures[0] as { figure: string } }
}
