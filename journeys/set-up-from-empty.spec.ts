// An empty service and the link it printed: bodies, people, a programme, a figure on the board, without a developer.
import { faultsOf } from './accessible.ts'
import { Effort, Hand } from './hand.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial' })
test.use({ baseURL: process.env.JOURNEYS_SERVICE })

const commune = 'xã Phú Lý'
const year = new Date().toLocaleString('en', { year: 'numeric', timeZone: 'Asia/Ho_Chi_Minh' })
const effort = new Effort()
/** First the ones on the slips, then the ones people chose. */
const passwords = new Map<string, string>([['quantri', 'nước chảy đá mòn 2026']])

async function signedIn(page: Page, username: string): Promise<Hand> {
  const hand = new Hand(page, effort)
  await page.goto('/dang-nhap')
  await hand.fill('Tên đăng nhập', username)
  await hand.fill('Mật khẩu', passwords.get(username)!)
  await hand.press('Đăng nhập')
  return hand
}

test('người quản trị đầu tiên: liên kết cài đặt, xã hôm nay, Đảng ủy', async ({ page }) => {
  const hand = new Hand(page, effort)
  await page.goto(process.env.JOURNEYS_SETUP!)
  await hand.fill('Địa bàn', 'Phú Lý')
  await hand.press('Tìm')
  await hand.tick(/^Xã Phú Lý/)
  await hand.choose('Loại tổ chức', 'Cấp ủy')
  await hand.fill('Tên đơn vị', `Đảng ủy ${commune}`)
  await hand.fill(/Ký hiệu trên văn bản/, 'ĐU')
  await hand.fill('Chức danh hoặc họ tên, như hiển thị', `Quản trị ${commune}`)
  await hand.fill('Tên đăng nhập', 'quantri')
  await hand.fill('Mật khẩu', passwords.get('quantri')!)
  await hand.press('Lập người quản trị')
  await expect(page).toHaveURL(/\/dang-nhap/)
  const again = await page.request.get(process.env.JOURNEYS_SETUP!)
  expect(again.status()).toBe(403)
})

test('các tổ chức: đơn vị làm dân vận, Mặt trận, hai đoàn thể', async ({ page }) => {
  const hand = await signedIn(page, 'quantri')
  await hand.link('Tổ chức')
  const bodies = [
    { kind: 'Ban Xây dựng Đảng', name: `Ban Xây dựng Đảng Đảng ủy ${commune}`, upper: `Đảng ủy ${commune}` },
    { kind: 'Mặt trận Tổ quốc Việt Nam', name: `Ủy ban MTTQ Việt Nam ${commune}` },
    { kind: 'Hội Nông dân', name: `Hội Nông dân ${commune}` },
    { kind: 'Hội Liên hiệp Phụ nữ', name: `Hội Liên hiệp Phụ nữ ${commune}` },
  ]
  for (const [i, { kind, name, upper }] of bodies.entries()) {
    await hand.link(i === 0 ? 'Lập một tổ chức' : 'Lập thêm một tổ chức ở đây')
    await expect(page.getByText('Địa bàn:')).toContainText('Địa bàn')
    await hand.choose('Loại tổ chức', kind)
    await hand.fill('Tên đầy đủ', name)
    if (upper) await hand.choose(/Tổ chức cấp trên/, upper)
    await hand.press('Lập tổ chức')
    await expect(page.getByText('Đã lập tổ chức này.')).toBeVisible()
    if (!upper) continue
    await hand.link('Giao chức năng')
    await hand.choose('Chức năng', 'Công tác dân vận')
    await hand.press('Giao chức năng')
    await expect(page.getByText('Đã giao chức năng.')).toBeVisible()
  }
})

test('người dùng dán từ bảng tính; mật khẩu lần đầu in thành phiếu', async ({ page }) => {
  const hand = await signedIn(page, 'quantri')
  await hand.link('Người dùng')
  await hand.link('Nhập từ bảng')
  const sheet = [
    ['Họ tên hoặc chức danh', 'Tên đăng nhập', 'Đơn vị', 'Vai trò', 'Từ ngày'],
    ['Chuyên viên Ban Xây dựng Đảng', 'lan', `Ban Xây dựng Đảng Đảng ủy ${commune}`, 'Chuyên viên', ''],
    ['Phó Bí thư Thường trực', 'thuongtruc', `Đảng ủy ${commune}`, 'Thường trực, Ban Thường vụ', ''],
    ['Chủ tịch Hội Nông dân', 'nongdan', `Hội Nông dân ${commune}`, 'Cán bộ đầu mối', ''],
    ['Chủ tịch Hội Phụ nữ', 'phunu', `Hội Liên hiệp Phụ nữ ${commune}`, 'Cán bộ đầu mối', ''],
  ]
  await hand.fill('Dán bảng vào đây', sheet.map((row) => row.join('\t')).join('\n'))
  await hand.press('Kiểm tra')
  await expect(page.getByText('Sẽ lập 4 tài khoản')).toBeVisible()
  await hand.press('Lập 4 tài khoản')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã lập 4 tài khoản')
  for (const row of sheet.slice(1)) {
    const slip = page.getByRole('list', { name: 'Phiếu' }).getByRole('listitem').filter({ hasText: row[0]! })
    passwords.set(row[1]!, (await slip.locator('dd').last().innerText()).trim())
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('list', { name: 'Phiếu' }).getByRole('listitem')).toHaveCount(4)
  await expect(page.getByRole('list', { name: 'Phiếu' })).toBeVisible()
  await expect(page.locator('nav:visible, footer:visible')).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  expect(await faultsOf(page)).toEqual([])
})

test('ai cũng phải chọn mật khẩu của mình trước đã', async ({ another }) => {
  for (const [username, first] of passwords) {
    if (username === 'quantri') continue
    const page = await (await another()).newPage()
    const hand = await signedIn(page, username)
    await expect(page).toHaveURL(/\/tai-khoan\/mat-khau/)
    await page.goto('/chuong-trinh/moi')
    await expect(page.getByRole('main')).not.toContainText('Lập từ đầu')
    await page.goto('/tai-khoan/mat-khau')
    const own = `trống đồng Phú Lý ${username}`
    await hand.fill('Mật khẩu hiện nay', first)
    await hand.fill('Mật khẩu mới', own)
    await hand.press('Đổi mật khẩu')
    passwords.set(username, own)
    await expect(page.getByRole('main')).not.toContainText('Mật khẩu hiện nay')
  }
})

test('chuyên viên lập chương trình hai chỉ tiêu, rồi lập biểu từ chỉ tiêu', async ({ page }) => {
  const hand = await signedIn(page, 'lan')
  await hand.link(/^Chương trình$/)
  await hand.link('Lập chương trình')
  await hand.fill('Năm', year)
  await hand.fill('Tên chương trình', `Chương trình công tác dân vận năm ${year}`)
  await hand.choose(/Lịch báo cáo/, /năm/i)
  await hand.tick(/Ai cũng xem được kết quả/)
  await hand.press('Lập chương trình')
  for (const { name, indicator, level } of [
    { name: 'Đoàn viên, hội viên sinh hoạt thường xuyên', indicator: /sinh hoạt thường xuyên/i, level: '80' },
    { name: 'Lực lượng nòng cốt', indicator: /nòng cốt/i, level: '45' },
  ]) {
    await hand.link('Thêm chỉ tiêu')
    await hand.fill('Tên chỉ tiêu', name)
    await hand.choose(/Chỉ số/, indicator)
    await hand.fill('Mức giao', level)
    await hand.tick('Hội Nông dân')
    await hand.tick('Hội Liên hiệp Phụ nữ')
    await hand.press('Lưu chỉ tiêu')
    await expect(page.getByRole('link', { name })).toBeVisible()
  }
  await hand.link('Biểu và đơn vị')
  await hand.open('Lập biểu từ chỉ tiêu')
  await hand.press('Lập biểu từ chỉ tiêu')
  await expect(page.getByText('Đã lập 2 biểu, giao cho 2 đơn vị.')).toBeVisible()
})

test('Thường trực ban hành; Hội Nông dân nhập và gửi; chuyên viên nhận; số đứng trên bảng', async ({ another }) => {
  const board = await (await another()).newPage()
  const head = await signedIn(board, 'thuongtruc')
  await head.link(/Chương trình công tác dân vận/)
  await head.open('Ban hành')
  await head.press('Ban hành')

  const farmers = await (await another()).newPage()
  const reporter = await signedIn(farmers, 'nongdan')
  await reporter.link(/Hội Nông dân/)
  await reporter.fill(/^Đoàn viên, hội viên/, '980')
  await reporter.fill(/^Sinh hoạt thường xuyên/, '1000')
  await reporter.fill(/^Nòng cốt/, '460')
  await reporter.press(/^Gửi /)
  await expect(farmers.getByRole('alert')).toContainText('lớn hơn')
  await reporter.fill(/^Sinh hoạt thường xuyên/, '800')
  await reporter.press(/^Gửi /)
  // Before the year's cut-off the form proposes an estimate, and the version says so.
  await expect(farmers.getByText(/^Bản 1( \(ước\))? · Gửi: Chủ tịch Hội Nông dân/)).toBeVisible()

  const lan = await (await another()).newPage()
  const officer = await signedIn(lan, 'lan')
  await officer.link(/Hội Nông dân/)
  await officer.press('Nhận số liệu')
  await expect(lan.getByText(/^Bản 1( \(ước\))? · Nhận: Chuyên viên Ban Xây dựng Đảng/)).toBeVisible()
  await officer.link('Bàn làm việc')
  await officer.link(/Chương trình công tác dân vận/)
  await expect(lan.getByRole('row').filter({ hasText: 'sinh hoạt thường xuyên' }).first()).toContainText('800 / 980')
  await officer.link(/81,6/)
  await expect(lan.getByRole('row').filter({ hasText: 'Hội Nông dân' })).toContainText('Chuyên viên Ban Xây dựng Đảng')
})

test('chương trình năm sau lập từ chương trình năm nay', async ({ page }) => {
  const hand = await signedIn(page, 'lan')
  await hand.link(/^Chương trình$/)
  await hand.link('Lập chương trình')
  await expect(page.getByLabel('Năm', { exact: true }).first()).toHaveValue(String(Number(year) + 1))
  await hand.press('Lập từ chương trình này')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(Number(year) + 1))
  await expect(page.getByRole('link', { name: 'Lực lượng nòng cốt' })).toBeVisible()
  await hand.link('Biểu và đơn vị')
  await expect(page.getByRole('main')).toContainText('Đơn vị gửi (1)')
})

test('tất cả chưa đến nửa giờ của người làm', () => {
  test.info().annotations.push({ type: 'effort', description: String(effort) })
  expect(effort.clicks + effort.fields).toBeGreaterThan(80)
  expect(effort.pages).toBeGreaterThan(40)
  expect(effort.minutes()).toBeLessThan(30)
})

test('quản trị đặt giới hạn của địa phương, xác nhận lịch nghỉ; ai cũng tính được hạn theo đó', async ({
  page,
  another,
}) => {
  const hand = await signedIn(page, 'quantri')
  await hand.link('Thời hạn theo luật')
  await hand.link('Xử lý phản ánh bình thường')
  await hand.fill(/Có hiệu lực từ ngày/, `01/01/${year}`)
  await hand.fill('Giới hạn', '5')
  await hand.press('Thêm bản mới')
  await expect(page.getByText('Văn bản, điều khoản: ')).toBeVisible()
  await hand.fill('Văn bản, điều khoản', 'Quyết định 77/QĐ-UBND, Điều 5')
  await hand.press('Thêm bản mới')
  await expect(page.getByText('Đã thêm bản mới.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.goto('/thoi-han/lich')
  const swapped = page
    .getByRole('group')
    .filter({ hasText: /^Ngày thứ/ })
    .last()
  await swapped.getByLabel(/^Ngày( |$)/).fill(`31/02/${year}`)
  await swapped.getByLabel('Tên ngày').fill('nghỉ bão')
  await hand.fill('Văn bản quyết định lịch nghỉ', 'Thông báo nghỉ lễ của năm')
  await hand.press('Xác nhận lịch năm này')
  await expect(page.getByText('Ngày này không có trên lịch').first()).toBeVisible()
  // Lines that were left empty are gone, and what was typed has moved up.
  const typed = page.getByRole('group').filter({ has: page.locator('input[value="nghỉ bão"]') })
  await typed.getByLabel(/^Ngày( |$)/).fill('')
  await hand.press('Xác nhận lịch năm này')
  await expect(page.getByText('Đã lưu lịch năm này.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  const citizen = await (await another()).newPage()
  await citizen.goto('/so-do')
  const asking = new Hand(citizen, effort)
  await asking.link('Thời hạn theo luật')
  await asking.choose('Thời hạn', 'Phản ánh hiện trường: Xử lý phản ánh bình thường')
  await asking.fill('Ngày bắt đầu', `02/03/${year}`)
  await asking.press('Tính hạn')
  await expect(citizen.getByRole('heading', { name: /Hạn cuối/ })).toContainText(`/03/${year}`)
  await expect(citizen.getByText('còn là đề xuất')).toHaveCount(0)
  expect(await faultsOf(citizen)).toEqual([])
})
