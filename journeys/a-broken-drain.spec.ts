// Lan reports a broken drain from her phone, with script and without; Tâm sorts it, Hải mends it, Lan says it is not done.
import { faultsOf } from './accessible.ts'
import { follow, makeMove, openCase, openToSort, photoOf, readReceipt, type Receipt } from './cases.ts'
import { openPanel, signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const phone = { width: 360, height: 800 }
const ward = 'Ủy ban nhân dân phường Tân Triều'
const works = 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều'
const text = 'Nắp cống trước nhà văn hoá khu phố 3 vỡ, xe đạp học sinh sụp xuống hai lần trong tuần này.'

async function report(page: Page): Promise<Receipt> {
  await page.goto('/gui')
  await page.getByLabel('Gửi đến').selectOption({ label: await optionWith(page, ward) })
  await page.getByLabel('Kể việc xảy ra').fill('Hỏng')
  await page.getByLabel('Ở đâu').fill('Trước nhà văn hoá khu phố 3')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  // Too short: everything else she typed is still there.
  await expect(page.getByRole('alert')).toContainText('Hãy kể việc gì xảy ra, ít nhất một câu.')
  await expect(page.getByLabel('Ở đâu')).toHaveValue('Trước nhà văn hoá khu phố 3')
  await page.getByLabel('Kể việc xảy ra').fill(text)
  await page.getByLabel('Về việc').selectOption('drain')
  await page.getByLabel('Ảnh hoặc PDF').setInputFiles(await photoOf(page, 'nắp cống.png'))
  await page.getByRole('textbox', { name: 'Họ tên' }).fill('Người gửi giả định Lan')
  await page.getByLabel('Số điện thoại').fill('0900 000 001')
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  const receipt = await readReceipt(page)
  await expect(page.getByText('Hạn đầu tiên')).toBeVisible()
  return receipt
}

/** The name with its province behind it. */
async function optionWith(page: Page, name: string): Promise<string> {
  return (await page.getByLabel('Gửi đến').locator('option').filter({ hasText: name }).first().textContent())!.trim()
}

let receipt: Receipt

test('Lan không có JavaScript: gửi kèm ảnh từ điện thoại, có biên nhận, tra được bằng mã và khoá', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: process.env.JOURNEYS_TRIAL,
    javaScriptEnabled: false,
    viewport: phone,
  })
  const page = await context.newPage()
  receipt = await report(page)
  await follow(page, receipt)
  await expect(page.locator('.head')).toContainText('đã nhận, chờ phân loại')
  // What she wrote and who she is does not stand on the page: whoever looks over her shoulder reads nothing.
  await expect(page.getByRole('main')).not.toContainText('nhà văn hoá')
  await context.close()
})

test('có JavaScript cũng vậy, gửi việc thứ hai; biên nhận và trang tra cứu đọc được ở 360 px', async ({ page }) => {
  await page.setViewportSize(phone)
  const second = await report(page)
  expect(await faultsOf(page)).toEqual([])
  await follow(page, second)
  expect(await faultsOf(page)).toEqual([])
  await page.reload()
  await (await openPanel(page, 'Rút lại')).click()
  await expect(page.locator('.head')).toContainText('người gửi đã rút')
})

test('Tâm mở, phân loại khẩn, ghi điểm phải trả lời và giao phòng hạ tầng', async ({ page }) => {
  await signIn(page, 'tiepdan.tantrieu')
  await openToSort(page, receipt)
  await expect(page.getByText(text)).toBeVisible()
  await expect(page.getByText('0900 000 001')).toBeVisible()
  expect((await page.request.get(await originalOf(page))).status()).toBe(200)
  await page.getByLabel('Khẩn').check()
  await page.getByLabel('Cơ quan giải quyết').selectOption({ label: works })
  await page.getByLabel('Những điểm người gửi hỏi').fill('Bao giờ thay nắp cống?')
  await page.getByRole('button', { name: 'Phân loại và giao' }).click()
  await expect(page).toHaveURL(/\/don-thu\/\d+$/)
  await expect(page.locator('.head')).toContainText(`${works}: đang giải quyết`)
})

const originalOf = async (page: Page) => (await page.getByRole('link', { name: 'nắp cống.png' }).getAttribute('href'))!

async function answer(page: Page, words: string): Promise<void> {
  await openCase(page, receipt)
  await page.getByRole('textbox', { name: 'Trả lời' }).fill(words)
  await page.getByLabel('Bao giờ thay nắp cống?').check()
  await page.getByLabel('Ảnh, văn bản chứng minh').setInputFiles(await photoOf(page, 'sau khi sửa.png'))
  await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
}

test('Hải viết “đã ghi nhận” thì được nhắc; viết việc đã làm, kèm ảnh thì gửi được', async ({ page }) => {
  await signIn(page, 'hatang.tantrieu')
  await answer(page, 'Đã ghi nhận phản ánh của ông bà, xin cảm ơn đã gửi.')
  await expect(page.getByRole('alert')).toContainText('chưa phải là trả lời')
  await answer(page, 'Sáng 30/11 tổ công trình đã thay nắp cống gang và gắn biển báo trước nhà văn hoá.')
  await expect(page.locator('.head')).toContainText('đã trả lời')
})

test('Lan đọc trả lời, chấm 2/5 và báo chưa xong: việc về lại phòng hạ tầng với hạn mới', async ({ page, another }) => {
  await page.setViewportSize(phone)
  await follow(page, receipt)
  await expect(page.getByText('đã thay nắp cống gang')).toBeVisible()
  await page.getByLabel('Không hài lòng', { exact: true }).check()
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
  await expect(page.getByText('Đã đánh giá 2/5.')).toBeVisible()
  await page.locator('summary').filter({ hasText: 'Chưa xong' }).click()
  await page.getByLabel('Chưa xong ở chỗ nào').fill('Nắp kênh, xe đi qua vẫn sụp.')
  await page.getByRole('button', { name: 'Chưa xong' }).click()
  await expect(page.locator('.head')).toContainText('đang giải quyết')
  await expect(page.getByRole('main')).toContainText('lần mở lại')
  expect(await faultsOf(page)).toEqual([])

  const hai = await (await another()).newPage()
  await signIn(hai, 'hatang.tantrieu')
  await openCase(hai, receipt)
  await expect(hai.getByText('Nắp kênh, xe đi qua vẫn sụp.')).toBeVisible()
  await expect(hai.getByRole('main')).not.toContainText('2/5') // whoever answered sees no single rating
})

test('Hải làm lại, hứa kê nắp trước một ngày và làm xong có ảnh; Lan đọc lời hứa và bằng chứng', async ({
  page,
  another,
}) => {
  await signIn(page, 'hatang.tantrieu')
  await answer(page, 'Đã chèn tạm cho nắp khỏi kênh, xe đi qua an toàn; tuần này kê lại bằng bê tông.')
  await makeMove(page, 'Ghi việc đã hứa', {
    'Sẽ làm việc gì': 'Kê lại nắp cống bằng bê tông.',
    'Chậm nhất ngày': dayIn(7),
  })
  const lan = await (await another()).newPage()
  await lan.setViewportSize(phone)
  await follow(lan, receipt)
  await expect(lan.getByRole('main')).toContainText('Kê lại nắp cống bằng bê tông.')
  await expect(lan.getByText('chưa xong', { exact: true })).toBeVisible()

  await openCase(page, receipt)
  await openPanel(page, 'Ghi đã làm xong')
  const done = page.getByRole('button', { name: 'Ghi đã làm xong' })
  await page.getByLabel('Đã làm thế nào').fill('Đã kê lại bằng bê tông mác 200.')
  await done.click()
  await expect(page.getByRole('alert')).toContainText('Kèm ít nhất một ảnh')
  await page.getByLabel('Ảnh sau khi làm').setInputFiles(await photoOf(page, 'đã kê.png'))
  await done.click()
  await expect(page.getByText('Đã ghi.', { exact: true })).toBeVisible()
  await lan.reload()
  await expect(lan.getByRole('main')).toContainText('Đã kê lại bằng bê tông mác 200.')
  expect(await faultsOf(lan)).toEqual([])
})

/** So many days from today, as typed. */
function dayIn(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  return day.toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })
}
