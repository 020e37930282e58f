// What the server itself says when no page can: as a small page, or as a problem document on the REST door.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Sentence } from '../shared/result.ts'
import { bodyOf, errorsOf, type Format } from './open311.reply.ts'

export interface Notice {
  status: number
  code: string
  title: Sentence
  text: Sentence
  /** Seconds after which the browser should try again by itself. */
  retryAfter?: number
}

/** Unread bytes of a refused upload that are still taken in, so that the browser gets to read the answer. */
const patience = 50_000_000

export function sendNotice(req: IncomingMessage, res: ServerResponse, notice: Notice): void {
  let unread = 0
  req.on('data', (chunk: Buffer) => {
    unread += chunk.length
    if (unread > patience) req.destroy()
  })
  const { body, type } = bodyFor(req, notice)
  if (notice.retryAfter) res.setHeader('retry-after', notice.retryAfter)
  res.writeHead(notice.status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'`,
    'cache-control': 'no-store',
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}

function bodyFor(req: IncomingMessage, notice: Notice): { body: string; type: string } {
  if (req.url?.startsWith('/api/')) return { body: problemDocument(req, notice), type: 'application/problem+json' }
  if (!req.url?.startsWith('/open311/')) return { body: page(notice), type: 'text/html' }
  const format: Format = /\.json(\?|$)/.test(req.url) ? 'json' : 'xml'
  const errors = errorsOf(notice.status, [notice.text[languageOf(req)]])
  return { body: bodyOf('errors', errors, format), type: format === 'json' ? 'application/json' : 'text/xml' }
}

const languageOf = (req: IncomingMessage) => (/^en\b/.test(req.headers['accept-language'] ?? '') ? 'en' : 'vi')

function problemDocument(req: IncomingMessage, { status, code, title, text }: Notice): string {
  const language = languageOf(req)
  const type = `urn:dong-thuan:problem:${code}`
  return JSON.stringify({ type, title: title[language], status, code, detail: text[language] })
}

const style =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1.5rem;color:#1b1b1f;' +
  'background:#fff}h1{font-size:1.75rem;line-height:1.25}a{color:#0a4f8f}p[lang=en]{color:#55555e}'
const styleHash = createHash('sha256').update(style).digest('base64')

function page({ title, text, retryAfter }: Notice): string {
  const again = retryAfter ? `<meta http-equiv="refresh" content="${retryAfter}">` : ''
  const home = retryAfter ? '' : '<p><a href="/">Về trang đầu</a></p>'
  return (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8">' +
    `<meta name="viewport" content="width=device-width, initial-scale=1">${again}<title>${title.vi}</title>` +
    `<style>${style}</style></head><body><h1>${title.vi}</h1><p>${text.vi}</p>${home}<p lang="en">${text.en}</p></body></html>\n`
  )
}

export const starting: Notice = {
  status: 503,
  code: 'starting',
  title: { vi: 'Hệ thống đang khởi động', en: 'Starting' },
  text: {
    vi: 'Xin chờ ít phút. Trang này tự mở lại khi hệ thống sẵn sàng.',
    en: 'The platform is starting. This page opens by itself when it is ready.',
  },
  retryAfter: 3,
}

export const databaseGone: Notice = {
  status: 503,
  code: 'database-gone',
  title: { vi: 'Tạm thời chưa mở được trang', en: 'Not available right now' },
  text: {
    vi: 'Hệ thống chưa kết nối được cơ sở dữ liệu. Điều đã nhập ở trang trước chưa được lưu: xin bấm nút quay lại của trình duyệt và thử lại sau ít phút.',
    en: 'The database cannot be reached. What you typed was not saved: go back and try again in a few minutes.',
  },
  retryAfter: 15,
}

export const foreignOrigin: Notice = {
  status: 403,
  code: 'foreign-origin',
  title: { vi: 'Yêu cầu đến từ một trang khác', en: 'The request came from another site' },
  text: {
    vi: 'Để giữ an toàn, hệ thống chỉ nhận điều được gửi từ chính trang của mình; chưa có gì được lưu. Hãy mở trang từ địa chỉ chính thức rồi gửi lại.',
    en: 'For safety only what is sent from our own pages is accepted; nothing was saved. Open the page at its official address and send again.',
  },
}

export const tooLarge: Notice = {
  status: 413,
  code: 'too-large',
  title: { vi: 'Nội dung gửi lên quá lớn', en: 'Too large' },
  text: {
    vi: 'Nội dung gửi lên vượt quá 2 MB nên chưa được nhận. Bấm nút quay lại của trình duyệt (điều đã gõ vẫn còn), rút gọn rồi gửi lại.',
    en: 'What was sent is larger than 2 MB and was not accepted. Go back in the browser (what you typed is still there), shorten it and send again.',
  },
}

export const fileTooLarge: Notice = {
  ...tooLarge,
  text: {
    vi: 'Tệp lớn hơn 10 MB nên chưa được nhận. Bấm nút quay lại của trình duyệt: điều đã gõ vẫn còn. Hãy xoá ảnh và trang không cần trong tệp Excel, hoặc quét lại với độ phân giải thấp hơn (200 dpi), rồi tải lên.',
    en: 'The file is larger than 10 MB and was not accepted. Go back in the browser: what you typed is still there. Remove pictures and sheets that are not needed, or scan at a lower resolution (200 dpi), and send it again.',
  },
}

export const lengthNeeded: Notice = {
  status: 411,
  code: 'length-needed',
  title: { vi: 'Chưa biết độ dài của nội dung gửi lên', en: 'Length needed' },
  text: {
    vi: 'Yêu cầu phải nêu độ dài của nội dung (Content-Length).',
    en: 'The request must state its length (Content-Length).',
  },
}

export const broken: Notice = {
  status: 500,
  code: 'broken',
  title: { vi: 'Tạm thời chưa mở được trang', en: 'Something broke' },
  text: {
    vi: 'Hệ thống gặp trục trặc. Xin quay lại và thử lại sau ít phút.',
    en: 'The platform has a fault. Go back and try again in a few minutes.',
  },
}
