// The receipt by mail, to whoever wrote by mail: code and secret, and what could not be taken. Written and sent, never kept. Pure.
import { createHash } from 'node:crypto'
import type { Letter } from '../../app.ts'

export function receiptMail(
  origin: string,
  { to, code, secret, notTaken }: { to: string; code: string; secret: string; notTaken: string[] },
): Letter {
  const address = `${origin}/theo-doi`
  const lines = [
    'Kính gửi ông/bà,',
    '',
    'Thư của ông/bà đã được nhận và niêm phong. Biên nhận để theo dõi:',
    '',
    `Mã tra cứu: ${code}`,
    `Khoá của người gửi: ${secret}`,
    `Mở ${address}, gõ mã và khoá.`,
    '',
    ...(notTaken.length > 0 ? ['Không nhận được:', ...notTaken.map((line) => `- ${line}`), ''] : []),
    'Tố cáo chỉ nhận bằng đơn hoặc trình bày trực tiếp, để danh tính được giữ kín. Đừng tố cáo qua thư điện tử.',
    'Ai có cả mã và khoá thì xem được việc này.',
    '',
    '-- ',
    'Thư tự động, không cần trả lời.',
    '',
  ]
  const text = lines.join('\n')
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><body style="font-family:sans-serif;white-space:pre-line;line-height:1.5">${escaped}</body></html>`
  const id = createHash('sha256').update(`receipt ${code} ${secret}`).digest('hex').slice(0, 32)
  const messageId = `<bien-nhan-${id}@${new URL(origin).hostname}>`
  return { to, subject: `Biên nhận, mã ${code}`, text, html, messageId, settings: address }
}
