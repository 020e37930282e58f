// Which moves a sender is told of, and the mail that says so: that there is something to read, never what it is. Pure.
import type { Move } from '../submission.moves.ts'

export const toldMoves: readonly (Move | 'receive' | 'limitMoved')[] = [
  ...(['sort', 'askMore', 'transfer', 'guide', 'file', 'link', 'split', 'forward', 'redirect', 'reject'] as const),
  ...([
    'accept',
    'notAccept',
    'complicate',
    'extend',
    'suspend',
    'goOn',
    'terminate',
    'answer',
    'send',
    'write',
  ] as const),
  ...(['reissue', 'promise', 'keepPromise', 'movePromise', 'publishConclusion', 'protect'] as const),
  'limitMoved',
]

/** Moves of a case that concern all who were joined to it. */
export const sharedMoves: readonly (Move | 'receive' | 'limitMoved')[] = [
  ...(['answer', 'extend', 'reopen', 'reject', 'promise', 'keepPromise', 'movePromise'] as const),
  // Of complaints that many sent alike.
  ...(['accept', 'notAccept', 'complicate', 'suspend', 'goOn', 'terminate', 'send'] as const),
]

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** `code` opens nothing without the secret, which no mail holds. */
export function mailWords({
  code,
  deskName,
  answered,
  origin,
}: {
  code: string
  deskName: string
  answered: boolean
  origin: string
}) {
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`
  const first = answered
    ? `${deskName} đã trả lời việc ông/bà gửi, mã tra cứu ${shown}.`
    : `Việc ông/bà gửi ${deskName}, mã tra cứu ${shown}, có bước mới.`
  const how = 'Mở trang tra cứu, gõ mã và khoá trên biên nhận để đọc.'
  const address = `${origin}/theo-doi`
  const why = 'Thư tự động, không cần trả lời. Thư này không chứa nội dung để giữ kín việc của ông/bà.'
  return {
    subject: answered ? `Đã có trả lời, mã ${shown}` : `Có bước mới, mã ${shown}`,
    text: ['Kính gửi ông/bà,', '', first, how, '', address, '', '-- ', why, ''].join('\n'),
    html: [
      '<!doctype html><html lang="vi"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.5">',
      `<p>Kính gửi ông/bà,</p><p>${escaped(first)}</p><p>${how}</p>`,
      `<p><a href="${escaped(address)}">${escaped(address)}</a></p><p style="color:#55555e">${why}</p></body></html>`,
    ].join('\n'),
  }
}
