// Photographs made anew: one large one, and fifteen small ones a second while pages are asked for, beside doing it plainly.
import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { end, reencode } from '../core/media/workshop.ts'
import { ms, oncePerSecond, printTable, summarise, type Times } from './measure.ts'
import { photo } from './photo.ts'

const photosASecond = 15
const askers = 20

export async function benchMedia({ seconds }: { seconds: number }): Promise<void> {
  const large = await photo({ width: 4000, height: 3000, least: 3e6 })
  const small = await photo({ width: 1600, height: 1200, least: 4e5 })
  try {
    await reencode(small)
    await measureLarge(large)
    await measureLoad(small, Math.min(seconds, 20))
  } finally {
    end()
  }
}

/** What everybody writes first: in the server's own process, as many at once as come. */
async function plainly(bytes: Buffer): Promise<void> {
  const picture = sharp(bytes).rotate().resize(2000, 2000, { fit: 'inside', withoutEnlargement: true })
  await picture.jpeg({ quality: 80 }).toBuffer()
  await sharp(bytes).rotate().resize(320, 320, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer()
}

async function measureLarge(bytes: Buffer): Promise<void> {
  const timed = async (work: () => Promise<unknown>) => {
    const times: number[] = []
    for (let turn = 0; turn < 10; turn++) {
      const started = performance.now()
      await work()
      times.push(performance.now() - started)
    }
    return summarise(times)
  }
  const ways: [string, Times][] = [
    ['thẳng trong tiến trình', await timed(() => plainly(bytes))],
    ['xưởng ảnh, JPEG', await timed(() => reencode(bytes, 'jpeg'))],
    ['xưởng ảnh, WebP', await timed(() => reencode(bytes, 'webp'))],
  ]
  printTable(
    `Vẽ lại một ảnh 12 triệu điểm, ${(bytes.length / 1e6).toFixed(1)} MB (ảnh 2.000 điểm và ảnh thu nhỏ)`,
    ['cách', 'giữa', 'lâu nhất'],
    ways.map(([name, { p50, max }]) => [name, ms(p50), ms(max)]),
  )
}

async function measureLoad(bytes: Buffer, seconds: number): Promise<void> {
  const { ask, close } = await openPages()
  const rows: string[][] = []
  const ways: [string, ((bytes: Buffer) => Promise<unknown>) | null][] = [
    ['không có ảnh nào', null],
    ['thẳng trong tiến trình', plainly],
    ['xưởng ảnh, từng ảnh một', reencode],
  ]
  for (const [name, work] of ways) {
    const [photos, pages] = await Promise.all([
      work ? photosComing(() => work(bytes), seconds) : null,
      oncePerSecond({ users: askers, seconds }, ask),
    ])
    rows.push([name, ms(pages.p50), ms(pages.p95), ms(pages.max), ...(photos ? [ms(photos.p50), ms(photos.max)] : [])])
  }
  close()
  printTable(
    `Mỗi giây ${photosASecond} ảnh ${(bytes.length / 1e6).toFixed(1)} MB trong ${seconds} giây, ${askers} người mỗi giây hỏi một trang`,
    ['cách', 'trang: giữa', '95 %', 'lâu nhất', 'ảnh xong sau: giữa', 'lâu nhất'],
    rows,
  )
}

/** They come evenly, whether the ones before are done or not. */
async function photosComing(work: () => Promise<unknown>, seconds: number): Promise<Times> {
  const times: number[] = []
  const coming = Array.from({ length: photosASecond * seconds }, async (_, i) => {
    await new Promise((next) => setTimeout(next, (i * 1000) / photosASecond))
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  })
  await Promise.all(coming)
  return summarise(times)
}

/** A page costs about 5 ms of work, as a board does. */
async function openPages() {
  const server = createServer((_, res) => {
    for (const until = performance.now() + 5; performance.now() < until;);
    res.end('trang')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ask = () =>
    new Promise<void>((done, fail) =>
      get({ port, host: '127.0.0.1' }, (answer) => answer.resume().once('end', done)).once('error', fail),
    )
  return { ask, close: () => server.close() }
}
