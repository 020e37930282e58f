// Lan of the farmers' union of Mã Đà enters, Minh of the bloc returns and accepts, Hoa of the district sees it counted.
import { faultsOf } from './accessible.ts'
import { cell, expectFigures, openForm, typeFigures, type Figures } from './entry.ts'
import { openPanel, signIn } from './people.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial' })

const figures: Figures = { 1: '640', 2: '520', 3: '20', 4: '5', 5: '40', 6: '610', 7: '210' }
const year2023 = 'Biểu F1 – Hội Nông dân cấp xã · Năm 2023'
const reason = 'Đề nghị kiểm tra lại số nòng cốt theo danh sách.'

test('Lan gửi biểu còn sai: mọi lỗi được nói một lần, không mất chữ nào đã nhập', async ({ page }) => {
  await signIn(page, 'nongdan.mada')
  await openForm(page, year2023)
  await typeFigures(page, figures)
  await page.getByLabel('Hoàn thành tốt nhiệm vụ').check()
  await page.getByLabel('Nhận xét, khó khăn, kiến nghị').fill('Hội viên đi làm ăn xa đông.')
  await page.getByRole('button', { name: 'Gửi Khối dân vận xã Mã Đà' }).click()

  const problems = page.getByRole('alert')
  await expect(problems).toContainText('Số sinh hoạt thường xuyên (610) nhiều hơn số hội viên (520)')
  await expect(problems).toContainText('Số quyết định xếp loại: Ghi số của quyết định')
  await expect(problems).toBeFocused()
  await expectFigures(page, figures)
  await expect(page.getByLabel('Hoàn thành tốt nhiệm vụ')).toBeChecked()
  await expect(page.getByLabel('Nhận xét, khó khăn, kiến nghị')).toHaveValue('Hội viên đi làm ăn xa đông.')
  await problems.getByRole('link', { name: /Số sinh hoạt thường xuyên/ }).click()
  await expect(cell(page, 6)).toBeInViewport()
  expect(await faultsOf(page)).toEqual([])
})

test('chị sửa rồi gửi', async ({ page }) => {
  await signIn(page, 'nongdan.mada')
  await openForm(page, year2023)
  await typeFigures(page, { ...figures, 6: '410', 7: '510' })
  await page.getByLabel('Hoàn thành tốt nhiệm vụ').check()
  await page.getByLabel('Số quyết định xếp loại').fill('15-QĐ/HND')
  await page.getByLabel('Ngày quyết định').fill('08/12/2023')
  await page.getByRole('button', { name: 'Gửi Khối dân vận xã Mã Đà' }).click()
  await expect(page.getByText('Bản 1 · Gửi: Chủ tịch Hội Nông dân xã Mã Đà')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gửi Khối dân vận xã Mã Đà' })).toHaveCount(0)
})

test('Minh trả lại kèm lý do; quên lý do thì chỉ bị hỏi lý do', async ({ page }) => {
  await signIn(page, 'khoi.mada')
  await openForm(page, 'Hội Nông dân xã Mã Đà')
  await (await openPanel(page, 'Trả lại kèm lý do')).click()
  await expect(page.getByRole('alert')).toContainText('Lý do: Còn thiếu mục này')
  await expect(page.getByRole('table').first()).toContainText('510')
  await expect(page.getByLabel('Lý do', { exact: true })).toBeVisible()
  await page.getByLabel('Lý do', { exact: true }).fill(reason)
  await page.getByRole('button', { name: 'Trả lại kèm lý do' }).click()
  await expect(page.getByText(`Trả lại: Trưởng khối dân vận xã Mã Đà. ${reason}`)).toBeVisible()
})

test('Lan đọc lý do, sửa và gửi lại; Minh nhận', async ({ page, another }) => {
  await signIn(page, 'nongdan.mada')
  await expect(page.getByRole('row').filter({ hasText: year2023 })).toContainText('bị trả lại')
  await openForm(page, year2023)
  await expect(page.getByText(`Bị trả lại: ${reason}`)).toBeVisible()
  await cell(page, 7).fill('210')
  await page.getByRole('button', { name: 'Gửi Khối dân vận xã Mã Đà' }).click()
  await expect(page.getByText('Bản 2 · Gửi: Chủ tịch Hội Nông dân xã Mã Đà')).toBeVisible()

  const minh = await (await another()).newPage()
  await signIn(minh, 'khoi.mada')
  await openForm(minh, 'Hội Nông dân xã Mã Đà')
  await minh.getByRole('button', { name: 'Nhận số liệu' }).click()
  await expect(minh.getByText('Bản 2 · Nhận: Trưởng khối dân vận xã Mã Đà')).toBeVisible()
})

test('Hoa ở huyện thấy số trên bảng của Mã Đà và vì sao có số ấy', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  await page.getByRole('link', { name: /42-CTr\/HU/ }).click()
  await page.getByText('Xem 12 địa bàn').first().click()
  await page.getByRole('link', { name: 'Xã Mã Đà' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mã Đà')
  const regular = page.getByRole('row').filter({ hasText: 'sinh hoạt thường xuyên' }).first()
  await expect(regular).toContainText('410 / 520')
  await regular.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('78,8')
  const input = page.getByRole('row').filter({ hasText: 'Hội Nông dân xã Mã Đà' })
  await expect(input).toContainText('Chủ tịch Hội Nông dân xã Mã Đà')
  await expect(input).toContainText('Trưởng khối dân vận xã Mã Đà')
  await input.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hội Nông dân xã Mã Đà')
})

test('sau khi tổng hợp, số được đính chính hiện là đã thay đổi', async ({ page, another }) => {
  await signIn(page, 'chuyenvien')
  await page.getByRole('link', { name: /42-CTr\/HU/ }).click()
  const board = page.url()
  await (await openPanel(page, 'Tổng hợp số đã nhận')).click()
  await expect(page.getByText(/^Lần 2, /)).toBeVisible()
  await expect(page.getByText('Chưa có số nào thay đổi sau lần tổng hợp.')).toBeVisible()

  const lan = await (await another()).newPage()
  await signIn(lan, 'nongdan.mada')
  await lan.locator('summary').filter({ hasText: 'Đã xong' }).click()
  await lan.getByRole('row').filter({ hasText: year2023 }).getByRole('link').first().click()
  await cell(lan, 6).fill('420')
  await lan.getByLabel('Lý do đính chính').fill('Đếm lại sổ sinh hoạt: thêm 10 hội viên dự đủ kỳ.')
  await lan.getByRole('button', { name: 'Gửi bản đính chính' }).click()
  await expect(lan.getByText('Bản 3 · Gửi: Chủ tịch Hội Nông dân xã Mã Đà')).toBeVisible()
  const minh = await (await another()).newPage()
  await signIn(minh, 'khoi.mada')
  await openForm(minh, 'Hội Nông dân xã Mã Đà')
  await minh.getByRole('button', { name: 'Nhận số liệu' }).click()
  await expect(minh.getByText('Bản 3 · Nhận: Trưởng khối dân vận xã Mã Đà')).toBeVisible()

  await page.goto(board)
  const changed = page.getByRole('listitem').filter({ hasText: 'Hội Nông dân xã Mã Đà' })
  await expect(changed).toContainText('410 → 420')
  await expect(changed).toContainText('Đếm lại sổ sinh hoạt')
  await expect(changed).toContainText('đã thay đổi')
  await changed.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hội Nông dân xã Mã Đà')
})
