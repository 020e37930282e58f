// Hạnh of the women's union of Mã Đà has a cheap phone and no script: everything is forms and links.
import {
  cell,
  draftButton,
  expectFigures,
  openForm,
  sendButton,
  typeFigures,
  typeGrade,
  type Figures,
} from './entry.ts'
import { fillSignIn, openPanel, signIn, signOut } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })

const form = 'Biểu F1 – Hội Liên hiệp Phụ nữ cấp xã · Năm 2023'
const body = 'Hội Liên hiệp Phụ nữ xã Mã Đà'
const wrong: Figures = { 1: '810', 2: '730', 3: '30', 4: '12', 5: '60', 6: '761', 7: '0,5' }
const right: Figures = { ...wrong, 6: '611', 7: '340' }
const reason = 'Số kết nạp chưa khớp sổ của Hội, đề nghị xem lại.'

/** Nothing may stick out of a phone. */
async function expectFits(page: Page): Promise<void> {
  const box = (await page.locator('html').boundingBox())!
  const widest = await page
    .locator('main *:visible')
    .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)))
  expect(box.width).toBeLessThanOrEqual(360)
  expect(widest).toBeLessThanOrEqual(360)
}

test('Hạnh gõ sai mật khẩu rồi gõ đúng; tên đăng nhập không phải gõ lại', async ({ page }) => {
  await page.goto('/dang-nhap')
  await fillSignIn(page, 'phunu.mada', 'sai mat khau roi')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('phunu.mada')
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveValue('')
  await fillSignIn(page, 'phunu.mada')
  await expect(page.getByRole('row').filter({ hasText: form })).toContainText('chưa nhập')
})

test('chị nhập còn sai: lỗi đứng ở đúng ô, số đã gõ còn nguyên; sửa, lưu nháp, thoát', async ({ page }) => {
  await signIn(page, 'phunu.mada')
  await openForm(page, form)
  await typeFigures(page, wrong)
  await typeGrade(page)
  await page.getByLabel('Nhận xét, khó khăn, kiến nghị').fill('Chị em đi làm xa đông.')
  await sendButton(page).click()

  await expect(page.getByRole('alert')).toContainText('Số sinh hoạt thường xuyên (761) nhiều hơn số hội viên (730)')
  for (const row of [6, 7]) {
    await expect(cell(page, row)).toHaveAttribute('aria-invalid', 'true')
    await expect(page.locator(`#o-rows-${row}-value-error`)).not.toBeEmpty()
  }
  await expect(page.locator('#o-rows-6-value-error')).toContainText('nhiều hơn số hội viên (730)')
  await expectFigures(page, wrong)
  await expect(page.getByLabel('Hoàn thành tốt nhiệm vụ')).toBeChecked()
  await expect(page.getByLabel('Ngày quyết định')).toHaveValue('08/12/2023')
  await expect(page.getByLabel('Nhận xét, khó khăn, kiến nghị')).toHaveValue('Chị em đi làm xa đông.')
  await expectFits(page)

  await typeFigures(page, right)
  await draftButton(page).click()
  await expect(page.getByText('Đã lưu nháp. Chưa gửi đi.')).toBeVisible()
  await signOut(page)
  await page.goto('/ban-lam-viec')
  await expect(page).toHaveURL(/\/dang-nhap/)
})

test('hôm sau bản nháp vẫn đó, chị gửi', async ({ page }) => {
  await signIn(page, 'phunu.mada')
  await expect(page.getByRole('row').filter({ hasText: form })).toContainText('bản nháp')
  await openForm(page, form)
  await expectFigures(page, right)
  await sendButton(page).click()
  await expect(page.getByText('Bản 1 · Gửi: Chủ tịch Hội Phụ nữ xã Mã Đà')).toBeVisible()
  await expect(cell(page, 2)).toHaveCount(0)
})

test('Minh trả lại kèm lý do', async ({ page }) => {
  await signIn(page, 'khoi.mada')
  await openForm(page, body)
  await expectFits(page)
  await (await openPanel(page, 'Trả lại kèm lý do')).click()
  await expect(page.getByRole('alert')).toContainText('Lý do: Còn thiếu mục này')
  await page.getByLabel('Lý do', { exact: true }).fill(reason)
  await page.getByRole('button', { name: 'Trả lại kèm lý do' }).click()
  await expect(page.getByText(`Trả lại: Trưởng khối dân vận xã Mã Đà. ${reason}`)).toBeVisible()
})

test('Hạnh đọc lý do ngay đầu biểu, sửa và gửi lại', async ({ page }) => {
  await signIn(page, 'phunu.mada')
  await openForm(page, form)
  await expect(page.getByText(`Bị trả lại: ${reason}`)).toBeVisible()
  await cell(page, 3).fill('28')
  await sendButton(page).click()
  await expect(page.getByText('Bản 2 · Gửi: Chủ tịch Hội Phụ nữ xã Mã Đà')).toBeVisible()
})

test('Minh nhận; Hoa ở huyện thấy số trên bảng của Mã Đà và số ấy từ đâu', async ({ page, another }) => {
  await signIn(page, 'khoi.mada')
  await openForm(page, body)
  await page.getByRole('button', { name: 'Nhận số liệu' }).click()
  await expect(page.getByText('Bản 2 · Nhận: Trưởng khối dân vận xã Mã Đà')).toBeVisible()

  const hoa = await (await another()).newPage()
  await signIn(hoa, 'chuyenvien')
  await hoa.getByRole('link', { name: /42-CTr\/HU/ }).click()
  await expectFits(hoa)
  await hoa.getByText('Xem 12 địa bàn').first().click()
  await hoa.getByRole('link', { name: 'Xã Mã Đà' }).first().click()
  const regular = hoa.getByRole('row').filter({ hasText: 'sinh hoạt thường xuyên' }).first()
  await regular.getByRole('link').first().click()
  const hers = hoa.getByRole('row').filter({ hasText: body })
  await expect(hers).toContainText('611')
  await expect(hers).toContainText('Trưởng khối dân vận xã Mã Đà')
  await expectFits(hoa)
})

test('không có nút nào bấm mà không làm gì: sao chép, thêm khoá chỉ hiện khi có JavaScript', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  await page.goto('/chuong-trinh/1/ai-da-gui')
  await expect(page.locator('#reminder')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sao chép' })).toBeHidden()
  await page.goto('/tai-khoan/khoa')
  await expect(page.getByRole('button', { name: 'Thêm khoá' })).toBeHidden()
  await expect(page.locator('[hidden]:visible')).toHaveCount(0)
})
