// The cast of the stories of commendations, beside that of models: the ward's people's committee awards, the mobilisation bloc
// checks, the women's union proposes; three sit on the council with accounts, two vote on paper. July 2026.
import assert from 'node:assert/strict'
import { create as createBody } from '../bodies/body.create.ts'
import { app, bloc } from '../models/model.cast.ts'
import { hashPassword } from '../people/password.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { placeAt } from '../places/place.read.ts'
import { anonymous, operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { loadForms } from './form.load.ts'
import { commendationOperations } from './index.operations.ts'

export { app, bloc, modelIn, women, womenTanAn } from '../models/model.cast.ts'
export type Answer = { [key: string]: any }

await loadForms(app)

async function bodyAtWard(organisation: string, name: string, code = '26188'): Promise<Id<'body'>> {
  const place = await placeAt(app.db, code, '2026-07-06')
  return must(await createBody.ask(app, operator, { organisation, name, placeId: place!.placeId })).id as Id<'body'>
}
export const committee = await bodyAtWard('peoplesCommittee', 'Ủy ban nhân dân phường Tân Triều')
export const province = await bodyAtWard('peoplesCommittee', 'Ủy ban nhân dân thành phố Đồng Nai', '75')
export const provinceDesk = await bodyAtWard('stateAgency', 'Ban Thi đua - Khen thưởng thành phố Đồng Nai', '75')

const passwordHash = await hashPassword('ruộng lúa Vĩnh Cửu')
async function make(username: string, name: string, ...held: [Role, Id<'body'>][]): Promise<void> {
  const roles = held.map(([role, bodyId]) => ({ role, bodyId, validFrom: '2026-01-01' }))
  await app.db.transaction().execute((tx) => insertPerson(tx, { username, name, passwordHash, roles, at: app.clock() }))
}
await make('phuoc', 'Chủ tịch UBND phường', ['head', committee])
await make('vinh', 'Văn thư UBND phường', ['clerk', committee])
await make('lan', 'Thành viên hội đồng thứ nhất', ['reporter', committee])
await make('minh', 'Thành viên hội đồng thứ hai', ['reporter', committee])
await make('nga', 'Thành viên hội đồng thứ ba', ['reporter', committee])
await make('tinh', 'Trưởng ban thi đua thành phố', ['head', provinceDesk])
await make('chutinh', 'Chủ tịch UBND thành phố', ['head', province])

const who = async (name: string): Promise<Actor> => (name === 'anybody' ? anonymous : actorOfPerson(app, name))

export async function ask(name: string, operation: string, input: unknown = {}): Promise<Result<Answer>> {
  const full = operation.includes('.') ? operation : `commendations.${operation}`
  const found = commendationOperations.find((one) => one.name === full)
  assert.ok(found, `no operation ${full}`)
  return found.ask(app, await who(name), input) as Promise<Result<Answer>>
}
export const done = async (name: string, operation: string, input: unknown = {}): Promise<Answer> =>
  must(await ask(name, operation, input))

export async function refused(name: string, operation: string, input: unknown = {}) {
  const result = await ask(name, operation, input)
  assert.ok(!result.ok, `${operation} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

export const rules = {
  ...{ kind: 'giayKhen', name: 'Giấy khen của phường', level: 'commune', organisations: ['peoplesCommittee'] },
  ...{ honours: ['collective', 'person'], ballot: 'secret', quorumPercent: 60, majorityPercent: 50 },
  ...{ validFrom: '2026-01-01', basis: 'Quy chế 03/QC-UBND ngày 05/01/2026', confidence: 'read', expectedNo: 0 },
}

let made = 0
/** A form of the ward's own, differing in what is given. */
export async function formLike(more: object = {}): Promise<{ id: number; key: string }> {
  const key = `giayKhen.thu${(made += 1)}`
  const { id } = await done('phuoc', 'saveForm', { ...rules, key, body: committee, ...more })
  return { id: id as number, key }
}

let rounds = 0
export async function roundOf(form: number, more: object = {}): Promise<number> {
  const occasion = `Hội nghị biểu dương “Dân vận khéo” lần ${(rounds += 1)}`
  const facts = { year: 2026, occasion, nominationsUntil: '2026-07-31' }
  const { id } = await done('khanh', 'openRound', { form, body: committee, desk: bloc, ...facts, ...more })
  const members = [
    ...['lan', 'minh', 'nga'].map((username) => ({ post: `Thành viên ${username}`, username })),
    ...[{ post: 'Chủ tịch Mặt trận' }, { post: 'Bí thư Đoàn' }],
  ]
  await done('khanh', 'setCouncil', { id, expectedVersion: 1, members })
  return id as number
}

export const achievement = 'Vận động 200 hộ nhận chăm đường hoa ven kênh; hết ba điểm đổ rác, trẻ con có chỗ chơi.'
let persons = 0
export const aPerson = (more: object = {}) => ({
  ...{
    kind: 'person',
    name: `Người Giả Định ${(persons += 1)}`,
    post: 'Tổ trưởng',
    unit: 'Tổ dân phố 3',
    direct: true,
  },
  ...{ achievement, merits: [{ kind: 'text', text: `Đường hoa ven kênh ${persons}` }] },
  ...more,
})

export const seenBy = async (name: string, id: number) => ({
  id,
  expectedVersion: (await done(name, 'open', { id })).version as number,
})

export const aDecision = (number: string, more: object = {}) => ({
  ...{ number, on: '2026-07-05', signerPost: 'Chủ tịch UBND phường' },
  ...more,
})
export const comments = { from: '2026-06-20', until: '2026-07-01', where: 'Bảng tin trụ sở UBND phường', count: 0 }

const order = [
  'nominated',
  'dossierComplete',
  'checked',
  'opinionCollected',
  'voted',
  'submitted',
  'decided',
  'presented',
]

let decisions = 0
/** Up to a stage, by the people whose work it is. */
export async function nomineeIn(
  stage: string,
  { round, nominator, ...told }: { round: number; nominator: number; [fact: string]: unknown },
) {
  const { id } = await done('hoa', 'nominate', { round, nominator, ...aPerson(), ...told })
  const upTo = (name: string) => order.indexOf(stage) >= order.indexOf(name)
  const move = async (name: string, operation: string, input: object = {}) =>
    done(name, operation, { ...(await seenBy(name, id)), ...input })
  if (upTo('dossierComplete')) await move('hoa', 'complete')
  if (upTo('checked')) {
    await move('khanh', 'flag', { pending: false })
    await move('dung', 'check')
  }
  if (upTo('opinionCollected')) await move('dung', 'takeComments', comments)
  if (upTo('voted')) {
    for (const member of ['lan', 'minh', 'nga']) await done(member, 'cast', { id, inFavour: true })
    await move('dung', 'closeVote', { minutes: '04/BB-HĐ' })
  }
  if (upTo('submitted')) await move('khanh', 'submit')
  if (upTo('decided')) {
    const nominees = [await seenBy('phuoc', id)]
    await done('phuoc', 'decide', { round, ...aDecision(`${(decisions += 1)}/QĐ-UBND`), nominees })
  }
  if (upTo('presented'))
    await done('dung', 'present', { round, on: '2026-07-06', nominees: [await seenBy('dung', id)] })
  return id as number
}
