// Asks another city's GeoReport server: windows of at most 90 days, page by page, JSON first and XML where there is no JSON.
import { readRequests, readUpdates, type ForeignRequest, type ForeignUpdate } from './foreign.ts'

export interface Asked {
  url: string
  jurisdiction: string
}

/** What the other side did wrong, in a sentence for the administrator. */
export class ForeignFault extends Error {}

const ninetyDays = 90 * 86_400_000
const pageSize = 200
/** A server that never comes to an end is left; what it has beyond that comes with the next run. */
const mostPages = 50
const secondsOfAnswer = 30
const largestAnswer = 20_000_000

/** From `from` to `to` in windows of the standard, the earliest first. */
export function windowsOf(from: Date, to: Date): { from: Date; to: Date }[] {
  const windows = []
  for (let at = from.getTime(); at < to.getTime(); at += ninetyDays)
    windows.push({ from: new Date(at), to: new Date(Math.min(at + ninetyDays, to.getTime())) })
  return windows
}

export const requestsIn = (asked: Asked, window: { from: Date; to: Date }) =>
  everyPage<ForeignRequest>(asked, { path: 'requests', window, read: readRequests })

/** Of an extension: a server that does not know it has none. */
export async function updatesIn(asked: Asked, window: { from: Date; to: Date }): Promise<ForeignUpdate[]> {
  return (
    (await everyPage<ForeignUpdate>(asked, { path: 'servicerequestupdates', window, read: readUpdates }, true)) ?? []
  )
}

/** Those still open here, asked again: most servers say only there that something was closed. */
export async function requestsById(asked: Asked, ids: readonly string[]): Promise<ForeignRequest[]> {
  const found: ForeignRequest[] = []
  for (let at = 0; at < ids.length; at += 50) {
    const service_request_id = ids.slice(at, at + 50).join(',')
    found.push(...((await page(asked, 'requests', { service_request_id }, readRequests)) ?? []))
  }
  return found
}

interface Listing<T> {
  path: string
  window: { from: Date; to: Date }
  read: (text: string) => T[] | null
}

async function everyPage<T extends { id: string }>(asked: Asked, listing: Listing<T>, optional = false): Promise<T[]> {
  const { path, window, read } = listing
  const all = new Map<string, T>()
  const dates = { start_date: written(window.from), end_date: written(window.to) }
  for (let number = 1; number <= mostPages; number++) {
    const found = await page(asked, path, { ...dates, page: String(number), page_size: String(pageSize) }, read)
    if (found === null) {
      if (optional) return []
      throw new ForeignFault(`Máy chủ ở ${asked.url} không có ${path}.`)
    }
    const before = all.size
    for (const one of found) all.set(one.id, one)
    // A server that does not know pages answers the same ones again.
    if (all.size === before) break
  }
  return [...all.values()]
}

const written = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z')

/** null: there is no such address. Tried as JSON, then as XML. */
async function page<T>(
  { url, jurisdiction }: Asked,
  path: string,
  query: Record<string, string>,
  read: (text: string) => T[] | null,
): Promise<T[] | null> {
  let missing = 0
  for (const format of ['json', 'xml']) {
    const address = new URL(`${url.replace(/\/+$/, '')}/${path}.${format}`)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    if (jurisdiction !== '') address.searchParams.set('jurisdiction_id', jurisdiction)
    const answer = await textAt(address)
    if (answer === null) {
      missing++
      continue
    }
    const found = read(answer)
    if (found !== null) return found
  }
  if (missing === 2) return null
  throw new ForeignFault(`Máy chủ ở ${url} trả lời ${path} không phải theo Open311 GeoReport v2.`)
}

/** null: not found, or not in this format. */
async function textAt(address: URL): Promise<string | null> {
  const signal = AbortSignal.timeout(secondsOfAnswer * 1000)
  try {
    const response = await fetch(address, {
      signal,
      headers: { accept: 'application/json, text/xml, application/xml' },
    })
    if ([404, 406, 415, 501].includes(response.status)) return (await response.body?.cancel(), null)
    if (!response.ok) throw new ForeignFault(`${address.origin}${address.pathname} trả lời mã ${response.status}.`)
    return await limited(response, address)
  } catch (error) {
    if (error instanceof ForeignFault) throw error
    throw new ForeignFault(`Không hỏi được ${address.origin}${address.pathname} (${causeOf(error)}).`)
  }
}

async function limited(response: Response, address: URL): Promise<string> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > largestAnswer) throw new ForeignFault(`${address.pathname} trả lời dài hơn 20 MB.`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

const causeOf = (error: unknown) => {
  const { cause, name, message } = error as Error & { cause?: { code?: string } }
  return cause?.code ?? (name === 'TimeoutError' ? 'quá lâu' : message)
}
