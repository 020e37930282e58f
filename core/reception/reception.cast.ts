// The cast of cases, as it receives citizens in July 2026: Tâm keeps the register, Chủ tịch Minh receives and concludes, Hải does
// what was promised; Lan books and comes. Plus a văn thư, and a handler of the city.
import assert from 'node:assert/strict'
import { create as createSeries } from '../documents/series.operations.ts'
import { hashPassword } from '../people/password.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { anonymous, operator } from '../shared/actor.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { app, as, onceMark, ward, type Answer } from '../cases/case.cast.ts'
import { receptionOperations } from './index.operations.ts'

export {
  app,
  as,
  city,
  done as caseDone,
  keysOf,
  onceMark,
  onDesk,
  party,
  refused as caseRefused,
  tanAn,
  ward,
  works,
} from '../cases/case.cast.ts'
export type { Answer }

must(
  await createSeries.ask(app, operator, {
    ...{ body: ward, family: 'state', kind: 'TB', symbol: 'TB-UBND', validFrom: '2026-01-01', validTo: '2026-12-31' },
  }),
)
const passwordHash = await hashPassword('ruộng lúa Vĩnh Cửu')
await app.db.transaction().execute((tx) =>
  insertPerson(tx, {
    ...{ username: 'deputy', name: 'Phó Chủ tịch UBND phường', passwordHash, at: app.clock() },
    roles: [{ role: 'handler', bodyId: ward, validFrom: '2026-01-01' }],
  }),
)

const actorNamed = async (who: string) => (who === 'lan' ? anonymous : who === 'máy' ? operator : as(who))

export const ask = async (who: string, name: string, input: unknown = {}) => {
  const operation = receptionOperations.find((one) => one.name === `reception.${name}`)
  assert.ok(operation, `no operation reception.${name}`)
  return operation.ask(app, await actorNamed(who), input)
}
export const done = async (who: string, name: string, input: unknown = {}): Promise<Answer> =>
  must((await ask(who, name, input)) as Result<Answer>)

export async function refused(who: string, name: string, input: unknown = {}): Promise<{ code: string; said: string }> {
  const result = await ask(who, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

/** A Wednesday, seven working days after the day of the stories. */
export const session = {
  ...{ desk: ward, day: '2026-07-15', starts: '07:30', ends: '11:00', form: 'atPlace', byHead: true, places: 3 },
  placeWords: 'Phòng tiếp công dân, trụ sở UBND phường',
  receiver: 'Chủ tịch UBND phường',
}

let hour = 0
/** Each at an hour of its own, as two do not begin at once. */
export async function posted(more: object = {}): Promise<number> {
  const starts = `${String(6 + (hour % 4)).padStart(2, '0')}:${String(Math.floor(hour++ / 4) % 60).padStart(2, '0')}`
  const { id } = await done('tam', 'propose', { ...session, starts, ...more })
  await done('tam', 'post', { ids: [id], extraordinary: 'Việc gấp của khu phố, Chủ tịch tiếp ngay.' })
  return id
}

export const lan = { name: 'Người đăng ký giả định Lan', phone: '0900 000 001', text: 'Hỏi việc cấp nước ở khu phố 2.' }
export const booked = (sitting: number, more: object = {}): Promise<Answer> =>
  done('lan', 'book', { once: onceMark(), sitting, ...lan, ...more })

/** Minh receives her; Tâm writes it down. */
export const visitor = {
  ...{ desk: ward, door: 'petition', handling: 'taken', name: 'Người đến giả định Lan', address: 'Khu phố 2' },
  text: 'Trình bày việc khu phố 2 mất nước sạch ba tuần nay, đã gọi công ty hai lần.',
  earlier: 'Công ty cấp nước hẹn ngày 01/7, không làm.',
  request: 'Có nước trước ngày 20/7.',
}
export const entered = (more: object = {}): Promise<Answer> =>
  done('tam', 'enter', { once: onceMark(), ...visitor, ...more })
