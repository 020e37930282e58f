// credential keygen: a new key that signs credentials from now on, in front of those that still verify.
import { addKey } from '../../commendations/credentials/key.ts'
import { fileAsTyped } from '../../config.ts'
import type { Command } from './command.ts'

export const credentialCommands: readonly Command[] = [
  {
    name: 'credential keygen',
    summary: 'Thêm một khoá ký chứng thư số vào đầu tệp: từ đây khoá này ký, các khoá cũ vẫn để kiểm tra',
    args: ['TỆP'],
    example: 'credential keygen /var/lib/dong-thuan/credential.key',
    async tell({ args: [name] }) {
      const file = fileAsTyped(name!)
      const kid = addKey(file)
      const text = [
        `Đã thêm khoá ${kid} vào đầu ${file}, chỉ chủ tệp đọc được. Khởi động lại mọi tiến trình để dùng.`,
        'Không xoá dòng cũ: chứng thư đã cấp được kiểm tra bằng khoá cũ. Chép tệp này ra nơi cất có khoá.',
      ]
      return { json: { file, kid }, text: text.join('\n') }
    },
  },
]
