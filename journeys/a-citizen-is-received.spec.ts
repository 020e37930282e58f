// A citizen is received: the schedule and a booking on a phone, the register at the desk, the conclusion of the chair, a promise
// that is kept with a proof, and the citizen who reads all of it.
import { faultsOf } from './accessible.ts'
import { follow, openToSort, readReceipt, type Receipt } from './cases.ts'
import { openPanel, signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const phone = { width: 360, height: 800 }
/** So many days from today, as it is typed: 30/11/2026. */
const dayIn = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })
const place = 'Nhà văn hoá khu phố 5, phường Tân Triều'
const sane = async (page: Page) => expect(await faultsOf(page)).toEqual([])

let slip: Receipt
let receipt: Receipt

test('Tâm đề xuất một buổi trong hôm nay; muộn hơn hạn của luật nên phải là buổi đột xuất, kèm lý do', async ({
  page,
}) => {
  await signIn(page, 'tiepdan.tantrieu')
  await page.goto('/tiep-dan/buoi')
  const propose = await openPanel(page, 'Đề xuất một buổi')
  const form = page.locator('details[open]')
  await form.getByLabel('Ngày', { exact: true }).fill(dayIn(0))
  await form.getByLabel('Từ giờ').fill('23h58')
  await form.getByLabel('Đến giờ').fill('23:59')
  await form.getByLabel('Tiếp ở đâu').fill(place)
  await form.getByLabel('Người tiếp (chức vụ)').fill('Chủ tịch UBND phường')
  await form.getByLabel('Người đứng đầu trực tiếp tiếp').check()
  await propose.click()
  await expect(page.getByText('Đã ghi.')).toBeVisible()
  await page.getByRole('button', { name: 'Niêm yết buổi đã chọn' }).click()
  await expect(page.getByRole('alert')).toContainText('phải niêm yết chậm nhất')
  await page.getByLabel('Lý do tiếp đột xuất').fill('Nước ngập ở khu phố 5, Chủ tịch tiếp bà con ngay tối nay.')
  await page.getByRole('button', { name: 'Niêm yết buổi đã chọn' }).click()
  await expect(page.getByText('Đã ghi.')).toBeVisible()
  await sane(page)
})

test('Lan xem lịch trên điện thoại, đọc vì sao là buổi đột xuất, đăng ký một chỗ, xem lại bằng giấy hẹn', async ({
  page,
}) => {
  await page.setViewportSize(phone)
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Xem lịch tiếp công dân' }).click()
  const session = page.getByRole('article').filter({ hasText: place })
  await expect(session).toContainText('Buổi đột xuất')
  await expect(session).toContainText('Nước ngập ở khu phố 5')
  await sane(page)
  await session.getByRole('link', { name: 'Đăng ký buổi này' }).click()
  await page.getByRole('button', { name: 'Đăng ký', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Có 3 chỗ cần sửa')
  await page.getByLabel('Họ tên').fill('Người đăng ký giả định Lan')
  await page.getByLabel('Điện thoại').fill('0900 000 071')
  await page.getByLabel('Không nói trước nội dung').check()
  await page.getByRole('button', { name: 'Đăng ký', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Giấy hẹn' })).toBeVisible()
  const text = async (mark: string) => (await page.locator(mark).textContent())!.trim()
  slip = { code: await text('[data-code]'), secret: await text('[data-secret]') }
  await sane(page)
  await page.goto('/tiep-dan/tra-cuu')
  await page.getByLabel('Mã tra cứu').fill(slip.code.toLowerCase())
  await page.getByLabel('Khoá của người gửi').fill(slip.secret)
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await expect(page.locator('.head')).toContainText('Ông bà có chỗ trong buổi này')
  await sane(page)
})

test('Tâm vào sổ từ đăng ký bằng một lần bấm, in biên nhận; phân loại, giao phòng hạ tầng', async ({ page }) => {
  await signIn(page, 'tiepdan.tantrieu')
  await page.goto('/tiep-dan/buoi')
  await page.getByRole('row').filter({ hasText: '23:58' }).first().getByRole('link').click()
  const booking = page.getByRole('article').filter({ hasText: slip.code })
  await booking.getByRole('link', { name: 'Vào sổ từ đăng ký' }).click()
  await page.getByRole('button', { name: 'Mở đăng ký để vào sổ' }).click()
  await expect(page.getByLabel('Họ tên')).toHaveValue('Người đăng ký giả định Lan')
  await page.getByLabel('Nội dung trình bày').fill('Khu phố 5 ngập mỗi khi mưa vì cống sau chợ bị lấp.')
  await page.getByLabel(/^Yêu cầu/).fill('Thông cống, cho biết ngày làm.')
  await page.getByRole('button', { name: 'Vào sổ', exact: true }).click()
  receipt = await readReceipt(page)
  await sane(page)
  await openToSort(page, receipt)
  await page.getByLabel('Kiến nghị').first().check()
  await page.getByRole('button', { name: 'Phân loại và giao' }).click()
  await expect(page).toHaveURL(/\/don-thu\/\d+$/)
  await page.goto('/tiep-dan/so')
  await sane(page)
  await page.getByRole('table').getByRole('link').first().click()
  const draft = await openPanel(page, 'Soạn thông báo kết luận')
  const form = page.locator('details[open]')
  await form.getByLabel('Kết luận chung').fill('Phường nhận thiếu sót, giao làm ngay trước đợt mưa tới.')
  const first = form.getByRole('group', { name: 'Việc 1' })
  await first.getByLabel('Việc phải làm').fill('Thông cống sau chợ và kê lại nắp')
  await first.getByLabel('Cơ quan làm').selectOption({ label: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều' })
  await first.getByLabel('Xong trước hết ngày').fill(dayIn(7))
  await draft.click()
  await expect(page.getByText('bản thảo, chưa ban hành')).toBeVisible()
  await sane(page)
})

test('Chủ tịch ban hành, phòng hạ tầng báo xong kèm biên bản, Lan thấy đã hứa gì và đã giữ lời', async ({
  page,
  another,
}) => {
  await signIn(page, 'chutich.tantrieu')
  await page.goto('/tiep-dan/so')
  await page.getByRole('table').getByRole('link').first().click()
  const issue = await openPanel(page, 'Ban hành')
  await page.getByLabel('Họ tên người ký').fill('Người ký giả định')
  await issue.click()
  await expect(page.getByText(/Số \d+\/TB-UBND, ngày/)).toBeVisible()
  const lan = await (await another()).newPage()
  await lan.setViewportSize(phone)
  await follow(lan, receipt)
  await expect(lan.getByRole('main')).toContainText('Thông cống sau chợ')
  await expect(lan.getByRole('main')).toContainText('đang làm')
  const works = await (await another()).newPage()
  await signIn(works, 'hatang.tantrieu')
  await works.goto('/tiep-dan/viec')
  const point = works.getByRole('article').filter({ hasText: 'Thông cống sau chợ' })
  await point.locator('summary').click()
  await point.getByLabel('Đã làm gì').fill('Đã nạo vét 40 m cống sau chợ, kê lại nắp; thử nước thoát hết.')
  await point.getByLabel('Số, ngày văn bản hoặc biên bản').fill('18/BB-KTHT ngày hôm nay')
  await point.getByRole('button', { name: 'Báo xong' }).click()
  await expect(works.getByText('Đã ghi.')).toBeVisible()
  await sane(works)
  await lan.reload()
  await expect(lan.getByRole('main')).toContainText('Chứng minh: 18/BB-KTHT')
  await sane(lan)
})
