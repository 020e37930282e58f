// A small GeoReport server of an invented city, in a process of its own, written from the published schemas: no line of the platform's.
import { createServer } from 'node:http'

interface Request {
  service_request_id: string
  status: 'open' | 'closed'
  status_notes: string
  service_code: string
  service_name: string
  description: string
  requested_datetime: string
  address: string
  lat: number | null
  long: number | null
}

/** Answers nothing but XML, or only JSON; with pages or without; `faulty`: 500 for everything. */
export interface City {
  formats: ('json' | 'xml')[]
  pages: boolean
  updates: boolean
  faulty: boolean
  requests: Request[]
  told: {
    update_id: string
    service_request_id: string
    status: string
    updated_datetime: string
    description: string
  }[]
}

const escape = (text: unknown) =>
  String(text ?? '').replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)

function xml(root: string, item: string, all: readonly object[]): string {
  const one = (fields: object) =>
    Object.entries(fields)
      .map(([name, value]) => (value === null ? `<${name}/>` : `<${name}>${escape(value)}</${name}>`))
      .join('\n    ')
  const items = all.map((fields) => `  <${item}>\n    ${one(fields)}\n  </${item}>`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root}>\n${items.join('\n')}\n</${root}>`
}

/** Answers its address and every path it was asked. */
export async function openCity(city: City): Promise<{ url: string; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = []
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url!, 'http://city')
    asked.push(req.url!)
    const [, path, format] = /^\/v2\/(\w+)\.(json|xml)$/.exec(pathname) ?? []
    const known = format && city.formats.includes(format as 'json')
    if (city.faulty) return void res.writeHead(500).end('broken')
    if (!known || (path === 'servicerequestupdates' && !city.updates)) return void res.writeHead(404).end('no')
    const [from, to] = [searchParams.get('start_date') ?? '', searchParams.get('end_date') ?? '9']
    if (Date.parse(to) - Date.parse(from) > 90 * 86_400_000) return void res.writeHead(400).end('too long')
    const ids = searchParams.get('service_request_id')?.split(',')
    const [page, size] = [Number(searchParams.get('page') ?? 1), 2]
    const within = (at: string) => Date.parse(at) >= Date.parse(from) && Date.parse(at) <= Date.parse(to)
    const all =
      path === 'requests'
        ? city.requests.filter((one) => (ids ? ids.includes(one.service_request_id) : within(one.requested_datetime)))
        : city.told.filter((one) => within(one.updated_datetime))
    const shown = city.pages && !ids ? all.slice((page - 1) * size, page * size) : all
    const [root, item] =
      path === 'requests' ? ['service_requests', 'request'] : ['service_request_updates', 'request_update']
    res.setHeader('content-type', format === 'json' ? 'application/json' : 'text/xml')
    res.end(format === 'json' ? JSON.stringify(shown) : xml(root!, item!, shown))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const close = () => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve())))
  return { url: `http://127.0.0.1:${port}/v2`, asked, close }
}
