// The cast of the stories of sealed letters: Tâm takes in, Kiên opens, Bình approves, Hoa and Sơn watch.
import { app, as, board, done, farmers, make, party } from '../people/person.cast.ts'
import { approve, ask } from './requests/request.operations.ts'
import { desk, newKeys } from './seal.cast.ts'

await make('tam', 'Cán bộ tiếp dân', ['officer', board])
export const kien = await make('kien', 'Chánh Thanh tra', ['sealOpener', board])
await make('yen', 'Phó Chánh Thanh tra', ['sealOpener', board])
export const binh = await make('binh', 'Trưởng ban Dân vận', ['head', board])
export const thu = await make('thu', 'Phó Trưởng ban', ['officer', board], ['sealOpener', board])
await make('an', 'Thanh tra Hội', ['sealOpener', farmers], ['inspector', farmers])
await make('hoa', 'Cán bộ bảo vệ dữ liệu', ['dataProtection', party])
await make('son', 'Ủy viên Kiểm tra', ['inspector', board])
await make('vy', 'Người xác minh', ['officer', board])

export const bytes = Buffer.from('%PDF-1.4 bản quét đơn tố cáo viết tay')
export const letter = {
  sender: { name: 'Người gửi đơn giả định', address: 'Ấp 3, xã Tân An' },
  text: 'Tôi tố cáo việc thu quỹ sai.',
  originals: [{ name: 'Đơn của người gửi.pdf', mediaType: 'application/pdf', bytes }],
}
export const letters = desk(letter)
export const { keys, publicOnly } = await newKeys('that.key')
export const reason = 'Xác minh danh tính theo Điều 24'
export const at = (instant: string) => app.setNow(`2023-${instant}+07:00`)

export const taken = async () => (await done(await as('tam'), letters.take, { bodyId: board })).handle as string
export async function denunciation(): Promise<string> {
  app.seal = keys
  const handle = await taken()
  await done(await as('tam'), letters.keep, { handle })
  return handle
}
export const asked = async (handle: string, who = 'kien') =>
  (await done(await as(who), ask, { handle, reason })).id as number
export async function openedRequest(): Promise<number> {
  const id = await asked(await denunciation())
  await done(await as('binh'), approve, { id })
  return id
}
