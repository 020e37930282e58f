// token create: a bearer token of one of the sample's people, for scripts against a trial.
import { actorOfPerson } from '../../people/sign-in.ts'
import { createToken } from '../../people/token.operations.ts'
import { addDays, dayAt } from '../../shared/day.ts'
import { RefusedByOperation, Usage, type Command } from './command.ts'

export const tokenCommands: readonly Command[] = [
  {
    name: 'token create',
    summary: 'Cấp mã truy cập của một người trong năm mẫu, để thử /api/… (chỉ với dữ liệu mẫu)',
    options: {
      as: { value: 'NGƯỜI', about: 'tên đăng nhập, ví dụ chuyenvien hoặc nongdan.tanan', needed: true },
      days: { value: 'SỐ', about: 'dùng được trong mấy ngày; không ghi: 1' },
    },
    example: 'token create --as chuyenvien',
    async run({ app, options }) {
      if (!app.sample)
        throw new Usage('Chỉ cấp mã kiểu này với dữ liệu mẫu. Với dữ liệu thật, mỗi người tự cấp ở trang Tài khoản.')
      const actor = await actorOfPerson(app, options.as!)
      if (actor.kind !== 'person') throw new Usage(`Năm mẫu không có người tên đăng nhập “${options.as}”.`)
      const days = Number(options.days ?? 1)
      if (!Number.isInteger(days) || days < 1 || days > 366) throw new Usage('--days phải là số nguyên từ 1 đến 366.')
      const expiresOn = addDays(dayAt(app.clock()), days)
      const input = { name: 'dòng lệnh', scopes: ['read', 'write'], expiresOn }
      const made = await createToken.ask(app, actor, input)
      if (!made.ok) throw new RefusedByOperation(made.refusal)
      return { json: { token: made.value.token, as: actor.name, expiresOn }, text: made.value.token }
    },
  },
]
