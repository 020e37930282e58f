// Submissions with photographs coming evenly by the REST door, counted again, sorted and made anew; and a flood over HTTP from one
// address, while others send.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../core/app.ts'
import { sort } from '../core/cases/sort.operations.ts'
import { tidyFiles } from '../core/cases/tidy.ts'
import { answerApi } from '../core/http/api.ts'
import { openDoor } from '../core/http/server.ts'
import { operator } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import type { BenchCases } from './cases.data.ts'
import { ms, printTable, sleep, summarise, type Times } from './measure.ts'
import { photo } from './photo.ts'

interface Sending {
  aSecond: number
  seconds: number
  picture: Parameters<typeof photo>[0]
}

const text = 'Nắp cống trước chợ vỡ, nước tràn ra đường. Đề nghị sửa sớm.'
const formOf = (desk: number | undefined, more: object = {}) =>
  JSON.stringify({ once: randomBytes(18).toString('base64url'), desk, door: 'fieldReport', text, ...more })

/** They come evenly, whether the ones before are done or not; every tenth is sent twice at once by a nervous thumb. */
export async function measureSending(app: App, { desks }: BenchCases, { aSecond, seconds, picture }: Sending) {
  const bytes = await photo(picture)
  const files = [{ name: 'anh.jpg', content: bytes.toString('base64') }]
  const times: number[] = []
  const codes = new Set<string>()
  let busy = 0
  const sendOnce = async (body: string, started = performance.now()): Promise<void> => {
    const request = new Request('http://127.0.0.1/api/submissions', { method: 'POST', body })
    const answer = await answerApi(app, request)
    const said = (await answer.json()) as { code: string; errors?: { code: string }[] }
    // Sent twice at the very same moment, the second is told to send again; then it gets the same receipt.
    if (answer.status === 409 && said.code === 'sent-at-once') return sleep(50).then(() => sendOnce(body, started))
    // Too much at this moment: it says so, nothing is kept, and the same form goes again.
    if (answer.status === 503 || said.errors?.every(({ code }) => code === 'too-hard' || code === 'busy'))
      return (busy++, sleep(1000).then(() => sendOnce(body, started)))
    if (!answer.ok) throw new Error(JSON.stringify(said))
    times.push(performance.now() - started)
    codes.add(said.code.replace('-', ''))
  }
  const count = aSecond * seconds
  const before = await countOf(app)
  await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      await sleep((i * 1000) / aSecond)
      const body = formOf(desks[i % desks.length], { files })
      await Promise.all(i % 10 === 0 ? [sendOnce(body), sendOnce(body)] : [sendOnce(body)])
    }),
  )
  const kept = (await countOf(app)) - before
  const sent = summarise(times)
  const sorted = await sortAll(app, [...codes])
  const started = performance.now()
  const { tidied } = await tidyFiles(app)
  const took = performance.now() - started
  tell({ count, aSecond, seconds, sent, kept, codes: codes.size, sorted, tidied, took, bytes, busy })
}

const countOf = async ({ db }: App) =>
  Number((await sql<{ n: string }>`select count(*) as n from submission`.execute(db)).rows[0]!.n)

async function sortAll(app: App, codes: readonly string[]): Promise<Times> {
  const { rows } = await sql<{
    id: number
  }>`select id from submission where code = any(${codes as string[]}::text[])`.execute(app.db)
  const times: number[] = []
  for (const { id } of rows) {
    const started = performance.now()
    must(await sort.ask(app, operator, { id, expectedVersion: 1, kind: 'fieldReport' }))
    times.push(performance.now() - started)
  }
  return summarise(times)
}

interface Told {
  count: number
  aSecond: number
  seconds: number
  sent: Times
  kept: number
  codes: number
  sorted: Times
  tidied: number
  took: number
  bytes: Buffer
  busy: number
}

function tell({ count, aSecond, seconds, sent, kept, codes, sorted, tidied, took, bytes, busy }: Told): void {
  printTable(
    `Gửi ${aSecond} việc mỗi giây trong ${seconds} giây, mỗi việc một ảnh ${(bytes.length / 1e6).toFixed(1)} MB (mục tiêu 95 %: 400 ms)`,
    ['việc', 'kết quả'],
    [
      ['đến biên nhận: giữa · 95 % · lâu nhất', `${ms(sent.p50)} · ${ms(sent.p95)} · ${ms(sent.max)}`],
      ['gửi · biên nhận · trong sổ', `${count} · ${codes} · ${kept}`],
      ['mất · trùng', `${count - codes} · ${kept - codes}`],
      ['được bảo bận, gửi lại sau một giây', String(busy)],
      ['phân loại, mở ảnh vào hồ sơ: giữa · 95 %', `${ms(sorted.p50)} · ${ms(sorted.p95)}`],
      [
        'quét và vẽ lại đến khi hết hàng chờ (mục tiêu 3 phút)',
        `${tidied} tệp, ${(took / 1000).toFixed(1).replace('.', ',')} giây`,
      ],
    ],
  )
}

/** So many from one address in a minute, as a machine would send them; a few others meanwhile, each from an address of its own. */
const aMinute = 10_000
const othersASecond = 2

export async function measureFlood(app: App, { desks }: BenchCases, seconds: number): Promise<void> {
  const door = await openDoor({ port: 0, host: '127.0.0.1' })
  door.open({ app, pages: (_, res) => res.writeHead(404).end(), api: answerApi })
  const send = async (address: string, desk: number | undefined) => {
    const started = performance.now()
    // As our own proxy would name the address it saw.
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
    const answer = await fetch(`${door.origin}/api/submissions`, { method: 'POST', headers, body: formOf(desk) })
    await answer.arrayBuffer()
    return { status: answer.status, took: performance.now() - started }
  }
  const before = await countOf(app)
  const flood = Math.round((aMinute / 60) * seconds)
  const [machine, others] = await Promise.all([
    evenly(flood, aMinute / 60, () => send('203.0.113.7', desks[5])),
    evenly(othersASecond * seconds, othersASecond, (i) => send(`198.51.100.${i % 250}`, desks[i % desks.length])),
  ])
  const kept = (await countOf(app)) - before
  await door.close()
  const withStatus = (all: typeof machine, status: number) => all.filter((one) => one.status === status).length
  const times = (all: typeof machine) => summarise(all.map(({ took }) => took))
  const odd = [...machine, ...others].filter(({ status }) => status !== 200 && status !== 409).length
  printTable(
    `Một địa chỉ gửi ${flood} lần trong ${seconds} giây qua HTTP (30 lần dồn, rồi 10 lần mỗi phút)`,
    ['ai', 'gửi', 'được nhận', 'được bảo chờ', 'giữa · 95 %'],
    [
      ['địa chỉ ấy', machine, `${ms(times(machine).p50)} · ${ms(times(machine).p95)}`] as const,
      ['người khác', others, `${ms(times(others).p50)} · ${ms(times(others).p95)}`] as const,
    ].map(([who, all, took]) => [
      who,
      String(all.length),
      String(withStatus(all, 200)),
      String(withStatus(all, 409)),
      took,
    ]),
  )
  console.log(`vào sổ ${kept}; trả lời khác: ${odd}`)
}

async function evenly<T>(count: number, aSecond: number, work: (i: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => sleep((i * 1000) / aSecond).then(() => work(i))))
}
