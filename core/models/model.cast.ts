// The cast of the stories of models: the women's union of Tân Triều makes one, the ward's mobilisation bloc guides it, the city's
// board recognises it higher; Tân An copies it. July 2026.
import assert from 'node:assert/strict'
import { giveFunction } from '../bodies/body.change.ts'
import { create as createBody } from '../bodies/body.create.ts'
import { loadCriteria } from '../criteria/criteria.load.ts'
import { criteriaOperations } from '../criteria/index.operations.ts'
import { hashPassword } from '../people/password.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { placeAt } from '../places/place.read.ts'
import { anonymous, operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { modelOperations } from './index.operations.ts'

export type Answer = { [key: string]: any }

export const app = await openTestApp('places', { now: '2026-07-06T09:00:00+07:00' })
await loadCriteria(app)

const passwordHash = await hashPassword('ruộng lúa Vĩnh Cửu')

async function body(organisation: string, name: string, code: string, parentId?: Id<'body'>): Promise<Id<'body'>> {
  const place = await placeAt(app.db, code, '2026-07-06')
  const { id } = must(await createBody.ask(app, operator, { organisation, name, placeId: place!.placeId, parentId }))
  return id as Id<'body'>
}
const leads = async (id: Id<'body'>) =>
  must(await giveFunction.ask(app, operator, { id, expectedVersion: 1, function: 'massMobilisation' }))

export const board = await body('propagandaMobilisationBoard', 'Ban Tuyên giáo và Dân vận Thành ủy Đồng Nai', '75')
export const bloc = await body('mobilisationBloc', 'Khối dân vận phường Tân Triều', '26188', board)
export const women = await body('womensUnion', 'Hội Liên hiệp Phụ nữ phường Tân Triều', '26188')
export const blocTanAn = await body('mobilisationBloc', 'Khối dân vận xã Tân An', '26179', board)
export const womenTanAn = await body('womensUnion', 'Hội Liên hiệp Phụ nữ xã Tân An', '26179')
for (const id of [board, bloc, blocTanAn]) await leads(id)

async function make(username: string, name: string, ...held: [Role, Id<'body'>][]): Promise<void> {
  const roles = held.map(([role, bodyId]) => ({ role, bodyId, validFrom: '2026-01-01' }))
  await app.db.transaction().execute((tx) => insertPerson(tx, { username, name, passwordHash, roles, at: app.clock() }))
}
await make('hoa', 'Chủ tịch Hội Phụ nữ phường', ['reporter', women])
await make('dung', 'Cán bộ khối dân vận phường', ['officer', bloc])
await make('khanh', 'Trưởng khối dân vận phường', ['head', bloc])
await make('son', 'Trưởng Ban Tuyên giáo và Dân vận thành phố', ['head', board])
await make('thu', 'Chủ tịch Hội Phụ nữ xã Tân An', ['reporter', womenTanAn])
await make('binh', 'Trưởng khối dân vận xã Tân An', ['head', blocTanAn])
await make('both', 'Người ở cả hội phụ nữ và khối dân vận', ['reporter', women], ['head', bloc])
await make('quan', 'Quản trị', ['administrator', board])

const who = async (name: string): Promise<Actor> => (name === 'anybody' ? anonymous : actorOfPerson(app, name))
const all = [...modelOperations, ...criteriaOperations]

export async function ask(name: string, operation: string, input: unknown = {}): Promise<Result<Answer>> {
  const full = operation.includes('.') ? operation : `models.${operation}`
  const found = all.find((one) => one.name === full)
  assert.ok(found, `no operation ${full}`)
  return found.ask(app, await who(name), input) as Promise<Result<Answer>>
}
export const done = async (name: string, operation: string, input: unknown = {}): Promise<Answer> =>
  must(await ask(name, operation, input))

export async function refused(
  name: string,
  operation: string,
  input: unknown = {},
): Promise<{ code: string; said: string }> {
  const result = await ask(name, operation, input)
  assert.ok(!result.ok, `${operation} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

export const told = {
  ...{ kind: 'model', field: 'culture', year: 2026, name: 'Ngõ xóm nở hoa' },
  ...{ leaderPost: 'Chủ tịch Hội Phụ nữ phường', contact: 'Trụ sở UBND phường Tân Triều' },
  forces: 'Hội Phụ nữ, Đoàn thanh niên, tổ dân phố',
  problem: 'Ven kênh thành nơi đổ rác, trẻ con không có chỗ chơi, người dân phản ánh nhiều lần.',
  objective: 'Không còn điểm đổ rác ven kênh, dân tự chăm 1.200 m đường hoa.',
  content:
    'Mỗi tổ nhận một đoạn, dọn rác, trồng hoa, cử người tưới; thứ bảy cuối tháng cùng làm. Hội đứng ra vận động cây giống.',
  expected: 'Hết điểm rác trong ba tháng; 1.200 m đường hoa; 200 hộ tham gia.',
  ...{ participants: 200, beneficiaries: 900, startsOn: '2026-02-01' },
}

export const seenBy = async (name: string, id: number) => ({
  id,
  expectedVersion: (await done(name, 'open', { id })).version as number,
})

/** Points for each criterion of the set it will be scored by: a share of the most, shown by whatever evidence there is. */
export async function scoresFor(id: number, share = 1, unmet: number[] = []) {
  const { set, evidence } = await done('hoa', 'open', { id })
  const shown = evidence.map((one: { id: number }) => one.id)
  return set.criteria.map(({ no, most, evidence: asks }: { no: number; most: number; evidence: boolean }) => ({
    ...{ no, points: Math.round(most * share * 100) / 100, met: !unmet.includes(no), note: '' },
    ...(asks && { evidence: shown }),
  }))
}

export const photo = {
  name: 'đường hoa.png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
}

/** Up to a stage, by the people whose work it is. */
export async function modelIn(
  stage: 'draft' | 'registered' | 'underway' | 'selfScored' | 'inspected' | 'recognised',
  more: object = {},
) {
  const { id } = await done('hoa', 'create', { ...told, owner: women, guide: bloc, ...more })
  const order = ['draft', 'registered', 'underway', 'selfScored', 'inspected', 'recognised']
  const upTo = (name: string) => order.indexOf(stage) >= order.indexOf(name)
  if (upTo('registered')) await done('hoa', 'register', { ...(await seenBy('hoa', id)), notTheSame: true })
  if (upTo('underway')) {
    await done('dung', 'accept', await seenBy('dung', id))
    await done('hoa', 'start', await seenBy('hoa', id))
  }
  if (upTo('selfScored')) {
    const shown = { kind: 'photo', title: 'Trước và sau', on: '2026-06-01', files: [photo], mayShow: true }
    await done('hoa', 'addEvidence', { ...(await seenBy('hoa', id)), ...shown })
    await done('hoa', 'selfScore', { ...(await seenBy('hoa', id)), scores: await scoresFor(id) })
  }
  if (upTo('inspected'))
    await done('dung', 'inspect', { ...(await seenBy('dung', id)), ...inspection, scores: await scoresFor(id, 0.9) })
  if (upTo('recognised')) await done('khanh', 'recognise', { ...(await seenBy('khanh', id)), ...decision })
  return id as number
}

export const inspection = { on: '2026-06-20', team: 'Khối dân vận, MTTQ phường', minutes: '05/BB-KDV' }
export const decision = {
  level: 'commune',
  decision: '31/QĐ-UBND',
  on: '2026-06-25',
  signerPost: 'Chủ tịch UBND phường',
}
