// Every page a person can reach, as each kind of person: axe, colours in every theme, no sideways scrolling, one h1; every route is reached.
import { contrastFaults, faultsOf } from './accessible.ts'
import { follow, openCase, openToSort, sendReport } from './cases.ts'
import { launchForSilent, writeForm } from './honours.ts'
import { playMerger } from './merger.ts'
import { openPanel, signIn } from './people.ts'
import { reach } from './reach.ts'
import { routes } from './routes.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const { JOURNEYS_TRIAL, JOURNEYS_SERVICE = '', JOURNEYS_SETUP = '' } = process.env

interface Kind {
  who: string
  /** The account; none: anybody. */
  username?: string
  /** Another platform than the trial. */
  origin?: string
  /** Where this person begins, and addresses no link leads to. */
  from: string[]
}

/** These answer 404, as a page like any other. */
const missing = [
  ...['/khong-co-trang-nay', '/nhap-so-lieu/999999/1/1'],
  '/phan-anh/1/anh/1', // the sample has no pictures
  '/cham-diem/phieu/1/tep/1', // nor files of evidence
]

const people: Kind[] = [
  {
    who: 'khách',
    from: [
      // Codes are drawn anew in each trial; one that nobody has is asked for again.
      ...['/khen-thuong/kiem-tra/KHONGCO12345', '/mo-hinh/1/anh/1', '/mo-hinh?q=rac&linh-vuc=culture'],
      ...['/', '/tim?q=dong+ha', '/tim?q=zzzz', '/dia-ban?q=hoà+bình', '/ui', '/sitemap.xml', missing[0]!, missing[2]!],
      // The trial has no provider: these lead back to the sign-in page, which says so.
      ...['/dang-nhap/buoc-hai', '/dang-nhap/co-quan', '/dang-nhap/co-quan/ve'],
    ],
  },
  { who: 'người gửi đơn thư', from: [] }, // filled when it is sent
  {
    who: 'cán bộ tiếp công dân',
    username: 'tiepdan.tantrieu',
    from: [
      ...['/ban-lam-viec', '/don-thu?muc=all&q=cong', '/don-thu/so?from=2026-01-01&to=2026-12-31&format=csv'],
      ...['/tiep-dan/so/1', '/tiep-dan/so/2', '/tiep-dan/so/3', '/tiep-dan/so?qua-han=1', '/tiep-dan/buoi/5'],
    ],
  },
  {
    who: 'người được mở niêm phong',
    username: 'niemphong.tantrieu',
    from: ['/niem-phong'], // and what is opened for him
  },
  {
    who: 'cấp trên của nơi nhận',
    username: 'tiepdan.dongnai',
    from: ['/ban-lam-viec', '/don-thu/3/cap-tren', '/don-thu/bang?ky=2026-M10'],
  },
  { who: 'trưởng thôn', username: 'truongthon.tantrieu', from: ['/ban-lam-viec'] },
  { who: 'quản trị của các nơi nhận', username: 'quantri.dongnai', from: ['/quan-tri/open311'] },
  { who: 'thanh tra', username: 'thanhtra.tantrieu', from: ['/niem-phong'] },
  {
    who: 'chủ tịch quyết định đơn thư',
    username: 'chutich.tantrieu',
    from: [
      ...['/ban-lam-viec', '/don-thu/6', '/tiep-dan/so/2', '/tiep-dan/viec'],
      ...['/khen-thuong/dot/3/de-nghi/16/phieu', '/khen-thuong/dot/3/quyet-dinh'],
    ],
  },
  { who: 'người cài đặt', origin: JOURNEYS_SERVICE, from: [JOURNEYS_SETUP, `${JOURNEYS_SETUP}?q=phu+ly`] },
  {
    who: 'cán bộ đầu mối',
    username: 'phunu.mada',
    from: ['/ban-lam-viec', '/dang-xuat', '/dang-nhap/tiep-tuc?giu=het', '/tai-khoan/co-quan/di'],
  },
  {
    who: 'đơn vị đăng ký mô hình',
    username: 'phunu.tantrieu',
    from: [
      ...['/ban-lam-viec', '/dan-van-kheo/moi'], // and one still tried, found when she signs in
      ...['/khen-thuong/dot/2/de-nghi', '/khen-thuong/dot/2/de-nghi/14/sua'],
    ],
  },
  {
    who: 'cơ quan phát động',
    username: 'khoi.tantrieu',
    from: [
      ...['/ban-lam-viec', '/dan-van-kheo?muc=toInspect'], // and one that waits for him, found when he signs in
      ...['/khen-thuong/dot/3', '/khen-thuong/dot/khoi/1'],
    ],
  },
  { who: 'trưởng khối', username: 'khoi.tanan', from: ['/ban-lam-viec'] },
  {
    who: 'đơn vị được hỏi ý kiến về dự thảo và nhận báo cáo',
    username: 'ldld',
    from: ['/ban-lam-viec', '/bao-cao/gop-y/1/9', '/bao-cao/nhan/2'], // of the sample's issued report; its desk is past it
  },
  { who: 'cấp trên theo ngành dọc, đơn vị tự chấm điểm', username: 'hnd.huyen', from: ['/ban-lam-viec', '/cham-diem'] },
  {
    who: 'cơ quan chủ trì chấm điểm',
    username: 'truong.bcd',
    from: [
      '/ban-lam-viec',
      '/cham-diem/moi',
      '/cham-diem/1?loc=sent',
      '/cham-diem/phieu/42/tham-dinh',
      '/cham-diem/phieu/1/tep/1',
    ],
  },
  { who: 'chuyên viên', username: 'chuyenvien', from: ['/ban-lam-viec', missing[1]!] },
  { who: 'trưởng ban', username: 'truongban', from: ['/ban-lam-viec'] },
  { who: 'Thường trực', username: 'thuongtruc', from: ['/ban-lam-viec'] },
  { who: 'văn thư', username: 'vanthu', from: ['/ban-lam-viec'] },
  { who: 'bộ phận tiếp dân', username: 'tiepdan.tantrieu', from: ['/ban-lam-viec', '/don-thu/1/cong-khai'] },
  {
    who: 'quản trị',
    username: 'quantri',
    from: [
      ...['/ban-lam-viec', '/quan-tri/don-vi/moi?ten=ma+da', '/quan-tri/don-vi/hang-loat?ten=vinh+cuu'],
      '/quan-tri/don-vi/1/ket-thuc', // the bodies of the sample live in the past and have no button for it
    ],
  },
]

/** Routes and parts of pages that somebody has met. */
const metRoutes = new Set<string>()
const seenParts = new Set<string>()
const known = new Set<string>()

for (const { who, username, origin = JOURNEYS_TRIAL!, from } of people) {
  test(`các trang ${who} tới được`, async ({ page, another }) => {
    if (username === 'quantri') await playMerger(page)
    if (username === 'khoi.tanan') await keepPaper(page)
    if (username === 'chutich.tantrieu') await readyForm(page)
    if (username === 'khoi.tantrieu') await readySheet(page)
    if (username === 'phunu.tantrieu') await findModel(page, username, { box: 'own', page: 'sua' })
    if (username === 'khoi.tantrieu') await findModel(page, username, { box: 'toInspect', page: 'cham' })
    if (username === 'niemphong.tantrieu') await openSeal(page)
    if (username === 'vanthu') await readyForms(page)
    await page.context().clearCookies() // who is signed in is not asked again
    if (username) await signIn(page, username)
    if (who === 'người gửi đơn thư') await sendTwo(page, await (await another()).newPage())
    const reached = await reach(page.request, { origin, from, known })
    const faults: string[] = []
    const mine = new Set<string>()
    let looks = 0
    for (const { path, routes, status, parts } of reached) {
      if (status !== (missing.includes(path) ? 404 : 200)) faults.push(`${path}: trả lời ${status}`)
      for (const route of routes) if (!metRoutes.has(route)) mine.add(route)
      // A page is drawn and looked at when it holds a part not yet seen on this route.
      if (parts.every((part) => seenParts.has(part))) continue
      for (const part of parts) seenParts.add(part)
      looks += 1
      await page.goto(new URL(path, origin).href)
      const found = [...(await faultsOf(page)), ...(await contrastFaults(page))]
      faults.push(...found.map((one) => `${path}: ${one}`))
    }
    for (const route of mine) metRoutes.add(route)
    const text = `${reached.length} trang mở được, soi kỹ ${looks}; lần đầu tới: ${[...mine].join(' ') || 'không'}`
    test.info().annotations.push({ type: 'pages', description: text })
    expect(faults.join('\n')).toBe('')
  })
}

const of = (name: string) => people.find(({ username }) => username === name)!

/** A form of the ward’s own, to be written anew. */
async function readyForm(page: Page): Promise<void> {
  await signIn(page, 'chutich.tantrieu')
  const form = await writeForm(page, 'Giấy khen để soi trang')
  of('chutich.tantrieu').from.push(form, `${form}/ban-moi`, '/khen-thuong/dot/hinh-thuc/moi')
}

/** The newest model in a box of his, and its page that is open to him there. */
async function findModel(page: Page, username: string, { box, page: last }: { box: string; page: string }) {
  await page.context().clearCookies()
  await signIn(page, username)
  const { lines } = (await (await page.request.get(`/api/models?box=${box}`)).json()) as { lines: { id: number }[] }
  for (const { id } of lines.slice(0, 5)) of(username).from.push(`/dan-van-kheo/${id}`, `/dan-van-kheo/${id}/${last}`)
}

/** A sheet that may be entered from paper; no paper is there yet. */
async function readySheet(page: Page): Promise<void> {
  await signIn(page, 'khoi.tantrieu')
  const sheet = await launchForSilent(page, { year: '2033', dueOn: '25/11/2033' })
  missing.push(`${sheet}/ban-giay/tep`)
  of('khoi.tantrieu').from.push(sheet, `${sheet}/ban-giay`, missing.at(-1)!)
}

/** One is answered and followed by its sender, one lies sealed on the desk; both with a photo. */
async function sendTwo(sender: Page, office: Page): Promise<void> {
  const [answered, sealed] = [await sendReport(sender), await sendReport(sender)]
  await signIn(office, 'tiepdan.tantrieu')
  await openToSort(office, answered)
  await office.getByRole('button', { name: 'Phân loại và giao' }).click()
  await expect(office).toHaveURL(/\/don-thu\/\d+$/)
  const sorted = new URL(office.url()).pathname
  await makePaper(office, sorted)
  await openCase(office, sealed)
  const closed = new URL(office.url()).pathname
  await office.context().clearCookies()
  await signIn(office, 'chutich.tantrieu')
  await office.goto(sorted)
  await office.getByRole('textbox', { name: 'Trả lời' }).fill('Tổ công trình đã thay nắp cống và dọn sạch đoạn đường.')
  const proof = { name: 'biên bản.pdf', mimeType: 'application/pdf', buffer: await office.pdf() }
  await office.getByLabel('Ảnh, văn bản chứng minh').setInputFiles(proof)
  await office.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await expect(office.locator('.head')).toContainText('đã trả lời')
  await follow(sender, answered)
  const whose = (name: string) => people.find(({ who }) => who === name)!
  const { desks } = (await (await sender.request.get('/api/submissions/desks')).json()) as {
    desks: { id: number; name: string }[]
  }
  const ward = desks.find(({ name }) => name === 'Ủy ban nhân dân phường Tân Triều')!.id
  whose('người gửi đơn thư').from.push(new URL(sender.url()).pathname, `/gui/ban-do?noi=${ward}`)
  whose('cán bộ tiếp công dân').from.push(closed, `${closed}/mo`, sorted, `${sorted}/giay-to`)
}

/** A receipt of the case, and a calendar of one's limits. */
async function makePaper(office: Page, sorted: string): Promise<void> {
  await office.goto(`${sorted}/giay-to`)
  await office.locator('summary').filter({ hasText: 'Giấy biên nhận' }).click()
  const form = office.locator('details[open] form')
  await form.getByLabel('Nội dung đơn').fill('đề nghị thay nắp cống trước nhà văn hoá')
  await form.getByRole('button', { name: 'Lập giấy này' }).click()
  await office.goto('/tai-khoan/lich')
  await office.getByRole('button', { name: 'Lập địa chỉ' }).click()
  const address = new URL((await office.locator('code').textContent())!.trim())
  people.find(({ who }) => who === 'cán bộ tiếp công dân')!.from.push(address.pathname)
}

/** Somebody asked to open a seal, and a second person let him; others may have asked before. */
async function openSeal(page: Page): Promise<void> {
  await signIn(page, 'niemphong.tantrieu')
  await page.goto('/niem-phong')
  const panel = page.locator('details').filter({ hasText: 'Xin mở' }).first()
  await panel.locator('summary').click()
  await panel.getByLabel('Lý do, không ghi tên người gửi').fill('Xác minh danh tính theo Điều 24')
  await panel.getByRole('button', { name: 'Xin mở' }).click()
  await page.context().clearCookies()
  await signIn(page, 'chutich.tantrieu')
  await page.goto('/niem-phong')
  const decide = page.locator('details').filter({ hasText: 'Duyệt cho mở' }).first()
  await decide.locator('summary').click()
  await decide.getByRole('button', { name: 'Duyệt cho mở' }).click()
  await page.context().clearCookies()
  await signIn(page, 'niemphong.tantrieu')
  await page.goto('/niem-phong')
  const open = (await page.getByRole('link', { name: 'Xem', exact: true }).first().getAttribute('href'))!
  const paper = `${open}/giay-to/99999/pdf`
  missing.push(paper, `${open}/tep/99`) // of an original that is not there
  people.find(({ username }) => username === 'niemphong.tantrieu')!.from.push(open, paper, missing.at(-1)!)
}

/** A form of the template waits to be confirmed, and the report of 2023 is public. */
async function readyForms(page: Page): Promise<void> {
  await signIn(page, 'vanthu')
  const form = await page.request.get('/van-thu/mau/party/word')
  await page.goto('/van-thu/mau/party')
  const mimeType = form.headers()['content-type']!
  const file = { name: 'mau.docx', mimeType, buffer: await form.body() }
  await page.getByLabel('Mẫu đã sửa (.docx)').setInputFiles(file)
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click()
  await expect(page).toHaveURL(/ban-word/)
  await page.goto('/bao-cao/1/phat-hanh')
  if (await page.getByRole('link', { name: 'Xem trang công khai' }).isVisible()) return
  const publish = await openPanel(page, 'Công bố cho mọi người đọc')
  await page.getByLabel('Người cho phép công bố').fill('Thường trực Huyện ủy')
  await publish.click()
  await expect(page.getByRole('link', { name: 'Xem trang công khai' })).toBeVisible()
}

/** The bloc's own form, signed on paper and photographed. */
async function keepPaper(page: Page): Promise<void> {
  await signIn(page, 'khoi.tanan')
  await page.locator('summary').filter({ hasText: 'Đã xong' }).click()
  await page.getByRole('row').filter({ hasText: 'Biểu F3' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'Bản giấy đã ký, đóng dấu' }).click()
  await page
    .getByLabel('Tệp quét hoặc ảnh chụp')
    .setInputFiles({ name: 'bieu-F3.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await page.getByRole('button', { name: 'Tải bản quét lên' }).click()
  await expect(page.locator('main a[href*="/tep/"]').first()).toBeVisible()
}

/** Chosen in the form at the foot of the front page, the last in English. */
const looks: Record<string, string>[] = [
  { Màu: 'xanh nước biển' },
  { Màu: 'đỏ' },
  { Màu: 'xanh lá cây' },
  { Màu: 'vàng' },
  { Màu: 'xanh nước biển', 'Tương phản': 'cao', 'Cỡ chữ': 'lớn' },
  { 'Tương phản': 'thường', 'Ngôn ngữ': 'English' },
]

test('đổi giao diện: màu, tương phản, cỡ chữ, nền sáng và nền tối đều đọc được', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  const board = (await page.getByRole('link', { name: /42-CTr\/HU/ }).getAttribute('href'))!
  const faults: string[] = []
  for (const look of looks) {
    await page.goto('/')
    const form = page.getByRole('form', { name: /Giao diện|Look|Appearance/ })
    for (const [label, option] of Object.entries(look)) await form.getByLabel(label).selectOption({ label: option })
    await form.getByRole('button').click()
    await page.waitForURL('/')
    // The page of examples holds every component there is.
    for (const path of ['/', '/ui', board]) {
      await page.goto(path)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const found = await faultsOf(page, [360])
        faults.push(...found.map((one) => `${Object.values(look).join(', ')}, ${colorScheme} ${path}: ${one}`))
      }
    }
  }
  metRoutes.add('/giao-dien')
  metRoutes.add('/khen-thuong/dot/[id]/giay/[decision]/tien-do') // asked by a script while a file is made
  metRoutes.add('/ban-do/nen/[z]/[x]/[y]') // pictures of a folder only the operator gives; core/places/tile.test.ts
  expect(faults.join('\n')).toBe('')
})

test('không trang nào bị bỏ quên: mọi địa chỉ của web/src/routes đều có người tới', () => {
  expect(routes.filter((route) => !metRoutes.has(route))).toEqual([])
})

test('trang nhập số liệu nặng không quá 120 kB, kể cả phông chữ', async ({ page, another }) => {
  await signIn(page, 'phunu.mada')
  const address = await page
    .getByRole('row')
    .filter({ hasText: 'Năm 2023' })
    .getByRole('link')
    .first()
    .getAttribute('href')
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
