// Chapters 1 and 7: a service of its own is set up; its administrator makes bodies, imports people, prints slips.
import type { Page } from 'playwright-core'
import { openPanel, picture, type Camera } from './camera.ts'

export const password = 'mot-cau-de-nho-2026'
const sheet = [
  'Họ tên hoặc chức danh\tTên đăng nhập\tĐơn vị\tVai trò\tTừ ngày',
  'Chuyên viên Ban Dân vận\t\tBan Dân vận Tỉnh ủy Lai Châu\tChuyên viên\t',
  'Trưởng Ban Dân vận\t\tBan Dân vận Tỉnh ủy Lai Châu\tLãnh đạo đơn vị\t',
]

export async function administrationPictures(camera: Camera, setup: string): Promise<void> {
  await setupPicture(camera, setup)
  const page = await camera.as('quantri.laichau', { password })
  await bodyPictures(page)
  await manyPictures(page)
  await importPictures(page)
  await personPictures(page)
  await accountPictures(camera, page)
}

async function setupPicture(camera: Camera, setup: string): Promise<void> {
  const page = await camera.window()
  await page.goto(setup)
  await page.getByLabel('Địa bàn').fill('lai chau')
  await page.getByRole('button', { name: 'Tìm' }).click()
  await page.getByLabel('Tỉnh Lai Châu').check()
  await page.getByLabel('Loại tổ chức').selectOption({ label: 'Cấp ủy' })
  await page.getByLabel('Tên đơn vị').fill('Tỉnh ủy Lai Châu')
  await page.getByLabel('Ký hiệu trên văn bản').fill('TU')
  await page.getByLabel('Chức danh hoặc họ tên').fill('Quản trị hệ thống tỉnh Lai Châu')
  await page.getByLabel('Tên đăng nhập').fill('quantri.laichau')
  await page.getByLabel('Mật khẩu').fill(password)
  await picture(page, '01-cai-dat', { from: page.locator('.head'), to: page.locator('main form').last() })
  await page.getByRole('button', { name: 'Lập người quản trị' }).click()
  await page.waitForURL(/dang-nhap|ban-lam-viec/)
}

async function choosePlace(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('button', { name: 'Tìm' }).click()
  await page.getByRole('link', { name: /^Chọn/ }).first().click()
}

async function bodyPictures(page: Page): Promise<void> {
  await page.goto('/quan-tri/don-vi/moi')
  await choosePlace(page, 'tinh lai chau')
  await page.getByLabel('Loại tổ chức').selectOption({ label: 'Ban Dân vận' })
  await page.getByLabel('Tên đầy đủ').fill('Ban Dân vận Tỉnh ủy Lai Châu')
  await page.getByLabel('Tổ chức cấp trên').selectOption({ label: 'Tỉnh ủy Lai Châu' })
  await picture(page, '07-lap-to-chuc', { from: page.locator('.head'), to: page.locator('main form').last() })
  await page.getByRole('button', { name: 'Lập tổ chức' }).click()
  await page.getByText('Đã lập tổ chức này.').waitFor()
  await page.getByRole('link', { name: 'Giao chức năng' }).click()
  await page.getByLabel('Chức năng').selectOption({ label: 'Công tác dân vận' })
  await picture(page, '07-to-chuc', { from: page.locator('.head'), to: page.locator('#viec') })
  await page.getByRole('button', { name: 'Giao chức năng' }).click()
  await page.getByText('Đã giao chức năng.').waitFor()
}

async function manyPictures(page: Page): Promise<void> {
  await page.goto('/quan-tri/don-vi/hang-loat')
  await choosePlace(page, 'tinh lai chau')
  await page.getByLabel('Loại tổ chức', { exact: true }).selectOption({ label: 'Cấp ủy' })
  await page.getByLabel('Mẫu tên', { exact: true }).fill('Đảng ủy …')
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('heading', { name: 'Bước 3' }).waitFor()
  await picture(page, '07-hang-loat', {
    from: page.getByRole('heading', { name: 'Bước 2' }),
    to: page.getByRole('table').getByRole('row').nth(4),
  })
  await page.getByRole('button', { name: /^Lập \d+ tổ chức/ }).click()
  await page
    .getByText(/^Đã lập \d+ tổ chức/)
    .first()
    .waitFor()
}

async function importPictures(page: Page): Promise<void> {
  await page.goto('/quan-tri/nguoi-dung/nhap')
  await page
    .getByLabel('Dán bảng vào đây')
    .fill([...sheet, 'Văn thư Tỉnh ủy\t\tTỉnh uỷ Lai\tVăn thư viên\t'].join('\n'))
  await page.getByRole('button', { name: 'Kiểm tra' }).click()
  await page.getByRole('alert').waitFor()
  await picture(page, '07-nhap-loi', { from: page.locator('.head'), to: page.getByLabel('Dán bảng vào đây') })
  await page
    .getByLabel('Dán bảng vào đây')
    .fill([...sheet, 'Văn thư Tỉnh ủy\t\tTỉnh ủy Lai Châu\tVăn thư\t'].join('\n'))
  await page.getByRole('button', { name: 'Kiểm tra' }).click()
  await page.getByRole('button', { name: /^Lập 3 tài khoản/ }).waitFor()
  await picture(page, '07-nhap-xem-truoc', {
    from: page.locator('.head'),
    to: page.getByRole('button', { name: /^Lập 3/ }),
  })
  await page.getByRole('button', { name: /^Lập 3 tài khoản/ }).click()
  await page.getByText('Đã lập 3 tài khoản').waitFor()
  await picture(page, '07-phieu', { from: page.locator('.head'), to: page.getByRole('listitem').last() })
}

async function personPictures(page: Page): Promise<void> {
  await page.goto('/quan-tri/nguoi-dung')
  await picture(page, '07-nguoi-dung', { height: 620 })
  await page.getByRole('link', { name: 'Chuyên viên Ban Dân vận' }).click()
  await openPanel(page, 'Cấp lại mật khẩu')
  await picture(page, '07-mot-nguoi', { from: page.locator('.head'), to: page.getByText('Ngừng tài khoản').first() })
  await page.getByRole('link', { name: 'Chuyên viên', exact: true }).click()
  await page.waitForURL(/vai-tro/)
  await picture(page, '07-vai-tro', { from: page.locator('.head'), to: page.locator('main form').last() })
}

async function accountPictures(camera: Camera, page: Page): Promise<void> {
  await page.goto('/tai-khoan/ma-truy-cap')
  await page.getByLabel('Dùng vào việc gì').fill('Lấy số liệu cho trang tổng hợp của tỉnh')
  await page.getByLabel('Dùng được đến hết ngày').fill('31/12/2026')
  await page.getByRole('button', { name: 'Cấp mã mới' }).click()
  await page.getByText('Mã mới, chỉ hiện một lần này').waitFor()
  await picture(page, '07-ma-truy-cap', { from: page.locator('.head'), to: page.getByText('Bearer') })
  const visitor = await camera.window()
  await visitor.goto('/dang-nhap')
  await picture(visitor, '01-dang-nhap', { height: 560 })
}
