// A letter of denunciation from the closed envelope to the conclusion: its sender's name stands on no page of the office.
import { follow, makeMove, openCase, openToSort, readReceipt, type Receipt } from './cases.ts'
import { faultsOf } from './accessible.ts'
import { openPanel, signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const name = 'Khuất Thị Giả Định'
let receipt: Receipt
let address: string

test('trang gửi không nhận tố cáo mà chỉ cách gửi', async ({ page }) => {
  await page.goto('/gui')
  await page.getByRole('link', { name: /Muốn tố cáo/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gửi đơn tố cáo thế nào')
  await expect(page.getByRole('main')).toContainText('Ủy ban nhân dân phường Tân Triều')
})

test('phong bì dán kín: chỉ vào sổ; bà đến trình bày, cán bộ ghi rồi gõ lại không dấu vết', async ({ page }) => {
  await signIn(page, 'tiepdan.tantrieu')
  await register(page, {})
  await expect(page.getByText('còn niêm phong').first()).toBeVisible()
  await register(page, {
    'Nội dung': `Tôi là ${name}, ấp 2, tố cáo cán bộ địa chính nhận tiền khi làm sổ đỏ.`,
    'Họ tên': name,
  })
  await openToSort(page, receipt)
  await expect(page.getByRole('main')).toContainText(name) // opened to be sorted, and written down
  await page.getByLabel('Tố cáo').check()
  await page.getByRole('button', { name: 'Phân loại và giao' }).click()
  await expect(page.getByRole('alert')).toContainText('Gõ lại nội dung tố cáo')
  const copy = 'Tố cáo một cán bộ địa chính nhận tiền khi làm giấy chứng nhận, quý I năm 2026.'
  await page.getByLabel('Nội dung gõ lại').fill(copy)
  await page.getByRole('button', { name: 'Phân loại và giao' }).click()
  await expect(page).toHaveURL(/\/don-thu\/\d+$/)
  address = new URL(page.url()).pathname
  await expect(page.getByText(copy)).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

async function register(page: Page, fields: Record<string, string>): Promise<void> {
  await page.goto('/don-thu/moi')
  await page.getByLabel('bưu điện').check()
  await page.getByLabel('Đây là').selectOption({ label: 'Tố cáo' })
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  receipt = await readReceipt(page)
  await page.goto('/don-thu?muc=toSort')
}

test('chủ tịch thụ lý, kết luận; cán bộ ghi đã gửi; bà đọc kết luận bằng biên nhận', async ({ page, another }) => {
  await signIn(page, 'chutich.tantrieu')
  await openCase(page, receipt)
  await makeMove(page, 'Thụ lý', { 'Số, ngày văn bản': '12/QĐ-UBND' })
  await page
    .getByRole('textbox', { name: 'Trả lời' })
    .fill('Tố cáo có cơ sở một phần: đã trả lại tiền và xử lý trách nhiệm.')
  await page.locator('form[action="?/answer"]').getByLabel('Số, ngày văn bản').fill('20/KL-UBND')
  await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await expect(page.locator('.head')).toContainText('đã trả lời')
  const lan = await (await another()).newPage()
  await follow(lan, receipt)
  await expect(lan.getByRole('main')).toContainText('Tố cáo có cơ sở một phần')
})

const known = 'Nội dung tố cáo nhận tiền ngoài quy định là có cơ sở một phần; tiền đã trả lại, cán bộ đã bị kiểm điểm.'

test('kết luận công khai không có tên ai; gửi và công khai xong mới đóng được hồ sơ', async ({ page, another }) => {
  await signIn(page, 'chutich.tantrieu')
  await page.goto(address)
  await makeMove(page, 'Đã gửi kết quả', {})
  const panel = await openPanel(page, 'Ghi việc công khai kết luận')
  const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }))
  await page.getByLabel('Ngày công khai').fill(today)
  await page.getByLabel('Lời cho mọi người đọc').fill(`${known} Người tố cáo: bà Khuất Thị Giả Định.`)
  await panel.click()
  await expect(page.getByRole('alert')).toContainText('Khuất Thị Giả Định')
  await page.getByLabel('Lời cho mọi người đọc').fill(known)
  await page.getByRole('button', { name: 'Ghi việc công khai kết luận' }).click()
  await expect(page.getByText('Đã ghi.', { exact: true })).toBeVisible()
  await makeMove(page, 'Đóng hồ sơ', {})
  const anybody = await (await another()).newPage()
  await anybody.goto('/phan-anh/ket-luan')
  await expect(anybody.getByRole('main')).toContainText(known)
  await expect(anybody.getByRole('main')).not.toContainText('Khuất')
  expect(await faultsOf(anybody)).toEqual([])
})

test('không trang nào của cơ quan có tên người tố cáo', async ({ page }) => {
  for (const who of ['tiepdan.tantrieu', 'chutich.tantrieu', 'niemphong.tantrieu']) {
    await page.context().clearCookies()
    await signIn(page, who)
    const pages = [address, '/don-thu?q=khuat+thi+gia+dinh', '/don-thu?muc=all', '/don-thu?muc=answered']
    for (const path of [...pages, '/ban-lam-viec', '/loi-nhac', `${address}/mo`]) {
      const answered = await page.request.get(path)
      const html = await answered.text()
      expect(html, `${who} ${path}`).not.toContain(name)
    }
  }
})
