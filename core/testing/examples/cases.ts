// Examples about what citizens send: each move on a submission that stands where it can be made.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { caseOperations } from '../../cases/index.operations.ts'
import { operator } from '../../shared/actor.ts'
import { must, type Result } from '../../shared/result.ts'
import { idOfBody, one, type Inputs } from './found.ts'

interface Sent {
  id: number
  code: string
  secret: string
}

const note = 'Đã xem xét nội dung và xin trả lời để ông, bà được biết.'
const paper = { name: 'bien-ban.txt', content: Buffer.from('Biên bản làm việc ngày 19/11/2026').toString('base64') }
const words = {
  text: 'Cống trước chợ vỡ nắp, nước tràn ra đường khi mưa.',
  placeWords: 'Trước cổng chợ',
  ...{ lat: 10.99, lon: 106.84, name: 'Người gửi giả định', phone: '0900 000 001', address: 'Khu phố 2' },
}

export async function caseInputs(app: App): Promise<Inputs> {
  const desk = (await idOfBody(app, 'Ủy ban nhân dân phường Tân Triều')).id
  const { desks } = await ask(app, 'desks', {})
  const other = desks.find(({ name }: { name: string }) => name === 'Ủy ban nhân dân xã Tân An').id as number
  const lead = (await idOfBody(app, 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều')).id
  const play = { app, desk, lead }
  return {
    ...(await senderInputs(play)),
    ...(await deskInputs(play, other)),
    ...(await strictInputs(play)),
  }
}

const mail = `From: nguoi.gui@vidu.example.vn\r\nSubject: Nap cong vo\r\nMessage-ID: <1@vidu>\r\n\r\n${note}\r\n`

interface Play {
  app: App
  desk: number
  lead: number
}

async function ask(app: App, name: string, input: object): Promise<any> {
  const operation = caseOperations.find((one) => one.name === `submissions.${name}`)!
  return must((await operation.ask(app, operator, input)) as Result<unknown>)
}

async function at(app: App, { id }: { id: number }) {
  return { id, expectedVersion: (await ask(app, 'show', { id })).version as number }
}

/** Registered at the desk, then moved on. */
async function sent({ app, desk }: Play, door: string, ...moves: [string, object][]): Promise<Sent> {
  const made = await ask(app, 'register', { desk, channel: 'paper', door, ...words, files: [paper] })
  for (const [move, input] of moves) await ask(app, move, { ...(await at(app, made)), ...input })
  return made
}

/** The first of its stage in the sample, of the desk. */
const ofSample = ({ app, desk }: Play, stage: string): Promise<{ id: number }> =>
  one(app, sql`select id from submission where desk_id = ${desk} and stage = ${stage} order by id limit 1`)

/** Its code, with a secret given anew. */
async function newKeys(play: Play, stage: string): Promise<{ code: string; secret: string }> {
  const { id } = await ofSample(play, stage)
  return ask(play.app, 'reissue', { id, checked: 'Gọi lại đúng số máy trong đơn.' })
}

const keysOf = ({ code, secret }: Sent) => ({ code, secret })

async function senderInputs(play: Play): Promise<Inputs> {
  const { app, desk, lead } = play
  const refused = await sent(play, 'fieldReport', ['reject', { reason: 'noPlace', note }])
  const sort = { kind: 'fieldReport', lead }
  const answered = await sent(play, 'fieldReport', ['sort', sort], ['answer', { text: note, files: [paper] }])
  const { answers } = await ask(app, 'track', keysOf(answered))
  const open = await newKeys(play, 'open')
  const rated = await newKeys(play, 'answered')
  return {
    'submissions.submit': { once: 'dau-cua-mot-lan-gui-thu', desk, door: 'fieldReport', topic: 'drain', ...words },
    'submissions.sendFor': {
      ...{ once: 'dau-cua-mot-lan-gui-giup', desk, agreed: true, door: 'fieldReport', topic: 'drain' },
      ...words,
    },
    'submissions.map': { desk },
    'submissions.spot': { desk, lat: words.lat, lon: words.lon },
    'submissions.track': open,
    'submissions.tell': { ...open, text: 'Sáng nay nước vẫn tràn.' },
    'submissions.withdraw': open,
    'submissions.rate': { ...rated, stars: 4, why: 'Làm nhanh' },
    'submissions.reopen': { ...rated, why: 'Mưa xuống lại ngập' },
    'submissions.object': { ...keysOf(refused), why: 'Nơi xảy ra là trước cổng chợ' },
    'submissions.proof': { ...keysOf(answered), file: answers[0].proof[0].id },
  }
}

async function deskInputs(play: Play, other: number): Promise<Inputs> {
  const { app, desk, lead } = play
  const letter = await at(app, await sent(play, 'petition'))
  const { id } = letter
  const open = await at(app, await ofSample(play, 'open'))
  const done = await at(app, await ofSample(play, 'answered'))
  const given = await at(app, await sent(play, 'petition', ['sort', { kind: 'petition', lead }]))
  const ending = { ...letter, note, document: '15/UBND-VP', keepSealed: false }
  const guided = { id: (await sent(play, 'petition', ['guide', { note }])).id }
  const { files } = await ask(app, 'show', guided)
  const call = await one(
    app,
    sql<{ id: number }>`select id from submission_notice where submission_id = ${guided.id} and way = 'call'`,
  )
  return {
    'submissions.register': {
      desk,
      channel: 'paper',
      door: 'petition',
      receivedOn: '2026-11-19',
      ...words,
      before: open.id,
    },
    'submissions.takeMail': { desk, raw: Buffer.from(mail).toString('base64') },
    'submissions.forget': { id: guided.id },
    'submissions.queue': { box: 'all', q: 'cong' },
    'submissions.export': { from: '2026-11-01', to: '2026-11-20', format: 'csv' },
    'submissions.called': { id: call.id, reached: true },
    'submissions.show': { id: open.id },
    'submissions.oversee': { id: open.id },
    'submissions.look': { id },
    'submissions.original': { id, letter: 1, no: 1 },
    'submissions.openFile': { ...guided, file: files[0].id },
    'submissions.sort': {
      ...letter,
      kind: 'petition',
      topic: 'drain',
      lead,
      points: ['Bao giờ sửa?'],
      accused: [other],
    },
    'submissions.askMore': { ...letter, text: 'Cống ở phía nào của chợ?' },
    'submissions.transfer': { ...letter, desk: other, note },
    ...Object.fromEntries(
      ['guide', 'fileAway', 'split', 'forward', 'redirect'].map((end) => [`submissions.${end}`, ending]),
    ),
    'submissions.link': { ...letter, to: open.id, note },
    'submissions.reject': { ...letter, reason: 'noPlace', note },
    'submissions.enterWithdrawal': { ...letter, note, document: 'Biên bản ngày 19/11/2026' },
    'submissions.assign': { ...open, lead, supports: [desk], note: 'Phối hợp dọn rác.' },
    'submissions.returnWrong': { ...given, note: 'Đường này do thành phố quản lý.' },
    'submissions.extend': { ...open, by: 3, note, document: '16/UBND-VP' },
    'submissions.answer': { ...open, text: note, document: '17/BB-KTHT', points: [1, 2], files: [paper] },
    'submissions.close': done,
    'submissions.write': { id: open.id, text: 'Tổ vệ sinh sẽ đến chiều nay.' },
    'submissions.note': { id: open.id, text: 'Đã gọi tổ vệ sinh.' },
    'submissions.reissue': { id: open.id, checked: 'Gọi lại đúng số máy trong đơn.' },
  }
}

/** Complaints and denunciations, which the head accepts, suspends and decides. */
async function strictInputs(play: Play): Promise<Inputs> {
  const { app } = play
  const document = '05/TB-UBND'
  const sorted: [string, object] = ['sort', { kind: 'complaint' }]
  const accepted: [string, object] = ['accept', { document }]
  const checked = await at(app, await sent(play, 'complaint', sorted))
  const first = await sent(play, 'complaint', sorted, accepted)
  const decided = await sent(play, 'complaint', sorted, accepted, ['answer', { text: note, document }])
  const redacted = 'Tố cáo việc thu quỹ sai quy định ở khu phố.'
  const told = await sent(play, 'denunciation', ['sort', { kind: 'denunciation', redacted }])
  const paused = await at(app, await ofSample(play, 'suspended'))
  const promised = await ask(app, 'promise', {
    ...(await at(app, first)),
    text: 'Đo lại ranh giới thửa đất.',
    due: '2026-12-10',
  })
  const open = await at(app, first)
  const letter = await sent(play, 'petition')
  const accused = await at(app, letter)
  await app.db
    .insertInto('submission_accused')
    .values({ submission_id: letter.id, body_id: play.lead } as never)
    .execute()
  return {
    'submissions.accept': { ...checked, document, remote: true, complex: ['places'] },
    'submissions.notAccept': { ...checked, reason: 'timePassed', note, document },
    'submissions.notDenunciation': { ...(await at(app, told)), note, toInspection: true },
    'submissions.complicate': { ...open, grounds: ['contradictory'], note, document },
    'submissions.suspend': { ...open, on: '2026-11-20', note, document },
    'submissions.goOn': { ...paused, on: '2026-11-20', note, document },
    'submissions.terminate': { ...open, note, document },
    'submissions.promise': { ...open, text: 'Thay nắp cống bằng nắp gang.', due: '2026-12-20' },
    'submissions.keepPromise': { ...open, promise: promised.promise, how: note, document: '18/BB', files: [paper] },
    'submissions.movePromise': { ...open, promise: promised.promise, due: '2026-12-25', note },
    'submissions.publishConclusion': {
      ...{ ...(await at(app, decided)), way: 'here', on: '2026-11-20' },
      text: 'Khiếu nại có cơ sở một phần: đo lại ranh giới, trả lại phần đã thu hồi vượt.',
    },
    'submissions.sue': { ...(await at(app, decided)), on: '2026-11-20', note, document: '7/TB-TA' },
    'submissions.protect': { ...(await at(app, told)), step: 'asked', note, document: '' },
    'submissions.clearAccused': { ...accused, note },
    'submissions.send': { ...(await at(app, decided)), note: 'Gửi bưu điện, có dấu.' },
  }
}
