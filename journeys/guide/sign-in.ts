// Chapter 14: the administrator of the service sets up the second step, is asked for it, and reads the rules.
import { TOTP } from 'otpauth'
import { password } from './administration.ts'
import { picture, type Camera } from './camera.ts'

export async function signInPictures(camera: Camera): Promise<void> {
  const page = await camera.as('quantri.laichau', { password })
  const [head, end] = [page.locator('.head'), page.locator('main form').last()]
  await page.goto('/quan-tri/dang-nhap')
  await picture(page, '14-quy-dinh', { from: head, to: end })
  await page.goto('/tai-khoan/buoc-hai')
  await page.getByRole('button', { name: 'Đặt bước hai' }).click()
  await picture(page, '14-dat-buoc-hai', { from: head, to: end })
  const phone = new TOTP({ secret: (await page.locator('code').innerText()).replaceAll(' ', '') })
  await page.getByLabel('Sáu số đang hiện').fill(phone.generate())
  await page.getByRole('button', { name: 'Bật bước hai' }).click()
  await page.getByRole('list', { name: 'Mã dự phòng' }).waitFor()

  const other = await camera.window()
  await other.goto('/dang-nhap')
  await other.getByLabel('Tên đăng nhập').fill('quantri.laichau')
  await other.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await other.getByRole('button', { name: 'Đăng nhập' }).click()
  await other.getByText('Không có điện thoại ở đây?').click()
  await picture(other, '14-hoi-buoc-hai', { from: other.locator('.head'), to: other.locator('main form').last() })
}
