// Examples about receiving citizens: each move on a session, booking, visit or conclusion that stands where it can be made.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { receptionOperations } from '../../reception/index.operations.ts'
import { operator } from '../../shared/actor.ts'
import { must, type Result } from '../../shared/result.ts'
import { idOfBody, one, type Inputs } from './found.ts'

const note = 'Phường đã xem xét và xin báo để ông, bà được biết.'
const reason = 'Chủ tịch dự kỳ họp của Hội đồng nhân dân.'
const words = {
  name: 'Người đến giả định',
  address: 'Khu phố 2',
  text: 'Trình bày việc khu phố mất nước sạch ba tuần.',
}
const session = {
  ...{ starts: '07:30', ends: '11:00', placeWords: 'Phòng tiếp công dân', receiver: 'Chủ tịch UBND phường' },
  ...{ form: 'atPlace', byHead: true, participants: 'Công chức hạ tầng', content: 'Hạ tầng', places: 5 },
}

async function ask(app: App, name: string, input: object): Promise<any> {
  const operation = receptionOperations.find((each) => each.name === `reception.${name}`)!
  return must((await operation.ask(app, operator, input)) as Result<unknown>)
}

export async function receptionInputs(app: App): Promise<Inputs> {
  const desk = (await idOfBody(app, 'Ủy ban nhân dân phường Tân Triều')).id
  const lead = (await idOfBody(app, 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều')).id
  return { ...(await sessionInputs(app, desk)), ...(await visitInputs(app, { desk, lead })) }
}

async function sessionInputs(app: App, desk: number): Promise<Inputs> {
  const made = async (day: string, more: object = {}) => {
    const { id } = await ask(app, 'propose', { desk, day, ...session, ...more })
    return id as number
  }
  const proposed = await made('2026-12-28')
  const today = await made('2026-11-20', { starts: '15:00', ends: '16:00' })
  const open = await made('2026-12-29')
  await ask(app, 'post', { ids: [today, open], extraordinary: reason })
  const seen = async (id: number) => ({ id, expectedVersion: (await ask(app, 'sitting', { id })).version as number })
  const form = { sitting: open, name: 'Người đăng ký giả định', phone: '0900 000 009', text: 'Hỏi việc cấp nước.' }
  const slip = await ask(app, 'book', { once: 'dau-cua-lan-dang-ky-1', ...form })
  const moved = await made('2026-12-29', { starts: '13:30', ends: '16:00' })
  await ask(app, 'post', { ids: [moved] })
  await ask(app, 'book', { once: 'dau-cua-lan-dang-ky-2', ...form, sitting: moved })
  await ask(app, 'shift', { ...(await seen(moved)), ...session, day: '2026-12-31', reason })
  const [booking] = (await ask(app, 'sitting', { id: moved })).bookings
  const keys = { code: slip.code, secret: slip.secret }
  return {
    'reception.schedule': { desk },
    'reception.calendar': { desk },
    'reception.duty': { desk },
    'reception.book': { once: 'dau-cua-lan-dang-ky-3', ...form, silent: false },
    'reception.booked': keys,
    'reception.giveUp': keys,
    'reception.sittings': { from: '2026-11-01', to: '2026-12-31' },
    'reception.propose': { desk, day: '2026-12-25', ...session },
    'reception.proposePattern': {
      desk,
      from: '2026-12-21',
      to: '2026-12-25',
      weekdays: [2],
      monthDays: [24],
      ...session,
    },
    'reception.post': { ids: [proposed], extraordinary: reason },
    'reception.sitting': { id: open },
    'reception.shift': { ...(await seen(open)), ...session, day: '2026-12-24', reason },
    'reception.cancel': { ...(await seen(open)), reason },
    'reception.hold': await seen(today),
    'reception.openBooking': { id: booking.id },
    'reception.noteCall': { id: booking.id, expectedVersion: booking.version },
  }
}

async function visitInputs(app: App, { desk, lead }: { desk: number; lead: number }): Promise<Inputs> {
  const entry = { desk, door: 'petition', handling: 'taken', ...words }
  const enter = (more: object): Promise<any> => ask(app, 'enter', { ...entry, ...more })
  const seen = async (id: number) => ({ id, expectedVersion: (await ask(app, 'visit', { id })).version as number })
  const taken = await enter({ papers: 'Đơn kiến nghị, 2 tờ' })
  const refused = await enter({ handling: 'refused', ground: 'nothingNew' })
  const guided = await enter({ handling: 'guided', answer: note, papers: 'Bản sao quyết định, 1 tờ' })
  const drafted = await enter({})
  const points = [{ text: 'Làm việc với đơn vị cấp nước', body: lead, dueOn: '2026-12-10' }]
  const draft = { text: 'Phường nhận thiếu sót và giao làm ngay.', points, mentionsConfirmed: false }
  await ask(app, 'draftConclusion', { visit: drafted.id, expectedVersion: 0, ...draft })
  const signed = { signAuthority: 'onBehalf', signerTitle: 'Chủ tịch', signedBy: 'Người ký giả định' }
  const issued = await enter({})
  await ask(app, 'draftConclusion', { visit: issued.id, expectedVersion: 0, ...draft })
  await ask(app, 'issueConclusion', { visit: issued.id, expectedVersion: 1, ...signed })
  const point = await one(
    app,
    sql<{ id: number }>`select p.id from conclusion_point p join conclusion c on c.id = p.conclusion_id
    where c.visit_id = ${issued.id}`,
  )
  const span = { from: '2026-11-01', to: '2026-11-30', desk }
  return {
    'reception.grounds': {},
    'reception.register': { from: span.from, to: span.to, late: 'false' },
    'reception.enter': {
      once: 'dau-cua-mot-lan-vao-so',
      ...entry,
      people: 7,
      representatives: 2,
      appointedBy: 'Giấy cử, 7 chữ ký',
    },
    'reception.visit': { id: taken.id },
    'reception.openVisit': { id: guided.id },
    'reception.tellResult': { ...(await seen(taken.id)), result: 'accepted', note, document: '22/TB-UBND' },
    'reception.refuseInWriting': { ...(await seen(refused.id)), document: '23/TB-UBND' },
    'reception.conclusion': { visit: issued.id },
    'reception.draftConclusion': { visit: drafted.id, expectedVersion: 1, ...draft },
    'reception.issueConclusion': { visit: drafted.id, expectedVersion: 1, ...signed },
    'reception.points': {},
    'reception.fulfil': {
      id: point.id,
      text: 'Đơn vị cấp nước đã thay van, khu phố 2 có nước trở lại.',
      proof: '16/BB-KTHT',
    },
    'reception.promised': { code: issued.receipt.code, secret: issued.receipt.secret },
    'reception.conclusionPaper': { visit: issued.id, format: 'docx' },
    'reception.refusalPaper': { id: refused.id, format: 'docx' },
    'reception.papersReceipt': { id: guided.id, format: 'docx' },
    'reception.registerFile': { ...span, format: 'xlsx' },
    'reception.export': { ...span, format: 'csv' },
  }
}
