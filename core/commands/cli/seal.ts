// seal keygen, seal rotate, verify seal: the keys of the sealed store. Counts are all that is ever printed of what is sealed.
import type { SealKeys } from '../../app.ts'
import { fileAsTyped } from '../../config.ts'
import { Refusal } from '../../db/embedded.ts'
import { makeKeyFile } from '../../seal/key.ts'
import { rotateSealed, verifySealed } from '../../seal/whole.ts'
import { sealKeysOf } from '../seal-keys.ts'
import { Usage, type Command } from './command.ts'

export const sealCommands: readonly Command[] = [
  {
    name: 'seal keygen',
    summary: 'Tạo một cặp khoá niêm phong: phần riêng vào tệp, phần công khai in ra',
    args: ['TỆP'],
    example: 'seal keygen /etc/dong-thuan/niem-phong.key',
    async tell({ args: [name] }) {
      const file = fileAsTyped(name!)
      const made = await makeKeyFile(file, new Date()).catch((error: NodeJS.ErrnoException) => {
        throw cannotMake(error, file)
      })
      const text = [
        `Đã tạo ${file}, chỉ chủ tệp đọc được. Chép ra hai bản, cất hai nơi có khoá, không để cùng bản sao lưu.`,
        'Mất mọi bản của tệp này là mất hẳn những gì đã niêm phong: không ai mở lại được.',
        `SEAL_PUBLIC=${made}`,
        `SEAL_KEY_FILE=${file}`,
      ]
      return { json: { file, public: made }, text: text.join('\n') }
    },
  },
  {
    name: 'seal rotate',
    summary:
      'Đổi khoá niêm phong: mở từng mục bằng khoá cũ, niêm phong lại bằng khoá mới; dừng giữa chừng thì chạy lại',
    options: {
      from: { value: 'TỆP', about: 'tệp khoá cũ', needed: true },
      to: { value: 'TỆP', about: 'tệp khoá mới', needed: true },
    },
    example: 'seal rotate --from niem-phong-2026.key --to niem-phong-2027.key',
    async run({ app, options }) {
      const [from, to] = [await keysIn(options.from!), await keysIn(options.to!)]
      if (from.public === to.public) throw new Usage('Khoá cũ và khoá mới là một.')
      const say = (done: number) => void (done % 100 === 0 && console.error(`${done} mục`))
      const done = await rotateSealed(app, { from, to, say })
      if (done === 'retired') throw new Usage('Khoá mới là một khoá đã thôi dùng. Hãy tạo khoá khác: seal keygen.')
      const { rotated, failed } = done
      const text =
        failed === 0 ? `Đã đổi khoá ${rotated} mục.` : `Đã đổi khoá ${rotated} mục; ${failed} mục ${unopened}.`
      return { json: { rotated, failed }, text, exit: failed === 0 ? 0 : 1 }
    },
  },
  {
    name: 'verify seal',
    summary: 'Kiểm kho niêm phong: mọi mục đều mở được bằng khoá đang dùng; chỉ in số đếm',
    example: 'verify seal',
    async run({ app }) {
      if (!app.seal?.open)
        throw new Refusal('Chưa đặt SEAL_KEY_FILE trên máy này: cần khoá mở niêm phong mới kiểm được.')
      const found = await verifySealed(app)
      const { items, olderKey, failed } = found
      const faults = [
        ...(failed > 0 ? [`${failed} mục ${unopened}`] : []),
        ...(olderKey > 0 ? [`${olderKey} mục còn theo khoá cũ: chạy seal rotate`] : []),
      ]
      const text = faults.length === 0 ? `Tốt: ${items} mục.` : `${items} mục, trong đó ${faults.join('; ')}.`
      return { json: found, text, exit: faults.length === 0 ? 0 : 1 }
    },
  },
]

const unopened = 'không mở được (khác khoá, hoặc đã bị sửa)'

/** Of a file with several keys: the first. */
async function keysIn(name: string): Promise<SealKeys> {
  return (await sealKeysOf({ public: null, keyFile: fileAsTyped(name) }))!
}

function cannotMake(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'EEXIST') return new Refusal(`${file} đã có. Khoá không bị ghi đè; hãy chọn tên khác.`)
  if (error.code === 'ENOENT') return new Refusal(`Không có thư mục để ghi ${file}. Hãy tạo thư mục đó trước.`)
  if (error.code === 'EACCES' || error.code === 'EROFS') return new Refusal(`Không có quyền ghi ${file}.`)
  return error
}
