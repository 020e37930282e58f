// Examples about people, their roles and the ways they sign in.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { idOfBody, idOfPerson, one, type Inputs } from './found.ts'

export async function peopleInputs(app: App): Promise<Inputs> {
  const { id, version } = await one(
    app,
    sql<{ id: number; version: number }>`select id, version from person where username = 'nongdan.mada'`,
  )
  const body = await idOfBody(app, 'Hội Nông dân xã Mã Đà')
  const held = await one(app, sql<{ id: number }>`select id from role_held where person_id = ${id}`)
  const at = { id, expectedVersion: version }
  const role = { role: 'reporter', bodyId: body.id, from: '2024-01-01' }
  return {
    'people.changePassword': { oldPassword: 'không phải mật khẩu này', password: 'mật khẩu mới dài' },
    'sessions.end': { id: 1 },
    'trustedDevices.end': { id: 1 },
    'secondStep.confirm': { code: '000000' },
    'passkeys.add': { key: 'không có', name: 'Điện thoại', response: '{}' },
    'passkeys.rename': { id: 1, name: 'Máy ở nhà' },
    'passkeys.remove': { id: 1 },
    'identity.link': { key: 'không có' },
    'people.resetSecondStep': at,
    'people.inviteIdentity': { ...at, identityName: 'nongdan.mada' },
    'people.endIdentity': at,
    'reminderPolicy.change': {
      ...{ steps: '5, 1, -2', catchUpDays: 2, aheadDays: 10, lateDays: 30, digestHour: 6, staleDays: 5 },
      ...{ basis: 'Quy chế làm việc của Ban', expectedVersion: 1 },
    },
    'signInPolicy.change': {
      secondStepRoles: ['administrator'],
      trustedDeviceDays: 7,
      stepMinutes: 10,
      freshMinutes: 15,
      recoveryCodes: 10,
      providerSeconds: 8,
      invitationDays: 14,
      basis: 'Quy chế an toàn thông tin',
      expectedVersion: 1,
    },
    'tokens.create': { name: 'thử', scopes: ['read'], expiresOn: '2026-12-31' },
    'tokens.revoke': { id: 1 },
    'people.create': { name: 'Phó Chủ tịch Hội Nông dân xã Mã Đà', ...role },
    'people.import': { text: 'họ tên\ttên đăng nhập\tđơn vị\tvai trò\ttừ ngày', dryRun: true },
    'people.show': { id },
    'people.setMail': { ...at, address: 'mada@vinhcuu.example.vn' },
    'notices.choose': { address: 'toi@vinhcuu.example.vn', choice: 'digest' },
    'people.rename': { ...at, name: 'Chủ tịch Hội Nông dân xã Mã Đà (giả định)' },
    'people.resetPassword': at,
    'people.disable': at,
    'people.enable': at,
    'roles.grant': { id, ...role, from: '2024-06-01', expectedVersion: version },
    'roles.end': { id: held.id, lastDay: '2026-12-31', expectedVersion: version },
    'deputies.set': {
      id: held.id,
      deputyId: await idOfPerson(app, 'phunu.mada'),
      from: '2026-12-01',
      to: '2026-12-10',
      reason: 'đi học',
    },
    'deputies.end': { id: 1 },
    'setup.look': { token: 'không có' },
    'setup.begin': { token: 'không có', name: 'Quản trị', username: 'quantri2', password: 'một mật khẩu thật dài' },
  }
}
