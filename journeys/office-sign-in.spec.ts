// Signing in for an office: the second step, the account of the office, a passkey – on a phone of 360 px.
import { TOTP } from 'otpauth'
import { faultsOf } from './accessible.ts'
import { Effort, Hand } from './hand.ts'
import { openOffice, type Office } from './office.ts'
import { pressSignOut } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 360, height: 740 } })

const password = 'nước chảy đá mòn 2026'
let office: Office
let phone: TOTP
let lastCode = ''
const paper: string[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  office = await openOffice()
})
test.afterAll(() => office.stop())

const handOf = (page: Page) => new Hand(page, new Effort())
const open = (page: Page, path: string) => page.goto(office.origin + path)
/** At both widths, then back to the phone. */
async function expectFine(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
}

/** With a code from paper: the digits of the phone are taken once, and the next come half a minute later. */
async function withPaper(page: Page): Promise<void> {
  await page.getByText('Không có điện thoại ở đây?').click()
  await page.getByLabel('Mã dự phòng').fill(paper.shift()!)
  await page.getByRole('button', { name: 'Vào bằng mã dự phòng' }).click()
}

/** A code is taken once: waits for the next one where this one was used. */
async function nextCode(page: Page): Promise<string> {
  await expect.poll(() => phone.generate(), { timeout: 35_000, intervals: [500] }).not.toBe(lastCode)
  await page.waitForLoadState()
  return (lastCode = phone.generate())
}

async function withPassword(page: Page): Promise<void> {
  const hand = handOf(page)
  await hand.fill('Tên đăng nhập', 'quantri')
  await hand.fill('Mật khẩu', password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

test('người quản trị đầu tiên, rồi đặt bước hai bằng điện thoại', async ({ page }) => {
  const hand = handOf(page)
  await page.goto(office.setup)
  await hand.fill('Địa bàn', 'Phú Lý')
  await hand.press('Tìm')
  await hand.tick(/^Xã Phú Lý/)
  await hand.choose('Loại tổ chức', 'Cấp ủy')
  await hand.fill('Tên đơn vị', 'Đảng ủy xã Phú Lý')
  await hand.fill('Chức danh hoặc họ tên, như hiển thị', 'Quản trị xã Phú Lý')
  await hand.fill('Tên đăng nhập', 'quantri')
  await hand.fill('Mật khẩu', password)
  await hand.press('Lập người quản trị')
  await withPassword(page)
  await open(page, '/tai-khoan')
  await hand.link('Bước hai khi đăng nhập')
  await hand.press('Đặt bước hai')
  await expectFine(page)
  const words = await page.locator('code').innerText()
  phone = new TOTP({ secret: words.replaceAll(' ', '') })
  await hand.fill('Sáu số đang hiện', '000000')
  await hand.press('Bật bước hai')
  await expect(page.getByRole('alert')).toContainText('Mã không đúng')
  await hand.fill('Sáu số đang hiện', await nextCode(page))
  await hand.press('Bật bước hai')
  const list = page.getByRole('list', { name: 'Mã dự phòng' }).getByRole('listitem')
  await expect(list).toHaveCount(10)
  paper.push(...(await list.allInnerTexts()))
  await expectFine(page)
  await hand.link('Tôi đã cất mã, đi tiếp')
  await expect(page.getByRole('main')).toContainText('Còn 10 mã dự phòng')
  await expectFine(page)
})

test('không JavaScript: mật khẩu, mã trên điện thoại, tin máy này; rồi thôi tin', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await open(page, '/tai-khoan/thiet-bi')
  await withPassword(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bước hai')
  await page.getByLabel('Sáu số').fill(await nextCode(page))
  await page.getByLabel('Không hỏi lại bước hai trên máy này').check()
  await page.getByRole('button', { name: 'Vào hệ thống' }).click()
  await expect(page).toHaveURL(/\/tai-khoan\/thiet-bi$/)
  await open(page, '/dang-nhap?lai=1&tiep=%2Ftai-khoan%2Fthiet-bi')
  await withPassword(page)
  await expect(page).toHaveURL(/\/tai-khoan\/thiet-bi$/)
  await page.getByRole('button', { name: 'Thôi tin mọi máy' }).click()
  await expect(page.getByRole('status')).toContainText('Đã thôi tin 1 máy')
  await open(page, '/dang-nhap/khoa')
  await expect(page.getByRole('main')).toContainText('cần trình duyệt bật JavaScript')
  await open(page, '/dang-nhap?lai=1&tiep=%2Ftai-khoan')
  await withPassword(page)
  await withPaper(page)
  await expect(page).toHaveURL(/\/tai-khoan$/)
  await context.close()
})

test('trang bước hai và trang đăng nhập đọc được ở bốn màu', async ({ page }) => {
  for (const colour of ['xanh-nuoc-bien', 'do', 'xanh-la', 'vang']) {
    await page.context().addCookies([{ name: 'mau', value: colour, url: office.origin }])
    await open(page, '/dang-nhap')
    await expectFine(page)
    await withPassword(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bước hai')
    await expectFine(page)
  }
})

test('tài khoản cơ quan: chưa gắn thì không vào; gắn rồi thì vào và về đúng trang', async ({ page, another }) => {
  await open(page, '/dang-nhap')
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' }).click()
  await page.getByLabel('Tài khoản công vụ').fill('quantri.phuly')
  await page.getByRole('button', { name: 'Vào' }).click()
  await expect(page.getByRole('main')).toContainText('Tài khoản cơ quan này chưa gắn với ai ở đây')
  await expectFine(page)

  await withPassword(page)
  await withPaper(page)
  await open(page, '/tai-khoan')
  await page.getByRole('link', { name: 'Tài khoản cơ quan' }).click()
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ để gắn' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Gắn tài khoản “quantri.phuly”')
  await expectFine(page)
  await page.getByRole('button', { name: 'Đồng ý gắn' }).click()
  await expect(page.getByRole('status')).toContainText('Đã gắn với “quantri.phuly”')
  await expectFine(page)

  const home = await (await another()).newPage()
  await open(home, '/quan-tri/nguoi-dung')
  await home.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' }).click()
  await home.getByLabel('Tài khoản công vụ').fill('quantri.phuly')
  await home.getByLabel('Mã').fill('1') // the provider says it asked for two things
  await home.getByRole('button', { name: 'Vào' }).click()
  await expect(home).toHaveURL(`${office.origin}/quan-tri/nguoi-dung`)
  await expect(home.getByRole('main')).toContainText('Quản trị xã Phú Lý')
})

test('nơi đăng nhập của cơ quan hỏng: một câu nói rõ, mật khẩu vẫn vào được', async ({ page }) => {
  await office.provider.mood('broken')
  await open(page, '/dang-nhap/co-quan/ve?code=x&state=y')
  await expect(page.getByRole('main')).toContainText('Lần đăng nhập này đã cũ')
  await office.provider.mood('well')
  await open(page, '/dang-nhap')
  await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản công vụ' }).click()
  await page.getByLabel('Tài khoản công vụ').fill('quantri.phuly')
  await office.provider.mood('half')
  await page.getByRole('button', { name: 'Vào' }).click()
  await expect(page.getByRole('main')).toContainText('Nơi đăng nhập của cơ quan không trả lời')
  await office.provider.mood('well')
  await withPassword(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bước hai')
})

test('khoá đăng nhập: thêm trên máy này, đặt tên, vào không cần mật khẩu, gỡ', async ({ page }) => {
  const network = await page.context().newCDPSession(page)
  await network.send('WebAuthn.enable')
  const options = { protocol: 'ctap2' as const, transport: 'internal' as const, hasResidentKey: true }
  await network.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await open(page, '/tai-khoan/khoa')
  await withPassword(page)
  await withPaper(page)
  await expectFine(page)
  await page.getByLabel('Tên khoá').fill('Điện thoại của tôi')
  await page.getByRole('button', { name: 'Thêm khoá trên máy này' }).click()
  await expect(page.getByRole('status')).toContainText('Đã thêm khoá “Điện thoại của tôi”')
  await page.getByLabel('Đổi tên khoá').first().fill('Máy ở nhà')
  await page.getByRole('button', { name: 'Đổi tên khoá' }).click()
  await expect(page.getByRole('status')).toContainText('Đã đổi tên')
  await expectFine(page)
  // The same phone again: the browser refuses, and the page says so.
  await page.getByLabel('Tên khoá', { exact: true }).fill('Lần nữa')
  await page.getByRole('button', { name: 'Thêm khoá trên máy này' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Trình duyệt chưa đưa khoá ra' })).toBeVisible()

  await pressSignOut(page)
  await open(page, '/quan-tri/nguoi-dung')
  await page.getByRole('link', { name: 'Đăng nhập bằng khoá' }).click()
  await expectFine(page)
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá' }).click()
  await expect(page).toHaveURL(`${office.origin}/quan-tri/nguoi-dung`)
  await open(page, '/tai-khoan/thiet-bi')
  await expect(page.getByRole('main')).toContainText('khoá đăng nhập')
  await open(page, '/tai-khoan/khoa')
  await page.getByRole('button', { name: 'Gỡ khoá “Máy ở nhà”' }).click()
  await expect(page.getByRole('status')).toContainText('Đã gỡ khoá')
  await pressSignOut(page)
  await open(page, '/dang-nhap/khoa')
  await page.getByRole('button', { name: 'Đăng nhập bằng khoá' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'không mở được tài khoản nào ở đây' })).toBeVisible()
})

test('quản trị đổi quy định: quản trị phải có bước hai; việc gần đây kể lại mọi thứ', async ({ page }) => {
  await open(page, '/quan-tri/dang-nhap')
  await withPassword(page)
  await withPaper(page)
  await page.getByLabel('Quản trị', { exact: true }).check()
  await page.getByLabel('Tin một máy trong mấy ngày').fill('7')
  await page.getByLabel('Căn cứ').fill('Quy chế an toàn thông tin của Đảng ủy')
  await page.getByRole('button', { name: 'Lưu quy định' }).click()
  await expect(page.getByRole('status')).toContainText('Đã lưu')
  await expectFine(page)
  await open(page, '/tai-khoan/buoc-hai')
  await expect(page.getByRole('main')).toContainText('Vai trò của đồng chí phải có bước hai nên không tắt được')
  await open(page, '/tai-khoan/gan-day')
  for (const what of ['Bật bước hai', 'Thêm khoá đăng nhập', 'Gắn tài khoản cơ quan', 'bằng khoá đăng nhập'])
    await expect(page.getByRole('main')).toContainText(what)
  await expectFine(page)
})

test('Lan mất điện thoại: quản trị gỡ bước hai, Lan đọc điều đó ở Bàn làm việc và đặt lại', async ({
  page,
  another,
}) => {
  await open(page, '/quan-tri/nguoi-dung/moi')
  await withPassword(page)
  await withPaper(page)
  await page.getByLabel('Chức danh hoặc họ tên, như hiển thị').fill('Cán bộ đầu mối')
  await page.getByLabel('Tên đăng nhập').fill('lan')
  await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Đảng ủy xã Phú Lý' })
  await page.getByRole('radio', { name: 'Cán bộ đầu mối' }).check()
  await page.getByRole('button', { name: 'Lập tài khoản' }).click()
  const first = await page.getByRole('list', { name: 'Phiếu' }).locator('dd').last().innerText()

  const lan = await (await another()).newPage()
  const own = 'trống đồng Phú Lý 2026'
  const enter = async (typed: string) => {
    await open(lan, '/dang-nhap')
    await lan.getByLabel('Tên đăng nhập').fill('lan')
    await lan.getByLabel('Mật khẩu', { exact: true }).fill(typed)
    await lan.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  }
  await enter(first.trim())
  await lan.getByLabel('Mật khẩu hiện nay').fill(first.trim())
  await lan.getByLabel('Mật khẩu mới').fill(own)
  await lan.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await open(lan, '/tai-khoan/buoc-hai')
  await lan.getByRole('button', { name: 'Đặt bước hai' }).click()
  const hers = new TOTP({ secret: (await lan.locator('code').innerText()).replaceAll(' ', '') })
  await lan.getByLabel('Sáu số đang hiện').fill(hers.generate())
  await lan.getByRole('button', { name: 'Bật bước hai' }).click()
  await expect(lan.getByRole('list', { name: 'Mã dự phòng' })).toBeVisible()

  await open(page, '/quan-tri/nguoi-dung')
  await page.getByRole('link', { name: 'Cán bộ đầu mối' }).click()
  await expect(page.getByRole('main')).toContainText('bước hai')
  await expectFine(page)
  await page.reload()
  const panel = page.locator('details').filter({ hasText: 'Gỡ bước hai và khoá đăng nhập' })
  await panel.locator('summary').click()
  await panel.getByRole('button').click()
  await expect(page.getByRole('status')).toContainText('Đã lưu')
  await expect(page.getByRole('main')).toContainText('chỉ mật khẩu')

  await enter(own)
  await expect(lan.getByRole('status')).toContainText('Quản trị đã gỡ bước hai khỏi tài khoản của đồng chí')
  await expectFine(lan)
  await lan.getByRole('status').getByRole('link', { name: 'Đặt bước hai' }).click()
  await expect(lan.getByRole('button', { name: 'Đặt bước hai' })).toBeVisible()
})
