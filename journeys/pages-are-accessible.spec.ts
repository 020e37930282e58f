// Every page a person can reach, as each kind of person: axe, no sideways scrolling, one h1, a light first load.
import { faultsOf } from './accessible.ts'
import { signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

interface Reach {
  /** The account; null: anybody. */
  username: string | null
  /** Where this person begins, and addresses no link leads to. From these, links are followed: one page of each kind. */
  from: string[]
  /** Kinds of address that must have been met on the way; `N` stands for an id. */
  meets: string[]
  /** Kinds of address looked at again for this person, who sees other buttons there. */
  again?: string[]
}

const people: Reach[] = [
  {
    username: null,
    from: ['/', '/tim?q=dong+ha', '/tim?q=zzzz', '/dia-ban?q=hoà+bình', '/ui', '/dang-nhap?tiep=%2Fban-lam-viec'],
    meets: [
      ...['/', '/chuong-trinh', '/chuong-trinh/N', '/dia-ban', '/dia-ban/N', '/don-vi', '/don-vi/N'],
      ...['/tim', '/so-do', '/api', '/dang-nhap'],
    ],
  },
  {
    username: 'phunu.mada',
    from: ['/ban-lam-viec', '/dang-xuat'],
    meets: [
      ...['/ban-lam-viec', '/nhap-so-lieu/N/N/N', '/tai-khoan', '/tai-khoan/mat-khau', '/tai-khoan/ma-truy-cap'],
      ...['/tai-khoan/thiet-bi', '/tai-khoan/vang-mat'],
    ],
    again: ['/chuong-trinh', '/chuong-trinh/N'],
  },
  {
    username: 'khoi.tanan',
    from: ['/ban-lam-viec'],
    meets: ['/nhap-so-lieu/N/N/N', '/chuong-trinh/N/bang', '/so-lieu/N'],
    again: ['/ban-lam-viec', '/chuong-trinh/N', '/nhap-so-lieu/N/N/N'],
  },
  {
    username: 'chuyenvien',
    from: ['/ban-lam-viec', '/chuong-trinh/moi', '/nhap-so-lieu/999999/1/1', '/khong-co-trang-nay'],
    meets: ['/chuong-trinh/N/bang', '/chuong-trinh/N/ai-da-gui', '/chuong-trinh/N/theo-ngay', '/so-lieu/N'],
    again: ['/ban-lam-viec', '/chuong-trinh', '/chuong-trinh/N', '/nhap-so-lieu/N/N/N'],
  },
  { username: 'thuongtruc', from: ['/ban-lam-viec'], meets: ['/chuong-trinh/N/bang'], again: ['/chuong-trinh/N/bang'] },
  { username: 'vanthu', from: ['/ban-lam-viec'], meets: [], again: ['/ban-lam-viec'] },
  {
    username: 'quantri',
    from: ['/ban-lam-viec', '/quan-tri/don-vi/moi?ten=ma+da', '/quan-tri/don-vi/hang-loat?ten=vinh+cuu'],
    meets: [
      ...['/quan-tri/nguoi-dung', '/quan-tri/nguoi-dung/N', '/quan-tri/nguoi-dung/moi', '/quan-tri/nguoi-dung/nhap'],
      ...['/quan-tri/nguoi-dung/N/giao-vai-tro', '/quan-tri/nguoi-dung/N/vai-tro/N'],
      ...['/quan-tri/don-vi', '/quan-tri/don-vi/N', '/quan-tri/don-vi/moi', '/quan-tri/don-vi/hang-loat'],
      '/quan-tri/don-vi/N/ket-thuc',
    ],
    again: ['/ban-lam-viec'],
  },
]

/** Met by whoever came before. */
const seen = new Set<string>()

for (const { username, from, meets, again = [] } of people) {
  test(`the pages of ${username ?? 'the public'}`, async ({ page }) => {
    test.setTimeout(180_000)
    if (username) await signIn(page, username)
    const met = new Set<string>()
    const mine = new Set(again)
    const waiting = [...from]
    const faults: string[] = []
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const kind = kindOf(path)
      const [place = kind] = kind.split('?')
      if (met.has(kind) || (seen.has(kind) && !mine.has(place) && !from.includes(path))) continue
      met.add(kind)
      seen.add(kind)
      const { links, wrong } = await lookAt(page, path)
      faults.push(...wrong.map((one) => `${path}: ${one}`))
      waiting.push(...links)
    }
    test.info().annotations.push({ type: 'pages', description: `${met.size} loại trang` })
    expect(faults.join('\n')).toBe('')
    const places = [...seen].map((kind) => kind.split('?')[0])
    expect(meets.filter((kind) => !places.includes(kind))).toEqual([])
  })
}

/** `/don-vi/12?ngay=2024-01-01` → `/don-vi/N?ngay`: one page of each kind is looked at. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  const names = [...new Set(searchParams.keys())].sort().join('&')
  const ids = pathname.replaceAll(/\/\d[^/]*/g, '/N').replace(/(?<=^\/so-lieu)\/.+/, '/N')
  return names ? `${ids}?${names}` : ids
}

const missing = /khong-co-trang-nay|999999/

async function lookAt(page: Page, path: string): Promise<{ links: string[]; wrong: string[] }> {
  const answer = await page.goto(path)
  const expected = missing.test(path) ? 404 : 200
  const status = answer?.status()
  const wrong = status === expected ? [] : [`trả lời ${status}`]
  const links = await page.evaluate<string[]>(`[...document.querySelectorAll('a[href]:not([download])')]
    .filter((one) => one.origin === location.origin && !/\\.\\w+$/.test(one.pathname))
    .map((one) => one.pathname + one.search)`)
  wrong.push(...(await faultsOf(page)))
  // What stands on the page of examples leads nowhere.
  return { links: path.startsWith('/ui') ? [] : [...new Set(links)], wrong }
}

test('the entry page arrives with at most 120 kB, fonts and all', async ({ page, another }) => {
  await signIn(page, 'phunu.mada')
  const address = await page.getByRole('row').filter({ hasText: 'Năm 2023' }).getByRole('link').getAttribute('href')
  const context = await another()
  await context.addCookies(await page.context().cookies())
  const fresh = await context.newPage()
  const network = await context.newCDPSession(fresh)
  await network.send('Network.enable')
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await fresh.goto(address!, { waitUntil: 'networkidle' })
  test.info().annotations.push({ type: 'weight', description: `${(bytes / 1000).toFixed(1)} kB` })
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThanOrEqual(120_000)
})

test('every look stays readable: colours, contrast, size of text', async ({ page }) => {
  const looks = [
    ...['do', 'xanh-la', 'vang'].map((value) => ({ mau: value })),
    { 'tuong-phan': 'cao' },
    { 'co-chu': 'lon' },
    { 'tuong-phan': 'cao', 'co-chu': 'lon', 'ngon-ngu': 'en' },
  ]
  await signIn(page, 'chuyenvien')
  const board = await page.getByRole('link', { name: /42-CTr\/HU/ }).getAttribute('href')
  const faults: string[] = []
  for (const look of looks) {
    const cookies = Object.entries(look).map(([name, value]) => ({ name, value, url: new URL(page.url()).origin }))
    await page.context().addCookies(cookies)
    for (const path of ['/', board!]) {
      await page.goto(path)
      const found = await faultsOf(page, [360])
      faults.push(...found.map((one) => `${JSON.stringify(look)} ${path}: ${one}`))
    }
    for (const { name } of cookies) await page.context().clearCookies({ name })
  }
  expect(faults.join('\n')).toBe('')
})
