// An outage told apart from a bug: no connection to the database was to be had, so nothing can have been saved.
import type { Sentence } from './result.ts'

/** Codes of Node while connecting, and of PostgreSQL before it lets anybody in: too many clients, starting, stopping. */
const codes = new Set([
  ...['ECONNREFUSED', 'ENOENT', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['53300', '57P03'],
])
const beforeAnyQuery = new Set(['connect', 'getaddrinfo'])

/** True only for failures to get a connection; one that broke in the middle of work is another matter. */
export function isNoConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (/^timeout exceeded when trying to connect$|due to connection timeout$/.test(message)) return true
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isNoConnection)
  if (code === undefined || !codes.has(code)) return false
  return /^5/.test(code) || (syscall !== undefined && beforeAnyQuery.has(syscall))
}

export const noConnection: { code: string; title: Sentence; text: Sentence; retryAfter: number } = {
  code: 'no-connection',
  title: { vi: 'Hệ thống đang bận', en: 'The platform is busy' },
  text: {
    vi: 'Lúc này quá nhiều người cùng dùng, hoặc cơ sở dữ liệu chưa trả lời. Điều vừa gửi chưa được lưu: xin đợi ít phút, quay lại trang trước và gửi lại.',
    en: 'Too many people at once, or the database does not answer. What was just sent was not saved: wait a few minutes, go back and send it again.',
  },
  retryAfter: 15,
}
