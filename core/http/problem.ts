// A refusal as an RFC 9457 problem document. HTTP statuses are spoken here and nowhere else.
import type { Refusal, Sentence } from '../shared/result.ts'

export interface ProblemDocument {
  type: string
  title: string
  status: number
  code: string
  detail: string
  /** For invalid input: every fault, with the path in the input. */
  errors?: { field: string; code: string; detail: string }[]
}

const titles = {
  invalid: { vi: 'Dữ liệu gửi lên có chỗ cần sửa', en: 'The input has faults to mend' },
  forbidden: { vi: 'Không được phép', en: 'Not allowed' },
  conflict: { vi: 'Đã có thay đổi khác', en: 'Changed in the meantime' },
  'not-found': { vi: 'Không tìm thấy', en: 'Not found' },
}

export function problemOf(refusal: Refusal, language: 'vi' | 'en' = 'vi'): ProblemDocument {
  const head = {
    type: `urn:dong-thuan:problem:${refusal.code}`,
    title: titles[refusal.kind][language],
    status: statusOf(refusal),
    code: refusal.code,
  }
  if (refusal.kind !== 'invalid') return { ...head, detail: refusal.sentence[language] }
  const errors = refusal.problems.map((p) => ({ field: p.field, code: p.code, detail: p.sentence[language] }))
  return { ...head, detail: errors.map((e) => e.detail).join(' '), errors }
}

export function statusOf(refusal: Refusal): number {
  if (refusal.code === 'sign-in-needed') return 401
  return { invalid: 422, forbidden: 403, conflict: 409, 'not-found': 404 }[refusal.kind]
}

export function problemResponse(refusal: Refusal, language: 'vi' | 'en'): Response {
  return documentResponse(problemOf(refusal, language))
}

interface Outage {
  code: string
  title: Sentence
  text: Sentence
  /** Seconds. */
  retryAfter?: number
}

/** Not a refusal: something broke, or the database cannot be reached. */
export function outageResponse(status: 500 | 503, outage: Outage, language: 'vi' | 'en'): Response {
  const { code, title, text, retryAfter } = outage
  const type = `urn:dong-thuan:problem:${code}`
  const response = documentResponse({ type, title: title[language], status, code, detail: text[language] })
  if (retryAfter) response.headers.set('retry-after', String(retryAfter))
  return response
}

function documentResponse(document: ProblemDocument): Response {
  return Response.json(document, {
    status: document.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
