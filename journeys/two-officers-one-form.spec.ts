// The youth union of Mã Đà: a session that runs out, two officers in one form, a form posted twice. Nothing is lost.
import { faultsOf } from './accessible.ts'
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
import { fillSignIn, signIn } from './people.ts'
import { letSessionsRunOut } from './session.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial' })

const form = 'Biểu F1 – Đoàn TNCS Hồ Chí Minh cấp xã · Năm 2023'
const body = 'Đoàn TNCS Hồ Chí Minh xã Mã Đà'
const figures: Figures = { 1: '420', 2: '150', 3: '12', 4: '3', 5: '20', 6: '128', 7: '70', 8: '230' }
const deputy = { username: 'phodoan.mada', name: 'Phó Bí thư Đoàn xã Mã Đà', password: 'con suối Mã Đà mùa mưa' }

test('phiên hết giữa lúc Sơn đang nhập: đăng nhập lại là số vẫn còn, chưa lưu gì', async ({ page, another }) => {
  await signIn(page, 'doan.mada')
  await openForm(page, form)
  await typeFigures(page, figures)
  await typeGrade(page)
  await page.getByLabel('Nhận xét, khó khăn, kiến nghị').fill('Thanh niên đi học nghề xa.')
  await letSessionsRunOut('doan.mada')
  await draftButton(page).click()

  await expect(page).toHaveURL(/\/dang-nhap\?/)
  await expect(page.getByText('Nội dung vừa nhập được giữ lại một giờ')).toBeVisible()
  await fillSignIn(page, 'doan.mada')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nội dung đã nhập vẫn còn')
  await expect(page.getByRole('main')).toContainText('Thanh niên đi học nghề xa.')
  const elsewhere = await (await another()).newPage()
  await signIn(elsewhere, 'doan.mada')
  await expect(elsewhere.getByRole('row').filter({ hasText: form })).toContainText('chưa nhập')

  await page.getByRole('button', { name: 'Trở lại biểu mẫu với nội dung này' }).click()
  await expect(page.getByRole('alert')).toContainText('Nội dung đã nhập còn nguyên nhưng chưa lưu.')
  await expectFigures(page, figures)
  await expect(page.getByLabel('Hoàn thành tốt nhiệm vụ')).toBeChecked()
  await expect(page.getByLabel('Ngày quyết định')).toHaveValue('08/12/2023')
  await draftButton(page).click()
  await expect(page.getByText('Đã lưu nháp. Chưa gửi đi.')).toBeVisible()
})

test('quản trị lập tài khoản cho phó bí thư; chị đặt mật khẩu của mình', async ({ page, another }) => {
  await signIn(page, 'quantri')
  await page.goto('/quan-tri/nguoi-dung/nhap')
  const sheet = [
    ['Họ tên hoặc chức danh', 'Tên đăng nhập', 'Đơn vị', 'Vai trò', 'Từ ngày'],
    [deputy.name, deputy.username, body, 'Cán bộ đầu mối', ''],
  ]
  await page.getByLabel('Dán bảng vào đây').fill(sheet.map((row) => row.join('\t')).join('\n'))
  await page.getByRole('button', { name: 'Kiểm tra' }).click()
  await page.getByRole('button', { name: 'Lập 1 tài khoản' }).click()
  const slip = page.getByRole('list', { name: 'Phiếu' }).getByRole('listitem')
  const first = (await slip.locator('dd').last().innerText()).trim()

  const window = await (await another()).newPage()
  await signIn(window, deputy.username, first)
  await window.getByLabel('Mật khẩu hiện nay').fill(first)
  await window.getByLabel('Mật khẩu mới', { exact: true }).fill(deputy.password)
  await window.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect(window.getByRole('main')).not.toContainText('Mật khẩu hiện nay')
})

test('hai người cùng mở một biểu: người chậm hơn thấy cả hai số, không mất gì', async ({ page, another }) => {
  await signIn(page, 'doan.mada')
  await openForm(page, form)
  const other = await (await another()).newPage()
  await signIn(other, deputy.username, deputy.password)
  await openForm(other, form)

  await cell(other, 7).fill('75')
  await draftButton(other).click()
  await expect(other.getByText('Đã lưu nháp. Chưa gửi đi.')).toBeVisible()

  await typeFigures(page, { 6: '131', 7: '72' })
  await page.getByLabel('Nhận xét, khó khăn, kiến nghị').fill('Đã đối chiếu sổ đoàn viên.')
  await draftButton(page).click()
  await expect(page.getByRole('alert')).toContainText('người khác đã lưu biểu này')
  await expect(page.getByRole('alert')).toBeFocused()
  await expectFigures(page, { ...figures, 6: '131', 7: '72' })
  await expect(page.getByRole('row').filter({ has: cell(page, 7) })).toContainText('bản mới nhất: 75')
  await expect(page.getByRole('row').filter({ has: cell(page, 6) })).toContainText('bản mới nhất: 128')
  await expect(page.getByLabel('Nhận xét, khó khăn, kiến nghị')).toHaveValue('Đã đối chiếu sổ đoàn viên.')
  await other.reload()
  await expectFigures(other, { 6: '128', 7: '75' })

  await cell(page, 7).fill('75')
  await draftButton(page).click()
  await expect(page.getByText('Đã lưu nháp. Chưa gửi đi.')).toBeVisible()
  await openForm(other, form)
  await expectFigures(other, { ...figures, 6: '131', 7: '75' })
})

test('bấm gửi hai lần, và trình duyệt gửi lại lần nữa: chỉ một bản được gửi', async ({ page }) => {
  await signIn(page, 'doan.mada')
  await openForm(page, form)
  const posting = page.waitForRequest((request) => request.method() === 'POST')
  await sendButton(page).dblclick()
  const posted = await posting
  const sent = page.getByText('Bản 1 · Gửi: Bí thư Đoàn xã Mã Đà')
  await expect(sent).toHaveCount(1)

  const headers = { 'content-type': (await posted.headerValue('content-type'))!, origin: new URL(page.url()).origin }
  const again = await page.request.post(posted.url(), { data: posted.postDataBuffer()!, headers })
  expect(again.ok()).toBe(true)
  await page.reload()
  await expect(sent).toHaveCount(1)
  await expect(page.getByText(/^Bản 2 · /)).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])
})
