// What is refused before any page or operation is asked: requests forged by other sites, and bodies too large.
import type { IncomingMessage } from 'node:http'
import { fileTooLarge, foreignOrigin, lengthNeeded, tooLarge, type Notice } from './notice.ts'

export const largestBody = 2_000_000
/** A file of 10 MB, also as the text of an API call. */
export const largestUpload = 15_000_000
/** Where files are sent to. */
export const uploads = [
  '/thu-thap',
  '/api/collections',
  '/van-thu/van-ban',
  '/ban-giay',
  '/api/documents',
  '/api/entries',
  '/gui',
  '/don-thu',
  '/theo-doi',
  '/api/submissions',
  '/open311/',
]
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export interface GateRules {
  /** The addresses people type; the first is the official one. */
  origins: readonly string[]
  /** Beginnings of the paths that take large files. */
  uploads: readonly string[]
}

/** Why the request goes no further, or null. */
export function whyNotIn(req: IncomingMessage, rules: GateRules): Notice | null {
  if (!changing.has(req.method ?? '')) return null
  return isForged(req, rules) ? foreignOrigin : whyNotBody(req, rules)
}

/** The official address, or the one the person used when it is as good. */
export function originFor(req: IncomingMessage, { origins }: GateRules): string {
  return origins.find((origin) => new URL(origin).host === req.headers.host) ?? origins[0]!
}

/** A browser sends cookies along whoever made the form; it does not let the maker hide where the form stood. */
function isForged(req: IncomingMessage, rules: GateRules): boolean {
  const { cookie, authorization, origin, referer } = req.headers
  if (req.url?.startsWith('/open311/')) return false // who sends there is told by a key in the form, never by a cookie
  if (authorization && !cookie) return false // nothing is sent along by itself, so nothing can be forged
  const claimed = origin ?? originOf(referer)
  if (claimed !== undefined) return !rules.origins.includes(claimed)
  return Boolean(cookie) || !isApi(req)
}

function whyNotBody(req: IncomingMessage, rules: GateRules): Notice | null {
  const large = mayBeLarge(req, rules)
  if (Number(req.headers['content-length'] ?? 0) > (large ? largestUpload : largestBody))
    return large ? fileTooLarge : tooLarge
  return req.headers['transfer-encoding'] && !isApi(req) ? lengthNeeded : null
}

export function mayBeLarge(req: IncomingMessage, { uploads }: GateRules): boolean {
  return uploads.some((beginning) => req.url?.startsWith(beginning))
}

/** Programs ask here, of the REST door or of Open311. */
export function isApi(req: IncomingMessage): boolean {
  return /^\/(api|open311)\//.test(req.url ?? '')
}

function originOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).origin : undefined
}
